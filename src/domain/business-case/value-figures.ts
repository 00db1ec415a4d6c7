import type { Costs } from "../records/costs.ts";
import type { Decimal } from "../scalars/decimal.ts";
import { moneyDecimal, type Money } from "../scalars/money.ts";
import {
  compareRationals,
  divideRationals,
  multiplyRationals,
  productOf,
  rational,
  rationalOf,
  signOf,
  subtractRationals,
  sumOf,
  ZERO,
  type Rational,
} from "../scalars/rational.ts";
import { inCurrency } from "../spend/spend.ts";
import type { BusinessCase } from "../records/value.ts";
import { estimateOf, isMoney, VALUE_INPUTS, type InputRole, type ValueInputSpec } from "../records/value-inputs.ts";

/** An input as it enters the calculation: exact, amounts in the currency of the PoC. */
export interface ConvertedInput {
  readonly spec: ValueInputSpec;
  readonly low: Rational;
  readonly likely: Rational;
  readonly high: Rational;
}

/** One figure for each input, by its name in value.yaml; what is absent counts as nothing. */
export type Figures = ReadonlyMap<string, Rational>;

/** The inputs that are there, in the order of `VALUE_INPUTS`; those without an exchange rate are left out. */
export function convertedInputs(value: BusinessCase, costs: Costs, currency: string): readonly ConvertedInput[] {
  return VALUE_INPUTS.flatMap((spec) => {
    const estimate = estimateOf(value, spec);
    if (estimate === undefined) return [];
    const [low, likely, high] = [estimate.low, estimate.likely, estimate.high].map((figure) =>
      convertedFigure(figure, costs, currency),
    );
    return low === undefined || likely === undefined || high === undefined ? [] : [{ spec, low, likely, high }];
  });
}

function convertedFigure(figure: Decimal | Money, costs: Costs, currency: string): Rational | undefined {
  if (!isMoney(figure)) return rationalOf(figure);
  const money = inCurrency(figure, currency, costs);
  return money && rationalOf(moneyDecimal(money));
}

export function isRange({ low, high }: ConvertedInput): boolean {
  return compareRationals(low, high) !== 0;
}

/** Every input at its likely figure. */
export function likelyFigures(inputs: readonly ConvertedInput[]): Figures {
  return new Map(inputs.map(({ spec, likely }) => [spec.name, likely]));
}

/** `figures` with another one for an input. */
export function withFigure(figures: Figures, name: string, figure: Rational): Figures {
  return new Map([...figures, [name, figure]]);
}

const PER_HOUR = rational(1n, 60n);
const MONTHS = rational(12n);

/** Users × tasks a day × minutes saved ÷ 60 × hourly rate × working days a year. */
export function timeSavedOf(figures: Figures): Rational {
  return productOf([...figuresOf(figures, "factor"), ...figuresOf(figures, "rate"), PER_HOUR]);
}

/** The worth of the time saved + incremental revenue − (platform + model + review + support), a year. */
export function impactOf(figures: Figures): Rational {
  return subtractRationals(
    sumOf([timeSavedOf(figures), ...figuresOf(figures, "revenue")]),
    sumOf(figuresOf(figures, "running")),
  );
}

/** Build and change costs, once. */
export function investmentOf(figures: Figures): Rational {
  return sumOf(figuresOf(figures, "once"));
}

function figuresOf(figures: Figures, role: InputRole): readonly Rational[] {
  return VALUE_INPUTS.filter((spec) => spec.role === role).map(({ name }) => figures.get(name) ?? ZERO);
}

/**
 * Months: investment ÷ (impact ÷ 12). Where the impact is zero or negative it never pays back, not even for nothing.
 */
export function paybackOf(impact: Rational, investment: Rational): Rational | "never" {
  return signOf(impact) > 0 ? divideRationals(multiplyRationals(investment, MONTHS), impact) : "never";
}
