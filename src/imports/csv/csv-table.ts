import { ImportFault } from "../import-problem.ts";
import { csvRows } from "./csv-rows.ts";

/** One row of a table by the names of its columns. */
export interface TableRow {
  readonly line: number;
  /** The cell of a column without surrounding blanks; undefined if the table has no such column. */
  cell(column: string): string | undefined;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<TableRow>;
}

/**
 * A table with a heading. Rows are read as they are asked for.
 *
 * @param skip lines in front of the heading, such as those of an invoice
 * @throws ImportFault where two columns have one name, or a row has not as many cells as the heading
 */
export function csvTable(pieces: Iterable<string>, skip: (cells: readonly string[]) => boolean = () => false): Table {
  const rows = csvRows(pieces);
  let heading = rows.next();
  while (heading.done !== true && skip(heading.value.cells)) heading = rows.next();
  if (heading.done === true) throw new ImportFault("it is empty, expected a table with a heading");
  const { line: first, cells } = heading.value;
  const columns = cells.map((cell) => cell.trim());
  const index = new Map<string, number>();
  for (const [k, name] of columns.entries()) {
    if (index.has(name) && name !== "")
      throw new ImportFault(`found two columns called "${name.slice(0, 40)}", expected different names`, {
        line: first,
      });
    index.set(name, k);
  }
  return { columns, rows: tableRows(rows, columns.length, index) };
}

function* tableRows(
  rows: Generator<{ readonly line: number; readonly cells: readonly string[] }>,
  width: number,
  index: ReadonlyMap<string, number>,
): Generator<TableRow> {
  for (const { line, cells } of rows) {
    if (cells.length === 1 && cells[0]!.trim() === "") continue;
    if (cells.length !== width)
      throw new ImportFault(`found ${cells.length} cells, expected ${width} as in the heading`, {
        line,
        hint: "a cell with a comma needs quotes; a file that is cut off ends with such a row",
      });
    yield {
      line,
      cell(column) {
        const k = index.get(column);
        return k === undefined ? undefined : cells[k]!.trim();
      },
    };
  }
}
