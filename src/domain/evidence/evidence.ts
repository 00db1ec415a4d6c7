import { clopperPearson } from "../../statistics/rates/clopper-pearson.ts";
import { clusterMeanOfSums, type ClusterSum } from "../../statistics/means/cluster-mean.ts";
import { clusteredDifference, clusteredRatio } from "../../statistics/comparisons/clustered-comparison.ts";
import { differenceToFixed, ratioToFixed } from "../../statistics/comparisons/fixed-reference.ts";
import type { Interval } from "../../statistics/interval.ts";
import { kornGraubard } from "../../statistics/rates/korn-graubard.ts";
import { meanInterval } from "../../statistics/means/mean-interval.ts";
import { separateMeanRatio } from "../../statistics/means/mean-ratio.ts";
import { miettinenNurminen } from "../../statistics/comparisons/miettinen-nurminen.ts";
import { newcombeDifference } from "../../statistics/comparisons/newcombe-difference.ts";
import { newcombePaired } from "../../statistics/comparisons/newcombe-paired.ts";
import { reduction } from "../../statistics/comparisons/reduction.ts";
import type { SampleMoments } from "../../statistics/means/sample-moments.ts";
import { tangRatio } from "../../statistics/comparisons/tang-ratio.ts";
import { welch } from "../../statistics/means/welch.ts";
import type { Contradiction, UnboundedReason } from "./eval-reason.ts";
import { clusterContradiction, clusterCounts, clusterSums } from "./clusters.ts";
import type { Count } from "../scalars/count.ts";
import { decimalNumber } from "../scalars/decimal.ts";
import type { Cluster, PairedCounts, Result } from "../records/entry.ts";
import type { Baseline, Eval, SampleSpread } from "../records/eval.ts";
import type { FigureScale } from "../scalars/figure.ts";
import { compareQuantities, quantityIn, quantityNumber, quantityText, type Quantity } from "../scalars/quantity.ts";
import type { Target } from "../scalars/target.ts";

/** What one result says: an interval that can be held against a threshold, or the reason why it cannot. */
export type Evidence =
  | {
      readonly kind: "interval";
      readonly interval: Interval;
      readonly scale: FigureScale;
      readonly n: number | undefined;
      readonly groups?: number;
    }
  /** It is no contradiction, but it has no bounds: never a pass. */
  | {
      readonly kind: "unbounded";
      readonly why: UnboundedReason;
      readonly estimate: number | undefined;
      readonly scale: FigureScale;
    }
  /** It cannot be true, or not of this eval. */
  | {
      readonly kind: "contradiction";
      readonly why: Contradiction;
    };

const SHARE: FigureScale = { kind: "share" };

/**
 * The figure that a result shows, on its own scale: a share for counts, the unit of the eval for means and totals. For
 * a percentile it is the share of runs within the limit of the target.
 *
 * @param confidence one-sided
 */
export function figureEvidence(item: Eval, result: Result, confidence: number): Evidence {
  const contradicted = clusterContradiction(result) ?? pairsContradiction(result);
  if (contradicted !== undefined) return contradiction(contradicted);
  if (item.measure === "proportion" || item.measure === "percentile") return shareEvidence(item, result, confidence);
  const { value } = result;
  if (value === undefined) return contradiction({ code: "value-missing", measure: item.measure });
  const unit = item.target?.form === "value" ? item.target.quantity.unit : value.unit;
  const figure = quantityIn(value, unit);
  const scale: FigureScale = { kind: "unit", unit };
  if (figure === undefined) return unitMismatch(value, unit);
  const estimate = plain(figure);
  if (item.measure === "total")
    return { kind: "interval", interval: { estimate, low: estimate, high: estimate }, scale, n: undefined };
  return meanEvidence(meanOf(figure, result), scale, confidence);
}

function pairsContradiction({ pairs, n }: Result): Contradiction | undefined {
  if (pairs === undefined || n === undefined) return undefined;
  const total = pairs.both + pairs.baseline + pairs.candidate + pairs.neither;
  return total === n ? undefined : { code: "pairs-differ-from-n", cases: total, n };
}

