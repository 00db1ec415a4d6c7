import { betaInterval } from "../rates/beta-interval.ts";
import { binomialAtLeast, binomialAtMost } from "../distributions/binomial.ts";
import { smallestWhole } from "../distributions/bisection.ts";
import { requireConfidence, requireCountOf, requireShare } from "../preconditions.ts";
import { LARGEST_SIZE } from "./rate-size.ts";

/**
 * The first sample size, from n up, at which the Clopper–Pearson bounds settle the matter if the observed rate x/n
 * stays exactly as it is: above the target, where the lower bound reaches it; below, where the upper bound falls short
 * of it. Counts at that size are rounded towards the target. About an even chance: luck goes either way from here.
 *
 * `null` where the observed rate is the target itself, or ten million trials would not settle it.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless x and n are whole numbers with 0 ≤ x ≤ n, n ≥ 1, and target lies in 0 to 1
 */
export function rateAtBest(x: number, n: number, target: number, confidence: number): number | null {
  requireCountOf("x", x, n);
  requireShare("target", target);
  requireConfidence(confidence);
  const alpha = 1 - confidence;
  const rate = x / n;
  if (rate === target || n > LARGEST_SIZE) return null;
  if (rate > target) {
    return firstSize(
      x,
      n,
      (size) => betaInterval(rate * size, size, confidence).low >= target,
      (count, size) => target === 0 || binomialAtLeast(count, size, target) <= alpha,
    );
  }
  return firstSize(
    n - x,
    n,
    (size) => betaInterval(rate * size, size, confidence).high < target,
    (count, size) => target === 1 || binomialAtMost(size - count, size, target) < alpha,
  );
}

/**
 * The first size, from n up, at which `holds` is true of floor(x size / n) of it. `holdsSmoothly` is the same without
 * the rounding and turns from false to true once, at a size that is never too large.
 */
function firstSize(
  x: number,
  n: number,
  holdsSmoothly: (size: number) => boolean,
  holds: (count: number, size: number) => boolean,
): number | null {
  if (!holdsSmoothly(LARGEST_SIZE)) return null;
  const start = smallestWhole(holdsSmoothly, n, LARGEST_SIZE);
  const countAt = (size: number): number => Math.floor((x * size) / n);
  for (let size = start; size <= LARGEST_SIZE;) {
    // While failures stay the same, each further trial is a success and helps; while successes do, it hurts.
    const failures = size - countAt(size);
    const last = x === n ? LARGEST_SIZE : Math.min(LARGEST_SIZE, Math.floor((failures * n) / (n - x)));
    if (holds(countAt(last), last)) return smallestWhole((s) => holds(countAt(s), s), size, last);
    size = last + 1;
    if (2 * x < n) size = Math.max(size, Math.ceil(((countAt(last) + 1) * n) / x));
  }
  return null;
}
