import { clopperPearson } from "../statistics/clopper-pearson.ts";
import { differenceToFixed, ratioToFixed } from "../statistics/fixed-reference.ts";
import type { Interval } from "../statistics/interval.ts";
import { miettinenNurminen } from "../statistics/miettinen-nurminen.ts";
import { newcombeDifference } from "../statistics/newcombe-difference.ts";
import { newcombePaired } from "../statistics/newcombe-paired.ts";
import { reduction } from "../statistics/reduction.ts";
import { tQuantile } from "../statistics/t-quantile.ts";
import { tangRatio } from "../statistics/tang-ratio.ts";
import { decimalNumber } from "./decimal.ts";
import type { PairedCounts, Result } from "./entry.ts";
import type { Baseline, Eval } from "./eval.ts";
import type { FigureScale } from "./figure.ts";
import { quantityIn, quantityNumber, type Quantity } from "./quantity.ts";
import type { Target } from "./target.ts";

/** What one result says: an interval that can be held against a threshold, or the reason why it cannot. */
export type Evidence =
  | { readonly kind: "interval"; readonly interval: Interval; readonly scale: FigureScale; readonly n: number | undefined }
  /** It is no contradiction, but it has no bounds: never a pass. */
  | { readonly kind: "unbounded"; readonly why: string; readonly estimate: number | undefined; readonly scale: FigureScale }
  /** It cannot be true, or not of this eval. */
  | { readonly kind: "contradiction"; readonly why: string; readonly code: "result-contradicts" | "result-unit-mismatch" };

const SHARE: FigureScale = { kind: "share" };

/**
 * The figure that a result shows, on its own scale: a share for counts, the unit of the eval for means and totals. For
 * a percentile it is the share of runs within the limit of the target.
 *
 * @param confidence one-sided
 */
export function figureEvidence(item: Eval, result: Result, confidence: number): Evidence {
  if (item.measure === "proportion" || item.measure === "percentile") return shareEvidence(item, result, confidence);
  const { value } = result;
  if (value === undefined) return contradiction(`a ${item.measure} is logged as a value with its unit, not as a count`);
  const unit = item.target?.form === "value" ? item.target.quantity.unit : value.unit;
  const figure = quantityIn(value, unit);
  const scale: FigureScale = { kind: "unit", unit };
  if (figure === undefined) return unitMismatch(value, unit);
  const estimate = plain(figure);
  if (item.measure === "total") return { kind: "interval", interval: { estimate, low: estimate, high: estimate }, scale, n: undefined };
  return meanEvidence(estimate, figure, result, scale, confidence);
}

function shareEvidence(item: Eval, result: Result, confidence: number): Evidence {
  if (result.pairs !== undefined) {
    const { both, baseline, candidate, neither } = result.pairs;
    const n = both + baseline + candidate + neither;
    return { kind: "interval", interval: clopperPearson(both + candidate, n, confidence), scale: SHARE, n };
  }
  if (result.count !== undefined) {
    const { x, n } = result.count;
    return { kind: "interval", interval: clopperPearson(x, n, confidence), scale: SHARE, n };
  }
  if (result.value === undefined) return contradiction("the result holds no figure");
  if (item.measure === "percentile") {
    const scale: FigureScale = { kind: "unit", unit: result.value.unit };
    return { kind: "unbounded", why: "log how many runs were within the limit, as 190/200: a bare percentile has no plausible range", estimate: plain(result.value), scale };
  }
  if (result.value.unit !== "%") return unitMismatch(result.value, "%");
  return { kind: "unbounded", why: "a rate without its count has no plausible range; log it as x/n", estimate: quantityNumber(result.value), scale: SHARE };
}

