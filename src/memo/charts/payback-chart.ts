import { aboutLabel } from "../../wording/business-case.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { axis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { CHART_WIDTH, svgElement, svgLabel, svgPicture, svgText, textWidth } from "./svg.ts";
import { tickLabel, ticks } from "./ticks.ts";

export interface HistogramBin {
  /** In months, from and including. */
  readonly from: number;
  /** In months, up to and not including. */
  readonly to: number;
  readonly count: number;
}

/** How payback is spread over the draws of a simulation. */
export interface PaybackFigures {
  /** Side by side, of one width. */
  readonly bins: readonly HistogramBin[];
  /** Draws that pay back sooner than the first bin. */
  readonly below?: number;
  /** Draws that pay back later than the last bin, or never. */
  readonly beyond: number;
  /** The longest payback that was agreed, in months. */
  readonly threshold: number | undefined;
  /** The share of draws within the threshold; undefined if none was agreed. */
  readonly within?: number | undefined;
  /** With every input at its likely figure; undefined if it never pays back. */
  readonly likely?: number | undefined;
}

const [LEFT, RIGHT, TOP] = [10, CHART_WIDTH - 10, 42];
/** From the axis to the lower edge. */
const FOOT = 42;
/** Beside the axis, for the dots beyond it. */
const BEYOND = 66;
const DOTS = 20;
const SIZE = 13;
const COLUMN = 20;

/** Twenty dots, each a chance of one in twenty; undefined where nothing was drawn. */
export function paybackChart(figures: PaybackFigures): Chart | undefined {
  const { bins, below = 0, beyond, threshold } = figures;
  const total = bins.reduce((sum, bin) => sum + bin.count, below + beyond);
  if (bins.length === 0 || total === 0) return undefined;
  const title = "When it pays back";
  const text = sentence(figures, total);
  const legend = [
    "Each dot is a chance of 1 in 20.",
    threshold === undefined ? "" : "Filled: within the agreed payback. Hollow: later, or never.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return {
    name: "payback",
    title,
    text,
    legend,
    svg: () => {
      const stacks = stacksOf(figures, total);
      const bottom = TOP + Math.max(3, stacks.tallest) * SIZE + 4;
      return svgPicture("payback", title, text, bottom + FOOT, drawing(figures, stacks, bottom));
    },
  };
}

function sentence({ bins, below = 0, beyond, threshold, within, likely }: PaybackFigures, total: number): string {
  const last = bins.at(-1)!;
  const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
  const rest =
    beyond === 0 ? `all within ${months(last.to)}` : `${percent(beyond, total)} later than ${months(last.to)} or never`;
  const sooner = below === 0 ? "" : `${percent(below, total)} sooner than ${months(bins[0]!.from)}, `;
  const agreed =
    threshold === undefined || within === undefined
      ? ""
      : ` ${upperFirst(aboutLabel(within))} within the agreed ${months(threshold)}.`;
  const expected = likely === undefined ? "" : ` The likely figure is ${months(Number(likely.toPrecision(2)))}.`;
  return (
    `Payback over ${tickLabel(total)} draws: most often from ${tickLabel(fullest.from)} to ${months(fullest.to)} (` +
    `${percent(fullest.count, total)}), ${sooner}${rest}.${agreed}${expected}`
  );
}

function months(count: number): string {
  return `${tickLabel(count)} ${count === 1 ? "month" : "months"}`;
}

/** Never a round 0% for what did happen, nor 100% for what did not always. */
function percent(part: number, total: number): string {
  const share = (part / total) * 100;
  if (part > 0 && share < 1) return "under 1%";
  if (part < total && share > 99) return "over 99%";
  return `${Math.round(share)}%`;
}

/** The month that a share of the draws has paid back by; undefined beyond the last bin. */
function quantile(share: number, { bins, below = 0 }: PaybackFigures, total: number): number | undefined {
  let left = share * total - below;
  if (left <= 0) return bins[0]!.from;
  for (const { from, to, count } of bins) {
    if (left <= count) return from + (left / Math.max(1, count)) * (to - from);
    left -= count;
  }
  return undefined;
}

interface Stacks {
  readonly x: (month: number) => number;
  /** The last month on the axis, and where the axis ends. */
  readonly last: number;
  readonly right: number;
  /** The middle of each dot, its place in its stack, and whether it is within what was agreed. */
  readonly dots: readonly { readonly at: number; readonly nth: number; readonly fine: boolean }[];
  readonly beyond: boolean;
  readonly tallest: number;
}

