import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgPicture, svgText, textWidth } from "./svg.ts";

/** A mark on the line of an eval: where it stands, and what is written beside it. */
export interface Mark {
  readonly at: number;
  readonly label: string;
}

/** One eval: its plausible range against what was needed and what was before, on the scale on which it is judged. */
export interface EvalFigures {
  readonly name: string;
  readonly verdict: string;
  /** Undefined where nothing was measured. Ends may be infinite. */
  readonly range: { readonly low: number; readonly high: number; readonly estimate: Mark } | undefined;
  /** `good` is the side on which the target is met. */
  readonly needed: (Mark & { readonly good: "above" | "below" }) | undefined;
  readonly before: Mark | undefined;
}

const ROW = 73;
const [LEFT, RIGHT] = [6, CHART_WIDTH - 6];

/** Each eval on a line of its own: range, estimate, what was needed, what was before. */
export function evalsChart(rows: readonly EvalFigures[], text: string): Chart {
  const title = "What was measured against what was needed";
  const legend =
    "Bar: the plausible range. Dot: the figure itself. Shaded: where the target is met. Diamond: how it was before.";
  return {
    name: "evals",
    title,
    text,
    legend,
    svg: () => svgPicture("evals", title, text, rows.length * ROW, [HATCH, ...rows.flatMap(drawing)]),
  };
}

const HATCH =
  '<defs><pattern id="chart.evals.met" width="6" height="6" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" ' +
  'stroke-width="1.5"/></pattern></defs>';

function drawing({ name, verdict, range, needed, before }: EvalFigures, row: number): readonly string[] {
  const top = row * ROW;
  const track = top + 40;
  const place = placing([range?.low, range?.high, range?.estimate.at, needed?.at, before?.at]);
  const room = RIGHT - LEFT - textWidth(verdict) - 12;
  return [
    svgText(name, LEFT, top + 13, { class: "strong" }, room),
    svgText(verdict, RIGHT, top + 13, { "text-anchor": "end" }, 240),
    ...(needed === undefined ? [] : neededSide(place(needed.at), needed.good, track)),
    svgElement("line", { class: "axis", x1: LEFT, x2: RIGHT, y1: track, y2: track, stroke: "currentColor" }),
    ...(range === undefined
      ? [svgText("no figure yet", CHART_WIDTH / 2, track - 5, { class: "faint", "text-anchor": "middle" })]
      : rangeBar(range, place, track)),
    ...(before === undefined ? [] : [diamond(place(before.at), track)]),
    ...labels(
      needed && { x: place(needed.at), text: needed.label },
      before && { x: place(before.at), text: before.label },
      track + 24,
    ),
  ];
}

/** From a figure to its place on the line; what is infinite lies at the end. */
function placing(figures: readonly (number | undefined)[]): (figure: number) => number {
  const finite = figures.filter((figure) => figure !== undefined && Number.isFinite(figure)) as number[];
  const [least, most] = finite.length === 0 ? [0, 0] : [Math.min(...finite), Math.max(...finite)];
  const margin = most > least ? (most - least) * 0.08 : Math.max(Math.abs(most), 1) * 0.5;
  return (figure) => {
    const share =
      figure === -Infinity ? 0 : figure === Infinity ? 1 : (figure - least + margin) / (most - least + 2 * margin);
    return LEFT + Math.min(1, Math.max(0, share)) * (RIGHT - LEFT);
  };
}

function neededSide(x: number, good: "above" | "below", track: number): readonly string[] {
  const [from, to] = good === "above" ? [x, RIGHT] : [LEFT, x];
  const tip = good === "above" ? x + 5 : x - 5;
  return [
    svgElement("rect", {
      class: "met-side",
      x: from,
      y: track - 9,
      width: Math.max(0, to - from),
      height: 18,
      fill: "url(#chart.evals.met)",
    }),
    svgElement("line", { class: "needed", x1: x, x2: x, y1: track - 12, y2: track + 12, stroke: "currentColor" }),
    svgElement("path", {
      class: "needed-tip",
      d: `M${px(x)} ${px(track - 12)}L${px(tip)} ${px(track - 9.5)}L${px(x)} ${px(track - 7)}Z`,
      fill: "currentColor",
    }),
  ];
}

function rangeBar(
  { low, high, estimate }: NonNullable<EvalFigures["range"]>,
  place: (figure: number) => number,
  track: number,
): readonly string[] {
  const x = place(estimate.at);
  const half = textWidth(estimate.label) / 2;
  const bar =
    low < high
      ? [
          svgElement("line", {
            class: "range",
            x1: place(low),
            x2: place(high),
            y1: track,
            y2: track,
            stroke: "currentColor",
            "stroke-width": 7,
          }),
        ]
      : [];
  return [
    ...bar,
    svgElement("circle", { class: "estimate", cx: x, cy: track, r: 5, fill: "currentColor" }),
    svgText(estimate.label, Math.min(RIGHT - half, Math.max(LEFT + half, x)), track - 13, {
      class: "halo strong",
      "text-anchor": "middle",
    }),
  ];
}

function diamond(x: number, track: number): string {
  return svgElement("path", {
    class: "before",
    d: `M${px(x)} ${px(track - 6)}l5 6l-5 6l-5-6Z`,
    fill: "none",
    stroke: "currentColor",
  });
}

interface Label {
  readonly x: number;
  readonly text: string;
}

/** Both labels under their marks, moved apart where they would meet. */
function labels(first: Label | undefined, second: Label | undefined, y: number): readonly string[] {
  const present = [first, second].filter((label) => label !== undefined).sort((a, b) => a.x - b.x);
  const widths = present.map(({ text }) => textWidth(text));
  const starts = present.map(({ x }, k) => Math.min(RIGHT - widths[k]!, Math.max(LEFT, x - widths[k]! / 2)));
  const overlap = present.length === 2 ? starts[0]! + widths[0]! + 10 - starts[1]! : 0;
  if (overlap > 0) {
    const left = Math.min(overlap / 2, starts[0]! - LEFT);
    starts[0]! -= left;
    starts[1]! += Math.min(overlap - left, RIGHT - widths[1]! - starts[1]!);
  }
  return present.map(({ text }, k) => svgText(text, starts[k]!, y, { class: "faint" }));
}
