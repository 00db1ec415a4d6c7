import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite, requireNonNegative } from "../preconditions.ts";
import type { SampleMoments } from "./sample-moments.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

/**
 * The difference of two means of separate samples, first less second, without assuming equal spread. Any unit.
 *
 * Two standard deviations of 0 give bounds equal to the difference; see `meanInterval`.
 *
 * Welch 1947, Biometrika 34:28, with the degrees of freedom of Satterthwaite 1946.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless both n are whole numbers from 2 up, means finite and deviations not negative
 */
export function welch(first: SampleMoments, second: SampleMoments, confidence: number): Interval {
  for (const { n, mean, sd } of [first, second]) {
    requireCount("n", n, 2);
    requireFinite("mean", mean);
    requireNonNegative("sd", sd);
  }
  requireConfidence(confidence);
  const estimate = first.mean - second.mean;
  const a = first.sd ** 2 / first.n;
  const b = second.sd ** 2 / second.n;
  const reach = a + b === 0 ? 0 : tQuantile(confidence, welchDegrees(a, first.n, b, second.n)) * Math.sqrt(a + b);
  return { estimate, low: estimate - reach, high: estimate + reach };
}

/**
 * The Welch–Satterthwaite degrees of freedom of a + b, the variances of two means of n1 and n2 values; not both 0.
 */
export function welchDegrees(a: number, n1: number, b: number, n2: number): number {
  const share = a / (a + b);
  return 1 / ((share * share) / (n1 - 1) + ((1 - share) * (1 - share)) / (n2 - 1));
}
