import type { Comparator } from "../scalars/comparator.ts";
import type { EvalStanding } from "./eval-standing.ts";
import { baselineFigure } from "./baseline-figure.ts";
import { MEASURES } from "./measures/measures.ts";
import type { FigureScale } from "../scalars/figure.ts";

/** What a picture of an eval shows, all on the scale on which it is judged. */
export interface DrawnEval {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  readonly scale: FigureScale;
  readonly threshold: number | undefined;
  /** On which side of the threshold the target is met. */
  readonly comparator: Comparator;
  readonly baseline: number | undefined;
}

/** Undefined if there is no measurement to draw. */
export function drawnEval({
  eval: item,
  change,
  figure,
  figureScale,
  changeScale,
  threshold,
}: EvalStanding): DrawnEval | undefined {
  const { target, baseline } = item;
  const interval = change ?? figure;
  const scale = change === undefined ? figureScale : changeScale;
  if (interval === undefined || scale === undefined) return undefined;
  const relative = change !== undefined && target !== undefined && target.form !== "value";
  // A change is measured from the baseline, so the baseline is where nothing changed.
  const before = relative ? 0 : baseline && baselineFigure(baseline, scale);
  const comparator =
    target === undefined
      ? ">="
      : (MEASURES[item.measure].threshold(item, target, scale)?.comparator ?? target.comparator);
  const comparable = change !== undefined || target?.form === "value";
  return { ...interval, scale, threshold: comparable ? threshold : undefined, comparator, baseline: before };
}