function meanEvidence(estimate: number, figure: Quantity, result: Result, scale: FigureScale, confidence: number): Evidence {
  const { n, sd } = result;
  if (n === undefined || sd === undefined) return contradiction("a mean needs its spread: log sd and n with it");
  const spread = Math.abs(decimalNumber(sd)) * unitFactor(result.value!, figure);
  if (n < 3) return { kind: "unbounded", why: `${n} ${n === 1 ? "value says" : "values say"} nothing of the spread; at least 3 are needed`, estimate, scale };
  if (spread === 0) return { kind: "unbounded", why: "no variation was seen, which is not certainty", estimate, scale };
  const half = (tQuantile(confidence, n - 1) * spread) / Math.sqrt(n);
  return { kind: "interval", interval: { estimate, low: estimate - half, high: estimate + half }, scale, n };
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
  if (result.pairs !== undefined) return pairedEvidence(item, target, result.pairs, confidence, figure.n);
  if (baseline === undefined) return { kind: "unbounded", why: "the eval has no baseline to compare with", estimate: undefined, scale: changeScale(target, figure.scale) };
  if (baseline.kind === "counted" && result.count !== undefined) return separateEvidence(item, target, result.count, baseline.count, figure.n, confidence);
  return fixedEvidence(item, target, figure.interval, figure.scale, baseline, figure.n);
}

function changeScale(target: Target, figure: FigureScale): FigureScale {
  if (target.form !== "difference") return { kind: "change" };
  return figure.kind === "share" ? { kind: "points" } : figure;
}

function separateEvidence(item: Eval, target: Target, now: { x: number; n: number }, before: { x: number; n: number }, n: number | undefined, confidence: number): Evidence {
  if (target.form === "difference") {
    const difference = newcombeDifference(now.x, now.n, before.x, before.n, confidence);
    return { kind: "interval", interval: item.better === "lower" ? negated(difference) : difference, scale: { kind: "points" }, n };
  }
  if (before.x === 0) return neverFailed();
  const ratio = miettinenNurminen(now.x, now.n, before.x, before.n, confidence);
  return { kind: "interval", interval: changeOf(target, ratio), scale: { kind: "change" }, n };
}

function pairedEvidence(item: Eval, target: Target, pairs: PairedCounts, confidence: number, n: number | undefined): Evidence {
  const table = { both: pairs.both, onlyFirst: pairs.candidate, onlySecond: pairs.baseline, neither: pairs.neither };
  if (target.form === "difference") {
    const difference = newcombePaired(table, confidence);
    return { kind: "interval", interval: item.better === "lower" ? negated(difference) : difference, scale: { kind: "points" }, n };
  }
  if (pairs.both + pairs.baseline === 0) return neverFailed();
  return { kind: "interval", interval: changeOf(target, tangRatio(table, confidence)), scale: { kind: "change" }, n };
}

/** A baseline without a count is taken as exact; the memo says so. */
function fixedEvidence(item: Eval, target: Target, figure: Interval, scale: FigureScale, baseline: Baseline, n: number | undefined): Evidence {
  const reference = baselineFigure(baseline, scale);
  if (reference === undefined) return { kind: "contradiction", why: "the baseline is in another unit than the result", code: "result-unit-mismatch" };
  if (target.form === "difference") {
    const difference = differenceToFixed(figure, reference);
    return { kind: "interval", interval: item.better === "lower" ? negated(difference) : difference, scale: changeScale(target, scale), n };
  }
  if (reference <= 0) return neverFailed();
  return { kind: "interval", interval: changeOf(target, ratioToFixed(figure, reference)), scale: { kind: "change" }, n };
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
  return { kind: "unbounded", why: "the baseline is zero, so no relative change can be stated; ask for a difference instead", estimate: undefined, scale: { kind: "change" } };
}

function plain(quantity: Quantity): number {
  return decimalNumber(quantity.amount);
}

function contradiction(why: string): Evidence {
  return { kind: "contradiction", why, code: "result-contradicts" };
}

function unitMismatch(found: Quantity, expected: string): Evidence {
  const unit = (text: string) => (text === "" ? "no unit" : text);
  return { kind: "contradiction", why: `the result is in ${unit(found.unit)}, the target in ${unit(expected)}`, code: "result-unit-mismatch" };
}
