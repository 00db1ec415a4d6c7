import type { Chart } from "./chart.ts";
import { CHART_WIDTH, px, svgElement, svgPicture, svgText, svgTextOnPaper, textWidth } from "./svg.ts";
import { tickLabel, ticks } from "./ticks.ts";

interface Amount {
  readonly figure: number;
  readonly label: string;
}

/** Money over the working days of the timebox, in plain numbers of one currency. */
export interface SpendFigures {
  /** Spent by the end of each working day begun so far; the timebox may have more days than that. */
  readonly byDay: readonly number[];
  /** The part that no bill has confirmed yet. */
  readonly looseByDay?: readonly number[];
  readonly workingDays: number;
  /** The label below each working day: `2`, `3`; if absent, the number of the day. */
  readonly dates?: readonly string[];
  /** `November 2026, working days`. */
  readonly caption?: string;
  readonly total: Amount;
  readonly cap: Amount | undefined;
  /** The sum of the planned lines. */
  readonly plan?: Amount | undefined;
  /** The projected total at the end of the timebox; undefined if it is over or decided. */
  readonly projected: Amount | undefined;
  /** Was anything spent when the timebox was over? Then the last day is not where the line ends. */
  readonly after: boolean;
  /** The day with the largest step, counted from 1, and the amount. */
  readonly largest?: { readonly day: number; readonly label: string; readonly note: string } | undefined;
  /** Days on which a bill replaced estimates, from 1 on. */
  readonly bills?: readonly number[];
}

const HEIGHT = 214;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, CHART_WIDTH - 8, 26, 170];

/** Spend against its cap over the timebox, in steps, and where it goes if the pace holds. */
export function spendChart(figures: SpendFigures, text: string): Chart {
  const title = "Where the money went";
  const legend = [
    "Total spend, by working day.",
    figures.cap === undefined ? "" : "Dashes: the cap. Dots: an even pace.",
    (figures.looseByDay ?? []).some((figure) => figure > 0) ? "Hatched: metered or estimated, not billed yet." : "",
    (figures.bills ?? []).length === 0 ? "" : "Triangle: a bill replaced an estimate.",
    figures.projected === undefined ? "" : "Ring: the total at the pace so far.",
  ]
    .filter((part) => part !== "")
    .join(" ");
  return { name: "spend", title, text, legend, svg: () => svgPicture("spend", title, text, HEIGHT, drawing(figures)) };
}

interface Scales {
  /** The middle of a working day, from 1 on; 0.5 is where the first begins. */
  readonly x: (day: number) => number;
  readonly y: (figure: number) => number;
}

function drawing(figures: SpendFigures): readonly string[] {
  const { byDay, looseByDay = [], workingDays, total, cap, plan, projected, after, largest, bills = [] } = figures;
  const days = workingDays + (after ? 1 : 0);
  const most = Math.max(total.figure, cap?.figure ?? 0, projected?.figure ?? 0, ...byDay, 1) * 1.06;
  const least = Math.min(0, ...byDay, total.figure);
  const scales: Scales = {
    x: (day) => LEFT + ((day - 0.5) / Math.max(1, days)) * (RIGHT - LEFT),
    y: (figure) => BOTTOM - ((figure - least) / (most - least)) * (BOTTOM - TOP),
  };
  const { x, y } = scales;
  const steps = [...byDay, ...(after ? [total.figure] : [])];
  const stepDays = steps.map((_, k) => (after && k === steps.length - 1 ? days : k + 1));
  const end = x((stepDays.at(-1) ?? 0.5) + 0.5);
  return [
    HATCH,
    ...axes(figures, scales, ticks(least, most, 4), days),
    ...(cap === undefined ? [] : overCap(steps, stepDays, cap.figure, end, scales)),
    ...(looseByDay.some((figure) => figure > 0) ? [loose(looseByDay, scales)] : []),
    ...(cap === undefined ? [] : [pace(cap.figure, workingDays, scales), ...capLine(y(cap.figure))]),
    ...(plan === undefined || nearCap(plan, cap, most) ? [] : planLine(y(plan.figure))),
    ...(projected === undefined ? [] : projection(projected, end, y(total.figure), workingDays, scales)),
    svgElement("path", {
      class: "series",
      d: stepPath(steps, stepDays, end, scales),
      fill: "none",
      stroke: "currentColor",
    }),
    svgElement("circle", { class: "series-end", cx: end, cy: y(total.figure), r: 4, fill: "currentColor" }),
    ...bills.map((day) => billMark(x(day), y(byDay[day - 1] ?? total.figure))),
    ...(largest === undefined
      ? []
      : largestLabel(largest, byDay, looseByDay, scales, projected && headingOf(projected, scales))),
    totalLabel(total, cap),
  ];
}

