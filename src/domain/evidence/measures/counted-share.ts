import { effectiveDifference, effectiveRatio } from "../../../statistics/comparisons/clustered-comparison.ts";
import { clusteredPairedDifference, clusteredPairedRatio } from "../../../statistics/comparisons/clustered-pairs.ts";
import { newcombePaired } from "../../../statistics/comparisons/newcombe-paired.ts";
import { tangRatio } from "../../../statistics/comparisons/tang-ratio.ts";
import { clopperPearson } from "../../../statistics/rates/clopper-pearson.ts";
import { clusteredCount, clusteredRate } from "../../../statistics/rates/clustered-rate.ts";
import type { EffectiveCount } from "../../../statistics/rates/korn-graubard.ts";
import type { Count } from "../../scalars/count.ts";
import type { PairedCounts, Result } from "../../records/evals/result.ts";
import type { Baseline, Eval } from "../../records/eval.ts";
import { decimalNumber } from "../../scalars/decimal.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import type { AskedTarget } from "../asked-change.ts";
import { clusterCounts, groupsOf, ONE_GROUP } from "../clusters.ts";
import type { TooFew } from "../eval-reason.ts";
import { unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { baselineZero, differenceOf, fixedChange, onScale, relativeChange } from "./change.ts";
import { pairedMeans } from "./compared-means.ts";

/** What the measures that count cases have in common: proportions, and percentiles by their runs within the limit. */

export const SHARE: FigureScale = { kind: "share" };
/** With this many cases, everything that can be settled is settled. */
export const CASES_ENOUGH = 1_000_000;
/** Fewer cases than this never meet a target, whatever the arithmetic says. */
export const LEAST_CASES = 10;

/**
 * The share that was counted: Clopper-Pearson bounds for single cases, those of `clusteredRate` for cases in groups and
 * for cases of which several runs were averaged. Undefined where nothing was counted.
 */
export function countedShare(result: Result, confidence: number): Evidence | undefined {
  const { pairs, clusters, runs } = result;
  const count = pairs === undefined ? result.count : candidateCount(pairs);
  const n = count?.n ?? averagedCases(result);
  if (n === undefined) return undefined;
  if (clusters === undefined)
    return count && { kind: "interval", interval: clopperPearson(count.x, n, confidence), scale: SHARE, n };
  if (clusters.length < 2) {
    const [only] = clusterCounts(clusters);
    return only && unbounded(ONE_GROUP, SHARE, only.x / only.n);
  }
  const { estimate, low, high, byCluster } = clusteredRate(clusterCounts(clusters), confidence, runs);
  const groups = groupsOf(clusters);
  return {
    kind: "interval",
    interval: { estimate, low, high },
    scale: SHARE,
    n,
    ...(groups === undefined ? {} : { groups, ...(byCluster ? { byGroup: true } : {}) }),
  };
}

function candidateCount({ both, baseline, candidate, neither }: PairedCounts): Count {
  return { x: both + candidate, n: both + baseline + candidate + neither };
}

/** The cases of a share that is the mean of several runs a case: the groups carry what was counted. */
function averagedCases({ value, n, clusters }: Result): number | undefined {
  return value?.unit === "%" && clusters !== undefined ? n : undefined;
}

/** Whether a result has the counts that bounds are calculated from. */
export function isCounted(result: Result): boolean {
  return result.count !== undefined || result.pairs !== undefined || averagedCases(result) !== undefined;
}

/** The change of a share: against the same cases, against a baseline that was counted, or against an exact figure. */
export function shareChange(
  item: Eval,
  target: AskedTarget,
  result: Result,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const { baseline } = item;
  const { pairs, before } = result;
  if (pairs !== undefined) return pairedChange(item, target, result, pairs, figure, confidence);
  if (before !== undefined) return pairedMeans(item, target, result, before, figure, confidence);
  const [now, then] = [effectiveOf(result, confidence), baseline && baselineCount(baseline, confidence)];
  if (now === undefined || then === undefined) return fixedChange(item, target, figure);
  if (target.form === "difference")
    return differenceOf(item, figure, effectiveDifference(now, then, confidence), { kind: "points" });
  if (then.rate === 0) return baselineZero();
  return onScale(figure, relativeChange(target, effectiveRatio(now, then, confidence)), { kind: "change" });
}

/** A count as the independent cases that it is worth. Undefined where nothing was counted, or in one group only. */
function effectiveOf({ count, clusters, runs }: Result, confidence: number): EffectiveCount | undefined {
  if (clusters !== undefined)
    return clusters.length < 2 ? undefined : clusteredCount(clusterCounts(clusters), confidence, runs);
  return count && { ...count, rate: count.x / count.n };
}

/** The same for a baseline; undefined if it is a figure that is taken as exact. */
function baselineCount(baseline: Baseline, confidence: number): EffectiveCount | undefined {
  const clusters = baseline.kind === "counted" ? baseline.clusters : baseline.spread?.clusters;
  if (clusters !== undefined && clusters.length > 1) return clusteredCount(clusterCounts(clusters), confidence);
  return baseline.kind === "counted" ? { ...baseline.count, rate: baseline.count.x / baseline.count.n } : undefined;
}

function pairedChange(
  item: Eval,
  target: AskedTarget,
  { clusters }: Result,
  pairs: PairedCounts,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const table = { both: pairs.both, onlyFirst: pairs.candidate, onlySecond: pairs.baseline, neither: pairs.neither };
  const groups = clusters?.map(({ sum, n, before }) => ({
    first: decimalNumber(sum),
    second: before === undefined ? 0 : decimalNumber(before),
    n,
  }));
  if (target.form === "difference") {
    const difference =
      groups === undefined ? newcombePaired(table, confidence) : clusteredPairedDifference(table, groups, confidence);
    return differenceOf(item, figure, difference, { kind: "points" });
  }
  if (pairs.both + pairs.baseline === 0) return baselineZero();
  const ratio = groups === undefined ? tangRatio(table, confidence) : clusteredPairedRatio(table, groups, confidence);
  return onScale(figure, relativeChange(target, ratio), { kind: "change" });
}

export function tooFewCases(_: Eval, n: number, least: number): TooFew {
  return { code: "too-few-cases", n, least };
}

export function countedExtremes(item: Eval, n: number): readonly Result[] {
  return [0, n].map((x) => ({ eval: item.id, arm: "", count: { x, n } }));
}
