import type { Interval } from "../interval.ts";
import { type ClusterCount, effectiveCount } from "../rates/korn-graubard.ts";
import { unguardedMiettinenNurminen } from "./miettinen-nurminen.ts";
import { squareAndAdd } from "./newcombe-difference.ts";
import { requireCountOf } from "../preconditions.ts";
import { unguardedWilson, wilson } from "../rates/wilson.ts";

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
  const { x, n, rate } = effectiveCount(clusters, confidence);
  const bounds = unguardedMiettinenNurminen(x, n, x2, n2, confidence);
  return { ...bounds, estimate: rate / (x2 / n2) };
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
  const second = wilson(x2, n2, confidence);
  const { x, n, rate } = effectiveCount(clusters, confidence);
  return { ...squareAndAdd(unguardedWilson(x, n, confidence), second), estimate: rate - x2 / n2 };
}
