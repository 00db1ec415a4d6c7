import type { Costs } from "../records/costs.ts";
import { moneyDecimal } from "../scalars/money.ts";
import { compareRationals, rationalOf, type Rational } from "../scalars/rational.ts";
import { inCurrency } from "../spend/spend.ts";
import type { BusinessCase } from "../records/value.ts";

/** From where on the idea is not worth it, in the currency of the PoC. */
export interface ValueThresholds {
  /** Months, at most. */
  readonly payback: Rational | undefined;
  /** A year, at least. */
  readonly impact: Rational | undefined;
}

export type ThresholdName = keyof ValueThresholds;

/** A threshold in a currency without a rate is left out; the case is then incomplete. */
export function valueThresholds(value: BusinessCase, costs: Costs, currency: string): ValueThresholds {
  const impact = value.impactThreshold && inCurrency(value.impactThreshold, currency, costs);
  return {
    payback: value.paybackThreshold && rationalOf(value.paybackThreshold),
    impact: impact && rationalOf(moneyDecimal(impact)),
  };
}

export function hasThreshold({ payback, impact }: ValueThresholds): boolean {
  return payback !== undefined || impact !== undefined;
}

/** Those that are missed; a payback or an impact of exactly the threshold meets it. */
export function missedThresholds(
  thresholds: ValueThresholds,
  impact: Rational,
  payback: Rational | "never",
): readonly ThresholdName[] {
  const { payback: longest, impact: least } = thresholds;
  const missed: ThresholdName[] = [];
  if (longest !== undefined && (payback === "never" || compareRationals(payback, longest) > 0)) missed.push("payback");
  if (least !== undefined && compareRationals(impact, least) < 0) missed.push("impact");
  return missed;
}
