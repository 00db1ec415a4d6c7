import { axis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgPicture, svgText } from "./svg.ts";

/** Something on one day; `count` of the same kind. */
export interface TimelineDot {
  readonly day: number;
  readonly count: number;
}

/** A mark with a meaning of its own. */
export interface TimelineMark {
  readonly day: number;
  /** How it is to be taken. */
  readonly tone: "good" | "bad" | "caution" | "open";
}

/** Days are counted from the first, 0. */
export interface TimelineFigures {
  readonly days: number;
  /** Where a date is written: the first day, Mondays, the last. */
  readonly dates: readonly { readonly day: number; readonly label: string }[];
  /** From the start to the last working day of the timebox. */
  readonly timebox: { readonly from: number; readonly to: number; readonly before: number | undefined } | undefined;
  readonly lanes: readonly { readonly label: string; readonly dots: readonly TimelineDot[] }[];
  readonly kill: readonly TimelineMark[];
  /** The start, amendments, decisions, gates. */
  readonly agreed: readonly (TimelineMark & { readonly shape: "start" | "amendment" | "decision" })[];
}

const [LEFT, RIGHT] = [92, CHART_WIDTH - 12];
const [TOP, LANE] = [8, 24];

/** One strip: what happened on which day, what would have ended it, and what was agreed. */
export function timelineChart(figures: TimelineFigures, text: string): Chart {
  const title = "What happened when";
  const late = figures.agreed.some(({ shape, tone }) => shape === "amendment" && tone === "caution");
  const legend = [
    "Dots: entries of the log, larger where there are more.",
    figures.kill.length === 0 ? "" : "Diamonds: kill criteria on the day by which they had to be cleared.",
    figures.agreed.some(({ shape }) => shape === "amendment")
      ? `Triangles: changed terms${late ? "; filled if results had been seen" : ""}.`
      : "",
    figures.agreed.some(({ shape }) => shape === "decision") ? "Squares: decisions." : "",
    figures.timebox?.before === undefined ? "" : "Dashes: the first end of the timebox.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  const height = TOP + (figures.lanes.length + 2) * LANE + 24;
  return {
    name: "timeline",
    title,
    text,
    legend,
    svg: () => svgPicture("timeline", title, text, height, drawing(figures)),
  };
}

function drawing({ days, dates, timebox, lanes, kill, agreed }: TimelineFigures): readonly string[] {
  const x = (day: number) => LEFT + (days <= 1 ? 0.5 : day / (days - 1)) * (RIGHT - LEFT);
  const rows = lanes.length + 2;
  const bottom = TOP + rows * LANE;
  const middle = (row: number) => TOP + row * LANE + LANE / 2;
  return [
    ...(timebox === undefined ? [] : box(timebox, x, bottom)),
    ...["Kill criteria", ...lanes.map(({ label }) => label), "Agreed"].flatMap((label, row) => [
      svgText(label, 2, middle(row) + 4, { class: "faint" }, LEFT - 8),
      svgElement("line", {
        class: "grid",
        x1: LEFT,
        x2: RIGHT,
        y1: middle(row),
        y2: middle(row),
        stroke: "currentColor",
      }),
    ]),
    ...kill.map(({ day, tone }) => diamond(x(day), middle(0), tone)),
    ...lanes.flatMap(({ dots }, row) =>
      dots.map(({ day, count }) =>
        svgElement("circle", {
          class: "dot",
          cx: x(day),
          cy: middle(row + 1),
          r: Math.min(7, 2.6 + Math.sqrt(count)),
          fill: "currentColor",
          stroke: "currentColor",
        }),
      ),
    ),
    ...agreed.map((mark) => agreedMark(mark, x(mark.day), middle(rows - 1))),
    ...axis(
      LEFT,
      RIGHT,
      bottom,
      dates.map(({ day, label }) => ({ at: x(day), label })),
    ),
  ];
}

function box(
  { from, to, before }: NonNullable<TimelineFigures["timebox"]>,
  x: (day: number) => number,
  bottom: number,
) {
  const line = (day: number, dashes: Readonly<Record<string, string>>) =>
    svgElement("line", {
      class: "mark-line",
      x1: x(day),
      x2: x(day),
      y1: TOP,
      y2: bottom,
      stroke: "currentColor",
      ...dashes,
    });
  return [
    svgElement("rect", {
      class: "timebox",
      x: x(from),
      y: TOP,
      width: Math.max(1, x(to) - x(from)),
      height: bottom - TOP,
      fill: "currentColor",
    }),
    line(to, {}),
    ...(before === undefined ? [] : [line(before, { "stroke-dasharray": "4 3" })]),
  ];
}

function diamond(x: number, y: number, tone: TimelineMark["tone"]): string {
  return svgElement("path", {
    class: `mark ${tone}`,
    d: `M${px(x)} ${px(y - 7)}l7 7l-7 7l-7-7Z`,
    fill: tone === "open" ? "none" : "currentColor",
    stroke: "currentColor",
  });
}

function agreedMark({ shape, tone }: TimelineFigures["agreed"][number], x: number, y: number): string {
  const look = { class: `mark ${tone}`, fill: tone === "open" ? "none" : "currentColor", stroke: "currentColor" };
  switch (shape) {
    case "start":
      return svgElement("path", { ...look, d: `M${px(x - 5)} ${px(y - 6)}l11 6l-11 6Z` });
    case "amendment":
      return svgElement("path", { ...look, d: `M${px(x)} ${px(y - 7)}l7 13h-14Z` });
    case "decision":
      return svgElement("rect", { ...look, x: x - 6, y: y - 6, width: 12, height: 12 });
  }
}
