import type { Costs } from "../records/costs.ts";
import type { BusinessCase, Estimate } from "../records/value.ts";
import type { Money } from "../scalars/money.ts";
import { inCurrency } from "../spend/spend.ts";

/** Stated and projected further apart than this, in either direction, are both shown: one of the two is wrong. */
export const LOGGED_COST_FACTOR = 1.5;

/** Costs of a year that the log measures as well. */
export type LoggedCostKey = "modelCost" | "reviewCost";

/** The yearly cost that follows from the log. */
export interface Projection {
  readonly cost: Money;
  /** Ids of the entries that it was measured in. */
  readonly entries: readonly string[];
}

export type Projections = { readonly [K in LoggedCostKey]?: Projection | undefined };

/** A cost a year, in the currency of the PoC, as value.yaml states it and as the log projects it. */
export interface LoggedCost {
  readonly key: LoggedCostKey;
  /** As in value.yaml. */
  readonly name: "model_cost" | "review_cost";
  /** The likely figure of value.yaml. */
  readonly stated: Money | undefined;
  /** By what was logged, at the volume of the business case. */
  readonly projected: Money | undefined;
  /** The figures that the case is calculated with: those that are stated, otherwise those that are projected. */
  readonly used: Money | undefined;
  /** Whether the two are more than `LOGGED_COST_FACTOR` apart. */
  readonly differs: boolean;
}

const NAMES = { modelCost: "model_cost", reviewCost: "review_cost" } as const;

const REASONS: Readonly<Record<LoggedCostKey, string>> = {
  modelCost: "from the log: what a task cost, for every task of a year",
  reviewCost: "from the log: how long people looked at an answer, for every task of a year",
};

export function loggedCostOf(
  key: LoggedCostKey,
  value: BusinessCase,
  projections: Projections,
  currency: string,
  costs: Costs,
): LoggedCost {
  const [written, projection] = [value[key], projections[key]];
  const stated = written && inCurrency(written.likely, currency, costs);
  const projected = projection && inCurrency(projection.cost, currency, costs);
  return {
    key,
    name: NAMES[key],
    stated,
    projected,
    used: written === undefined ? projected : stated,
    differs: stated !== undefined && projected !== undefined && farApart(stated, projected),
  };
}

/** What replaces a cost that value.yaml does not state; nothing if none was projected. */
export function projectedEstimate(
  { key, projected }: LoggedCost,
  projections: Projections,
): { readonly [K in LoggedCostKey]?: Estimate<Money> } {
  if (projected === undefined) return {};
  const estimate: Estimate<Money> = {
    low: projected,
    likely: projected,
    high: projected,
    grade: "estimated",
    reason: REASONS[key],
    entries: projections[key]?.entries ?? [],
  };
  return { [key]: estimate };
}

function farApart(a: Money, b: Money): boolean {
  const [less, more] = a.minor < b.minor ? [a.minor, b.minor] : [b.minor, a.minor];
  // In tenths, to stay whole.
  return more * 10n > less * BigInt(LOGGED_COST_FACTOR * 10);
}
