import type { DrawnEval } from "./drawn-eval.ts";

/** What one cell of the picture of an eval shows, whatever signs it is drawn with. */
export type DrawnCell =
  | "axis"
  | "range"
  | "rangeStart"
  | "rangeEnd"
  | "estimate"
  | "baseline"
  /** The threshold, pointing to the side that meets it. */
  | "atMost"
  | "atLeast";

/**
 * Plausible range, estimate, threshold and baseline of an eval on one line of `width` cells; an empty axis where there
 * is nothing to draw. What is infinite lies at the end of the line.
 */
export function drawnLine(drawn: DrawnEval | undefined, width: number): readonly DrawnCell[] {
  const cells = Array.from({ length: width }, (): DrawnCell => "axis");
  if (drawn === undefined) return cells;
  const { low, high, estimate, threshold, comparator, baseline } = drawn;
  const points = [low, high, estimate, threshold, baseline].filter(
    (point): point is number => point !== undefined && Number.isFinite(point),
  );
  if (points.length === 0) return cells;
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const margin = most > least ? (most - least) * 0.06 : Math.max(Math.abs(most), 1) * 0.5;
  const cellOf = (value: number) => {
    const share =
      value === -Infinity ? 0 : value === Infinity ? 1 : (value - least + margin) / (most - least + 2 * margin);
    return Math.min(width - 1, Math.max(0, Math.round(share * (width - 1))));
  };
  const bounded = Number.isFinite(low) || Number.isFinite(high);
  if (bounded && low < high) {
    for (let k = cellOf(low); k <= cellOf(high); k++) cells[k] = "range";
    if (Number.isFinite(low)) cells[cellOf(low)] = "rangeStart";
    if (Number.isFinite(high)) cells[cellOf(high)] = "rangeEnd";
  }
  if (baseline !== undefined) cells[cellOf(baseline)] = "baseline";
  if (Number.isFinite(estimate)) cells[cellOf(estimate)] = "estimate";
  if (threshold !== undefined && Number.isFinite(threshold))
    cells[cellOf(threshold)] = comparator.startsWith("<") ? "atMost" : "atLeast";
  return cells;
}
