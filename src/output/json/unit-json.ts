import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { ratioLabel, type MoneyRatio } from "../../domain/scalars/money-ratio.ts";
import type { MeanTime, UnitCost, UnitEconomics } from "../../domain/spend/unit-economics.ts";
import { meanTimeLabel, noUnitCostClause } from "../../wording/unit-cost.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { reasonJson } from "./reason-json.ts";

/**
 * What a task costs. A cost is an exact ratio, `amount` over `per`; `text` is the quotient as people read it. `apart`:
 * token spend beside no task. A year is at the likely figures of value.yaml.
 */
export function unitJson(unit: UnitEconomics): JsonObject {
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

function costJson(cost: UnitCost | undefined): JsonValue {
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

function ratioJson(ratio: MoneyRatio): JsonObject {
  return { amount: moneyText(ratio.amount), per: Number(ratio.per), text: ratioLabel(ratio) };
}

function timeJson(time: MeanTime | undefined): JsonValue {
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
