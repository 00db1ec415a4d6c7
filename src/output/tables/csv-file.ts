import { decimalText, decimalOf } from "../../domain/scalars/decimal.ts";
import { csvText, numberCell, textCell, type CsvCell } from "../views/csv-text.ts";
import type { Cell, Table } from "./table.ts";

/** Rows of a table as CSV, with the names of the columns on the first line. */
export function csvFile({ columns }: Table, rows: readonly (readonly (Cell | undefined)[])[]): string {
  return csvText([columns.map(({ name }) => textCell(name)), ...rows.map((row) => row.map(csvCell))]);
}

function csvCell(cell: Cell | undefined): CsvCell {
  if (cell === undefined) return undefined;
  switch (cell.type) {
    case "integer":
      return numberCell(String(cell.value));
    case "money":
    case "decimal":
      return numberCell(decimalText(cell.value));
    case "double": {
      const written = decimalOf(cell.value);
      return written.ok ? numberCell(decimalText(written.value)) : textCell(String(cell.value));
    }
    case "instant":
      return textCell(new Date(cell.value).toISOString());
    case "text":
    case "day":
      return textCell(cell.value);
    case "truth":
      return textCell(String(cell.value));
  }
}
