import { betaInterval } from "./beta-interval.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireCountOf } from "../preconditions.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

/** Successes and trials of one cluster. */
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
 * trial. Units: shares from 0 to 1.
 *
 * Korn & Graubard 1998, Survey Methodology 24:193; `svyciprop(method = "beta")` of R's survey package.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there are at least 2 clusters, each with whole numbers 0 ≤ x ≤ n, n ≥ 1
 */
export function kornGraubard(clusters: readonly ClusterCount[], confidence: number): ClusterRate {
  const { x, n, rate } = effectiveCount(clusters, confidence);
  return { ...betaInterval(x, n, confidence), estimate: rate, effectiveSize: n };
}

/** Clustered counts as the independent ones that they are worth; neither `x` nor `n` need be whole. */
export interface EffectiveCount extends ClusterCount {
  /** The rate as it was counted. */
  readonly rate: number;
}

/** The effective count of `kornGraubard`, for comparing clustered counts with others. */
export function effectiveCount(clusters: readonly ClusterCount[], confidence: number): EffectiveCount {
  requireCount("the number of clusters", clusters.length, 2);
  requireConfidence(confidence);
  let x = 0;
  let n = 0;
  for (const cluster of clusters) {
    requireCountOf("x of a cluster", cluster.x, cluster.n);
    x += cluster.x;
    n += cluster.n;
  }
  const size = effectiveTrials(clusters, x, n, confidence);
  return { x: (x / n) * size, n: size, rate: x / n };
}

function effectiveTrials(clusters: readonly ClusterCount[], x: number, n: number, confidence: number): number {
  // Sums of whole numbers, x_c n − n_c x, so that "no spread" is exactly 0 and not a rounding error.
  let squares = 0;
  for (const cluster of clusters) squares += (cluster.x * n - cluster.n * x) ** 2;
  const groups = clusters.length;
  if (squares === 0) return groups;
  const variance = ((squares / n ** 4) * groups) / (groups - 1);
  const rate = x / n;
  const shrink = (tQuantile(confidence, n - 1) / tQuantile(confidence, groups - 1)) ** 2;
  return Math.min(n, ((rate * (1 - rate)) / variance) * shrink);
}
