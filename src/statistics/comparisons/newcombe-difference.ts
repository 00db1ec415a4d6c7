import type { Interval } from "../interval.ts";
import { wilson } from "../rates/wilson.ts";

/**
 * The difference of two rates from separate trials: x1/n1 − x2/n2.
 *
 * Newcombe 1998 (Statistics in Medicine 17:873), method 10: the distances from the two rates to their score bounds,
 * added as squares. Closed form, never outside −1 to 1, and sane at 0 and at n. Units: shares, from −1 to 1.
 *
 * Where the rates sit at opposite ends there is nothing beyond: x1 = n1 with x2 = 0 has an upper bound of exactly 1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless counts are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function newcombeDifference(x1: number, n1: number, x2: number, n2: number, confidence: number): Interval {
  return squareAndAdd(wilson(x1, n1, confidence), wilson(x2, n2, confidence));
}

/** The difference of two independent rates from the score bounds of each. */
export function squareAndAdd(first: Interval, second: Interval): Interval {
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: Math.max(-1, estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate)),
    high: Math.min(1, estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low)),
  };
}
