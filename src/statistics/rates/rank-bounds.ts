import { binomialAtLeast, binomialAtMost } from "../distributions/binomial.ts";
import { smallestWhole } from "../distributions/bisection.ts";
import { requireConfidence, requireCount, requireOpenShare } from "../preconditions.ts";

/** Ranks, from 1 for the smallest value up, between which a percentile lies. */
export interface RankBounds {
  /** The rank of the sample's own percentile: the smallest value with at least that share at or below it. */
  readonly estimate: number;
  /** `null` where the sample is too small for a lower bound. */
  readonly low: number | null;
  /** `null` where the sample is too small for an upper bound. */
  readonly high: number | null;
}

/**
 * The ranks of the values that bound the percentile `share` (0.95 for p95) in a sample of n, whatever the
 * distribution. The upper rank is the smallest k with P(X ≤ k − 1) ≥ confidence for X binomial of n at `share`, the
 * lower rank the largest k with P(X ≤ k − 1) ≤ 1 − confidence.
 *
 * The same decision as the Clopper–Pearson bound of "how many values are within the limit": the k-th smallest value
 * is within it exactly when at least k values are. Hahn & Meeker 1991, Statistical Intervals, section 5.2.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 1 up and share lies strictly between 0 and 1
 */
export function rankBounds(n: number, share: number, confidence: number): RankBounds {
  requireCount("n", n, 1);
  requireOpenShare("share", share);
  requireConfidence(confidence);
  const alpha = 1 - confidence;
  // P(X ≥ k) ≤ alpha rather than P(X ≤ k − 1) ≥ confidence: the small tail is the accurate one.
  const reaches = (k: number): boolean => binomialAtLeast(k, n, share) <= alpha;
  const exceeds = (k: number): boolean => binomialAtMost(k - 1, n, share) > alpha;
  const high = reaches(n) ? smallestWhole(reaches, 1, n) : null;
  const low = exceeds(1) ? null : smallestWhole(exceeds, 1, n + 1) - 1;
  return { estimate: sampleRank(n, share), low, high };
}

/** The smallest k with k / n ≥ share. */
function sampleRank(n: number, share: number): number {
  const exact = n * share;
  const nearest = Math.round(exact);
  // 0.07 × 100 is 7.000000000000001 in doubles, and means the seventh.
  const rank = Math.abs(exact - nearest) <= 1e-9 * Math.max(1, exact) ? nearest : Math.ceil(exact);
  return Math.min(n, Math.max(1, rank));
}
