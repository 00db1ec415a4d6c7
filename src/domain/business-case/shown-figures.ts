import type { Costs } from "../records/costs.ts";
import { currencyExponent } from "../scalars/currency.ts";
import type { Decimal } from "../scalars/decimal.ts";
import { compareMoney, type Money } from "../scalars/money.ts";
import {
  compareRationals,
  rationalOf,
  roundRational,
  ZERO,
  type Rational,
  type Rounding,
} from "../scalars/rational.ts";
import { inCurrency } from "../spend/spend.ts";

/** Half to even; but an impact that falls short of its threshold by less than is shown is not shown to reach it. */
export function shownImpact(impact: Rational, threshold: Money | undefined, currency: string, costs: Costs): Money {
  const rounded = shownMoney(impact, currency);
  const least = threshold && inCurrency(threshold, currency, costs);
  if (least === undefined || compareMoney(rounded, least) < 0) return rounded;
  const below = shownMoney(impact, currency, "down");
  return compareMoney(below, least) < 0 ? below : rounded;
}

export function shownMoney(amount: Rational, currency: string, rounding: Rounding = "half-even"): Money {
  return { minor: roundRational(amount, currencyExponent(currency) ?? 2, rounding).digits, currency };
}

const MOST_PLACES = 6;

/**
 * To a tenth of a month; with more digits where a tenth would put it on the wrong side of its threshold or of zero, or
 * on it.
 */
export function shownMonths(payback: Rational | "never", threshold: Rational | undefined): Decimal | "never" {
  if (payback === "never") return payback;
  const limits = [ZERO, ...(threshold === undefined ? [] : [threshold])];
  for (let places = 1; places <= MOST_PLACES; places++) {
    const rounded = roundRational(payback, places);
    if (limits.every((limit) => compareRationals(rationalOf(rounded), limit) === compareRationals(payback, limit)))
      return rounded;
  }
  return roundRational(
    payback,
    MOST_PLACES,
    threshold === undefined || compareRationals(payback, threshold) > 0 ? "up" : "down",
  );
}
