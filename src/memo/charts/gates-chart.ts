import { countLabel } from "../../domain/scalars/labels.ts";
import type { Chart } from "./chart.ts";
import { CHART_WIDTH, svgElement, svgPicture, svgText, textWidth } from "./svg.ts";

/** A gate on the way, and how far it is. */
export interface GateBox {
  readonly number: number;
  readonly title: string;
  /** `this`: the one that a document is about. */
  readonly place: "passed" | "here" | "ahead" | "dropped";
  readonly current: boolean;
  readonly met: number;
  readonly of: number;
}

const COLUMNS = 3;
const GAP = 6;
const [WIDTH, HEIGHT] = [(CHART_WIDTH - 2 - (COLUMNS - 1) * GAP) / COLUMNS, 60];

/** The gates as boxes, with the number of conditions met in each; undefined if there are none. */
export function gatesChart(gates: readonly GateBox[]): Chart | undefined {
  if (gates.length === 0) return undefined;
  const title = "The way from the idea to scale";
  const text = `${gates.map(said).join("; ")}.`;
  const rows = Math.ceil(gates.length / COLUMNS);
  return {
    name: "gates",
    title,
    text,
    legend: "Each gate with the conditions that are met. Bold frame: the gate of this document.",
    svg: () => svgPicture("gates", title, text, rows * (HEIGHT + GAP) + 2, gates.flatMap(box)),
  };
}

function said({ number, title, place, met, of }: GateBox): string {
  const state =
    place === "passed" ? "passed" : place === "dropped" ? "not needed" : `${met} of ${countLabel(of, "condition")} met`;
  return `Gate ${number}, ${title}: ${state}`;
}

function box({ number, title, place, current, met, of }: GateBox, index: number): readonly string[] {
  const x = 1 + (index % COLUMNS) * (WIDTH + GAP);
  const y = 1 + Math.floor(index / COLUMNS) * (HEIGHT + GAP);
  const state = place === "passed" ? "✓ passed" : place === "dropped" ? "not needed" : `${met} of ${of} met`;
  const tone = place === "passed" ? "met" : "faint";
  return [
    svgElement("rect", {
      class: `gate-box ${place}${current ? " current" : ""}`,
      x,
      y,
      width: WIDTH,
      height: HEIGHT,
      rx: 4,
      fill: "none",
      stroke: "currentColor",
    }),
    ...twoLines(`${number} ${title}`).map((line, k) =>
      svgText(line, x + 7, y + 18 + k * 15, { class: current ? "strong" : "" }, WIDTH - 10),
    ),
    svgText(state, x + 7, y + 51, { class: tone }, WIDTH - 10),
  ];
}

/** Broken at the last blank that leaves room for the first line. */
function twoLines(text: string): readonly string[] {
  if (textWidth(text) <= WIDTH - 14) return [text];
  const at = [...text.matchAll(/ /g)]
    .map(({ index }) => index)
    .findLast((end) => textWidth(text.slice(0, end)) <= WIDTH - 14);
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
