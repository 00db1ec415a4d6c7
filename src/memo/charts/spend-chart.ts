import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgPicture, svgText } from "./svg.ts";
import { tickLabel, ticks } from "./ticks.ts";

/** Money over the working days of the timebox, in plain numbers of one currency. */
export interface SpendFigures {
  /** Spent by the end of each working day begun so far; the timebox may have more days than that. */
  readonly byDay: readonly number[];
  readonly workingDays: number;
  readonly total: { readonly figure: number; readonly label: string };
  readonly cap: { readonly figure: number; readonly label: string } | undefined;
  /** What it comes to at the end of the timebox if the pace holds; undefined where it is over. */
  readonly projected: { readonly figure: number; readonly label: string } | undefined;
  /** Was anything spent when the timebox was over? Then the last day is not where the line ends. */
  readonly after: boolean;
}

const HEIGHT = 201;
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 10, 22, 166];

/** Spend against its cap over the timebox, and where it goes if the pace holds. */
export function spendChart(figures: SpendFigures, text: string): Chart {
  const title = "Spend against the cap";
  const legend = [
    "Line: spent by the end of each working day.",
    figures.cap === undefined ? "" : "Dashes: the cap.",
    figures.projected === undefined ? "" : "Dots: where the pace so far leads.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return { name: "spend", title, text, legend, svg: () => svgPicture("spend", title, text, HEIGHT, drawing(figures)) };
}

function drawing({ byDay, workingDays, total, cap, projected, after }: SpendFigures): readonly string[] {
  const days = workingDays + (after ? 1 : 0);
  const most = Math.max(total.figure, cap?.figure ?? 0, projected?.figure ?? 0, 1) * 1.08;
  const least = Math.min(0, ...byDay, total.figure);
  const x = (day: number) => LEFT + (day / Math.max(1, days)) * (CHART_WIDTH - RIGHT - LEFT);
  const y = (figure: number) => BOTTOM - ((figure - least) / (most - least)) * (BOTTOM - TOP);
  const points = [
    { day: 0, figure: 0 },
    ...byDay.map((figure, k) => ({ day: k + 1, figure })),
    ...(after ? [{ day: days, figure: total.figure }] : []),
  ];
  const { day: lastDay, figure: last } = points.at(-1)!;
  const line = points.map(({ day, figure }, k) => `${k === 0 ? "M" : "L"}${px(x(day))} ${px(y(figure))}`).join("");
  const grid = ticks(least, most, 4).flatMap((tick) => [
    svgElement("line", {
      class: tick === 0 ? "axis" : "grid",
      x1: LEFT,
      x2: CHART_WIDTH - RIGHT,
      y1: y(tick),
      y2: y(tick),
      stroke: "currentColor",
    }),
    svgText(tickLabel(tick), LEFT - 6, y(tick) + 3.5, { class: "faint", "text-anchor": "end" }, LEFT),
  ]);
  return [
    ...grid,
    ...Array.from({ length: workingDays }, (_, k) =>
      svgText(String(k + 1), x(k + 1), BOTTOM + 14, { class: "faint", "text-anchor": "middle" }),
    ),
    ...(after ? [svgText("later", CHART_WIDTH - RIGHT, BOTTOM + 14, { class: "faint", "text-anchor": "end" })] : []),
    svgText("working day", LEFT, BOTTOM + 28, { class: "faint" }),
    ...(cap === undefined
      ? []
      : [
          svgElement("line", {
            class: "limit",
            x1: LEFT,
            x2: CHART_WIDTH - RIGHT,
            y1: y(cap.figure),
            y2: y(cap.figure),
            stroke: "currentColor",
            "stroke-dasharray": "6 4",
          }),
          capLabel(cap.label, y(cap.figure), isAtCap(y(last), y(cap.figure)) && x(lastDay) < 260),
        ]),
    ...(projected === undefined
      ? []
      : [
          svgElement("path", {
            class: "projection",
            d: `M${px(x(lastDay))} ${px(y(last))}L${px(x(workingDays))} ${px(y(projected.figure))}`,
            fill: "none",
            stroke: "currentColor",
            "stroke-dasharray": "1.5 4",
          }),
          svgElement("circle", {
            class: "projection",
            cx: x(workingDays),
            cy: y(projected.figure),
            r: 3,
            fill: "none",
            stroke: "currentColor",
          }),
          svgText(
            `on course for ${projected.label}`,
            CHART_WIDTH - RIGHT,
            y(projected.figure) - 8,
            { class: "halo", "text-anchor": "end" },
            220,
          ),
        ]),
    svgElement("path", { class: "series", d: line, fill: "none", stroke: "currentColor" }),
    svgElement("circle", { class: "series-end", cx: x(lastDay), cy: y(last), r: 3.5, fill: "currentColor" }),
    endLabel(total.label, x(lastDay), y(last), cap && y(cap.figure)),
  ];
}

function capLabel(label: string, y: number, right: boolean): string {
  return svgText(
    `cap ${label}`,
    right ? CHART_WIDTH - RIGHT : LEFT + 4,
    y - 5,
    { class: "limit-label halo", "text-anchor": right ? "end" : "start" },
    200,
  );
}

/** Whether a label over the line would meet the cap. */
function isAtCap(y: number, cap: number): boolean {
  return cap < y + 6 && cap > y - 20;
}

/** Over the end of the line, since the line comes from below; over the cap too where both are close. */
function endLabel(label: string, x: number, y: number, cap: number | undefined): string {
  const over = cap !== undefined && isAtCap(y, cap) ? Math.min(cap, y) : y;
  const anchor = x > 150 ? "end" : "start";
  return svgText(
    `${label} spent`,
    anchor === "end" ? x + 2 : x - 2,
    over - 7,
    { class: "halo strong", "text-anchor": anchor },
    200,
  );
}
