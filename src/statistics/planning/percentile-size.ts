import { requireConfidence, requireOpenShare } from "../preconditions.ts";

/**
 * The smallest sample that has any upper bound for the percentile `share`: the smallest n with share^n ≤ 1 −
 * confidence, where the largest value is the bound. At 95 %: 5 for the median, 29 for p90, 59 for p95, 299 for p99.
 * The smallest with a lower bound is that of 1 − share.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless share lies strictly between 0 and 1
 */
export function percentileSize(share: number, confidence: number): number {
  requireOpenShare("share", share);
  requireConfidence(confidence);
  return Math.max(1, Math.ceil(Math.log(1 - confidence) / Math.log(share)));
}
