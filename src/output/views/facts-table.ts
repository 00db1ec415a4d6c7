import { entryFacts, type EntryFact } from "../../wording/entry-facts.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { cell, table } from "../terminal/layout.ts";
import type { Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import type { Role } from "../terminal/paint.ts";

/** The facts of an entry, one below the other, each with the word for what it is. Consecutive ones share the word. */
export function factsTable(
  entry: Entry,
  { spend }: Pick<Standing, "spend">,
  style: Style,
  indent: number,
  role?: Role,
): readonly Safe[] {
  return factRows(entryFacts(entry, spend.replaced), style, indent, role);
}

function factRows(facts: readonly EntryFact[], style: Style, indent: number, role: Role | undefined): readonly Safe[] {
  const rows = facts.map((fact, k) => ({
    cells: [cell(style.text(k > 0 && facts[k - 1]!.kind === fact.kind ? "" : fact.kind), "faint")],
    tail: cell(style.text(fact.text), fact.replaced === true ? "faint" : role),
  }));
  return table(rows, style, { indent });
}
