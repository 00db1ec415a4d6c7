import { svgElement, svgLabel } from "./svg.ts";

/** A position on an axis and its label; "" if it has none. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

/** A line with its ticks, and a label below each. `bottom` is the height of the line. */
export function axis(left: number, right: number, bottom: number, marks: readonly AxisTick[]): readonly string[] {
  const drawn = { class: "axis", stroke: "currentColor" };
  return [
    svgElement("line", { ...drawn, x1: left, x2: right, y1: bottom, y2: bottom }),
    ...marks.flatMap(({ at, label }) => [
      svgElement("line", { ...drawn, x1: at, x2: at, y1: bottom, y2: bottom + 4 }),
      ...(label === "" ? [] : [svgLabel(label, at, bottom + 17, { class: "faint" })]),
    ]),
  ];
}
