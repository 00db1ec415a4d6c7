import type { ClusterSum } from "../../statistics/means/cluster-mean.ts";
import type { ClusterCount } from "../../statistics/rates/korn-graubard.ts";
import { addDecimals, decimal, decimalNumber, type Decimal } from "../scalars/decimal.ts";
import type { Cluster } from "../scalars/count.ts";
import type { Result } from "../records/evals/result.ts";
import type { Contradiction, UnboundedReason } from "./eval-reason.ts";

/** More groups than this are single cases, or make an entry that nobody can read. */
export const MOST_CLUSTERS = 2000;
/** Fewer groups than this never make a target met. */
export const LEAST_CLUSTERS = 10;
export const ONE_GROUP: UnboundedReason = { code: "one-group", least: 2 };

/** The groups of a count. */
export function clusterCounts(clusters: readonly Cluster[]): readonly ClusterCount[] {
  return clusters.map(({ sum, n }) => ({ x: decimalNumber(sum), n }));
}

/** The groups of a mean, in its unit. */
export function clusterSums(clusters: readonly Cluster[]): readonly ClusterSum[] {
  return clusters.map(({ sum, n }) => ({ sum: decimalNumber(sum), n }));
}

/** How many groups there are; undefined where each is a case alone, whose runs were averaged. */
export function groupsOf(clusters: readonly Cluster[] | undefined): number | undefined {
  return clusters === undefined || clusters.every(({ n }) => n === 1) ? undefined : clusters.length;
}

/** Sums are rounded when they are stored, so they match the mean only to this precision. */
const CLOSE = 1e-6;

/** Why the sums of a result cannot be those of its figure, or undefined. */
export function sumsContradiction(result: Result): Contradiction | undefined {
  return scoresContradiction(result) ?? clusterContradiction(result);
}

/** The single values of a mean have to be as many as it says, with the mean that it says; so has its baseline. */
function scoresContradiction({ value, n, scores, before }: Result): Contradiction | undefined {
  for (const [list, mean] of [[scores, value] as const, [before?.scores, before?.value] as const]) {
    if (list === undefined || mean === undefined || n === undefined) continue;
    if (list.length !== n) return { code: "scores-differ", found: `n ${list.length}`, said: `n ${n}` };
    const [found, said] = [decimalNumber(sumOf(list)) / n, decimalNumber(mean.amount)];
    if (!isClose(found, said, Math.max(...list.map((score) => Math.abs(decimalNumber(score))))))
      return { code: "scores-differ", found: `a mean of ${found}`, said: String(said) };
  }
  return undefined;
}

function clusterContradiction(result: Result): Contradiction | undefined {
  const { count, value, n, sd, clusters, pairs, before } = result;
  if (clusters === undefined) return undefined;
  const cases = clusters.reduce((all, cluster) => all + cluster.n, 0);
  const total = decimalNumber(sumOf(clusters.map(({ sum }) => sum)));
  const totalBefore = clusters.every((cluster) => cluster.before !== undefined)
    ? decimalNumber(sumOf(clusters.flatMap((cluster) => cluster.before ?? [])))
    : undefined;
  if (count !== undefined || pairs !== undefined) {
    const odd = oddGroup(clusters);
    if (odd !== undefined) return odd;
  }
  if (pairs !== undefined) {
    const { both, baseline, candidate, neither } = pairs;
    const [found, said] = [
      [total, totalBefore ?? "none", cases],
      [both + candidate, both + baseline, both + baseline + candidate + neither],
    ].map(([now, then, all]) => `${now} of ${all}, before ${then}`);
    return found === said ? undefined : { code: "pairs-differ-from-groups", found: found!, said: said! };
  }
  if (count !== undefined)
    return total === count.x && cases === count.n
      ? undefined
      : { code: "groups-differ-from-count", sum: total, cases, x: count.x, n: count.n };
  if (value === undefined || n === undefined) return undefined;
  if (cases !== n) return { code: "groups-differ-from-n", cases, n };
  // A share is written in percent, and its groups add up to cases.
  const unit = value.unit === "%" && sd === undefined ? 100 : 1;
  const [mean, figure] = [(unit * total) / cases, decimalNumber(value.amount)];
  if (!isClose(mean, figure, sd === undefined ? unit : decimalNumber(sd)))
    return { code: "groups-differ-from-value", mean, value: figure };
  if (before === undefined || totalBefore === undefined) return undefined;
  const [meanBefore, said] = [(unit * totalBefore) / cases, decimalNumber(before.value.amount)];
  return isClose(meanBefore, said, unit)
    ? undefined
    : { code: "groups-differ-from-value", mean: meanBefore, value: said };
}

/** The first group whose sum is no count of its cases, with the candidate or with the baseline. */
function oddGroup(clusters: readonly Cluster[]): Contradiction | undefined {
  for (const [k, { sum, n, before }] of clusters.entries())
    for (const one of before === undefined ? [sum] : [sum, before]) {
      const x = decimalNumber(one);
      if (!Number.isInteger(x) || x < 0 || x > n) return { code: "group-is-no-count", group: k + 1, sum: x, n };
    }
  return undefined;
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((all, amount) => addDecimals(all, amount), decimal(0));
}

function isClose(found: number, said: number, size: number): boolean {
  return Math.abs(found - said) <= CLOSE * Math.max(Math.abs(said), size);
}
