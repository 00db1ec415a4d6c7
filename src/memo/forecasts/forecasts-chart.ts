import { ratioPlace, type Calibration, type FollowedFigure } from "../../domain/follow-up/calibration.ts";
import type { ForecastKind } from "../../domain/records/forecast/forecast.ts";
import { medianLabel } from "../../wording/follow-up/calibration-words.ts";
import { forecastKindLabel } from "../../wording/follow-up/forecast-words.ts";
import { axis } from "../charts/axis.ts";
import { CHART_WIDTH, svgElement, svgPicture, svgText } from "../charts/svg.ts";

const [TOP, ROW] = [20, 46];
const [LEFT, RIGHT] = [14, CHART_WIDTH - 14];
const RADIUS = 3.5;
/** The most figures of one place that are stacked; more of them are as dark as these. */
const MOST_HIGH = 4;

const MARKS = [
  [1 / 4, "¼×"],
  [1 / 2, "½×"],
  [1, "as promised"],
  [2, "2×"],
  [4, "4×"],
] as const;

/** What came true over what was promised, kind by kind, on a scale of doublings; with all its figures in words. */
export function forecastsChart({ byKind, outcomes }: Pick<Calibration, "byKind" | "outcomes">): string {
  const bottom = TOP + byKind.length * ROW;
  const described = byKind.map((group) => {
    const ratios = ofKind(outcomes, group.kind).flatMap(({ ratio }) => ratio ?? []);
    const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
    const range = ratios.length === 0 ? "no ratios" : `from ${shown(least)} to ${shown(most)}`;
    return `${forecastKindLabel(group.kind)}: ${group.figures} figures, ${range}, median ${medianLabel(group)}.`;
  });
  return svgPicture("forecasts", "Actual figures divided by the promised ones", described.join(" "), bottom + 28, [
    svgElement("line", {
      class: "axis",
      x1: x(1),
      x2: x(1),
      y1: TOP - 8,
      y2: bottom,
      stroke: "currentColor",
      "stroke-dasharray": "4 4",
    }),
    ...byKind.flatMap(({ kind, medianRatio }, row) =>
      rowOf(forecastKindLabel(kind), ofKind(outcomes, kind), medianRatio, TOP + row * ROW),
    ),
    ...axis(
      LEFT,
      RIGHT,
      bottom,
      MARKS.map(([ratio, label]) => ({ at: x(ratio), label })),
    ),
  ]);
}

function shown(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toFixed(2)}×` : "never";
}

function ofKind(outcomes: readonly FollowedFigure[], kind: ForecastKind): readonly FollowedFigure[] {
  return outcomes.filter(({ line }) => line.kind === kind);
}

function x(ratio: number): number {
  return LEFT + ratioPlace(ratio) * (RIGHT - LEFT);
}

function rowOf(
  name: string,
  figures: readonly FollowedFigure[],
  median: number | undefined,
  top: number,
): readonly string[] {
  const base = top + ROW - 8;
  const stacks = new Map<number, number>();
  const dots = figures.flatMap(({ ratio, within }) => {
    if (ratio === undefined) return [];
    const column = Math.round(x(ratio) / (2 * RADIUS));
    const height = stacks.get(column) ?? 0;
    stacks.set(column, height + 1);
    const cy = base - Math.min(height, MOST_HIGH - 1) * 2 * RADIUS;
    // Filled within its range, hollow outside of it or without one.
    return [
      svgElement("circle", {
        class: within === true ? "dot" : "before",
        cx: x(ratio),
        cy,
        r: RADIUS - 0.5,
        ...(within === true ? { fill: "currentColor" } : { fill: "none" }),
        stroke: "currentColor",
      }),
    ];
  });
  const mark =
    median === undefined
      ? []
      : [
          svgElement("line", {
            class: "limit",
            x1: x(median),
            x2: x(median),
            y1: top + 12,
            y2: base + 6,
            stroke: "currentColor",
            "stroke-width": 2,
          }),
        ];
  return [svgText(name, LEFT, top + 8, { class: "halo strong" }), ...dots, ...mark];
}
