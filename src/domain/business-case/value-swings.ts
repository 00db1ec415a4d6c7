import { compareRationals, rationalNumber, subtractRationals, type Rational } from "../scalars/rational.ts";
import {
  impactOf,
  investmentOf,
  isRange,
  likelyFigures,
  paybackOf,
  withFigure,
  type Figures,
  type ConvertedInput,
} from "./value-figures.ts";
import { hasThreshold, missedThresholds, type ValueThresholds } from "./value-thresholds.ts";

/** The result of the case with one input at an end of its range. */
export interface SwingEnd {
  readonly impact: Rational;
  readonly payback: Rational | "never";
  /** Whether every threshold is met there; undefined if none is set. */
  readonly meets: boolean | undefined;
}

/** An input swung alone through its range, all others at their likely figure. */
export interface Swing {
  /** As in value.yaml. */
  readonly name: string;
  readonly atLow: SwingEnd;
  readonly atHigh: SwingEnd;
  /** Whether the thresholds are met at one end and missed at the other: this input alone could turn the answer. */
  readonly crosses: boolean;
  /** The same in plain numbers, at the low and the high end, for drawing; a payback that never comes is `Infinity`. */
  readonly numbers: { readonly impact: readonly [number, number]; readonly payback: readonly [number, number] };
}

/**
 * Every range, the one that moves the answer most first: an end that never pays back before any number of months, then
 * by the swing in payback; in net impact where payback is never at an end, or does not move. Ties by name.
 */
export function valueSwings(inputs: readonly ConvertedInput[], thresholds: ValueThresholds): readonly Swing[] {
  const figures = likelyFigures(inputs);
  const swings = inputs.filter(isRange).map((input) => swingOf(input, figures, thresholds));
  return swings.sort(
    (a, b) =>
      rank(b) - rank(a) ||
      compareRationals(sizeOf(b), sizeOf(a)) ||
      compareRationals(impactSize(b), impactSize(a)) ||
      (a.name < b.name ? -1 : 1),
  );
}

function swingOf({ spec, low, high }: ConvertedInput, figures: Figures, thresholds: ValueThresholds): Swing {
  const [atLow, atHigh] = [
    endOf(withFigure(figures, spec.name, low), thresholds),
    endOf(withFigure(figures, spec.name, high), thresholds),
  ];
  const months = ({ payback }: SwingEnd) => (payback === "never" ? Infinity : rationalNumber(payback));
  return {
    name: spec.name,
    atLow,
    atHigh,
    crosses: atLow.meets !== atHigh.meets,
    numbers: {
      impact: [rationalNumber(atLow.impact), rationalNumber(atHigh.impact)],
      payback: [months(atLow), months(atHigh)],
    },
  };
}

function endOf(figures: Figures, thresholds: ValueThresholds): SwingEnd {
  const impact = impactOf(figures);
  const payback = paybackOf(impact, investmentOf(figures));
  return {
    impact,
    payback,
    meets: hasThreshold(thresholds) ? missedThresholds(thresholds, impact, payback).length === 0 : undefined,
  };
}

/**
 * Both ends finite or both never cannot stand beside each other in one case: the likely figure lies between the ends.
 */
function rank({ atLow, atHigh }: Swing): number {
  return (atLow.payback === "never") === (atHigh.payback === "never") ? 0 : 1;
}

function sizeOf({ atLow, atHigh }: Swing): Rational {
  const [a, b] =
    atLow.payback === "never" || atHigh.payback === "never"
      ? [atLow.impact, atHigh.impact]
      : [atLow.payback, atHigh.payback];
  return distance(a, b);
}

function impactSize({ atLow, atHigh }: Swing): Rational {
  return distance(atLow.impact, atHigh.impact);
}

function distance(a: Rational, b: Rational): Rational {
  const size = subtractRationals(a, b);
  return size.numerator < 0n ? { ...size, numerator: -size.numerator } : size;
}

/**
 * In what swings are shown: months, unless nothing moves them, because it never pays back or pays back at
 * once.
 */
export function swingMeasure(swings: readonly Swing[]): "payback" | "impact" {
  return swings.some(({ numbers: { payback } }) => payback[0] !== payback[1]) ? "payback" : "impact";
}
