import { drawnEval } from "../../domain/evidence/drawn-eval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { joinSafe, line, EMPTY, type Safe } from "./safe.ts";
import type { Signs } from "./signs.ts";

/** `··├───●──┤··▸·····`: plausible range, estimate, threshold and baseline of an eval on one line of `width` columns. */
export function intervalPicture(standing: EvalStanding, width: number, signs: Signs): Safe {
  const drawn = drawnEval(standing);
  if (drawn === undefined) return signs.axis.repeat(width) as Safe;
  const { low, high, estimate, threshold, comparator, baseline } = drawn;
  const points = [low, high, estimate, threshold, baseline].filter(
    (point) => point !== undefined && Number.isFinite(point),
  ) as number[];
  if (points.length === 0) return signs.axis.repeat(width) as Safe;
  const [least, most] = [Math.min(...points), Math.max(...points)];
  const margin = most > least ? (most - least) * 0.06 : Math.max(Math.abs(most), 1) * 0.5;
  const cellOf = (value: number) => {
    const share =
      value === -Infinity ? 0 : value === Infinity ? 1 : (value - least + margin) / (most - least + 2 * margin);
    return Math.min(width - 1, Math.max(0, Math.round(share * (width - 1))));
  };
  const cells: Safe[] = Array.from({ length: width }, () => signs.axis);
  const bounded = Number.isFinite(low) || Number.isFinite(high);
  if (bounded && low < high) {
    for (let k = cellOf(low); k <= cellOf(high); k++) cells[k] = signs.range;
    if (Number.isFinite(low)) cells[cellOf(low)] = signs.rangeStart;
    if (Number.isFinite(high)) cells[cellOf(high)] = signs.rangeEnd;
  }
  if (baseline !== undefined) cells[cellOf(baseline)] = signs.baseline;
  if (Number.isFinite(estimate)) cells[cellOf(estimate)] = signs.estimate;
  if (threshold !== undefined && Number.isFinite(threshold))
    cells[cellOf(threshold)] = comparator.startsWith("<") ? signs.atMost : signs.atLeast;
  return joinSafe(cells, EMPTY);
}

/** What the signs of the picture mean. */
export function pictureLegend(signs: Signs): Safe {
  return line`${signs.rangeStart}${signs.range}${signs.estimate}${signs.range}${signs.rangeEnd} plausible range  ${signs.atMost} ${signs.atLeast} needed on this side  ${signs.baseline} before`;
}