const HATCH =
  '<defs><pattern id="chart.spend.loose" width="6" height="6" patternUnits="userSpaceOnUse" ' +
  'patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke="currentColor" ' +
  'stroke-width="2"/></pattern></defs>';

/** Level during a day, a step at its middle. */
function stepPath(steps: readonly number[], days: readonly number[], end: number, { x, y }: Scales): string {
  const moves = steps.map((figure, k) => `H${px(x(days[k]!))}V${px(y(figure))}`);
  return `M${px(x(0.5))} ${px(y(0))}${moves.join("")}H${px(end)}`;
}

function axes(
  { dates = [], caption, workingDays, after }: SpendFigures,
  { x, y }: Scales,
  marks: readonly number[],
  days: number,
) {
  const every = Math.ceil(days / 11);
  return [
    ...marks.flatMap((mark) => [
      svgElement("line", {
        class: mark === 0 ? "axis" : "grid",
        x1: LEFT,
        x2: RIGHT,
        y1: y(mark),
        y2: y(mark),
        stroke: "currentColor",
      }),
      svgText(tickLabel(mark), LEFT - 6, y(mark) + 4, { class: "faint", "text-anchor": "end" }, LEFT),
    ]),
    ...Array.from({ length: workingDays }, (_, k) => k)
      .filter((k) => k % every === 0)
      .map((k) =>
        svgText(dates[k] ?? String(k + 1), x(k + 1), BOTTOM + 16, { class: "faint", "text-anchor": "middle" }),
      ),
    ...(after ? [svgText("later", RIGHT, BOTTOM + 16, { class: "faint", "text-anchor": "end" })] : []),
    svgText(caption ?? "working days", LEFT, BOTTOM + 34, { class: "faint" }, RIGHT - LEFT),
  ];
}

function overCap(
  steps: readonly number[],
  days: readonly number[],
  cap: number,
  end: number,
  { x, y }: Scales,
): readonly string[] {
  return steps.flatMap((figure, k) => {
    if (figure <= cap) return [];
    const [from, to] = [x(days[k]!), k + 1 < days.length ? x(days[k + 1]!) : end];
    return [
      svgElement("rect", {
        class: "over",
        x: from,
        y: y(figure),
        width: Math.max(0, to - from),
        height: y(cap) - y(figure),
        fill: "currentColor",
      }),
    ];
  });
}

function loose(figures: readonly number[], { x, y }: Scales): string {
  const steps = figures.map((figure, k) => `H${px(x(k + 1))}V${px(y(Math.max(0, figure)))}`);
  const end = px(x(figures.length + 0.5));
  return svgElement("path", {
    class: "loose",
    d: `M${px(x(0.5))} ${px(y(0))}${steps.join("")}H${end}V${px(y(0))}Z`,
    fill: "url(#chart.spend.loose)",
  });
}

function pace(cap: number, workingDays: number, { x, y }: Scales): string {
  return svgElement("path", {
    class: "pace",
    d: `M${px(x(0.5))} ${px(y(0))}L${px(x(workingDays + 0.5))} ${px(y(cap))}`,
    fill: "none",
    stroke: "currentColor",
    "stroke-dasharray": "1.5 4",
  });
}

