import type { Interval } from "./interval.ts";
import { requireConfidence, requireCount } from "./preconditions.ts";
import { sampleMoments } from "./sample-moments.ts";
import { tQuantile } from "./t-quantile.ts";

/** The bounds of a clustered mean, and what they rest on. */
export interface ClusterMean extends Interval {
  /** The cluster-robust standard error of the mean. */
  readonly standardError: number;
  /** Clusters less one. */
  readonly degrees: number;
}

/**
 * The mean of values that come in clusters (several questions to a document, several runs of an item), every value
 * weighing the same, with the spread taken between clusters. For differences of paired values, give the differences.
 * Any unit.
 *
 * Cluster sums of the deviations, corrected by G/(G − 1) (CR1 for a mean), t with G − 1 degrees of freedom for G
 * clusters. With one value in each it is `meanInterval`. Liang & Zeger 1986, Biometrika 73:13; the standard error
 * without the correction is eq. 4 of Miller 2024 (arXiv 2411.00640). For rates near 0 or 1 use `kornGraubard`.
 *
 * @param clusters the values of each cluster; none empty
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, none empty, and only finite values
 */
export function clusterMean(clusters: readonly (readonly number[])[], confidence: number): ClusterMean {
  requireCount("the number of clusters", clusters.length, 2);
  requireConfidence(confidence);
  for (const cluster of clusters) requireCount("the size of a cluster", cluster.length, 1);
  const { n, mean } = sampleMoments(clusters.flat());
  let squares = 0;
  for (const cluster of clusters) {
    let sum = 0;
    for (const value of cluster) sum += value - mean;
    squares += sum * sum;
  }
  const degrees = clusters.length - 1;
  const standardError = Math.sqrt((squares * clusters.length) / degrees) / n;
  const reach = standardError === 0 ? 0 : tQuantile(confidence, degrees) * standardError;
  return { estimate: mean, low: mean - reach, high: mean + reach, standardError, degrees };
}
