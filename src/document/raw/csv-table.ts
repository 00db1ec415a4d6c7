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
  const rows: Row[] = [];
  const fault = readRows(text, rows);
  if (fault !== undefined) return fault;
  while (isBlank(rows.at(-1))) rows.pop();
  const [first] = rows;
  if (first === undefined) return { line: undefined, message: "it is empty, expected one case a line" };
  const ragged = rows.find(({ cells }) => cells.length !== first.cells.length);
  if (ragged !== undefined)
    return {
      line: ragged.line,
      message: `found ${cellsText(ragged)}, expected ${first.cells.length} as in the first line`,
      ...commaHint(ragged),
    };
  const bare = first.cells.length === 1 && /^(?:[+-]?[\d.]+(?:e[+-]?\d+)?|true|false)$/i.test(first.cells[0]!.trim());
  const columns = bare ? [""] : first.cells.map((cell) => cell.trim());
  const cases = bare ? rows : rows.slice(1);
  if (cases.length === 0) return { line: first.line, message: "found a heading and no cases" };
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined)
    return { line: first.line, message: `found two columns called "${twice}", expected different names` };
  return {
    columns,
    size: cases.length,
    column(name) {
      const index = columns.indexOf(name);
      return index < 0 ? undefined : cases.map(({ line, cells }): RawCell => ({ line, text: cells[index] }));
    },
  };
}

function isBlank(row: Row | undefined): boolean {
  return row !== undefined && row.cells.length === 1 && row.cells[0]!.trim() === "";
}

function commaHint({ cells }: Row): { readonly hint?: string } {
  return cells.length === 2 && cells.every((cell) => /^-?\d+$/.test(cell))
    ? { hint: `write ${cells.join(".")}, with a point` }
    : {};
}

function cellsText({ cells }: Row): string {
  return cells.length === 1 ? "1 cell" : `${cells.length} cells`;
}

/** Appends every row of `text`, or says where it stops being one. */
function readRows(text: string, rows: Row[]): RawFault | undefined {
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
          message: "found a quote within a cell",
          hint: 'put the whole cell in quotes, and double the quote: "say ""yes"""',
        };
      at += value.length;
      cells.push(text[at] === "," ? value : value.replace(/\r$/, ""));
    }
    if (text[at] === ",") {
      at++;
      continue;
    }
    rows.push({ line: begun, cells });
    cells = [];
    at++;
    line++;
    begun = line;
  }
  return undefined;
}

/** The cell whose opening quote stands at `start`, and the offset after its closing one. */
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
