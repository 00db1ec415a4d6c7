import type { ClusterSum } from "../../statistics/means/cluster-mean.ts";
import type { ClusterCount } from "../../statistics/rates/korn-graubard.ts";
import { addDecimals, decimal, decimalNumber } from "../scalars/decimal.ts";
import type { Cluster, Result } from "../records/entry.ts";
import type { Contradiction } from "./eval-reason.ts";

/** More groups than this are single cases, or a file of records that nobody can read any more. */
export const MOST_CLUSTERS = 2000;
/** Fewer groups than this never make a target met. */
export const LEAST_CLUSTERS = 10;

/** The groups of a count. */
export function clusterCounts(clusters: readonly Cluster[]): readonly ClusterCount[] {
  return clusters.map(({ sum, n }) => ({ x: decimalNumber(sum), n }));
}

/** The groups of a mean, in its unit. */
export function clusterSums(clusters: readonly Cluster[]): readonly ClusterSum[] {
  return clusters.map(({ sum, n }) => ({ sum: decimalNumber(sum), n }));
}

/** Sums are rounded when they are stored, and add up to the mean as closely as this. */
const CLOSE = 1e-6;

/** What keeps the groups of a result from being those of its figure, or undefined. */
export function clusterContradiction({ count, value, n, sd, clusters }: Result): Contradiction | undefined {
  if (clusters === undefined) return undefined;
  const cases = clusters.reduce((all, cluster) => all + cluster.n, 0);
  const total = decimalNumber(clusters.reduce((all, { sum }) => addDecimals(all, sum), decimal(0)));
  if (count !== undefined) {
    const odd = clusterCounts(clusters).findIndex(
      (cluster) => !Number.isInteger(cluster.x) || cluster.x < 0 || cluster.x > cluster.n,
    );
    if (odd >= 0)
      return {
        code: "group-is-no-count",
        group: odd + 1,
        sum: decimalNumber(clusters[odd]!.sum),
        n: clusters[odd]!.n,
      };
    return total === count.x && cases === count.n
      ? undefined
      : { code: "groups-differ-from-count", sum: total, cases, x: count.x, n: count.n };
  }
  if (value === undefined || n === undefined) return undefined;
  if (cases !== n) return { code: "groups-differ-from-n", cases, n };
  const [mean, figure] = [total / cases, decimalNumber(value.amount)];
  const near = CLOSE * Math.max(Math.abs(figure), sd === undefined ? 0 : decimalNumber(sd));
  return Math.abs(mean - figure) <= near ? undefined : { code: "groups-differ-from-value", mean, value: figure };
}
