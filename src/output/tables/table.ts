import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Decimal } from "../../domain/scalars/decimal.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";

/** What a cell holds, by the type of its column. An instant is milliseconds since 1970. */
interface CellOf {
  readonly text: string;
  readonly integer: number;
  readonly money: Decimal;
  readonly decimal: Decimal;
  readonly double: number;
  readonly instant: number;
  readonly day: CivilDate;
  readonly truth: boolean;
}

export type ColumnType = keyof CellOf;

/** A cell with the type of its column; undefined where nothing is known. */
export type Cell = { readonly [T in ColumnType]: { readonly type: T; readonly value: CellOf[T] } }[ColumnType];

/** What people and programs are told of a column. */
export interface ColumnAbout {
  readonly name: string;
  readonly type: ColumnType;
  readonly about: string;
}

interface Column<Row> extends ColumnAbout {
  readonly cell: (row: Row) => Cell | undefined;
}

/** A table of the export: what it says of one PoC. */
export interface Table {
  readonly name: string;
  readonly about: string;
  /** Names of the columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly ColumnAbout[];
  /** In the order of the columns. */
  readonly rowsOf: (poc: ExportedPoc) => readonly (readonly (Cell | undefined)[])[];
}

/** Digits after the point: money is exact to the smallest unit of any currency, other decimals as files hold them. */
export const SCALE = { money: 4, decimal: 15 } as const;
/** Digits in all, as much as DuckDB has. */
export const PRECISION = 38;

type Make<T extends ColumnType> = <Row>(
  name: string,
  about: string,
  value: (row: Row) => CellOf[T] | undefined,
) => Column<Row>;

function column<T extends ColumnType>(type: T, cellOf: (value: CellOf[T]) => Cell): Make<T> {
  return (name, about, value) => ({
    name,
    type,
    about,
    cell(row) {
      const one = value(row);
      return one === undefined ? undefined : cellOf(one);
    },
  });
}

export const text = column("text", (value) => ({ type: "text", value }));
export const integer = column("integer", (value) => ({ type: "integer", value }));
export const decimals = column("decimal", (value) => ({ type: "decimal", value }));
export const instant = column("instant", (value) => ({ type: "instant", value }));
export const day = column("day", (value) => ({ type: "day", value }));
export const truth = column("truth", (value) => ({ type: "truth", value }));
const amount = column("money", (value) => ({ type: "money", value }));

/** A float for drawing; one without end is left out. */
export function double<Row>(name: string, about: string, value: (row: Row) => number | undefined): Column<Row> {
  return column("double", (one) => ({ type: "double", value: one }))(name, about, (row: Row) => {
    const one = value(row);
    return one !== undefined && Number.isFinite(one) ? one : undefined;
  });
}

/** The figure of an amount; another column has its currency. */
export function money<Row>(name: string, about: string, value: (row: Row) => Money | undefined): Column<Row> {
  return amount(name, about, (row: Row) => {
    const one = value(row);
    return one && moneyDecimal(one);
  });
}

interface TableMaker<Row> {
  readonly name: string;
  readonly about: string;
  /** Names of the columns that name a row within its PoC. */
  readonly key: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: (poc: ExportedPoc) => readonly Row[];
}

const POC_COLUMN = { name: "poc", type: "text", about: "The PoC: its repository and its place in it." } as const;

export function table<Row>({ name, about, key, columns, rows }: TableMaker<Row>): Table {
  return {
    name,
    about,
    key: [POC_COLUMN.name, ...key],
    columns: [POC_COLUMN, ...columns.map((one) => ({ name: one.name, type: one.type, about: one.about }))],
    rowsOf: (poc) =>
      rows(poc).map((row) => [{ type: "text", value: poc.key } as const, ...columns.map(({ cell }) => cell(row))]),
  };
}