function capLine(y: number): readonly string[] {
  return [
    svgElement("line", {
      class: "limit",
      x1: LEFT,
      x2: RIGHT,
      y1: y,
      y2: y,
      stroke: "currentColor",
      "stroke-dasharray": "6 4",
    }),
    svgTextOnPaper("cap", LEFT + 4, y - 5, { class: "limit-label" }),
  ];
}

function nearCap(plan: Amount, cap: Amount | undefined, most: number): boolean {
  return plan.figure <= 0 || (cap !== undefined && Math.abs(plan.figure - cap.figure) < most * 0.12);
}

function planLine(y: number): readonly string[] {
  return [
    svgElement("line", {
      class: "plan",
      x1: LEFT,
      x2: RIGHT,
      y1: y,
      y2: y,
      stroke: "currentColor",
      "stroke-dasharray": "2 3",
    }),
    svgTextOnPaper("plan", LEFT + 4, y - 5, { class: "faint" }),
  ];
}

interface Heading {
  readonly text: string;
  /** Where it begins, and its height. */
  readonly left: number;
  readonly y: number;
}

/** The label above the end of the projection. */
function headingOf(projected: Amount, { y }: Scales): Heading {
  const text = `heading for ${projected.label}`;
  return { text, left: RIGHT - Math.min(200, textWidth(text)), y: y(projected.figure) - 9 };
}

function projection(projected: Amount, x: number, y: number, workingDays: number, scales: Scales): readonly string[] {
  const [at, height] = [scales.x(workingDays + 0.5), scales.y(projected.figure)];
  const heading = headingOf(projected, scales);
  return [
    svgElement("path", {
      class: "projection",
      d: `M${px(x)} ${px(y)}L${px(at)} ${px(height)}`,
      fill: "none",
      stroke: "currentColor",
      "stroke-dasharray": "3 4",
    }),
    svgElement("circle", { class: "projection", cx: at, cy: height, r: 4, fill: "none", stroke: "currentColor" }),
    svgTextOnPaper(heading.text, RIGHT, heading.y, { "text-anchor": "end" }, 200),
  ];
}

/** A notch in the line that a bill made. */
function billMark(x: number, y: number): string {
  return svgElement("path", { class: "bill", d: `M${px(x)} ${px(y)}l-4 -7h8Z`, fill: "currentColor" });
}

/** Beside the step: to its right where there is room, and below the line and above what is hatched. */
function largestLabel(
  { day, label, note }: NonNullable<SpendFigures["largest"]>,
  byDay: readonly number[],
  looseByDay: readonly number[],
  { x, y }: Scales,
  heading: Heading | undefined,
): readonly string[] {
  const [before, after] = [byDay[day - 2] ?? 0, byDay[day - 1] ?? 0];
  const right = x(day) < CHART_WIDTH * 0.52;
  const at = right ? x(day) + 6 : x(day) - 6;
  const width = Math.max(textWidth(note), textWidth(label));
  const hatched = looseByDay.filter((_, k) => x(k + 1.5) > at && x(k + 0.5) < at + width);
  const ground = right && hatched.length > 0 ? y(Math.max(...hatched)) - 21 : BOTTOM;
  const wanted = right ? Math.max(y(after) + 15, Math.min(y(before) - 8, ground)) : y((before + after) / 2);
  const free = Math.min(BOTTOM - 20, Math.max(TOP + 20, wanted));
  const crossed =
    heading !== undefined && right && at + width > heading.left && free - 12 < heading.y && free + 28 > heading.y;
  const height = crossed ? heading.y - 30 : free;
  const look = { "text-anchor": right ? "start" : "end" } as const;
  const room = (right ? RIGHT - at : at - LEFT) - 4;
  return [
    svgTextOnPaper(note, at, height, { class: "strong", ...look }, room),
    svgTextOnPaper(label, at, height + 15, { class: "faint", ...look }, room),
  ];
}

function totalLabel(total: Amount, cap: Amount | undefined): string {
  const text = cap === undefined ? `${total.label} spent` : `${total.label} of ${cap.label}`;
  return svgText(
    text,
    RIGHT,
    12,
    { class: "strong", "text-anchor": "end" },
    RIGHT - LEFT + Math.min(36, textWidth(text)),
  );
}
