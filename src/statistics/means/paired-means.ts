import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite, requireNonNegative } from "../preconditions.ts";
import { fieller } from "./fieller.ts";
import { meanInterval } from "./mean-interval.ts";
import { clusterMeanOfSums } from "./cluster-mean.ts";

/** What two values of each of n items come to: the moments of both, and the deviation of their differences. */
export interface PairedMoments {
  readonly n: number;
  readonly mean1: number;
  readonly sd1: number;
  readonly mean2: number;
  readonly sd2: number;
  /** The standard deviation, with divisor n − 1, of first − second, item by item. */
  readonly differenceSd: number;
}

/**
 * The difference of two means on the same items, first less second: the t bounds of the mean of the differences. Any
 * unit. Student 1908.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 2 up, means finite and deviations not negative
 */
export function pairedMeanDifference({ n, mean1, mean2, differenceSd }: PairedMoments, confidence: number): Interval {
  requireFinite("the first mean", mean1);
  requireFinite("the second mean", mean2);
  return meanInterval({ n, mean: mean1 - mean2, sd: differenceSd }, confidence);
}

/**
 * The ratio of two means on the same items, first over second: `fieller` with n − 1 degrees of freedom, the covariance
 * from the deviation of the differences. The ratio has no unit.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 2 up, means finite and deviations not negative
 */
export function pairedMomentsRatio(pair: PairedMoments, confidence: number): Interval {
  const { n, mean1, sd1, mean2, sd2, differenceSd } = pair;
  requireCount("n", n, 2);
  for (const sd of [sd1, sd2, differenceSd]) requireNonNegative("sd", sd);
  const [variance1, variance2] = [sd1 ** 2 / n, sd2 ** 2 / n];
  // Deviations are rounded where they are written, and may say a little more than that both vary as one.
  const most = Math.sqrt(variance1 * variance2);
  const covariance = Math.min(most, Math.max(-most, (variance1 + variance2 - differenceSd ** 2 / n) / 2));
  return fieller({ mean1, mean2, variance1, variance2, covariance, degrees: n - 1 }, confidence);
}

/** What the values of one cluster add up to in the first trial and in the second, and how many items it has. */
export interface PairedSum {
  readonly first: number;
  readonly second: number;
  readonly n: number;
}

/**
 * The difference of two means on the same items, first less second, where items come in clusters: `clusterMeanOfSums`
 * of the differences (Obuchowski 1998, Statistics in Medicine 17:1495, for rates). Any unit.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, none empty, and only finite sums
 */
export function clusteredMeanDifference(clusters: readonly PairedSum[], confidence: number): Interval {
  return clusterMeanOfSums(
    clusters.map(({ first, second, n }) => ({ sum: first - second, n })),
    confidence,
  );
}

/**
 * The ratio of two means on the same items, first over second, where items come in clusters: `fieller` with the
 * variances and the covariance between clusters (CR1), and G − 1 degrees of freedom for G clusters.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, none empty, and only finite sums
 */
export function clusteredMeanRatio(clusters: readonly PairedSum[], confidence: number): Interval {
  requireCount("the number of clusters", clusters.length, 2);
  requireConfidence(confidence);
  let [n, first, second] = [0, 0, 0];
  for (const cluster of clusters) {
    requireCount("the size of a cluster", cluster.n, 1);
    requireFinite("the first sum of a cluster", cluster.first);
    requireFinite("the second sum of a cluster", cluster.second);
    n += cluster.n;
    first += cluster.first;
    second += cluster.second;
  }
  const [mean1, mean2] = [first / n, second / n];
  let [squares1, squares2, products] = [0, 0, 0];
  for (const cluster of clusters) {
    const [one, two] = [cluster.first - cluster.n * mean1, cluster.second - cluster.n * mean2];
    squares1 += one * one;
    squares2 += two * two;
    products += one * two;
  }
  const factor = clusters.length / (clusters.length - 1) / n ** 2;
  return fieller(
    {
      mean1,
      mean2,
      variance1: squares1 * factor,
      variance2: squares2 * factor,
      covariance: products * factor,
      degrees: clusters.length - 1,
    },
    confidence,
  );
}
