import type { Interval } from "../interval.ts";
import { type ClusterCount, type EffectiveCount, effectiveCount } from "../rates/korn-graubard.ts";
import { unguardedMiettinenNurminen } from "./miettinen-nurminen.ts";
import { squareAndAdd } from "./newcombe-difference.ts";
import { requireConfidence, requireCountOf } from "../preconditions.ts";
import { unguardedWilson } from "../rates/wilson.ts";

/**
 * The ratio of a clustered rate to one of separate, independent trials, x2 of n2: `miettinenNurminen` with the count of
 * the clusters divided by its design effect. The ratio has no unit.
 *
 * Rao & Scott 1992, Biometrics 48:577, with the design effect of `kornGraubard`, which counts the few degrees of
 * freedom that it was estimated with.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, and all counts are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function clusteredRatio(
  clusters: readonly ClusterCount[],
  x2: number,
  n2: number,
  confidence: number,
): Interval {
  requireCountOf("x2", x2, n2);
  return effectiveRatio(effectiveCount(clusters, confidence), { x: x2, n: n2, rate: x2 / n2 }, confidence);
}

/**
 * The difference of a clustered rate to one of separate, independent trials, x2 of n2: `newcombeDifference` with the
 * count of the clusters divided by its design effect, as in `clusteredRatio`. Units: shares, from −1 to 1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, and all counts are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function clusteredDifference(
  clusters: readonly ClusterCount[],
  x2: number,
  n2: number,
  confidence: number,
): Interval {
  requireCountOf("x2", x2, n2);
  return effectiveDifference(effectiveCount(clusters, confidence), { x: x2, n: n2, rate: x2 / n2 }, confidence);
}

/**
 * `miettinenNurminen` of two effective counts, as `effectiveCount` and `clusteredCount` give them; a count of single
 * trials is its own. Rao & Scott 1992.
 */
export function effectiveRatio(first: EffectiveCount, second: EffectiveCount, confidence: number): Interval {
  requireConfidence(confidence);
  const bounds = unguardedMiettinenNurminen(first.x, first.n, second.x, second.n, confidence);
  return { ...bounds, estimate: first.rate / second.rate };
}

/** `newcombeDifference` of two effective counts, in the same way. */
export function effectiveDifference(first: EffectiveCount, second: EffectiveCount, confidence: number): Interval {
  requireConfidence(confidence);
  const joined = squareAndAdd(
    unguardedWilson(first.x, first.n, confidence),
    unguardedWilson(second.x, second.n, confidence),
  );
  return { ...joined, estimate: first.rate - second.rate };
}