/** Columns begin at the agreed threshold, so that no dot lies across its line. */
function stacksOf(figures: PaybackFigures, total: number): Stacks {
  const { threshold, likely } = figures;
  const found = Array.from({ length: DOTS }, (_, k) => quantile((k + 0.5) / DOTS, figures, total));
  const known = found.filter((month) => month !== undefined);
  const late = found.length - known.length;
  const right = late > 0 ? RIGHT - BEYOND : RIGHT;
  const last = Math.max(...known, threshold === undefined ? 0 : threshold * 1.12, likely ?? 0, 1) * 1.02;
  const x = (month: number) => LEFT + (Math.min(month, last) / last) * (right - LEFT);
  const zero = threshold === undefined || threshold > last ? LEFT : x(threshold);
  const heights = new Map<number, number>();
  const dots = known.map((month) => {
    const fine = threshold === undefined || month <= threshold;
    const column = fine && x(month) >= zero ? -1 : Math.floor((x(month) - zero) / COLUMN);
    const nth = heights.get(column) ?? 0;
    heights.set(column, nth + 1);
    const at = Math.min(right - SIZE / 2, Math.max(LEFT + SIZE / 2, zero + (column + 0.5) * COLUMN));
    return { at, nth, fine };
  });
  const rest = Array.from({ length: late }, (_, k) => ({
    at: RIGHT - BEYOND + 22 + (k % 3) * SIZE,
    nth: Math.floor(k / 3),
    fine: false,
  }));
  const all = [...dots, ...rest];
  return { x, last, right, dots: all, beyond: late > 0, tallest: Math.max(...all.map(({ nth }) => nth)) + 1 };
}

function drawing(figures: PaybackFigures, { x, last, right, dots, beyond }: Stacks, bottom: number): readonly string[] {
  const { threshold, within, likely } = figures;
  return [
    ...(likely === undefined || likely > last ? [] : likelyMark(likely, x(likely), bottom)),
    ...dots.map(({ at, nth, fine }) => dot(at, bottom - SIZE / 2 - 1 - nth * SIZE, fine)),
    ...(beyond
      ? [svgText("later or never", RIGHT + 8, bottom + 17, { class: "faint", "text-anchor": "end" }, 100)]
      : []),
    ...axis(
      LEFT,
      right,
      bottom,
      monthTicks(last, right - LEFT).map((month) => ({
        at: x(month),
        label: beyond && x(month) > RIGHT - 92 ? "" : tickLabel(month),
      })),
    ),
    svgText("months until it has paid back", LEFT, bottom + 34, { class: "faint" }),
    ...(threshold === undefined || threshold > last ? [] : thresholdLine(threshold, within, x(threshold), bottom)),
  ];
}

function dot(x: number, y: number, fine: boolean): string {
  return svgElement("circle", {
    class: fine ? "dot" : "dot-late",
    cx: x,
    cy: y,
    r: SIZE / 2 - 1,
    fill: fine ? "currentColor" : "none",
    stroke: "currentColor",
  });
}

/** Quarters of a year if they fit, otherwise round figures. */
function monthTicks(last: number, width: number): readonly number[] {
  const step = [1, 3, 6, 12].find((size) => (size / last) * width >= 30);
  return step === undefined || last < 1.5
    ? ticks(0, last, 4)
    : Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => k * step);
}

function thresholdLine(threshold: number, within: number | undefined, at: number, bottom: number): readonly string[] {
  const share = within === undefined ? "" : `${aboutLabel(within)} `;
  const label = `${share}within ${months(threshold)}`;
  const left = at - 5 >= textWidth(label);
  return [
    svgElement("line", {
      class: "limit",
      x1: at,
      x2: at,
      y1: 4,
      y2: bottom,
      stroke: "currentColor",
      "stroke-dasharray": "6 4",
    }),
    svgText(label, left ? at - 5 : at + 5, 14, { class: "limit-label strong", "text-anchor": left ? "end" : "start" }),
  ];
}

function likelyMark(likely: number, x: number, bottom: number): readonly string[] {
  return [
    svgElement("line", { class: "mark-line", x1: x, x2: x, y1: 36, y2: bottom, stroke: "currentColor" }),
    svgLabel(`likely ${months(Number(likely.toPrecision(2)))}`, x, 32, { class: "halo" }),
  ];
}
