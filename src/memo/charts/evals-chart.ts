import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgPicture, svgText, textWidth } from "./svg.ts";

/** A figure on the scale on which an eval is judged, and how it is written. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

/** One eval: its plausible range against what was needed and what was before, on the scale on which it is judged. */
export interface EvalFigures {
  readonly name: string;
  readonly verdict: string;
  /** Which way the verdict went: neither where it is open; `moved` where it is met on moved terms only. */
  readonly outcome: "met" | "moved" | "missed" | "open";
  /** Undefined where nothing was measured. Ends may be infinite; `label` has both, as people read them. */
  readonly range:
    | { readonly low: number; readonly high: number; readonly estimate: Mark; readonly label: string }
    | undefined;
  /** `good` is the side on which the target is met. */
  readonly needed: (Mark & { readonly good: "above" | "below" }) | undefined;
  readonly before: Mark | undefined;
}

const [TOP, ROW] = [26, 88];
const [LEFT, RIGHT] = [8, CHART_WIDTH - 8];
const TARGET = CHART_WIDTH / 2;

/**
 * A forest plot: all evals share one line, their target, and better is always to the right of it. Each row has a scale
 * of its own, because seconds and euros have none in common.
 */
export function evalsChart(rows: readonly EvalFigures[], text: string): Chart {
  const title = "What was measured against what was needed";
  const legend =
    "Square: measured. Line: the plausible range. Diamond: how it was before. Each row has its own scale; the target " +
    "is the line in the middle.";
  return {
    name: "evals",
    title,
    text,
    legend,
    svg: () =>
      svgPicture("evals", title, text, TOP + rows.length * ROW, [...frame(rows.length), ...rows.flatMap(drawing)]),
  };
}

function frame(rows: number): readonly string[] {
  return [
    svgText("◂ worse", LEFT, 12, { class: "faint" }),
    svgText("needed", TARGET, 12, { class: "limit-label", "text-anchor": "middle" }),
    svgText("better ▸", RIGHT, 12, { class: "faint", "text-anchor": "end" }),
    svgElement("rect", {
      class: "met-side",
      x: TARGET,
      y: TOP - 8,
      width: RIGHT - TARGET,
      height: rows * ROW + 4,
      fill: "currentColor",
    }),
  ];
}

const SIGNS = { met: "✓", moved: "!", missed: "✗", open: "○" } as const;

function drawing(figures: EvalFigures, row: number): readonly string[] {
  const { name, verdict, outcome, range, needed, before } = figures;
  const top = TOP + row * ROW;
  const track = top + 64;
  const signed = `${SIGNS[outcome]} ${verdict}`;
  const said = range === undefined ? "no figure yet" : `${range.estimate.label}${bounds(range.label)}`;
  const place = placing(figures);
  const taken = Math.min(190, textWidth(signed)) + 8;
  const lines = [name, said, needed === undefined ? "" : `needed: ${needed.label}`];
  // The verdict is on the first line that has room for it, so that it cuts off no other text.
  const free = lines.findIndex((text) => textWidth(text) <= RIGHT - LEFT - taken);
  const beside = Math.max(0, free);
  return [
    svgText(signed, RIGHT, top + 12 + beside * 16, { class: `${outcome} strong`, "text-anchor": "end" }, 190),
    ...lines.flatMap((text, line) =>
      text === ""
        ? []
        : [
            svgText(
              text,
              LEFT,
              top + 12 + line * 16,
              { class: line === 0 ? "strong" : "faint" },
              RIGHT - LEFT - (line === beside ? taken : 0),
            ),
          ],
    ),
    svgElement("line", { class: "grid", x1: LEFT, x2: RIGHT, y1: track, y2: track, stroke: "currentColor" }),
    svgElement("line", {
      class: "needed",
      x1: TARGET,
      x2: TARGET,
      y1: top + 50,
      y2: top + 78,
      stroke: "currentColor",
      "stroke-dasharray": "4 3",
    }),
    ...(before === undefined || place === undefined ? [] : [diamond(place(before.at), track)]),
    ...(range === undefined || place === undefined ? [] : whisker(range, place, track, outcome)),
  ];
}

function bounds(label: string): string {
  return label === "" ? "" : ` (${label})`;
}

/** From a figure to its place: the target in the middle, and the furthest end of the row at the edge. */
function placing({ range, needed, before }: EvalFigures): ((figure: number) => number) | undefined {
  if (range === undefined) return undefined;
  const middle = needed?.at ?? range.estimate.at;
  const sign = needed?.good === "below" ? -1 : 1;
  const ends = [range.low, range.high, range.estimate.at, before?.at].filter(
    (figure) => figure !== undefined && Number.isFinite(figure),
  ) as readonly number[];
  const reach = Math.max(...ends.map((figure) => Math.abs(figure - middle))) || 1;
  const half = (RIGHT - LEFT) / 2 - 10;
  return (figure) => {
    if (!Number.isFinite(figure)) return sign * figure > 0 ? RIGHT : LEFT;
    return TARGET + sign * ((figure - middle) / reach) * half;
  };
}

function whisker(
  { low, high, estimate }: NonNullable<EvalFigures["range"]>,
  place: (figure: number) => number,
  track: number,
  outcome: EvalFigures["outcome"],
): readonly string[] {
  const [from, to] = [Math.min(place(low), place(high)), Math.max(place(low), place(high))];
  const [openLeft, openRight] = [from <= LEFT, to >= RIGHT];
  const line = (x1: number, x2: number, y1: number, y2: number) =>
    svgElement("line", { class: `whisker ${outcome}`, x1, x2, y1, y2, stroke: "currentColor", "stroke-width": 2 });
  const arrow = (x: number, way: 1 | -1) =>
    svgElement("path", {
      class: `whisker-end ${outcome}`,
      d: `M${px(x)} ${px(track)}l${px(-7 * way)} -5v10Z`,
      fill: "currentColor",
    });
  return [
    ...(to > from ? [line(from, to, track, track)] : []),
    ...(openLeft ? [arrow(LEFT, -1)] : [line(from, from, track - 5, track + 5)]),
    ...(openRight ? [arrow(RIGHT, 1)] : [line(to, to, track - 5, track + 5)]),
    svgElement("rect", {
      class: `square ${outcome}`,
      x: Math.min(RIGHT - 10, Math.max(LEFT, place(estimate.at) - 5)),
      y: track - 5,
      width: 10,
      height: 10,
      fill: "currentColor",
    }),
  ];
}

function diamond(x: number, track: number): string {
  return svgElement("path", {
    class: "before",
    d: `M${px(x)} ${px(track - 6)}l6 6l-6 6l-6-6Z`,
    fill: "none",
    stroke: "currentColor",
  });
}
