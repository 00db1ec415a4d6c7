import type { RawCell, RawFault, RawFile } from "./raw-table.ts";

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A table of comma-separated values with a heading, by RFC 4180: cells with commas, quotes or line ends stand in
 * quotes, and a quote in one is doubled. Lines end with LF or CRLF; empty ones at the end are none. A single column may
 * go without a heading where its first cell is a number or a truth value.
 */
export function csvTable(text: string): RawFile | RawFault {
  const shape = shapeOf(text);
  if ("message" in shape) return shape;
  const { first, size } = shape;
  const bare = first.cells.length === 1 && /^(?:[+-]?[\d.]+(?:e[+-]?\d+)?|true|false)$/i.test(first.cells[0]!.trim());
  const columns = bare ? [""] : first.cells.map((cell) => cell.trim());
  const skipped = bare ? 0 : 1;
  if (size === skipped) return { line: first.line, message: "found a heading and no cases" };
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined)
    return { line: first.line, message: `found two columns called "${twice}", expected different names` };
  return {
    columns,
    size: size - skipped,
    column(name) {
      const index = columns.indexOf(name);
      if (index < 0) return undefined;
      const cells: RawCell[] = [];
      const once = onceEach();
      let count = 0;
      readRows(text, ({ line, cells: all }) => {
        if (++count > skipped && count <= size) cells.push({ line, text: once(all[index]!) });
      });
      return cells;
    },
  };
}

/** More than these are no words that repeat. */
const MOST_WORDS = 10_000;

/** One text for all that are equal: a column repeats a few words, or the names of its groups. */
function onceEach(): (text: string) => string {
  const words = new Map<string, string>();
  return (text) => {
    const known = words.get(text);
    if (known === undefined && words.size < MOST_WORDS) words.set(text, text);
    return known ?? text;
  };
}

/**
 * Reads every row once and keeps none but the first: a file of a million rows would be a dozen times as large in
 * memory. A column that is asked for is read again.
 */
function shapeOf(text: string): { readonly first: Row; readonly size: number } | RawFault {
  let first: Row | undefined;
  let ragged: Row | undefined;
  /** A ragged row that is blank, which is one only where another follows. */
  let raggedBlank: Row | undefined;
  let [count, size] = [0, 0];
  const fault = readRows(text, (row) => {
    first ??= row;
    count++;
    const blank = isBlank(row);
    const odd = row.cells.length !== first.cells.length;
    if (blank && odd) raggedBlank ??= row;
    if (blank) return;
    size = count;
    ragged ??= raggedBlank ?? (odd ? row : undefined);
  });
  if (fault !== undefined) return fault;
  if (first === undefined || size === 0) return { line: undefined, message: "it is empty, expected one case a line" };
  if (ragged === undefined) return { first, size };
  return {
    line: ragged.line,
    message: `found ${cellsText(ragged)}, expected ${first.cells.length} as in the first line`,
    ...commaHint(ragged),
  };
}

function isBlank({ cells }: Row): boolean {
  return cells.length === 1 && cells[0]!.trim() === "";
}

function commaHint({ cells }: Row): { readonly hint?: string } {
  return cells.length === 2 && cells.every((cell) => /^-?\d+$/.test(cell))
    ? { hint: `write ${cells.join(".")}, with a point` }
    : {};
}

function cellsText({ cells }: Row): string {
  return cells.length === 1 ? "1 cell" : `${cells.length} cells`;
}

/** Tells every row of `text`, or says where it stops being one. */
function readRows(text: string, tell: (row: Row) => void): RawFault | undefined {
  const plain = /[^,\n]*/y;
  let [at, line, begun] = [0, 1, 1];
  let cells: string[] = [];
  while (at < text.length || cells.length > 0) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { line, message: "found a quote that is never closed" };
      cells.push(quoted.value);
      line += quoted.value.split("\n").length - 1;
      at = text.startsWith("\r\n", quoted.end) ? quoted.end + 1 : quoted.end;
      if (at < text.length && text[at] !== "," && text[at] !== "\n")
        return {
          line,
          message:
            `found "${text.slice(at, at + 10).split("\n")[0]!}" after a closing quote, expected a comma or the end ` +
            `of the line`,
        };
    } else {
      plain.lastIndex = at;
      const value = plain.exec(text)![0];
      if (value.includes('"'))
        return {
          line,
          message: "found a quote inside a cell",
          hint: 'put the whole cell in quotes, and double the quote: "say ""yes"""',
        };
      at += value.length;
      cells.push(text[at] === "," ? value : value.replace(/\r$/, ""));
    }
    if (text[at] === ",") {
      at++;
      continue;
    }
    tell({ line: begun, cells });
    cells = [];
    at++;
    line++;
    begun = line;
  }
  return undefined;
}

/** The cell whose opening quote is at `start`, and the offset after its closing one. */
function readQuoted(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = "";
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}
