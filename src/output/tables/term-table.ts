import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { namedTerm } from "../../domain/records/term-table.ts";
import { termsOf } from "../../domain/records/terms.ts";
import { integer, table, text, truth } from "./table.ts";

interface TermRow {
  readonly name: string;
  readonly atStart: string | undefined;
  readonly agreed: string | undefined;
  readonly inFile: string | undefined;
  readonly amendments: number;
  readonly drifts: boolean;
}

export const TERM_TABLE = table<TermRow>({
  name: "term",
  about: "What was agreed, and what the files say: a row for each term.",
  key: ["term"],
  rows: termRows,
  columns: [
    text("term", "Its name, as in `poc amend --set`.", ({ name }) => name),
    text("label", "What people call it.", ({ name }) => labelOf(name)),
    text("at_start", "As it was frozen by `poc start`.", ({ atStart }) => atStart),
    text("agreed", "As it is in force, with its amendments.", ({ agreed }) => agreed),
    text("in_file", "As the files say it today.", ({ inFile }) => inFile),
    integer("amendments", "How often it was amended.", ({ amendments }) => amendments),
    truth("drifts", "Whether the file differs from what was agreed.", ({ drifts }) => drifts),
  ],
});

function termRows({ standing }: ExportedPoc): readonly TermRow[] {
  const { started, terms, written, amendments, drift } = standing;
  const [atStart, files] = [started?.start?.terms, termsOf(written)];
  const changes = amendments.flatMap(({ amendment }) => amendment.changes.map(({ term }) => term));
  const drifting = new Set(drift.map(({ term }) => term));
  const names = new Set([...(atStart?.keys() ?? []), ...(terms?.keys() ?? []), ...files.keys()]);
  return [...names].map((name) => ({
    name,
    atStart: atStart?.get(name),
    agreed: terms?.get(name),
    inFile: files.get(name),
    amendments: changes.filter((term) => term === name).length,
    drifts: drifting.has(name),
  }));
}

function labelOf(name: string): string {
  const { label, of } = namedTerm(name);
  return of === undefined ? label : `${label} of ${of}`;
}
