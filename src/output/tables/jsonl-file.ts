import { decimalText } from "../../domain/scalars/decimal.ts";
import type { Cell, Table } from "./table.ts";

/**
 * Rows of a table as JSON, one a line. Decimals are texts, because most programs read numbers of JSON as floats.
 */
export function jsonlFile({ columns }: Table, rows: readonly (readonly (Cell | undefined)[])[]): string {
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, k) => [name, jsonCell(row[k])])))}\n`)
    .join("");
}

function jsonCell(cell: Cell | undefined): string | number | boolean | null {
  if (cell === undefined) return null;
  switch (cell.type) {
    case "money":
    case "decimal":
      return decimalText(cell.value);
    case "instant":
      return new Date(cell.value).toISOString();
    case "integer":
    case "double":
    case "text":
    case "day":
    case "truth":
      return cell.value;
  }
}
