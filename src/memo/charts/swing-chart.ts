import { axis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgLabel, svgPicture, svgTextOnPaper, textWidth } from "./svg.ts";
import { tickLabel, ticks } from "./ticks.ts";

/** One input of the business case, swung alone through its range. */
export interface SwingBar {
  /** In words: `minutes saved a task`. */
  readonly name: string;
  /** The result at the low end of the input; it may be the larger one, and it may be infinite. */
  readonly low: number;
  /** At the high end of the input. */
  readonly high: number;
  /** Whether this input alone could turn the answer. */
  readonly crosses: boolean;
}

export interface SwingFigures {
  /** What changes, with its unit: `Payback in months`. */
  readonly measure: string;
  /** The one that moves it most first. */
  readonly bars: readonly SwingBar[];
  /** The result with every input at its likely figure. */
  readonly likely: number;
  readonly threshold: number | undefined;
}

const [LEFT, RIGHT] = [8, CHART_WIDTH - 8];
const [TOP, ROW, BAR] = [42, 42, 14];
/** The inputs below these hardly move anything. */
const MOST_BARS = 8;

/** The inputs that change the result most, ranked; undefined if no input has a range. */
export function swingChart({ measure, bars, likely, threshold }: SwingFigures): Chart | undefined {
  const shown = bars.slice(0, MOST_BARS);
  if (shown.length === 0) return undefined;
  const title = "What moves the value";
  const text = sentence(measure, shown, likely);
  const legend = [
    `${measure}. Bars: the result with one input at its low and its high end, the others at their likely figure.`,
    bars.some((bar) => bar.crosses) ? "Hatched: this input alone could change the answer." : "",
    threshold === undefined ? "" : "Dashes: what was agreed.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return {
    name: "value",
    title,
    text,
    legend,
    svg: () => svgPicture("value", title, text, TOP + shown.length * ROW + 24, drawing(shown, likely, threshold)),
  };
}

/** With the figures of every bar: who cannot see it reads the same. */
function sentence(measure: string, bars: readonly SwingBar[], likely: number): string {
  const each = bars.map((bar) => {
    const turns = bar.crosses ? ", enough on its own to change the answer" : "";
    return `${bar.name} ${endLabel(bar.low)} to ${endLabel(bar.high)}${turns}`;
  });
  return `${measure}, as it stands ${endLabel(likely)}; with one input at its low and high end: ${each.join("; ")}.`;
}

function endLabel(figure: number): string {
  if (!Number.isFinite(figure)) return figure > 0 ? "never" : "less than all";
  return tickLabel(Number(Math.abs(figure) < 100 ? figure.toFixed(1) : figure.toPrecision(3)));
}

function drawing(bars: readonly SwingBar[], likely: number, threshold: number | undefined): readonly string[] {
  const figures = [likely, threshold, ...bars.flatMap((bar) => [bar.low, bar.high])].filter(
    (figure) => figure !== undefined && Number.isFinite(figure),
  ) as readonly number[];
  const [least, most] = figures.length === 0 ? [0, 1] : [Math.min(...figures), Math.max(...figures)];
  const margin = (most - least || 1) * 0.22;
  const [from, to] = [least - margin, most + margin];
  const x = (figure: number) => {
    if (figure === Infinity) return RIGHT;
    if (figure === -Infinity) return LEFT;
    return LEFT + Math.min(1, Math.max(0, (figure - from) / (to - from))) * (RIGHT - LEFT);
  };
  const bottom = TOP + bars.length * ROW;
  return [
    HATCH,
    ...(threshold === undefined ? [] : thresholdMark(threshold, x(threshold), bottom)),
    ...(Number.isFinite(likely) ? likelyMark(likely, x(likely), bottom) : []),
    ...bars.flatMap((bar, row) => barOf(bar, x, TOP + row * ROW)),
    ...axis(
      LEFT,
      RIGHT,
      bottom,
      ticks(from, to, 5).map((figure) => ({ at: x(figure), label: tickLabel(figure) })),
    ),
  ];
}

const HATCH =
  '<defs><pattern id="chart.value.turns" width="6" height="6" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" ' +
  'stroke-width="3"/></pattern></defs>';

function likelyMark(likely: number, x: number, bottom: number): readonly string[] {
  return [
    svgElement("line", { class: "mark-line", x1: x, x2: x, y1: 32, y2: bottom, stroke: "currentColor" }),
    svgLabel(`as it stands ${endLabel(likely)}`, x, 28, { class: "halo strong" }),
  ];
}

function thresholdMark(threshold: number, x: number, bottom: number): readonly string[] {
  return [
    svgElement("line", {
      class: "limit",
      x1: x,
      x2: x,
      y1: 16,
      y2: bottom,
      stroke: "currentColor",
      "stroke-dasharray": "5 4",
    }),
    svgLabel(`agreed ${endLabel(threshold)}`, x, 12, { class: "limit-label" }),
  ];
}

/** The name above, the figures at the ends, the low end of the input first. */
function barOf({ name, low, high, crosses }: SwingBar, x: (figure: number) => number, top: number): readonly string[] {
  const [from, to] = [Math.min(x(low), x(high)), Math.max(x(low), x(high))];
  const look = crosses
    ? { class: "bar-hatched", fill: "url(#chart.value.turns)", stroke: "currentColor" }
    : { class: "bar", fill: "currentColor" };
  const [left, right] = x(low) <= x(high) ? [low, high] : [high, low];
  const y = top + 17;
  const middle = y + BAR - 3;
  const open = left === -Infinity || right === Infinity;
  return [
    svgTextOnPaper(name, LEFT, top + 11, { class: "strong" }, RIGHT - LEFT),
    svgElement("rect", { ...look, x: from, y, width: Math.max(2, to - from - (open ? 8 : 0)), height: BAR }),
    ...(right === Infinity ? [arrow(RIGHT, y + BAR / 2)] : []),
    endText(endLabel(left), from - 4, middle, "end"),
    right === Infinity
      ? svgTextOnPaper("never", RIGHT - 12, y - 3, { "text-anchor": "end" })
      : endText(endLabel(right), to + 4, middle, "start"),
  ];
}

/** Beside the end of a bar; within it where there is no room. */
function endText(label: string, x: number, y: number, anchor: "start" | "end"): string {
  const width = textWidth(label);
  const fits = anchor === "end" ? x - width >= 0 : x + width <= CHART_WIDTH;
  const within = anchor === "end" ? x + 8 : x - 8;
  const turned = anchor === "end" ? "start" : "end";
  return svgTextOnPaper(label, fits ? x : within, y, { "text-anchor": fits ? anchor : turned });
}

function arrow(x: number, y: number): string {
  return svgElement("path", { class: "bar", d: `M${px(x)} ${px(y)}l-9 -7v14Z`, fill: "currentColor" });
}
