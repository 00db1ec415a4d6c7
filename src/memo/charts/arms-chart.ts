import { axis } from "./axis.ts";
import type { Chart } from "./chart.ts";
import type { EvalFigures } from "./evals-chart.ts";
import { CHART_WIDTH, px, svgElement, svgLabel, svgPicture, svgText, textWidth } from "./svg.ts";
import { ticks } from "./ticks.ts";

/** One run of one arm, on the scale of the figure itself. */
export interface ArmRun {
  readonly name: string;
  /** `29 of 100 · 3 Nov`. */
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  /** `before`: today's system; `judged`: the run that decides; `withdrawn`: a correction took it back. */
  readonly role: "before" | "run" | "judged" | "withdrawn";
  /** Of the run that decides: which way its verdict went. Of the others nothing is said. */
  readonly outcome?: EvalFigures["outcome"];
}

export interface ArmFigures {
  readonly metric: string;
  /** Oldest first. */
  readonly runs: readonly ArmRun[];
  /** Where the target is met, on the scale of the figure; undefined where it cannot be placed there. */
  readonly needed: { readonly at: number; readonly label: string; readonly good: "above" | "below" } | undefined;
  readonly tick: (figure: number) => string;
  /** Whether the run that decides is a fresh one of the arm that had been picked before. */
  readonly confirmed: boolean;
}

const [TOP, ROW] = [28, 36];
const [LEFT, RIGHT] = [8, CHART_WIDTH - 8];

/** Every run of every variant, against the side on which the target is met. */
export function armsChart({ metric, runs, needed, tick, confirmed }: ArmFigures, text: string): Chart {
  const title = `${metric}: every run`;
  const legend = [
    "Square: measured. Line: the plausible range.",
    needed === undefined ? "" : "Shaded: where the target is met.",
    runs.some(({ role }) => role === "judged") ? `Bold: the deciding run${confirmed ? ", a fresh one" : ""}.` : "",
    runs.some(({ role }) => role === "withdrawn") ? "Hollow and struck through: withdrawn." : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
  const height = TOP + runs.length * ROW + 24;
  return {
    name: "arms",
    title,
    text,
    legend,
    svg: () => svgPicture("arms", title, text, height, drawing(runs, needed, tick)),
  };
}

function drawing(runs: readonly ArmRun[], needed: ArmFigures["needed"], tick: ArmFigures["tick"]): readonly string[] {
  const figures = [...runs.flatMap(({ low, high, estimate }) => [low, high, estimate]), needed?.at].filter(
    (figure) => figure !== undefined && Number.isFinite(figure),
  ) as readonly number[];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const margin = (most - least || Math.abs(most) || 1) * 0.06;
  const [from, to] = [least >= 0 ? Math.max(0, least - margin) : least - margin, most + margin];
  const x = (figure: number) =>
    Math.min(RIGHT, Math.max(LEFT, LEFT + ((figure - from) / (to - from)) * (RIGHT - LEFT)));
  const bottom = TOP + runs.length * ROW;
  return [
    ...(needed === undefined ? [] : band(needed, x, bottom)),
    ...runs.flatMap((run, row) => rowOf(run, x, TOP + row * ROW)),
    ...axis(
      LEFT,
      RIGHT,
      bottom,
      ticks(from, to, 4).map((figure) => ({ at: x(figure), label: tick(figure) })),
    ),
  ];
}

function band(
  needed: NonNullable<ArmFigures["needed"]>,
  x: (figure: number) => number,
  bottom: number,
): readonly string[] {
  const at = x(needed.at);
  const [start, end] = needed.good === "below" ? [LEFT, at] : [at, RIGHT];
  return [
    svgElement("rect", {
      class: "met-side",
      x: start,
      y: TOP - 8,
      width: Math.max(0, end - start),
      height: bottom - TOP + 8,
      fill: "currentColor",
    }),
    svgElement("line", {
      class: "needed",
      x1: at,
      x2: at,
      y1: TOP - 10,
      y2: bottom,
      stroke: "currentColor",
      "stroke-dasharray": "5 4",
    }),
    svgLabel(`needed: ${needed.label}`, at, 12, { class: "limit-label" }),
  ];
}

function rowOf(
  { name, label, low, high, estimate, role, outcome = "open" }: ArmRun,
  x: (figure: number) => number,
  top: number,
): readonly string[] {
  const track = top + 22;
  const strong = role === "judged" ? " strong" : "";
  const look = role === "judged" ? `judged ${outcome}` : role === "run" ? "run" : "hollow";
  const room = RIGHT - LEFT - textWidth(label) - 8;
  const line = (x1: number, x2: number, y1: number, y2: number) =>
    svgElement("line", { class: `whisker ${look}`, x1, x2, y1, y2, stroke: "currentColor", "stroke-width": 2 });
  return [
    svgText(name, LEFT, top + 10, { class: `halo${strong}` }, room),
    svgText(label, RIGHT, top + 10, { class: `halo faint${strong}`, "text-anchor": "end" }, 210),
    ...(role === "withdrawn" ? [strike(LEFT, LEFT + Math.min(room, textWidth(name)), top + 6)] : []),
    ...(x(high) > x(low) ? [line(x(low), x(high), track, track)] : []),
    line(x(low), x(low), track - 4, track + 4),
    line(x(high), x(high), track - 4, track + 4),
    svgElement("rect", {
      class: `square ${look}`,
      x: Math.min(RIGHT - 9, Math.max(LEFT, x(estimate) - 4.5)),
      y: track - 4.5,
      width: 9,
      height: 9,
      fill: look === "hollow" ? "none" : "currentColor",
      stroke: "currentColor",
    }),
  ];
}

function strike(from: number, to: number, y: number): string {
  return svgElement("path", {
    class: "struck",
    d: `M${px(from)} ${px(y)}H${px(to)}`,
    fill: "none",
    stroke: "currentColor",
  });
}
