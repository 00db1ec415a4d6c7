import Papa from "papaparse";
import { ImportFault } from "../import-problem.ts";

export interface CsvRow {
  /** Line in the file that the row begins in, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LARGEST_ROW = 8 * 1024 * 1024;

/** Rows of a table that are told apart by the delimiter of its first line: comma, semicolon or tab. */
export function* csvRows(pieces: Iterable<string>): Generator<CsvRow> {
  let open = "";
  let line = 1;
  let delimiter: string | undefined;
  // A row that does not end in its piece is read again with the next: pieces of double the size keep that cheap.
  let wanted = 0;
  for (const piece of pieces) {
    open += piece;
    if (open.length < Math.min(wanted, LARGEST_ROW + 1)) continue;
    delimiter ??= open.includes("\n") ? delimiterOf(open) : undefined;
    if (delimiter === undefined) continue;
    const parsed = parseRows(open, delimiter, true);
    for (const cells of parsed.rows) {
      yield { line, cells };
      line += linesOf(cells);
    }
    open = open.slice(parsed.end);
    wanted = open.length * 2;
    if (open.length > LARGEST_ROW)
      throw new ImportFault(`found a row of more than ${LARGEST_ROW / 1024 / 1024} MB`, {
        line,
        hint: "the cause is a quote that is never closed, or a whole document in one cell: leave that column out",
      });
  }
  const { rows, fault } = parseRows(open, delimiter ?? delimiterOf(open), false);
  for (const cells of rows) {
    if (!(cells.length === 1 && cells[0]!.trim() === "")) yield { line, cells };
    line += linesOf(cells);
  }
  if (fault !== undefined) throw new ImportFault(fault, { line: Math.max(1, line - 1) });
}

function delimiterOf(text: string): string {
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((mark) => [mark, first.split(mark).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

interface Parsed {
  readonly rows: readonly (readonly string[])[];
  /** Behind the last row that is complete. */
  readonly end: number;
  readonly fault: string | undefined;
}

function parseRows(text: string, delimiter: string, more: boolean): Parsed {
  if (text === "") return { rows: [], end: 0, fault: undefined };
  const { data, errors, meta }: Papa.ParseResult<string[]> = new Papa.Parser({ delimiter }).parse(text, 0, more);
  const [first] = errors;
  return {
    rows: data.map((cells) =>
      cells.map((cell, index) => (index === cells.length - 1 ? cell.replace(/\r$/, "") : cell)),
    ),
    end: meta.cursor,
    fault: more || first === undefined ? undefined : (FAULTS[first.code] ?? first.message),
  };
}

const FAULTS: Readonly<Record<string, string>> = {
  MissingQuotes: "found a quote that is never closed",
  InvalidQuotes: "found a quote inside a cell, expected the whole cell in quotes and the quote doubled",
};

function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) lines++;
  return lines;
}
