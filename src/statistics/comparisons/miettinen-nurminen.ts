import type { Interval } from "../interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireConfidence, requireCountOf } from "../preconditions.ts";
import { ratioCrossing } from "./ratio-crossing.ts";
import { unguardedRatioScore } from "./ratio-score.ts";

/**
 * The ratio of two rates from separate trials, (x1/n1) / (x2/n2), by the score method. A relative reduction is
 * 1 − ratio; see `reduction`.
 *
 * x1 = 0: the ratio is 0 and so is its lower bound. x2 = 0: the upper bound is infinite, and so is the estimate, or
 * NaN where x1 is 0 too; then the lower bound is 0. Otherwise 0 < low ≤ estimate ≤ high < ∞.
 *
 * Miettinen & Nurminen 1985 (Statistics in Medicine 4:213); Koopman 1984 without the factor N / (N − 1). Bounds by
 * bisection on the logarithm of the ratio.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless counts are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function miettinenNurminen(x1: number, n1: number, x2: number, n2: number, confidence: number): Interval {
  requireCountOf("x1", x1, n1);
  requireCountOf("x2", x2, n2);
  requireConfidence(confidence);
  return unguardedMiettinenNurminen(x1, n1, x2, n2, confidence);
}

/** `miettinenNurminen` for arguments already checked; counts need not be whole. */
export function unguardedMiettinenNurminen(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence: number,
): Interval {
  const z = normalQuantile(confidence);
  const score = (ratio: number): number => unguardedRatioScore(x1, n1, x2, n2, ratio);
  const estimate = x1 / n1 / (x2 / n2);
  // With half a count added to each there is always a finite ratio above zero to search from.
  const centre = (x1 + 0.5) / (n1 + 1) / ((x2 + 0.5) / (n2 + 1));
  return {
    estimate,
    low: x1 === 0 ? 0 : Math.min(estimate, ratioCrossing(score, z, centre)),
    high: x2 === 0 ? Infinity : Math.max(estimate, ratioCrossing(score, -z, centre)),
  };
}
