import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite, requireNonNegative } from "../preconditions.ts";
import type { SampleMoments } from "./sample-moments.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

/**
 * The t bounds of a mean, with n − 1 degrees of freedom; exact for normal values, and with skewed ones (costs, times)
 * wrong more often than stated. Any unit.
 *
 * A standard deviation of 0 gives bounds equal to the mean: "no variation seen", which is not certainty; the caller
 * decides what it is worth.
 *
 * Student 1908, Biometrika 6:1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 2 up, the mean is finite and the deviation not negative
 */
export function meanInterval({ n, mean, sd }: SampleMoments, confidence: number): Interval {
  requireCount("n", n, 2);
  requireFinite("mean", mean);
  requireNonNegative("sd", sd);
  requireConfidence(confidence);
  const reach = sd === 0 ? 0 : (tQuantile(confidence, n - 1) * sd) / Math.sqrt(n);
  return { estimate: mean, low: mean - reach, high: mean + reach };
}
