import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import { swingMeasure, type Swing } from "../../domain/business-case/value-swings.ts";
import { joinSafe, line, EMPTY, type Safe } from "./safe.ts";
import type { Signs } from "./signs.ts";

/** What the bars of a tornado are drawn on: months of payback, or a year's impact where nothing ever pays back. */
export interface TornadoScale {
  readonly of: "payback" | "impact";
  readonly from: number;
  readonly to: number;
  readonly likely: number;
  /** Undefined where none is set, or it lies outside. */
  readonly threshold: number | undefined;
}

/** The farthest that a payback is drawn, in times of the likely one: beyond it the rest would be too small to see. */
const FARTHEST = 4;

/** Undefined where there is nothing to draw. */
export function tornadoScale(
  swings: readonly Swing[],
  { exact, thresholds }: Pick<ValueStanding, "exact" | "thresholds">,
): TornadoScale | undefined {
  if (swings.length === 0 || exact === undefined) return undefined;
  const of = swingMeasure(swings);
  const likely =
    of === "impact"
      ? rationalNumber(exact.impact)
      : exact.payback === "never"
        ? Infinity
        : rationalNumber(exact.payback);
  const threshold = thresholds[of] && rationalNumber(thresholds[of]);
  const ends = swings.flatMap(({ numbers }) => numbers[of]).filter(Number.isFinite);
  const points = [
    ...ends,
    ...(Number.isFinite(likely) ? [likely] : []),
    ...(threshold === undefined ? [] : [threshold]),
  ];
  const cap =
    of === "payback" && Number.isFinite(likely) && likely > 0 ? Math.max(likely * FARTHEST, threshold ?? 0) : Infinity;
  const [least, most] = [Math.min(...points), Math.min(cap, Math.max(...points))];
  const margin = most > least ? (most - least) * 0.04 : Math.max(1, Math.abs(most)) * 0.5;
  return {
    of,
    from: of === "payback" ? Math.max(0, least - margin) : least - margin,
    to: most + margin,
    likely,
    threshold,
  };
}

/** `····███●████◂··→`: the swing as a bar, the likely case and the threshold in it; an arrow where it goes on. */
export function tornadoBar(
  { numbers }: Swing,
  { of, from, to, likely, threshold }: TornadoScale,
  width: number,
  signs: Signs,
): Safe {
  const cellOf = (value: number) =>
    Math.min(width - 1, Math.max(0, Math.round(((Math.min(value, to) - from) / (to - from)) * (width - 1))));
  const [low, high] = [Math.min(...numbers[of]), Math.max(...numbers[of])];
  const cells: Safe[] = Array.from({ length: width }, () => signs.axis);
  for (let k = cellOf(low); k <= cellOf(high); k++) cells[k] = signs.full;
  if (high > to) cells[width - 1] = signs.beyond;
  if (threshold !== undefined) cells[cellOf(threshold)] = of === "payback" ? signs.atMost : signs.atLeast;
  if (Number.isFinite(likely)) cells[cellOf(likely)] = signs.estimate;
  return joinSafe(cells, EMPTY);
}

/** What the signs of the bars mean. */
export function tornadoLegend({ of, threshold, likely }: TornadoScale, signs: Signs): Safe {
  const limit =
    threshold === undefined
      ? EMPTY
      : of === "payback"
        ? line`  ${signs.atMost} threshold`
        : line`  ${signs.atLeast} threshold`;
  const middle = Number.isFinite(likely) ? line`  ${signs.estimate} likely` : EMPTY;
  return line`${signs.full} from one end of the range to the other${middle}${limit}`;
}
