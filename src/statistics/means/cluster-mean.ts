import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite } from "../preconditions.ts";
import { sampleMoments } from "./sample-moments.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

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
  const sums = clusters.map((cluster) => cluster.reduce((sum, value) => sum + (value - mean), 0));
  return robust(mean, n, sums, confidence);
}

/** What the values of one cluster add up to, and how many they are. */
export interface ClusterSum {
  readonly sum: number;
  readonly n: number;
}

/**
 * `clusterMean` where only the sum and the size of each cluster are known, which is all that it takes. Where the mean
 * dwarfs the spread between clusters, the digits that the sums do not have are missing from the bounds.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, none empty, and only finite sums
 */
export function clusterMeanOfSums(clusters: readonly ClusterSum[], confidence: number): ClusterMean {
  requireCount("the number of clusters", clusters.length, 2);
  requireConfidence(confidence);
  let [n, total] = [0, 0];
  for (const cluster of clusters) {
    requireCount("the size of a cluster", cluster.n, 1);
    requireFinite("the sum of a cluster", cluster.sum);
    n += cluster.n;
    total += cluster.sum;
  }
  const first = total / n;
  // Once more with what rounding left over: see `sampleMoments`.
  const mean = first + clusters.reduce((rest, cluster) => rest + (cluster.sum - cluster.n * first), 0) / n;
  return robust(
    mean,
    n,
    clusters.map((cluster) => cluster.sum - cluster.n * mean),
    confidence,
  );
}

/** @param sums the deviations from the mean, added up by cluster */
function robust(mean: number, n: number, sums: readonly number[], confidence: number): ClusterMean {
  const squares = sums.reduce((all, sum) => all + sum * sum, 0);
  const degrees = sums.length - 1;
  const standardError = Math.sqrt((squares * sums.length) / degrees) / n;
  const reach = standardError === 0 ? 0 : tQuantile(confidence, degrees) * standardError;
  return { estimate: mean, low: mean - reach, high: mean + reach, standardError, degrees };
}
