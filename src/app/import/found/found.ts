import { armsOf } from "../../../domain/evidence/cases/case-table.ts";
import { orderOf } from "../../../domain/evidence/cases/packed-texts.ts";
import type { SpendBasis } from "../../../domain/records/costs.ts";
import { decimal, divideDecimals, type Decimal } from "../../../domain/scalars/decimal.ts";
import { dateIn, type Zone } from "../../../domain/scalars/instant.ts";
import type { ReadCases, ReadHours, ReadImport, ReadMoney } from "../../../imports/format.ts";
import { sumsBy } from "../../../imports/money-collector.ts";

/** What a file contains, before anything is left out. */
export interface Found {
  /** Cases of a result with their repeats, rows of money or hours, or models with prices. */
  readonly rows: number;
  /** Different cases of a result. */
  readonly cases: number;
  /** Rows of a result that broke. */
  readonly errors: number;
  readonly arms: readonly string[];
  readonly models: readonly string[];
  /** How many days the money and hours cover. */
  readonly days: number;
  /** In whole units of each currency; what a run cost by list price is estimated. */
  readonly money: readonly { readonly amount: Decimal; readonly currency: string; readonly basis: SpendBasis }[];
  /** Of everybody, to a hundredth. */
  readonly hours: Decimal;
}

/** @param read of cases: in the order of `casesInOrder` */
export function foundIn(read: ReadImport, zone: Zone): Found {
  switch (read.kind) {
    case "cases":
      return { ...NOTHING, ...foundCases(read) };
    case "money":
      return { ...NOTHING, ...foundMoney(read) };
    case "hours":
      return { ...NOTHING, ...foundHours(read, zone) };
    case "prices":
      return { ...NOTHING, rows: read.models.length, models: read.models.map(({ price }) => price.model) };
  }
}

const NOTHING: Found = { rows: 0, cases: 0, errors: 0, arms: [], models: [], days: 0, money: [], hours: decimal(0) };

function foundCases({ table, models, cost }: ReadCases): Partial<Found> {
  const { ids, columns } = table;
  const byId = orderOf(ids);
  return {
    rows: ids.length,
    // The runs of a case are next to each other.
    cases: countRows(ids.length, (row) => row === 0 || byId(row - 1, row) !== 0),
    errors: countRows(ids.length, (row) => columns.some(({ values }) => Number.isNaN(values[row]))),
    arms: armsOf(table),
    models: [...new Set(models.values())],
    money: cost === undefined ? [] : [{ amount: cost, currency: "USD", basis: "estimated" }],
  };
}

function countRows(size: number, counts: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < size; row++) if (counts(row)) count++;
  return count;
}

function foundMoney({ rows, count, basis }: ReadMoney): Partial<Found> {
  const sums = sumsBy(rows, ({ currency }) => currency);
  return {
    rows: count,
    models: [...new Set(rows.flatMap(({ model }) => model ?? []))],
    days: new Set(rows.map(({ day }) => day)).size,
    money: sums.map(({ first, amount }) => ({ amount, currency: first.currency, basis })),
  };
}

const AN_HOUR = 3600;

function foundHours({ rows }: ReadHours, zone: Zone): Partial<Found> {
  const seconds = rows.reduce((sum, row) => sum + row.seconds * row.people, 0);
  return {
    rows: rows.length,
    days: new Set(rows.map(({ when }) => (typeof when === "number" ? dateIn(zone, when) : when))).size,
    hours: divideDecimals(decimal(seconds), decimal(AN_HOUR), 2),
  };
}
