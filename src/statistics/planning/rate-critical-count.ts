import { binomialAtLeast } from "../distributions/binomial.ts";
import { smallestWhole } from "../distributions/bisection.ts";
import { requireConfidence, requireCount, requireShare } from "../preconditions.ts";

/**
 * The smallest count of `n` whose Clopper–Pearson lower bound reaches `target`: the smallest c with
 * P(X ≥ c) ≤ 1 − confidence for X binomial at the target. `null` where not even n of n does. For a rate to
 * be shown at most t, turn it round: at most n − c failures, with c the critical count of 1 − t.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 1 up and target lies in 0 to 1
 */
export function rateCriticalCount(n: number, target: number, confidence: number): number | null {
  requireCount("n", n, 1);
  requireShare("target", target);
  requireConfidence(confidence);
  const alpha = 1 - confidence;
  const reaches = (count: number): boolean => target === 0 || binomialAtLeast(count, n, target) <= alpha;
  if (!reaches(n)) return null;
  // The count lies a few standard deviations above the mean; from there the search takes a handful of steps.
  const spread = Math.sqrt(n * target * (1 - target));
  let low = Math.max(0, Math.floor(n * target));
  if (reaches(low)) return smallestWhole(reaches, 0, low);
  let step = Math.ceil(2 * spread) + 1;
  while (low + step < n && !reaches(low + step)) {
    low += step;
    step *= 2;
  }
  return smallestWhole(reaches, low + 1, Math.min(n, low + step));
}
