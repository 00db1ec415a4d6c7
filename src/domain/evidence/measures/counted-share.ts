import { clusteredDifference, clusteredRatio } from "../../../statistics/comparisons/clustered-comparison.ts";
import { miettinenNurminen } from "../../../statistics/comparisons/miettinen-nurminen.ts";
import { newcombeDifference } from "../../../statistics/comparisons/newcombe-difference.ts";
import { newcombePaired } from "../../../statistics/comparisons/newcombe-paired.ts";
import { tangRatio } from "../../../statistics/comparisons/tang-ratio.ts";
import { clopperPearson } from "../../../statistics/rates/clopper-pearson.ts";
import { kornGraubard } from "../../../statistics/rates/korn-graubard.ts";
import type { Cluster, PairedCounts, Result } from "../../records/entry.ts";
import type { Eval } from "../../records/eval.ts";
import type { Count } from "../../scalars/count.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import type { AskedTarget } from "../asked-change.ts";
import { clusterCounts } from "../clusters.ts";
import type { UnboundedReason } from "../eval-reason.ts";
import { unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { baselineZero, differenceOf, fixedChange, onScale, relativeChange } from "./change.ts";

/** What measures share that count cases: proportions, and percentiles by their runs within the limit. */

export const SHARE: FigureScale = { kind: "share" };
/** So many cases settle whatever can be settled at all. */
export const CASES_ENOUGH = 1_000_000;
/** Fewer cases than this never meet a target, whatever the arithmetic says. */
export const LEAST_CASES = 10;
export const ONE_GROUP: UnboundedReason = { code: "one-group", least: 2 };

/**
 * The share that was counted: Clopper-Pearson bounds for single cases, Korn-Graubard bounds for cases in groups.
 * Undefined where nothing was counted.
 */
export function countedShare({ pairs, count, clusters }: Result, confidence: number): Evidence | undefined {
  if (pairs !== undefined) {
    const { both, baseline, candidate, neither } = pairs;
    const n = both + baseline + candidate + neither;
    return { kind: "interval", interval: clopperPearson(both + candidate, n, confidence), scale: SHARE, n };
  }
  if (count === undefined) return undefined;
  const { x, n } = count;
  if (clusters === undefined) return { kind: "interval", interval: clopperPearson(x, n, confidence), scale: SHARE, n };
  const groups = clusters.length;
  if (groups < 2) return unbounded(ONE_GROUP, SHARE, x / n);
  return { kind: "interval", interval: kornGraubard(clusterCounts(clusters), confidence), scale: SHARE, n, groups };
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
  if (result.pairs !== undefined) return pairedChange(item, target, result.pairs, figure, confidence);
  if (baseline?.kind !== "counted" || result.count === undefined) return fixedChange(item, target, figure);
  return separateChange(item, target, { ...result, count: result.count }, baseline.count, figure, confidence);
}

/** The groups of the baseline are not known; it counts as it was counted. */
function separateChange(
  item: Eval,
  target: AskedTarget,
  { count, clusters }: { readonly count: Count; readonly clusters?: readonly Cluster[] },
  { x, n }: Count,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const groups = clusters && clusterCounts(clusters);
  if (target.form === "difference") {
    const difference =
      groups === undefined
        ? newcombeDifference(count.x, count.n, x, n, confidence)
        : clusteredDifference(groups, x, n, confidence);
    return differenceOf(item, figure, difference, { kind: "points" });
  }
  if (x === 0) return baselineZero();
  const ratio =
    groups === undefined
      ? miettinenNurminen(count.x, count.n, x, n, confidence)
      : clusteredRatio(groups, x, n, confidence);
  return onScale(figure, relativeChange(target, ratio), { kind: "change" });
}

function pairedChange(
  item: Eval,
  target: AskedTarget,
  pairs: PairedCounts,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const table = { both: pairs.both, onlyFirst: pairs.candidate, onlySecond: pairs.baseline, neither: pairs.neither };
  if (target.form === "difference")
    return differenceOf(item, figure, newcombePaired(table, confidence), { kind: "points" });
  if (pairs.both + pairs.baseline === 0) return baselineZero();
  return onScale(figure, relativeChange(target, tangRatio(table, confidence)), { kind: "change" });
}

export function countedExtremes(item: Eval, n: number): readonly Result[] {
  return [0, n].map((x) => ({ eval: item.id, arm: "", count: { x, n } }));
}
