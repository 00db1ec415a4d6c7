import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount } from "../preconditions.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { evenClusters } from "../rates/clustered-rate.ts";
import { unguardedNewcombePaired } from "./newcombe-paired.ts";
import { requirePairedTable, type PairedTable } from "./paired-table.ts";
import { unguardedTangRatio } from "./tang-ratio.ts";

/** How many of the items of one cluster came out positive in the first trial, and in the second. */
export interface PairedCluster {
  readonly first: number;
  readonly second: number;
  readonly n: number;
}

/**
 * The difference of two rates on the same items, first less second, where items come in clusters: `newcombePaired` of
 * the table divided by its design effect. Units: shares, from −1 to 1.
 *
 * The design effect is the variance of the difference between clusters (Obuchowski 1998, Statistics in Medicine
 * 17:1495) over that of independent pairs, with t at G − 1 degrees of freedom for G clusters, as `kornGraubard` does
 * for one rate: at the bounds of the plain Wald interval, rare failures are wrong more often. Where the clusters show
 * no spread at all, each counts as one item.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless the table and at least 2 clusters hold whole numbers, and the clusters add up to the table
 */
export function clusteredPairedDifference(
  table: PairedTable,
  clusters: readonly PairedCluster[],
  confidence: number,
): Interval {
  const items = requireClustersOf(table, clusters, confidence);
  const estimate = (table.onlyFirst - table.onlySecond) / items;
  const distances = clusters.map(
    ({ first, second, n }) => (first - second) * items - n * (table.onlyFirst - table.onlySecond),
  );
  const alone = (table.onlyFirst + table.onlySecond) * items ** 2 - (table.onlyFirst - table.onlySecond) ** 2 * items;
  const share = effectiveShare(alone, distances, clusters, items, confidence);
  return { ...unguardedNewcombePaired(scaled(table, share), items * share, confidence), estimate };
}

/**
 * The ratio of two rates on the same items, first over second, where items come in clusters: `tangRatio` of the table
 * divided by its design effect, which is that of the linearised ratio (first − ratio × second of each cluster), with
 * t at G − 1 degrees of freedom. The ratio has no unit; its edges are those of `tangRatio`.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless the table and at least 2 clusters hold whole numbers, and the clusters add up to the table
 */
export function clusteredPairedRatio(
  table: PairedTable,
  clusters: readonly PairedCluster[],
  confidence: number,
): Interval {
  const items = requireClustersOf(table, clusters, confidence);
  const [first, second] = [table.both + table.onlyFirst, table.both + table.onlySecond];
  // With nothing in the second trial there is no ratio; the bounds then only say so.
  const ratio = second === 0 ? 1 : first / second;
  const distances = clusters.map((cluster) => cluster.first - ratio * cluster.second);
  const alone = table.both * (1 - ratio) ** 2 + table.onlyFirst + table.onlySecond * ratio ** 2;
  const share = effectiveShare(alone, distances, clusters, items, confidence);
  return { ...unguardedTangRatio(scaled(table, share), confidence), estimate: first / second };
}

/** Which part of the items would be worth as much if they were independent. */
function effectiveShare(
  alone: number,
  distances: readonly number[],
  clusters: readonly PairedCluster[],
  items: number,
  confidence: number,
): number {
  const squares = distances.reduce((sum, distance) => sum + distance ** 2, 0);
  const groups = clusters.length;
  if (squares === 0) return evenClusters(clusters) / items;
  const shrink = (tQuantile(confidence, items - 1) / tQuantile(confidence, groups - 1)) ** 2;
  return Math.min(1, (alone / ((squares * groups) / (groups - 1))) * shrink);
}

function scaled({ both, onlyFirst, onlySecond, neither }: PairedTable, share: number): PairedTable {
  return {
    both: both * share,
    onlyFirst: onlyFirst * share,
    onlySecond: onlySecond * share,
    neither: neither * share,
  };
}

function requireClustersOf(table: PairedTable, clusters: readonly PairedCluster[], confidence: number): number {
  const items = requirePairedTable(table);
  requireConfidence(confidence);
  requireCount("the number of clusters", clusters.length, 2);
  let [first, second, n] = [0, 0, 0];
  for (const cluster of clusters) {
    requireCount("the size of a cluster", cluster.n, 1);
    requireCount("first of a cluster", cluster.first);
    requireCount("second of a cluster", cluster.second);
    if (cluster.first > cluster.n || cluster.second > cluster.n)
      throw new RangeError(`a cluster of ${cluster.n} cannot have ${Math.max(cluster.first, cluster.second)} of them`);
    first += cluster.first;
    second += cluster.second;
    n += cluster.n;
  }
  if (n !== items || first !== table.both + table.onlyFirst || second !== table.both + table.onlySecond)
    throw new RangeError("the clusters do not add up to the table");
  return items;
}
