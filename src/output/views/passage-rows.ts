import type { GatePassage } from "../../domain/records/entry.ts";
import { cell, table } from "../terminal/layout.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** The conditions of a gate as they stood when it was passed. */
export function passageRows({ conditions }: GatePassage, style: Style): readonly Safe[] {
  const rows = conditions.map(({ item, state, because, entries }) => ({
    cells: [cell(state === "met" ? line`[x]` : line`[~]`, state === "met" ? "good" : "warn"), cell(style.text(item))],
    tail: cell(
      style.text(
        `${state === "met" ? "" : "WAIVED: "}${because}${entries.length === 0 ? "" : ` (${entries.join(", ")})`}`,
      ),
    ),
  }));
  return table(rows, style, { indent: 2, most: [undefined, Math.floor(style.columns * 0.3)], tailLines: 3 });
}
