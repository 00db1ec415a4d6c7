import { fieller } from "./fieller.ts";
import type { Interval } from "../interval.ts";
import { requireCount, requireNonNegative } from "../preconditions.ts";
import { type SampleMoments, sampleMoments } from "./sample-moments.ts";
import { welchDegrees } from "./welch.ts";

/**
 * The ratio of two means measured on the same items, first over second, from the values item by item. `fieller` with
 * n − 1 degrees of freedom.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless both lists have the same length of at least 2 and only finite values
 */
export function pairedMeanRatio(first: readonly number[], second: readonly number[], confidence: number): Interval {
  if (first.length !== second.length) {
    throw new RangeError(`paired values must be equally many, not ${first.length} and ${second.length}`);
  }
  requireCount("n", first.length, 2);
  const n = first.length;
  const one = sampleMoments(first);
  const two = sampleMoments(second);
  let products = 0;
  for (const [i, value] of first.entries()) products += (value - one.mean) * ((second[i] ?? 0) - two.mean);
  return fieller(
    {
      mean1: one.mean,
      mean2: two.mean,
      variance1: one.sd ** 2 / n,
      variance2: two.sd ** 2 / n,
      covariance: products / (n - 1) / n,
      degrees: n - 1,
    },
    confidence,
  );
}

/**
 * The ratio of two means of separate samples, first over second. `fieller` without covariance; the degrees of freedom
 * are Satterthwaite's for mean1 − ρ mean2 at the estimated ratio ρ, an approximation.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless both n are whole numbers from 2 up, means finite and deviations not negative
 */
export function separateMeanRatio(first: SampleMoments, second: SampleMoments, confidence: number): Interval {
  requireCount("n", first.n, 2);
  requireCount("n", second.n, 2);
  requireNonNegative("sd", first.sd);
  requireNonNegative("sd", second.sd);
  const variance1 = first.sd ** 2 / first.n;
  const variance2 = second.sd ** 2 / second.n;
  const scaled = second.mean === 0 ? variance2 : variance2 * (first.mean / second.mean) ** 2;
  const degrees = variance1 + scaled > 0 ? welchDegrees(variance1, first.n, scaled, second.n) : first.n + second.n - 2;
  return fieller({ mean1: first.mean, mean2: second.mean, variance1, variance2, covariance: 0, degrees }, confidence);
}
