import { sortedRows, type CaseTable } from "../../domain/evidence/cases/case-table.ts";
import type { Texts } from "../../domain/evidence/cases/packed-texts.ts";

/**
 * A file of cases: CSV with a row for each run of a case, sorted, so that the order in which a producer wrote them
 * makes no other file. Outcomes are true and false, `error` stands for a case that broke, an empty cell for one that
 * was not asked. What every row would leave empty has no column.
 */
export function caseFileText(table: CaseTable): string {
  return [...caseFilePieces(table)].join("");
}

/** The same in pieces: of a million cases a hash needs no text. */
export function* caseFilePieces(table: CaseTable): Generator<string> {
  const { ids, runs, groups, arms, columns } = table;
  const shown: readonly (readonly [name: string, cell: (row: number) => string])[] = [
    ["case", (row) => ids.at(row)!],
    ...(isSaid(runs) ? [["run", (row: number) => runs.at(row)!] as const] : []),
    ...(groups === undefined ? [] : [["group", (row: number) => groups.at(row)!] as const]),
    ...(isSaid(arms) ? [["arm", (row: number) => arms.at(row)!] as const] : []),
    ...columns.map(({ name, cells, values }) => [name, (row: number) => valueCell(values[row], cells)] as const),
  ];
  const order = sortedRows(table);
  yield `${shown.map(([name]) => csvCell(name)).join(",")}\n`;
  // By blocks: a million lines in one list take more memory than their text.
  for (let from = 0; from < order.length; from += BLOCK) {
    const rows = Array.from(order.subarray(from, from + BLOCK));
    yield rows.map((row) => `${shown.map(([, cell]) => csvCell(cell(row))).join(",")}\n`).join("");
  }
}

function isSaid(texts: Texts): boolean {
  for (const text of texts) if (text !== "") return true;
  return false;
}

/** Small, so that their parts are gone at once. */
const BLOCK = 500;

function valueCell(value: number | undefined, cells: "outcomes" | "numbers"): string {
  if (value === undefined) return "";
  if (Number.isNaN(value)) return "error";
  return cells === "numbers" ? String(value) : value === 1 ? "true" : "false";
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}
