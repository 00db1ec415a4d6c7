import { betaInterval } from "./beta-interval.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite } from "../preconditions.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

/** Successes and trials of one cluster; successes need not be whole where a trial is the mean of several runs. */
export interface ClusterCount {
  readonly x: number;
  readonly n: number;
}

/** The bounds of a clustered rate, and the number of independent trials that would be worth as much. */
export interface ClusterRate extends Interval {
  readonly effectiveSize: number;
}

/**
 * The bounds of a rate whose trials come in clusters (several questions to a document, several runs of an item): the
 * Clopper–Pearson bounds of an effective number of trials, the one that would give the variance seen between clusters,
 * reduced for the few degrees of freedom it was seen with, and never more than the trials there are.
 *
 * Where the clusters show no spread at all (a rate of 0 or 1, or the same rate in each) every cluster counts as one
 * trial. Where most of them are at 0 or 1 it is wrong more often than stated: verdicts use `clusteredRate`. Units:
 * shares from 0 to 1.
 *
 * Korn & Graubard 1998, Survey Methodology 24:193; `svyciprop(method = "beta")` of R's survey package.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @param trials how many runs were made, where a trial of the clusters is the mean of several; else their sum
 * @throws RangeError unless there are at least 2 clusters, each with 0 ≤ x ≤ n and a whole n ≥ 1
 */
export function kornGraubard(clusters: readonly ClusterCount[], confidence: number, trials?: number): ClusterRate {
  const { x, n, rate } = effectiveCount(clusters, confidence, trials);
  return { ...betaInterval(x, n, confidence), estimate: rate, effectiveSize: n };
}

/** Clustered counts as the independent ones that they are worth; neither `x` nor `n` need be whole. */
export interface EffectiveCount extends ClusterCount {
  /** The rate as it was counted. */
  readonly rate: number;
}

/** The effective count of `kornGraubard`, for comparing clustered counts with others. */
export function effectiveCount(clusters: readonly ClusterCount[], confidence: number, trials?: number): EffectiveCount {
  requireCount("the number of clusters", clusters.length, 2);
  requireConfidence(confidence);
  let x = 0;
  let n = 0;
  for (const cluster of clusters) {
    requireCount("n of a cluster", cluster.n, 1);
    requireFinite("x of a cluster", cluster.x);
    if (cluster.x < 0 || cluster.x > cluster.n)
      throw new RangeError(`x of a cluster cannot be ${cluster.x} of ${cluster.n}`);
    x += cluster.x;
    n += cluster.n;
  }
  const most = trials ?? n;
  requireCount("the number of trials", most, n);
  const size = effectiveTrials(clusters, x, n, most, confidence);
  return { x: (x / n) * size, n: size, rate: x / n };
}

function effectiveTrials(
  clusters: readonly ClusterCount[],
  x: number,
  n: number,
  most: number,
  confidence: number,
): number {
  // Sums of whole numbers, x_c n − n_c x, so that "no spread" is exactly 0 and not a rounding error.
  let squares = 0;
  for (const cluster of clusters) squares += (cluster.x * n - cluster.n * x) ** 2;
  const groups = clusters.length;
  // Shares of runs are rounded, so that their sums do not cancel to the last digit.
  if (squares <= 1e-18 * n ** 4) return groups;
  const variance = ((squares / n ** 4) * groups) / (groups - 1);
  const rate = x / n;
  const shrink = (tQuantile(confidence, most - 1) / tQuantile(confidence, groups - 1)) ** 2;
  return Math.min(most, ((rate * (1 - rate)) / variance) * shrink);
}
