import { betaQuantile } from "../distributions/beta-quantile.ts";
import type { Interval } from "../interval.ts";

/**
 * The Clopper–Pearson bounds for x of n where neither need be whole: the bounds of `clopperPearson` and, with the
 * effective size of clustered data, of `kornGraubard`. Arguments are the callers' to check; 0 ≤ x ≤ n, n > 0.
 *
 * Lower bound: the quantile of a Beta(x, n − x + 1) at 1 − confidence, 0 at x = 0. The upper bound is the mirror of
 * the lower bound of n − x, so that exchanging success and failure mirrors the interval to the last bit.
 */
export function betaInterval(x: number, n: number, confidence: number): Interval {
  return {
    estimate: x / n,
    low: lowerShare(x, n, confidence).share,
    high: lowerShare(n - x, n, confidence).complement,
  };
}

function lowerShare(x: number, n: number, confidence: number): { share: number; complement: number } {
  const alpha = 1 - confidence;
  if (x <= 0) return { share: 0, complement: 1 };
  if (x >= n) {
    const logShare = Math.log(alpha) / n;
    return { share: Math.exp(logShare), complement: -Math.expm1(logShare) };
  }
  const { x: share, y: complement } = betaQuantile(alpha, x, n - x + 1);
  return { share, complement };
}