function shareEvidence(item: Eval, result: Result, confidence: number): Evidence {
  if (result.pairs !== undefined) {
    const { both, baseline, candidate, neither } = result.pairs;
    const n = both + baseline + candidate + neither;
    return { kind: "interval", interval: clopperPearson(both + candidate, n, confidence), scale: SHARE, n };
  }
  if (result.count !== undefined) {
    const { x, n } = result.count;
    const counted = limitContradiction(item, result);
    if (counted !== undefined) return contradiction(counted);
    if (result.clusters === undefined)
      return { kind: "interval", interval: clopperPearson(x, n, confidence), scale: SHARE, n };
    const groups = result.clusters.length;
    if (groups < 2) return { kind: "unbounded", why: ONE_GROUP, estimate: x / n, scale: SHARE };
    return {
      kind: "interval",
      interval: kornGraubard(clusterCounts(result.clusters), confidence),
      scale: SHARE,
      n,
      groups,
    };
  }
  if (result.value === undefined) return contradiction({ code: "figure-missing" });
  if (item.measure === "percentile") {
    const scale: FigureScale = { kind: "unit", unit: result.value.unit };
    return {
      kind: "unbounded",
      why: { code: "runs-not-counted" },
      estimate: plain(result.value),
      scale,
    };
  }
  if (result.value.unit !== "%") return unitMismatch(result.value, "%");
  return {
    kind: "unbounded",
    why: { code: "count-missing" },
    estimate: quantityNumber(result.value),
    scale: SHARE,
  };
}

const ONE_GROUP: UnboundedReason = { code: "one-group", least: 2 };

/** Runs that were counted against one limit say nothing of another, be it that the target was amended since. */
function limitContradiction({ measure, target }: Eval, { within }: Result): Contradiction | undefined {
  if (within === undefined) return undefined;
  if (measure !== "percentile") return { code: "limit-not-asked" };
  if (target === undefined || quantityIn(within, target.quantity.unit) === undefined) return undefined;
  return compareQuantities(within, target.quantity) === 0
    ? undefined
    : { code: "limit-differs", counted: quantityText(within), agreed: quantityText(target.quantity) };
}

/** A mean in the unit in which it is judged. */
interface Mean {
  readonly mean: number;
  readonly sd: number | undefined;
  readonly n: number | undefined;
  readonly clusters: readonly ClusterSum[] | undefined;
}

function meanOf(figure: Quantity, { value, sd, n, clusters }: Result): Mean {
  const factor = unitFactor(value!, figure);
  const sums = clusters && clusterSums(clusters).map((cluster) => ({ sum: cluster.sum * factor, n: cluster.n }));
  return { mean: plain(figure), sd: sd && Math.abs(decimalNumber(sd)) * factor, n, clusters: sums };
}

/** The groups carry the spread between them, which is the one that counts; else it has to be logged with the mean. */
function meanEvidence({ mean, sd, n, clusters }: Mean, scale: FigureScale, confidence: number): Evidence {
  if (n === undefined || (sd === undefined && clusters === undefined)) return contradiction({ code: "spread-missing" });
  const unbounded = (why: UnboundedReason): Evidence => ({ kind: "unbounded", why, estimate: mean, scale });
  if (n < 3) return unbounded({ code: "too-few-values", n, least: 3 });
  if (clusters !== undefined && clusters.length < 2) return unbounded(ONE_GROUP);
  const interval =
    clusters === undefined
      ? meanInterval({ n, mean, sd: sd! }, confidence)
      : { ...clusterMeanOfSums(clusters, confidence), estimate: mean };
  if (interval.low === interval.high) return unbounded({ code: "no-variation" });
  return { kind: "interval", interval, scale, n, ...(clusters === undefined ? {} : { groups: clusters.length }) };
}

/**
 * What a comparison with another mean needs. Groups count as one value each, with the spread that their errors show.
 */
function momentsOf({ mean, sd, n, clusters }: Mean, confidence: number): SampleMoments | undefined {
  if (clusters === undefined) return sd === undefined || n === undefined ? undefined : { n, mean, sd };
  const { standardError } = clusterMeanOfSums(clusters, confidence);
  return { n: clusters.length, mean, sd: standardError * Math.sqrt(clusters.length) };
}

/** How many of the target's unit one unit of the result is: the spread converts as the value does. */
function unitFactor(from: Quantity, to: Quantity): number {
  if (from.unit === to.unit) return 1;
  const one = quantityIn({ amount: { digits: 1n, scale: 0 }, unit: from.unit }, to.unit);
  return one === undefined ? 1 : plain(one);
}

/**
 * What a result says on the scale of the target: the figure itself, its difference to the baseline or its relative
 * change, always counted so that the target's comparator applies.
 */
export function targetEvidence(item: Eval, target: Target, result: Result, confidence: number): Evidence {
  const figure = figureEvidence(item, result, confidence);
  if (figure.kind !== "interval" || target.form === "value") return figure;
  const { baseline } = item;
  if (result.pairs !== undefined) return pairedEvidence(item, target, result.pairs, figure, confidence);
  if (baseline === undefined)
    return {
      kind: "unbounded",
      why: { code: "baseline-missing" },
      estimate: undefined,
      scale: changeScale(target, figure.scale),
    };
  if (baseline.kind === "counted" && result.count !== undefined)
    return separateEvidence(item, target, { ...result, count: result.count }, baseline.count, figure, confidence);
  const spread = baseline.kind === "fixed" && item.measure === "mean" ? baseline.spread : undefined;
  if (baseline.kind === "fixed" && spread !== undefined)
    return separateMeansEvidence(item, target, result, { ...baseline, spread }, figure, confidence);
  return fixedEvidence(item, target, figure, baseline);
}

