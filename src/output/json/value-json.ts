import type { ValueResult } from "../../app/views/show-value.ts";
import type { BreakEven } from "../../domain/business-case/break-even.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { PaybackHistogram } from "../../domain/business-case/payback-histogram.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import type { Quantiles } from "../../domain/business-case/value-simulation.ts";
import { breakEvenLabel, groundsClause, missClause } from "../../wording/business-case.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { pointValueJson } from "./point-value-json.ts";
import { faultClause } from "../../wording/business-case.ts";
import { sunkCost } from "../../domain/spend/effort.ts";
import { reasonJson } from "./reason-json.ts";
import { missesOf } from "../../domain/business-case/missed-threshold.ts";
import { breakEvensOf, simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";

/**
 * The `data` of `poc value --format json`: what `value` of `poc status --format json` says, and what is only reckoned
 * when asked for. Break-evens, swings and what was drawn are numbers: months, or whole units of `currency`; `null`
 * where a payback never comes. Shares are fractions. `before` is the case as it stands, where `what_if` names what was
 * imagined.
 */
export function valueJson({
  standing,
  value,
  changes,
}: Pick<ValueResult, "standing" | "value" | "changes">): JsonObject {
  const { spend, loaded } = sunkCost(standing);
  return {
    what_if: changes.map(({ name, before, after }) => ({ name, before: before === "" ? null : before, after })),
    ...caseJson(value),
    before: changes.length === 0 ? null : pointValueJson(standing.value),
    sunk: { spend: moneyText(spend), with_time: money(loaded) },
  };
}

function caseJson(value: ValueStanding): JsonObject {
  const simulation = simulationOf(value);
  return {
    ...pointValueJson(value),
    faults: value.faults.map((fault) => ({ code: fault.kind, sentence: faultClause(fault) })),
    missed: missesOf(value).map((miss) => reasonJson(miss, missClause(miss))),
    grounds_sentence: groundsClause(value),
    break_evens: breakEvensOf(value).map((even) => ({
      name: even.name,
      ...breakEvenJson(even.breakEven),
      sentence: breakEvenLabel(even, value.currency),
    })),
    swings: swingsOf(value).map(({ name, crosses, numbers: { impact, payback } }) => ({
      name,
      crosses,
      payback_months: payback.map(number),
      impact: impact.map(number),
    })),
    simulation:
      simulation === undefined
        ? null
        : {
            shape: simulation.shape,
            seed: simulation.seed,
            draws: simulation.draws,
            ranges: simulation.ranged,
            meets_thresholds: simulation.meets ?? null,
            never_pays_back: simulation.never,
            payback_months: quantiles(simulation.payback),
            impact: quantiles(simulation.impact),
            payback_histogram: histogramJson(simulation.histogram),
          },
  };
}

function breakEvenJson(even: BreakEven): JsonObject {
  if (even.kind !== "at") return { kind: even.kind, figure: null, side: null, threshold: null };
  return { kind: even.kind, figure: rationalNumber(even.figure), side: even.side, threshold: even.threshold };
}

function histogramJson({ from, width, counts, below, beyond, never }: PaybackHistogram): JsonObject {
  return { from, width, counts, below, beyond, never };
}

function quantiles({ p10, p50, p90 }: Quantiles): JsonObject {
  return { p10: number(p10), p50: number(p50), p90: number(p90) };
}

function number(value: number): JsonValue {
  return Number.isFinite(value) ? value : null;
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}
