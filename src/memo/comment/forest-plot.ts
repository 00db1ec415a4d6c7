import { drawnEval } from "../../domain/evidence/drawn-eval.ts";
import { drawnLine, type DrawnCell } from "../../domain/evidence/drawn-line.ts";
import { oneLine } from "../text/one-line.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";

const SIGNS: Readonly<Record<DrawnCell, string>> = {
  axis: "·",
  range: "─",
  rangeStart: "├",
  rangeEnd: "┤",
  estimate: "●",
  baseline: "○",
  atMost: "◂",
  atLeast: "▸",
};

const WIDTH = 44;
const WIDEST_NAME = 32;

/**
 * What was measured against what was needed, an eval a line, as text of equal width; each on its own scale. Undefined
 * where nothing was measured.
 */
export function forestPlot(evals: readonly EvalStanding[]): string | undefined {
  const measured = evals.filter((item) => drawnEval(item) !== undefined);
  if (measured.length === 0) return undefined;
  const name = ({ eval: { id } }: EvalStanding) => {
    const shown = oneLine(id).replaceAll(/[`<>]/g, "");
    return shown.length > WIDEST_NAME ? `${shown.slice(0, WIDEST_NAME - 1)}…` : shown;
  };
  const widest = Math.max(...measured.map((item) => name(item).length));
  const lines = measured.map((item) => {
    const drawn = drawnLine(drawnEval(item), WIDTH).map((cell) => SIGNS[cell]);
    return `${name(item).padEnd(widest)}  ${drawn.join("")}  ${item.verdict}`;
  });
  return [...lines, "", "├─●─┤ plausible range   ◂ ▸ needed on this side   ○ before"].join("\n");
}
