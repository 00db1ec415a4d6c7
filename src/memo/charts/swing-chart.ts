import type { Chart } from "./chart.ts";
import { CHART_WIDTH, svgElement, svgPicture, svgText, textWidth } from "./svg.ts";
import { tickLabel } from "./ticks.ts";

/** One input of the business case, swung alone through its range. */
export interface SwingBar {
  readonly name: string;
  /** What the case comes to at the low end of the input; it may be the larger one, and it may be infinite. */
  readonly low: number;
  /** At the high end of the input. */
  readonly high: number;
  /** Whether this input alone could turn the answer. */
  readonly crosses: boolean;
}

export interface SwingFigures {
  /** What is moved, with its unit: `Payback in months`. */
  readonly measure: string;
  /** The one that moves it most first. */
  readonly bars: readonly SwingBar[];
  /** What the case comes to with every input at its likely figure. */
  readonly likely: number;
  readonly threshold: number | undefined;
}

const [LEFT, RIGHT] = [8, CHART_WIDTH - 8];
const [TOP, ROW, BAR] = [36, 40, 13];
/** The inputs below these hardly move anything. */
const MOST_BARS = 8;

/** What moves the value, ranked; undefined where no input has a range. */
export function swingChart({ measure, bars, likely, threshold }: SwingFigures): Chart | undefined {
  const shown = bars.slice(0, MOST_BARS);
  if (shown.length === 0) return undefined;
  const title = "What moves the value";
  const text = sentence(measure, bars);
  const legend = [
    "Bars: the result with one input at its low and its high end, all others at their likely figure.",
    bars.some((bar) => bar.crosses) ? "Hatched: this input alone could turn the answer." : "",
    threshold === undefined ? "" : "Dashes: the threshold.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return {
    name: "value",
    title,
    text,
    legend,
    svg: () =>
      svgPicture("value", title, text, TOP + shown.length * ROW + 6, drawing(measure, shown, likely, threshold)),
  };
}

function sentence(measure: string, bars: readonly SwingBar[]): string {
  const [first] = bars;
  const turning = bars.filter((bar) => bar.crosses).map((bar) => bar.name);
  const most = `${first!.name} moves it most (${measure}: ${endLabel(first!.low)} to ${endLabel(first!.high)})`;
  const turns =
    turning.length === 0 ? "no input alone turns the answer" : `${turning.join(", ")} alone could turn the answer`;
  return `Of ${bars.length} ${bars.length === 1 ? "input" : "inputs"} with a range, ${most}; ${turns}.`;
}

function endLabel(figure: number): string {
  return Number.isFinite(figure) ? tickLabel(Number(figure.toPrecision(3))) : figure > 0 ? "never" : "less than all";
}

function drawing(
  measure: string,
  bars: readonly SwingBar[],
  likely: number,
  threshold: number | undefined,
): readonly string[] {
  const figures = [likely, threshold, ...bars.flatMap((bar) => [bar.low, bar.high])].filter(
    (figure) => figure !== undefined && Number.isFinite(figure),
  ) as number[];
  const [least, most] = figures.length === 0 ? [0, 1] : [Math.min(...figures), Math.max(...figures)];
  const margin = (most - least || 1) * 0.12;
  const x = (figure: number) => {
    const share =
      figure === Infinity ? 1 : figure === -Infinity ? 0 : (figure - least + margin) / (most - least + 2 * margin);
    return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
  };
  const bottom = TOP + bars.length * ROW;
  return [
    HATCH,
    svgText(measure, LEFT, 12, { class: "faint" }, 230),
    ...(Number.isFinite(likely)
      ? [
          svgElement("line", {
            class: "axis",
            x1: x(likely),
            x2: x(likely),
            y1: TOP - 6,
            y2: bottom,
            stroke: "currentColor",
          }),
        ]
      : []),
    ...(threshold === undefined ? [] : thresholdLabel(x(threshold), endLabel(threshold))),
    ...bars.flatMap((bar, row) => [
      ...barOf(bar, x, TOP + row * ROW),
      ...(threshold === undefined ? [] : [thresholdLine(x(threshold), TOP + row * ROW)]),
    ]),
  ];
}

const HATCH =
  '<defs><pattern id="chart.value.turns" width="6" height="6" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" ' +
  'stroke-width="2.5"/></pattern></defs>';

function thresholdLabel(x: number, label: string): readonly string[] {
  const half = textWidth(`threshold ${label}`) / 2;
  return [
    svgText(`threshold ${label}`, Math.min(RIGHT - half, Math.max(LEFT + half, x)), TOP - 12, {
      class: "limit-label",
      "text-anchor": "middle",
    }),
  ];
}

/** Beside the bar only, so that it does not run through words. */
function thresholdLine(x: number, top: number): string {
  return svgElement("line", {
    class: "limit",
    x1: x,
    x2: x,
    y1: top + 12,
    y2: top + 33,
    stroke: "currentColor",
    "stroke-dasharray": "4 2.5",
  });
}

function barOf({ name, low, high, crosses }: SwingBar, x: (figure: number) => number, top: number): readonly string[] {
  const [from, to] = [Math.min(x(low), x(high)), Math.max(x(low), x(high))];
  const look = crosses
    ? { class: "bar-hatched", fill: "url(#chart.value.turns)", stroke: "currentColor" }
    : { class: "bar", fill: "currentColor" };
  const ends = `${endLabel(low)} to ${endLabel(high)}`;
  return [
    svgText(name, LEFT, top + 10, { class: "halo strong" }, RIGHT - LEFT - textWidth(ends) - 90),
    svgText(crosses ? `${ends}, could turn it` : ends, RIGHT, top + 10, { class: "halo", "text-anchor": "end" }),
    svgElement("rect", { ...look, x: from, y: top + 16, width: Math.max(2, to - from), height: BAR }),
  ];
}
