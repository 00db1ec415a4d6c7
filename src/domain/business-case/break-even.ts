import {
  addRationals,
  compareRationals,
  divideRationals,
  multiplyRationals,
  rational,
  signOf,
  subtractRationals,
  ZERO,
  type Rational,
} from "../scalars/rational.ts";
import {
  impactOf,
  investmentOf,
  likelyFigures,
  withFigure,
  type Figures,
  type ConvertedInput,
} from "./value-figures.ts";
import type { ThresholdName, ValueThresholds } from "./value-thresholds.ts";

/** The value an input would need to meet every threshold, with all others at their likely figure. */
export type BreakEven =
  | {
      readonly kind: "at";
      /** Exact: put back, it gives the threshold, neither more nor less. */
      readonly figure: Rational;
      /** On which side of it the thresholds are met: from it up, or from it down. */
      readonly side: "at-least" | "at-most";
      /** The threshold that is just met there. */
      readonly threshold: ThresholdName;
      /**
       * At the figure itself the impact is zero, and what costs nothing to build would never pay back: it takes more.
       */
      readonly beyond: boolean;
    }
  /** No value that it could have reaches the threshold. */
  | { readonly kind: "none" }
  /** Every value that it could have does. */
  | { readonly kind: "any" };

export interface InputBreakEven {
  /** As in value.yaml. */
  readonly name: string;
  readonly breakEven: BreakEven;
}

/** For every input. Without a threshold there is no break-even. */
export function breakEvens(inputs: readonly ConvertedInput[], thresholds: ValueThresholds): readonly InputBreakEven[] {
  const figures = likelyFigures(inputs);
  return inputs.map((input) => ({ name: input.spec.name, breakEven: breakEvenOf(input, figures, thresholds) }));
}

/** Something that has to be zero or more, or above zero: `slope × figure + offset`. */
interface Condition {
  readonly slope: Rational;
  readonly offset: Rational;
  readonly strict: boolean;
  readonly threshold: ThresholdName;
}

/**
 * Impact and investment are straight lines in each input taken alone, and so is what a threshold asks: 12 × investment
 * ≤ threshold × impact. Each gives one point, all on the same side of what is met; the tightest is the break-even.
 */
function breakEvenOf({ spec }: ConvertedInput, figures: Figures, thresholds: ValueThresholds): BreakEven {
  let tightest: Extract<BreakEven, { kind: "at" }> | undefined;
  for (const { slope, offset, strict, threshold } of conditions(spec.name, figures, thresholds)) {
    const rises = signOf(slope);
    if (rises === 0) {
      if (signOf(offset) < 0 || (strict && signOf(offset) === 0)) return { kind: "none" };
      continue;
    }
    const figure = divideRationals(multiplyRationals(offset, rational(-1n)), slope);
    const tighter = tightest === undefined ? 1 : compareRationals(figure, tightest.figure) * rises;
    if (tighter > 0 || (tighter === 0 && strict))
      tightest = { kind: "at", figure, side: rises > 0 ? "at-least" : "at-most", threshold, beyond: strict };
  }
  return tightest === undefined ? { kind: "any" } : withinReach(tightest, spec.least, spec.most);
}

function conditions(name: string, figures: Figures, { payback, impact: least }: ValueThresholds): readonly Condition[] {
  const line = (of: (figures: Figures) => Rational) => {
    const offset = of(withFigure(figures, name, ZERO));
    return { offset, slope: subtractRationals(of(withFigure(figures, name, rational(1n))), offset) };
  };
  const impact = line(impactOf);
  const cost = line(investmentOf);
  const found: Condition[] = [];
  if (payback !== undefined) {
    const spare = (months: Rational, price: Rational) =>
      subtractRationals(multiplyRationals(payback, months), multiplyRationals(rational(12n), price));
    found.push({
      slope: spare(impact.slope, cost.slope),
      offset: spare(impact.offset, cost.offset),
      strict: false,
      threshold: "payback",
    });
    found.push({ ...impact, strict: true, threshold: "payback" });
  }
  if (least !== undefined)
    found.push({
      slope: impact.slope,
      offset: addRationals(impact.offset, multiplyRationals(least, rational(-1n))),
      strict: false,
      threshold: "impact",
    });
  return found;
}

/** Nobody has minus three users, and no year has 400 working days. */
function withinReach(found: Extract<BreakEven, { kind: "at" }>, least: number | undefined, most: number): BreakEven {
  const { figure, side, beyond } = found;
  const below = least === undefined ? 1 : compareRationals(figure, rational(BigInt(least)));
  const above = compareRationals(figure, rational(BigInt(most)));
  if (side === "at-least")
    return above > 0 || (above === 0 && beyond)
      ? { kind: "none" }
      : below < 0 || (below === 0 && !beyond)
        ? { kind: "any" }
        : found;
  return below < 0 || (below === 0 && beyond)
    ? { kind: "none" }
    : above > 0 || (above === 0 && !beyond)
      ? { kind: "any" }
      : found;
}
