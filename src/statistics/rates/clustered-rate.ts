import { betaInterval } from "./beta-interval.ts";
import { effectiveCount, type ClusterCount, type ClusterRate, type EffectiveCount } from "./korn-graubard.ts";

/** The bounds of a clustered rate, and whether each cluster counted as one trial. */
export interface GuardedRate extends ClusterRate {
  readonly byCluster: boolean;
}

export interface GuardedCount extends EffectiveCount {
  readonly byCluster: boolean;
}

/**
 * The bounds by which a clustered rate is judged: those of `kornGraubard`, unless the clusters are too alike within
 * for the spread between them to say much (`clustersAreUnits`). Then each counts as one trial: the Clopper–Pearson
 * bounds of the rate at as many trials as there are clusters, fewer where their sizes differ.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @param trials how many runs were made, where a trial of the clusters is the mean of several; else their sum
 * @throws RangeError unless there are at least 2 clusters, each with 0 ≤ x ≤ n and a whole n ≥ 1
 */
export function clusteredRate(clusters: readonly ClusterCount[], confidence: number, trials?: number): GuardedRate {
  const { x, n, rate, byCluster } = clusteredCount(clusters, confidence, trials);
  return { ...betaInterval(x, n, confidence), estimate: rate, effectiveSize: n, byCluster };
}

/** The effective count of `clusteredRate`, for comparing clustered counts with others. */
export function clusteredCount(clusters: readonly ClusterCount[], confidence: number, trials?: number): GuardedCount {
  const count = effectiveCount(clusters, confidence, trials);
  if (!clustersAreUnits(clusters)) return { ...count, byCluster: false };
  const n = Math.min(count.n, evenClusters(clusters));
  return { x: count.rate * n, n, rate: count.rate, byCluster: true };
}

/**
 * Whether clusters are too alike within: half of them or more came out one way as a whole, or a few hold most of the
 * trials. The spread between them then says little of those that were not drawn, and where 3 to 10% of all clusters are
 * wholly bad, `kornGraubard` is wrong in 20 to 35% of samples (`npm run bench:coverage`).
 */
export function clustersAreUnits(clusters: readonly ClusterCount[]): boolean {
  const whole = clusters.filter(({ x, n }) => x === 0 || x === n).length;
  return 2 * whole >= clusters.length || 2 * evenClusters(clusters) < clusters.length;
}

/** How many clusters of one size are worth as much as these where the trials of each come out alike (Kish 1965). */
export function evenClusters(clusters: readonly Pick<ClusterCount, "n">[]): number {
  let n = 0;
  let squares = 0;
  for (const cluster of clusters) {
    n += cluster.n;
    squares += cluster.n ** 2;
  }
  return (n / squares) * n;
}
