import type { ExportFormat } from "../../app/export/export-formats.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { maskSecrets } from "../../domain/scalars/secret.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { csvFile } from "./csv-file.ts";
import { jsonlFile } from "./jsonl-file.ts";
import { parquetFile } from "./parquet-file.ts";
import { SCHEMA_VERSION } from "./poc-table.ts";
import type { Cell, Table } from "./table.ts";
import { TABLES } from "./tables.ts";

const WRITERS: Readonly<Record<ExportFormat, (table: Table, rows: Rows) => string | Uint8Array>> = {
  parquet: parquetFile,
  csv: csvFile,
  jsonl: jsonlFile,
};

type Rows = readonly (readonly (Cell | undefined)[])[];

/** A file of an export: its table, and what is in it. */
export interface TableFile {
  readonly table: string;
  readonly content: string | Uint8Array;
}

/** The files of some PoCs, one for each table. One without rows has its columns all the same. */
export function tableFiles(pocs: readonly ExportedPoc[], format: ExportFormat): readonly TableFile[] {
  return TABLES.map((table) => ({
    table: table.name,
    content: WRITERS[format](
      table,
      pocs.flatMap((poc) => table.rowsOf(poc)).map((row) => row.map(printable)),
    ),
  }));
}

/** No key or password leaves with an export, and no control character that a database would refuse. */
function printable(cell: Cell | undefined): Cell | undefined {
  return cell?.type === "text" ? { ...cell, value: visibleText(maskSecrets(cell.value), { lines: true }) } : cell;
}

/** What the tables hold, for people and programs: it lies beside them. */
export function exportSchema(): string {
  const tables = TABLES.map(({ name, about, key, columns }) => ({ name, about, key, columns }));
  return `${JSON.stringify({ schema_version: SCHEMA_VERSION, tables }, undefined, 2)}\n`;
}
