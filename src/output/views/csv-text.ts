import { safe } from "../terminal/safe.ts";

/** A cell: a number stays one, text is always quoted, and what is absent is empty. */
export type CsvCell = { readonly number: string } | { readonly text: string } | undefined;

/** A number as it is written: a plain decimal and nothing that a spreadsheet would take for anything else. */
export function numberCell(written: string): CsvCell {
  if (!/^-?\d+(\.\d+)?$/.test(written)) throw new RangeError(`not a plain decimal: ${written}`);
  return { number: written };
}

export function textCell(text: string): CsvCell {
  return { text };
}

/**
 * Rows as CSV by RFC 4180: lines end in CR LF, text is quoted, quotes in it are doubled. What a spreadsheet would take
 * for a formula is made text by an apostrophe (OWASP ASVS 1.2.10), and controls are made visible as everywhere.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(cell: CsvCell): string {
  if (cell === undefined) return "";
  return "number" in cell ? cell.number : `"${guarded(cell.text).replaceAll('"', '""')}"`;
}

/**
 * Beginnings of a formula, with the full-width forms that some programs read alike; blanks in front hide none of them.
 */
const FORMULA = /^[\s\0\u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/;

function guarded(text: string): string {
  const visible = safe(text);
  return FORMULA.test(text) || FORMULA.test(visible) ? `'${visible}` : visible;
}
