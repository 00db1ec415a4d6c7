import { namedTerm } from "../../domain/records/term-table.ts";
import { displayWidth, truncate } from "../terminal/display-width.ts";
import { cell, flow, labelled } from "../terminal/layout.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/**
 * Terms with their values, a row for each thing they are terms of: `wrong-rate  target reduction >= 40%, baseline …`.
 */
export function termRows(all: ReadonlyMap<string, string>, style: Style): readonly Safe[] {
  const rows = new Map<string, string[]>();
  for (const [term, value] of all) {
    const { label, group } = namedTerm(term);
    const row = group === undefined ? { name: label, fact: value } : { name: group, fact: `${label} ${value}` };
    rows.set(row.name, [...(rows.get(row.name) ?? []), row.fact]);
  }
  const names = [...rows.keys()].map((name) => style.text(name));
  const room = Math.min(Math.max(0, ...names.map(displayWidth)), Math.floor(style.columns * 0.3));
  const indent = 2 + room + 2;
  return [...rows.values()].flatMap((facts, k) => {
    const name = truncate(names[k]!, room, style.signs.ellipsis);
    return labelled(
      cell(line`  ${name}`),
      flow(
        facts.map((fact) => cell(style.text(fact))),
        style,
        style.columns - indent,
      ),
      style,
      indent,
    );
  });
}
