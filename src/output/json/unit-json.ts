import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { ratioLabel, type MoneyRatio } from "../../domain/scalars/money-ratio.ts";
import type { MeanTime, NoUnitCost, UnitCost, UnitEconomics } from "../../domain/spend/unit-economics.ts";
import { meanTimeLabel, noUnitCostClause } from "../../wording/unit-cost.ts";
import type { DecimalText, MoneyText } from "./json-texts.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";

/** What a task costs. */
export interface UnitJson {
  readonly currency: string;
  /** Where the tasks were counted: `tasks`, or `eval wrong-rate`. */
  readonly source: string | null;
  /** The variant whose tasks are priced; "" where there is only one. */
  readonly arm: string;
  /** Tokens of the entries with tasks, over these tasks. */
  readonly cost: UnitCostJson | null;
  /** Why there is no cost. */
  readonly why: ReasonJson<NoUnitCost> | null;
  /** Token spend of entries without tasks: indexing, retries, other variants. */
  readonly apart: ApartJson;
  /** All token spend over all tasks. */
  readonly everything: UnitCostJson | null;
  /** Time that an output takes. */
  readonly latency: MeanTimeJson | null;
  /** Time that people need to review an output. */
  readonly review: MeanTimeJson | null;
  /** A year in production, at the likely figures of value.yaml. */
  readonly year: UnitYearJson | null;
}

export interface UnitCostJson {
  readonly spend: MoneyText;
  readonly attempted: number;
  readonly succeeded: number;
  readonly per_task: MoneyRatioJson;
  /** Null where no task succeeded. */
  readonly per_success: MoneyRatioJson | null;
  readonly entries: readonly string[];
}

/** An exact ratio: `amount` over `per`. */
export interface MoneyRatioJson {
  readonly amount: MoneyText;
  readonly per: number;
  /** The quotient as people read it. */
  readonly text: string;
}

export interface ApartJson {
  readonly amount: MoneyText;
  readonly entries: readonly string[];
}

export interface MeanTimeJson {
  /** As people read it: `1.2 s`. */
  readonly mean: string;
  /** Milliseconds of all outputs together. */
  readonly total_ms: DecimalText;
  readonly outputs: number;
  readonly entries: readonly string[];
}

export interface UnitYearJson {
  readonly tasks: DecimalText;
  readonly model_cost: MoneyText;
  /** Null where no review time was logged. */
  readonly review_cost: MoneyText | null;
  readonly hourly_rate: MoneyText | null;
  readonly entries: readonly string[];
}

export function unitJson(unit: UnitEconomics): UnitJson {
  const { source, projection: year } = unit;
  return {
    currency: unit.currency,
    source: source === undefined ? null : source.kind === "tasks" ? "tasks" : `eval ${source.id}`,
    arm: unit.arm,
    cost: costJson(unit.cost),
    why: unit.why === undefined ? null : reasonJson(unit.why, noUnitCostClause(unit.why)),
    apart: { amount: moneyText(unit.apart), entries: unit.apartEntries },
    everything: costJson(unit.all),
    latency: timeJson(unit.latency),
    review: timeJson(unit.review),
    year:
      year === undefined
        ? null
        : {
            tasks: shortDecimalText(year.tasks),
            model_cost: moneyText(year.modelCost),
            review_cost: money(year.reviewCost),
            hourly_rate: money(year.hourly),
            entries: year.entries,
          },
  };
}

function costJson(cost: UnitCost | undefined): UnitCostJson | null {
  if (cost === undefined) return null;
  return {
    spend: moneyText(cost.spend),
    attempted: cost.attempted,
    succeeded: cost.succeeded,
    per_task: ratioJson(cost.perTask),
    per_success: cost.perSuccess === undefined ? null : ratioJson(cost.perSuccess),
    entries: cost.entries,
  };
}

function ratioJson(ratio: MoneyRatio): MoneyRatioJson {
  return { amount: moneyText(ratio.amount), per: Number(ratio.per), text: ratioLabel(ratio) };
}

function timeJson(time: MeanTime | undefined): MeanTimeJson | null {
  return time === undefined
    ? null
    : {
        mean: meanTimeLabel(time),
        total_ms: shortDecimalText(time.milliseconds),
        outputs: time.outputs,
        entries: time.entries,
      };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}
