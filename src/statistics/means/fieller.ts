import type { Interval } from "../interval.ts";
import { requireConfidence, requireFinite, requireNonNegative, requirePositive } from "../preconditions.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

/** Two estimated means and how they vary together. */
export interface MeanPair {
  readonly mean1: number;
  readonly mean2: number;
  /** The variance of the first mean: its squared standard error. */
  readonly variance1: number;
  readonly variance2: number;
  /** The covariance of the two means; 0 for separate samples. */
  readonly covariance: number;
  readonly degrees: number;
}

/**
 * The ratio of two means, mean1 / mean2: the ratios ρ for which mean1 − ρ mean2 is not significantly different
 * from 0. The ratio has no unit.
 *
 * Where the second mean is itself not significantly different from 0 the data bound the ratio on no side, and the
 * bounds are −∞ and ∞ (the estimate is mean1 / mean2 still, NaN for 0/0).
 *
 * Fieller 1954, JRSS B 16:175.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError on means that are not finite, negative variances, a covariance larger than they allow, or degrees
 *   of freedom that are not above zero
 */
export function fieller(pair: MeanPair, confidence: number): Interval {
  const { mean1, mean2, variance1, variance2, covariance, degrees } = pair;
  requireFinite("mean1", mean1);
  requireFinite("mean2", mean2);
  requireNonNegative("variance1", variance1);
  requireNonNegative("variance2", variance2);
  requireFinite("covariance", covariance);
  if (covariance * covariance > variance1 * variance2 * (1 + 1e-9)) {
    throw new RangeError(`a covariance of ${covariance} is impossible with variances ${variance1} and ${variance2}`);
  }
  requirePositive("degrees of freedom", degrees);
  requireConfidence(confidence);
  const estimate = mean1 / mean2;
  const square = tQuantile(confidence, degrees) ** 2;
  const a = mean2 * mean2 - square * variance2;
  if (a <= 0) return { estimate, low: -Infinity, high: Infinity };
  const b = mean1 * mean2 - square * covariance;
  const c = mean1 * mean1 - square * variance1;
  // b² − ac in the terms that make it: the two squares would cancel where the means dwarf their errors.
  const spread =
    variance1 * mean2 * mean2 -
    2 * covariance * mean1 * mean2 +
    variance2 * mean1 * mean1 -
    square * (variance1 * variance2 - covariance * covariance);
  const root = Math.sqrt(square * Math.max(0, spread));
  // Roots of a ρ² − 2bρ + c = 0; the one near 0 as c over the other.
  const [low, high] = b >= 0 ? [b + root === 0 ? 0 : c / (b + root), (b + root) / a] : [(b - root) / a, c / (b - root)];
  return { estimate, low: Math.min(low, estimate), high: Math.max(high, estimate) };
}