type Figure = Extract<Evidence, { kind: "interval" }>;

function onScale(figure: Figure, interval: Interval, scale: FigureScale): Evidence {
  return { ...figure, interval, scale };
}

/** `difference` in the good direction. */
function differenceOf(item: Eval, figure: Figure, difference: Interval, scale: FigureScale): Evidence {
  return onScale(figure, item.better === "lower" ? negated(difference) : difference, scale);
}

function changeScale(target: Target, figure: FigureScale): FigureScale {
  if (target.form !== "difference") return { kind: "change" };
  return figure.kind === "share" ? { kind: "points" } : figure;
}

/** The groups of the baseline are not known; it counts as it was counted. */
function separateEvidence(
  item: Eval,
  target: Target,
  { count, clusters }: { count: Count; clusters?: readonly Cluster[] },
  { x, n }: Count,
  figure: Figure,
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
  if (x === 0) return neverFailed();
  const ratio =
    groups === undefined
      ? miettinenNurminen(count.x, count.n, x, n, confidence)
      : clusteredRatio(groups, x, n, confidence);
  return onScale(figure, changeOf(target, ratio), { kind: "change" });
}

/** Two means of separate cases, each with its spread. */
function separateMeansEvidence(
  item: Eval,
  target: Target,
  result: Result,
  { quantity, spread }: { quantity: Quantity; spread: SampleSpread },
  figure: Figure,
  confidence: number,
): Evidence {
  const unit = figure.scale.kind === "unit" ? figure.scale.unit : "";
  const now = momentsOf(meanOf(quantityIn(result.value!, unit)!, result), confidence);
  const mean = quantityIn(quantity, unit);
  if (mean === undefined || now === undefined) return otherUnit();
  const before = { n: spread.n, mean: plain(mean), sd: decimalNumber(spread.sd) * unitFactor(quantity, mean) };
  if (target.form === "difference") return differenceOf(item, figure, welch(now, before, confidence), figure.scale);
  if (before.mean <= 0) return neverFailed();
  return onScale(figure, changeOf(target, separateMeanRatio(now, before, confidence)), { kind: "change" });
}

function pairedEvidence(item: Eval, target: Target, pairs: PairedCounts, figure: Figure, confidence: number): Evidence {
  const table = { both: pairs.both, onlyFirst: pairs.candidate, onlySecond: pairs.baseline, neither: pairs.neither };
  if (target.form === "difference") {
    return differenceOf(item, figure, newcombePaired(table, confidence), { kind: "points" });
  }
  if (pairs.both + pairs.baseline === 0) return neverFailed();
  return onScale(figure, changeOf(target, tangRatio(table, confidence)), { kind: "change" });
}

/** A baseline without a count or a spread is taken as exact; the memo says so. */
function fixedEvidence(item: Eval, target: Target, figure: Figure, baseline: Baseline): Evidence {
  const reference = baselineFigure(baseline, figure.scale);
  if (reference === undefined) return otherUnit();
  if (target.form === "difference")
    return differenceOf(item, figure, differenceToFixed(figure.interval, reference), changeScale(target, figure.scale));
  if (reference <= 0) return neverFailed();
  return onScale(figure, changeOf(target, ratioToFixed(figure.interval, reference)), { kind: "change" });
}

/** The baseline on the scale of a figure; undefined where its unit does not convert. */
export function baselineFigure(baseline: Baseline, scale: FigureScale): number | undefined {
  if (baseline.kind === "counted") return scale.kind === "share" ? baseline.count.x / baseline.count.n : undefined;
  if (scale.kind === "share") return baseline.quantity.unit === "%" ? quantityNumber(baseline.quantity) : undefined;
  const converted = scale.kind === "unit" ? quantityIn(baseline.quantity, scale.unit) : undefined;
  return converted && plain(converted);
}

function changeOf(target: Target, ratio: Interval): Interval {
  const less = reduction(ratio);
  return target.form === "reduction" ? less : negated(less);
}

function negated(interval: Interval): Interval {
  return { estimate: 0 - interval.estimate, low: 0 - interval.high, high: 0 - interval.low };
}

function neverFailed(): Evidence {
  return {
    kind: "unbounded",
    why: { code: "baseline-zero" },
    estimate: undefined,
    scale: { kind: "change" },
  };
}

function plain(quantity: Quantity): number {
  return decimalNumber(quantity.amount);
}

function otherUnit(): Evidence {
  return contradiction({ code: "baseline-unit-differs" });
}

function contradiction(why: Contradiction): Evidence {
  return { kind: "contradiction", why };
}

function unitMismatch(found: Quantity, expected: string): Evidence {
  return contradiction({ code: "result-unit-differs", found: found.unit, expected });
}
