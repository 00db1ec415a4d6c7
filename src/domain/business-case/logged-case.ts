import type { Decimal } from "../scalars/decimal.ts";
import { moneyDecimal, type Money } from "../scalars/money.ts";
import { rationalOf } from "../scalars/rational.ts";
import type { ValueStanding } from "./business-case.ts";
import type { LoggedCost } from "./logged-cost.ts";
import { shownMonths } from "./shown-figures.ts";
import { impactOf, investmentOf, likelyFigures, paybackOf, withFigure } from "./value-figures.ts";

/** A cost of a year that the log puts far higher than value.yaml, and the payback with it. */
export interface HigherCost {
  readonly name: LoggedCost["name"];
  readonly stated: Money;
  readonly projected: Money;
  /** Months, with this one cost as the log projects it and everything else as stated. */
  readonly payback: Decimal | "never";
}

/** Costs that the case states far lower than the log projects them; empty while the case is incomplete. */
export function higherCosts({
  exact,
  converted,
  modelCost,
  reviewCost,
  thresholds,
}: ValueStanding): readonly HigherCost[] {
  if (exact === undefined) return [];
  return [modelCost, reviewCost].flatMap(({ name, stated, projected, differs }) => {
    if (!differs || stated === undefined || projected === undefined || projected.minor <= stated.minor) return [];
    const figures = withFigure(likelyFigures(converted), name, rationalOf(moneyDecimal(projected)));
    const payback = shownMonths(paybackOf(impactOf(figures), investmentOf(figures)), thresholds.payback);
    return [{ name, stated, projected, payback }];
  });
}
