import type { Costs } from "../records/costs.ts";
import type { BusinessCase } from "../records/value.ts";
import type { Decimal } from "../scalars/decimal.ts";
import { moneyDecimal, type Money } from "../scalars/money.ts";
import { rationalOf } from "../scalars/rational.ts";
import type { LoggedCost } from "./logged-cost.ts";
import { missedThresholds, type ValueThresholds } from "./value-thresholds.ts";
import { shownImpact, shownMonths } from "./shown-figures.ts";
import { impactOf, investmentOf, paybackOf, withFigure, type Figures } from "./value-figures.ts";

/** The results of a business case. */
export interface CaseVerdict {
  /** A year. */
  readonly impact: Money;
  /** Months. */
  readonly payback: Decimal | "never";
  readonly meets: boolean;
}

/** A cost of value.yaml compared with that of the log. */
export interface ContradictedCost {
  readonly name: LoggedCost["name"];
  readonly stated: Money;
  readonly projected: Money;
}

/** Costs whose figure in the log gives the business case another verdict than the one that value.yaml states. */
export interface LogContradiction {
  /** One that is enough on its own, or all of them together. */
  readonly costs: readonly ContradictedCost[];
  readonly stated: CaseVerdict;
  readonly logged: CaseVerdict;
}

/**
 * Each cost that turns the verdict on its own; where none does, all of them together if they do. `figures` are those
 * of the case as it is stated, all inputs there and a threshold set.
 */
export function logContradictions(
  costs: readonly LoggedCost[],
  figures: Figures,
  thresholds: ValueThresholds,
  { impactThreshold }: BusinessCase,
  rates: Costs,
): readonly LogContradiction[] {
  const known = costs.flatMap(({ name, stated, projected }): readonly ContradictedCost[] =>
    stated === undefined || projected === undefined ? [] : [{ name, stated, projected }],
  );
  const verdict = (changed: Figures, currency: string): CaseVerdict => {
    const impact = impactOf(changed);
    const payback = paybackOf(impact, investmentOf(changed));
    return {
      impact: shownImpact(impact, impactThreshold, currency, rates),
      payback: shownMonths(payback, thresholds.payback),
      meets: missedThresholds(thresholds, impact, payback).length === 0,
    };
  };
  const contradiction = (changes: readonly ContradictedCost[]): readonly LogContradiction[] => {
    const [first] = changes;
    if (first === undefined) return [];
    const logged = changes.reduce(
      (all, { name, projected }) => withFigure(all, name, rationalOf(moneyDecimal(projected))),
      figures,
    );
    const { currency } = first.stated;
    const [before, after] = [verdict(figures, currency), verdict(logged, currency)];
    return before.meets === after.meets ? [] : [{ costs: changes, stated: before, logged: after }];
  };
  const alone = known.flatMap((cost) => contradiction([cost]));
  return alone.length > 0 ? alone : contradiction(known);
}
