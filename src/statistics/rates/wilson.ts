import type { Interval } from "../interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireConfidence, requireCountOf } from "../preconditions.ts";

/**
 * The score interval of a rate: `x` of `n` independent trials.
 *
 * Right on average over the true rates, but lopsided as a pair of one-sided bounds (Cai 2005, JSPI 131:63), so not
 * one to decide a single rate by. It is here as the ingredient of Newcombe's intervals. With x = 0 the lower bound is
 * exactly 0, with x = n the upper bound exactly 1.
 *
 * Wilson 1927, JASA 22:209. Units: shares from 0 to 1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless x and n are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function wilson(x: number, n: number, confidence: number): Interval {
  requireCountOf("x", x, n);
  requireConfidence(confidence);
  return unguardedWilson(x, n, confidence);
}

/** `wilson` for arguments already checked; counts need not be whole. */
export function unguardedWilson(x: number, n: number, confidence: number): Interval {
  const z = normalQuantile(confidence);
  const square = z * z;
  const root = z * Math.sqrt(square + (4 * x * (n - x)) / n);
  // The roots of (x/n − p)² = z² p (1 − p) / n; the smaller as c over the other, which subtracts nothing.
  return {
    estimate: x / n,
    low: (2 * x * x) / (n * (2 * x + square + root)),
    high: x === n ? 1 : (2 * x + square + root) / (2 * (n + square)),
  };
}
