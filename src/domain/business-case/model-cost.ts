import type { Costs } from "../records/costs.ts";
import type { Money } from "../scalars/money.ts";
import { inCurrency } from "../spend/spend.ts";
import type { Estimate } from "../records/value.ts";

/** Stated and projected further apart than this, in either direction, are both shown: one of the two is wrong. */
export const MODEL_COST_FACTOR = 1.5;

/** What models cost a year, in the currency of the PoC. */
export interface ModelCost {
  /** The likely figure of value.yaml. */
  readonly stated: Money | undefined;
  /** By what was logged, at the volume of the business case. */
  readonly projected: Money | undefined;
  /** The cost that the figures use: what is stated, else what is projected. */
  readonly used: Money | undefined;
  /** Whether the two are more than `MODEL_COST_FACTOR` apart. */
  readonly differs: boolean;
}

export function modelCostOf(
  written: Estimate<Money> | undefined,
  projection: Money | undefined,
  currency: string,
  costs: Costs,
): ModelCost {
  const stated = written && inCurrency(written.likely, currency, costs);
  const projected = projection && inCurrency(projection, currency, costs);
  return {
    stated,
    projected,
    used: written === undefined ? projected : stated,
    differs: stated !== undefined && projected !== undefined && farApart(stated, projected),
  };
}

/** What replaces a model_cost that value.yaml does not state; undefined where nothing was projected. */
export function projectedEstimate({ projected }: ModelCost): Estimate<Money> | undefined {
  return (
    projected && {
      low: projected,
      likely: projected,
      high: projected,
      grade: "estimated",
      reason: "projected from what the log says it cost",
    }
  );
}

function farApart(a: Money, b: Money): boolean {
  const [less, more] = a.minor < b.minor ? [a.minor, b.minor] : [b.minor, a.minor];
  // In tenths, to stay whole.
  return more * 10n > less * BigInt(MODEL_COST_FACTOR * 10);
}
