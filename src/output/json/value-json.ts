import type { ValueResult } from "../../app/views/show-value.ts";
import type { BreakEven } from "../../domain/business-case/break-even.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { PaybackHistogram } from "../../domain/business-case/payback-histogram.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import type { Quantiles } from "../../domain/business-case/value-simulation.ts";
import { breakEvenLabel, groundsClause } from "../../wording/business-case.ts";
import { faultClause, missClause } from "../../wording/value-clauses.ts";
import type { MoneyText } from "./json-texts.ts";
import { pointValueJson, type PointValueJson } from "./point-value-json.ts";
import type { ValueFault } from "../../domain/business-case/value-faults.ts";
import type { ThresholdName } from "../../domain/business-case/value-thresholds.ts";
import type { Shape } from "../../domain/records/value.ts";
import { sunkCost } from "../../domain/spend/effort.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";
import { missesOf, type MissedThreshold } from "../../domain/business-case/missed-threshold.ts";
import { breakEvensOf, simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";

/**
 * The business case with what `poc status` does not calculate. Break-evens, swings and draws are numbers: months, or
 * whole units of `currency`; null where a payback never comes. Shares are fractions.
 */
export interface ValueCaseJson extends PointValueJson {
  /** Figures that cannot be true together. */
  readonly faults: readonly ValueFaultJson[];
  /** A reason for each threshold that is missed. */
  readonly missed: readonly ReasonJson<MissedThreshold>[];
  /** What the annual benefit depends on; "" where it is not known. */
  readonly grounds_sentence: string;
  readonly break_evens: readonly BreakEvenJson[];
  /** What moves the answer, the most first. */
  readonly swings: readonly SwingJson[];
  /** Null where no input is a range. */
  readonly simulation: SimulationJson | null;
}

export interface ValueJson extends ValueCaseJson {
  /** The inputs that `--set` changed. */
  readonly what_if: readonly ValueChangeJson[];
  /** The case as it stands in the records, where `what_if` changes it. */
  readonly before: PointValueJson | null;
  /** Already spent on the PoC, and part of no figure above. */
  readonly sunk: SunkCostJson;
}

export interface ValueChangeJson {
  readonly name: string;
  /** Null where value.yaml has none. */
  readonly before: string | null;
  readonly after: string;
}

export interface ValueFaultJson {
  readonly code: ValueFault["kind"];
  readonly sentence: string;
}

/** The value of an input at which the threshold is just met, all others at their likely values. */
export interface BreakEvenJson {
  readonly name: string;
  /** `at`: there is one, and `figure`, `side` and `threshold` say it. */
  readonly kind: BreakEven["kind"];
  readonly figure: number | null;
  /** Whether the threshold is met from the figure up or from it down. */
  readonly side: "at-least" | "at-most" | null;
  readonly threshold: ThresholdName | null;
  readonly sentence: string;
}

/** The case at the low and at the high end of an input's range. */
export interface SwingJson {
  readonly name: string;
  /** Whether it is enough on its own to change the answer. */
  readonly crosses: boolean;
  /** At the low and the high end. */
  readonly payback_months: readonly (number | null)[];
  /** At the low and the high end. */
  readonly impact: readonly (number | null)[];
}

export interface SimulationJson {
  readonly shape: Shape;
  /** The same inputs, shape and seed give the same figures. */
  readonly seed: number;
  readonly draws: number;
  /** Names of the inputs that are ranges. */
  readonly ranges: readonly string[];
  /** Fraction of the draws. */
  readonly meets_thresholds: number | null;
  /** Fraction of the draws. */
  readonly never_pays_back: number;
  readonly payback_months: QuantilesJson;
  readonly impact: QuantilesJson;
  readonly payback_histogram: HistogramJson;
}

/** The 10%, 50% and 90% quantiles. */
export interface QuantilesJson {
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Draws by months of payback. */
export interface HistogramJson {
  /** Months at which the first bin begins. */
  readonly from: number;
  /** Months. */
  readonly width: number;
  readonly counts: readonly number[];
  /** Draws below the first bin. */
  readonly below: number;
  /** Draws above the last bin that pay back at some time. */
  readonly beyond: number;
  /** Draws that never pay back. */
  readonly never: number;
}

export interface SunkCostJson {
  readonly spend: MoneyText;
  /** Including staff time; null where a rate is missing. */
  readonly with_time: MoneyText | null;
}

export function valueJson({
  standing,
  value,
  changes,
}: Pick<ValueResult, "standing" | "value" | "changes">): ValueJson {
  const { spend, loaded } = sunkCost(standing);
  return {
    what_if: changes.map(({ name, before, after }) => ({ name, before: before === "" ? null : before, after })),
    ...caseJson(value),
    before: changes.length === 0 ? null : pointValueJson(standing.value),
    sunk: { spend: moneyText(spend), with_time: money(loaded) },
  };
}

function caseJson(value: ValueStanding): ValueCaseJson {
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

function breakEvenJson(even: BreakEven): Omit<BreakEvenJson, "name" | "sentence"> {
  if (even.kind !== "at") return { kind: even.kind, figure: null, side: null, threshold: null };
  return { kind: even.kind, figure: rationalNumber(even.figure), side: even.side, threshold: even.threshold };
}

function histogramJson({ from, width, counts, below, beyond, never }: PaybackHistogram): HistogramJson {
  return { from, width, counts, below, beyond, never };
}

function quantiles({ p10, p50, p90 }: Quantiles): QuantilesJson {
  return { p10: number(p10), p50: number(p50), p90: number(p90) };
}

function number(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}
