import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { MODEL_COST_FACTOR } from "../../domain/business-case/model-cost.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { JsonObject } from "./json-value.ts";

/** The business case at its likely figures: nothing in it has to be simulated. */
export function pointValueJson(value: ValueStanding): JsonObject {
  const { modelCost, grounds } = value;
  return {
    currency: value.currency,
    inputs: value.inputs.map((input) => ({
      name: input.name,
      text: input.text,
      grade: input.grade,
      stands_as: input.standsAs,
      source: input.source ?? null,
      reason: input.reason ?? null,
      entries: input.entries,
    })),
    missing: value.missing,
    impact: money(value.impact),
    investment: money(value.investment),
    payback_months: value.payback === "never" ? "never" : decimalJson(value.payback),
    payback_threshold_months: decimalJson(value.paybackThreshold),
    impact_threshold: money(value.impactThreshold),
    meets_thresholds: value.meetsThresholds ?? null,
    model_cost: {
      stated: money(modelCost.stated),
      projected: money(modelCost.projected),
      used: money(modelCost.used),
      differ: modelCost.differs,
      factor: MODEL_COST_FACTOR,
    },
    benefit_rests_on:
      grounds === undefined
        ? null
        : { measured: grounds.measured, estimated: grounds.estimated, asserted: grounds.asserted },
  };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}

function decimalJson(value: Decimal | undefined): string | null {
  return value === undefined ? null : shortDecimalText(value);
}
