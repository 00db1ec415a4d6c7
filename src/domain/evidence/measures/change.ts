import { differenceToFixed, ratioToFixed } from "../../../statistics/comparisons/fixed-reference.ts";
import { reduction } from "../../../statistics/comparisons/reduction.ts";
import type { Interval } from "../../../statistics/interval.ts";
import type { Eval } from "../../records/eval.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import type { AskedTarget } from "../asked-change.ts";
import { baselineFigure } from "../baseline-figure.ts";
import { contradiction, unbounded, type Evidence, type IntervalEvidence, type UnboundedEvidence } from "../evidence.ts";

/** The change of a figure against a baseline without a count or a spread. It is taken as exact; the memo says so. */
export function fixedChange(item: Eval, target: AskedTarget, figure: IntervalEvidence): Evidence {
  const { baseline } = item;
  const scale = changeScale(target, figure.scale);
  if (baseline === undefined) return unbounded({ code: "baseline-missing" }, scale);
  const reference = baselineFigure(baseline, figure.scale);
  if (reference === undefined) return contradiction({ code: "baseline-unit-differs" });
  if (target.form === "difference")
    return differenceOf(item, figure, differenceToFixed(figure.interval, reference), scale);
  if (reference <= 0) return baselineZero();
  return onScale(figure, relativeChange(target, ratioToFixed(figure.interval, reference)), scale);
}

export function changeScale(target: AskedTarget, figure: FigureScale): FigureScale {
  if (target.form !== "difference") return { kind: "change" };
  return figure.kind === "share" ? { kind: "points" } : figure;
}

export function onScale(figure: IntervalEvidence, interval: Interval, scale: FigureScale): IntervalEvidence {
  return { ...figure, interval, scale };
}

/** `difference` (candidate − baseline) in the good direction. */
export function differenceOf(item: Eval, figure: IntervalEvidence, difference: Interval, scale: FigureScale): Evidence {
  return onScale(figure, inGoodDirection(item, difference), scale);
}

/** `difference` (candidate − baseline), so that more is better. */
export function inGoodDirection({ better }: Eval, difference: Interval): Interval {
  return better === "lower" ? negated(difference) : difference;
}

/** What a ratio to the baseline (candidate / baseline) means in the form of the target: a reduction, or a gain. */
export function relativeChange(target: AskedTarget, ratio: Interval): Interval {
  const less = reduction(ratio);
  return target.form === "reduction" ? less : negated(less);
}

function negated(interval: Interval): Interval {
  return { estimate: 0 - interval.estimate, low: 0 - interval.high, high: 0 - interval.low };
}

export function baselineZero(): UnboundedEvidence {
  return unbounded({ code: "baseline-zero" }, { kind: "change" });
}
