import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { dayNumber } from "../../domain/scalars/calendar.ts";
import { roundDecimal, type Decimal } from "../../domain/scalars/decimal.ts";
import { SCHEMA_VERSION } from "./poc-table.ts";
import { PRECISION, SCALE, type Cell, type ColumnType, type Table } from "./table.ts";

type Columns = Parameters<typeof parquetWrite>[0];
type Element = NonNullable<Columns["schema"]>[number];

/** How each type of column lies in the file. */
const ELEMENTS: Readonly<Record<ColumnType, Omit<Element, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  money: decimalElement(SCALE.money),
  decimal: decimalElement(SCALE.decimal),
  double: { type: "DOUBLE" },
  instant: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
  day: { type: "INT32", converted_type: "DATE" },
  truth: { type: "BOOLEAN" },
};

function decimalElement(scale: number): Omit<Element, "name"> {
  return { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, converted_type: "DECIMAL", precision: PRECISION, scale };
}

/** Rows of a table as a Parquet file. The columns of an empty one have their types all the same. */
export function parquetFile({ columns }: Table, rows: readonly (readonly (Cell | undefined)[])[]): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map(({ name }, index) => ({ name, data: rows.map((row) => stored(row[index])) })),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }): Element => ({ name, repetition_type: "OPTIONAL", ...ELEMENTS[type] })),
    ],
    kvMetadata: [{ key: "poc.schema_version", value: String(SCHEMA_VERSION) }],
    createdBy: "poc",
  });
  return writer.getBytes();
}

function stored(cell: Cell | undefined): string | number | bigint | boolean | undefined {
  if (cell === undefined) return undefined;
  switch (cell.type) {
    case "integer":
    case "instant":
      return BigInt(Math.floor(cell.value));
    case "money":
    case "decimal":
      return digitsAt(cell.value, SCALE[cell.type]);
    case "day":
      return dayNumber(cell.value);
    case "text":
    case "double":
    case "truth":
      return cell.value;
  }
}

/** A decimal as the whole number that it is at the scale of its column. */
function digitsAt(value: Decimal, scale: number): bigint {
  return roundDecimal(value, scale).digits;
}
