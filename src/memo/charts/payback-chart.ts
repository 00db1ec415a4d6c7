import type { Chart } from "./chart.ts";
import { CHART_WIDTH, svgElement, svgPicture, svgText } from "./svg.ts";
import { tickLabel } from "./ticks.ts";

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
}

const HEIGHT = 170;
const [LEFT, TOP, BOTTOM] = [10, 34, 132];
/** Beside the bins, for the draws beyond them. */
const BEYOND = 52;

/** The distribution of payback; undefined where nothing was drawn. */
export function paybackChart({ bins, below = 0, beyond, threshold }: PaybackFigures): Chart | undefined {
  const total = bins.reduce((sum, bin) => sum + bin.count, below + beyond);
  if (bins.length === 0 || total === 0) return undefined;
  const title = "When it pays back";
  const text = sentence(bins, below, beyond, total);
  const legend = [
    "Bars: the share of draws by months.",
    beyond > 0 ? "Hatched: later than that, or never." : "",
    thresholdWords(bins, threshold),
  ]
    .filter((part) => part !== "")
    .join(" ");
  return {
    name: "payback",
    title,
    text,
    legend,
    svg: () => svgPicture("payback", title, text, HEIGHT, drawing(bins, beyond, total, threshold)),
  };
}

/** What was agreed may lie beside what is drawn, and then no dashes are there to explain. */
function thresholdWords(bins: readonly HistogramBin[], threshold: number | undefined): string {
  if (threshold === undefined) return "";
  const drawn = threshold >= bins[0]!.from && threshold <= bins.at(-1)!.to;
  return drawn
    ? "Dashes: the longest payback that was agreed."
    : `The longest payback that was agreed, ${months(threshold)}, is not within the drawing.`;
}

function sentence(bins: readonly HistogramBin[], below: number, beyond: number, total: number): string {
  const last = bins.at(-1)!;
  const fullest = bins.reduce((best, bin) => (bin.count > best.count ? bin : best));
  const rest =
    beyond === 0 ? `all within ${months(last.to)}` : `${percent(beyond, total)} later than ${months(last.to)} or never`;
  const sooner = below === 0 ? "" : `${percent(below, total)} sooner than ${months(bins[0]!.from)}, `;
  return (
    `Payback over ${tickLabel(total)} draws: most often from ${tickLabel(fullest.from)} to ${months(fullest.to)} (` +
    `${percent(fullest.count, total)}), ${sooner}${rest}.`
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

function drawing(
  bins: readonly HistogramBin[],
  beyond: number,
  total: number,
  threshold: number | undefined,
): readonly string[] {
  const right = CHART_WIDTH - LEFT - (beyond > 0 ? BEYOND : 0);
  const [first, last] = [bins[0]!.from, bins.at(-1)!.to];
  const x = (month: number) => LEFT + ((month - first) / (last - first)) * (right - LEFT);
  const fullest = Math.max(beyond, ...bins.map((bin) => bin.count));
  const height = (count: number) => (count / fullest) * (BOTTOM - TOP);
  const every = Math.ceil(bins.length / 8);
  const bar = (from: number, to: number, count: number, look: Readonly<Record<string, string>>) => [
    svgElement("rect", {
      ...look,
      x: from + 1,
      y: BOTTOM - height(count),
      width: Math.max(1, to - from - 2),
      height: height(count),
    }),
    ...(to - from >= 28 && count > 0
      ? [
          svgText(percent(count, total), (from + to) / 2, BOTTOM - height(count) - 4, {
            class: "faint",
            "text-anchor": "middle",
          }),
        ]
      : []),
  ];
  return [
    HATCH,
    ...bins.flatMap((bin) => bar(x(bin.from), x(bin.to), bin.count, { class: "bar", fill: "currentColor" })),
    ...(beyond > 0
      ? [
          ...bar(CHART_WIDTH - LEFT - BEYOND + 10, CHART_WIDTH - LEFT, beyond, {
            class: "bar-hatched",
            fill: "url(#chart.payback.beyond)",
            stroke: "currentColor",
          }),
          svgText("beyond", CHART_WIDTH - LEFT, BOTTOM + 14, { class: "faint", "text-anchor": "end" }),
        ]
      : []),
    svgElement("line", {
      class: "axis",
      x1: LEFT,
      x2: CHART_WIDTH - LEFT,
      y1: BOTTOM,
      y2: BOTTOM,
      stroke: "currentColor",
    }),
    ...bins
      .filter((_, k) => k % every === 0)
      .map((bin) =>
        svgText(tickLabel(bin.from), x(bin.from), BOTTOM + 14, {
          class: "faint",
          "text-anchor": bin === bins[0] ? "start" : "middle",
        }),
      ),
    svgText("months until it has paid back", LEFT, BOTTOM + 30, { class: "faint" }),
    ...thresholdLine(threshold, first, last, x),
  ];
}

const HATCH =
  '<defs><pattern id="chart.payback.beyond" width="6" height="6" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" ' +
  'stroke-width="2.5"/></pattern></defs>';

function thresholdLine(
  threshold: number | undefined,
  first: number,
  last: number,
  x: (month: number) => number,
): readonly string[] {
  if (threshold === undefined || threshold < first || threshold > last) return [];
  const at = x(threshold);
  const anchor = at > CHART_WIDTH / 2 ? "end" : "start";
  return [
    svgElement("line", {
      class: "limit",
      x1: at,
      x2: at,
      y1: 16,
      y2: BOTTOM,
      stroke: "currentColor",
      "stroke-dasharray": "6 4",
    }),
    svgText(`at most ${months(threshold)}`, anchor === "end" ? at - 5 : at + 5, 14, {
      class: "limit-label",
      "text-anchor": anchor,
    }),
  ];
}
