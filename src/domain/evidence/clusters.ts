import type { ClusterSum } from "../../statistics/means/cluster-mean.ts";
import type { ClusterCount } from "../../statistics/rates/korn-graubard.ts";
import { addDecimals, decimal, decimalNumber } from "../scalars/decimal.ts";
import type { Cluster, Result } from "../records/entry.ts";

/** More groups than this are single cases, or a file of records that nobody can read any more. */
export const MOST_CLUSTERS = 2000;
/** Fewer groups than this never make a target met (statistics.md, section 5). */
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
export function clusterContradiction({ count, value, n, sd, clusters }: Result): string | undefined {
  if (clusters === undefined) return undefined;
  const cases = clusters.reduce((all, cluster) => all + cluster.n, 0);
  const total = decimalNumber(clusters.reduce((all, { sum }) => addDecimals(all, sum), decimal(0)));
  if (count !== undefined) {
    const odd = clusterCounts(clusters).findIndex(
      (cluster) => !Number.isInteger(cluster.x) || cluster.x < 0 || cluster.x > cluster.n,
    );
    if (odd >= 0)
      return `group ${odd + 1} holds ${decimalNumber(clusters[odd]!.sum)} of ${clusters[odd]!.n}, which is no count`;
    return total === count.x && cases === count.n
      ? undefined
      : `its groups add up to ${total} of ${cases}, its count is ${count.x} of ${count.n}`;
  }
  if (value === undefined || n === undefined) return undefined;
  if (cases !== n) return `its groups add up to ${cases} cases, its n is ${n}`;
  const [mean, figure] = [total / cases, decimalNumber(value.amount)];
  const near = CLOSE * Math.max(Math.abs(figure), sd === undefined ? 0 : decimalNumber(sd));
  return Math.abs(mean - figure) <= near ? undefined : `its groups have a mean of ${mean}, its value is ${figure}`;
}
