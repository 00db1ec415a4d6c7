import { binomialAtLeast } from "../distributions/binomial.ts";
import { requireCount, requireCountOf, requireShare } from "../preconditions.ts";
import { rateCriticalCount } from "./rate-critical-count.ts";
import type { Side } from "../interval.ts";

/** A one-rate test: what must be shown, of how many, and what is true. */
export interface RatePlan {
  /** The limit to be shown, 0 to 1. */
  readonly target: number;
  /** Whether the rate is to be shown to be at least the target, or at most. */
  readonly side: Side;
  /** The rate taken as true, 0 to 1. */
  readonly rate: number;
  /** The size of the whole sample, what has been seen included. */
  readonly n: number;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
  /** What has been seen already; nothing, if left out. */
  readonly seen?: { readonly x: number; readonly n: number };
}

/**
 * The chance that the Clopper–Pearson bound of the finished sample reaches the target, if `rate` is true and given
 * what has been seen. Exact: a binomial tail at the critical count.
 *
 * @throws RangeError on rates outside 0 to 1, a size that is not a whole number from 1 up, or more seen than planned
 */
export function rateChance({ target, side, rate, n, confidence, seen }: RatePlan): number {
  requireShare("target", target);
  requireShare("rate", rate);
  requireCount("n", n, 1);
  if (seen !== undefined && seen.n > 0) {
    requireCountOf("x seen", seen.x, seen.n);
    requireCount("n", n, seen.n);
  }
  if (side === "at-most") {
    const mirrored = { target: 1 - target, side: "at-least", rate: 1 - rate, n, confidence } as const;
    return rateChance(seen === undefined ? mirrored : { ...mirrored, seen: { x: seen.n - seen.x, n: seen.n } });
  }
  const critical = rateCriticalCount(n, target, confidence);
  if (critical === null) return 0;
  return binomialAtLeast(critical - (seen?.x ?? 0), n - (seen?.n ?? 0), rate);
}
