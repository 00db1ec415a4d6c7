import { requireConfidence, requireCount } from "../preconditions.ts";

/**
 * The confidence to ask of a bound so that it still holds for the one picked as the best of `k`: 1 − (1 − confidence)
 * / k. The same for k statements of which any one being false would do harm.
 *
 * Bonferroni's inequality: valid however the k depend on one another.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless k is a whole number from 1 up
 */
export function bestOf(confidence: number, k: number): number {
  requireConfidence(confidence);
  requireCount("k", k, 1);
  return k === 1 ? confidence : 1 - (1 - confidence) / k;
}
