import type { CaseReading } from "../../../domain/evidence/cases/case-summary.ts";
import {
  armsOf,
  asOutcomes,
  rowsOf,
  type CaseColumn,
  type CaseTable,
} from "../../../domain/evidence/cases/case-table.ts";
import { columnSense, isNamedAfter } from "../../../domain/evidence/columns/column-sense.ts";
import { outsideRange } from "../../../domain/evidence/measures/mean-figure.ts";
import { takesOutcomes } from "../../../domain/evidence/raw-summary.ts";
import { isUnsigned } from "../../../domain/evidence/signed-figure.ts";
import type { Costs } from "../../../domain/records/costs.ts";
import { rangeText, type Eval } from "../../../domain/records/eval.ts";
import type { CaseFile } from "../../../domain/records/evals/result.ts";
import type { ReadCases } from "../../../imports/format.ts";
import { columnUnitOf } from "../../log/facts/read-unit.ts";
import type { ImportProblems } from "../import-problems.ts";
import { shellWord, type MetricMap } from "../map-metrics.ts";

export interface ColumnContext {
  readonly path: string;
  readonly costs: Costs;
  readonly currency: string;
  /** The file as it was read, with its rows sorted. */
  readonly read: Pick<ReadCases, "table" | "lineOf" | "models" | "complete">;
  /** Whether something that looks like a slip is meant (`--yes`). */
  readonly yes: boolean;
}

/** A column as its eval takes it: how its figures are counted, and what the entry says of that. */
export interface ReadColumn {
  readonly column: CaseColumn;
  readonly reading: CaseReading;
  readonly stored: Pick<CaseFile, "unit" | "assumed" | "rate">;
}

/** Undefined where it is unclear what the column says, or a cell cannot be meant; each is a problem with its flag. */
export function readColumn(
  map: MetricMap,
  table: CaseTable,
  context: ColumnContext,
  problems: ImportProblems,
): ReadColumn | undefined {
  const outcomes = takesOutcomes(map.item);
  const column = outcomes ? asOutcomes(map.column) : map.column;
  const empty = context.read.complete === true ? emptyCells(context.read, column.name) : undefined;
  if (empty !== undefined) return refuseEmpty(empty, column.name, context.path, problems);
  return outcomes ? readOutcomes(map, column, context, problems) : readNumbers(map, table, column, context, problems);
}

/** Rows that are empty in a column, as `c7 in line 8`, in the order of the file; and how many rows there are. */
interface EmptyCells {
  readonly cases: readonly string[];
  readonly rows: number;
}

/** Undefined if there is none. An arm without any cell in the column was not measured by it. */
function emptyCells({ table, lineOf }: ColumnContext["read"], name: string): EmptyCells | undefined {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) return undefined;
  const rows = armsOf(table).flatMap((arm) => (rowsOf(table, arm, column).length > 0 ? rowsOf(table, arm) : []));
  const empty = rows
    .filter((row) => column.values[row] === undefined)
    .map((row) => ({ id: table.ids.at(row)!, line: lineOf?.(row) }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (empty.length === 0) return undefined;
  return { cases: empty.map(({ id, line }) => (line === undefined ? id : `${id} in line ${line}`)), rows: rows.length };
}

const MOST_EMPTY = 5;

function refuseEmpty({ cases, rows }: EmptyCells, column: string, path: string, problems: ImportProblems): undefined {
  const more = cases.length > MOST_EMPTY ? ", …" : "";
  return problems.add(
    `${path}: ${cases.length} of ${rows} rows ${cases.length === 1 ? "has" : "have"} nothing in ${column}: ` +
      `${cases.slice(0, MOST_EMPTY).join(", ")}${more}`,
    `a case without an answer still counts: write how it went, or error in ${column} if it broke; ` +
      "if it was not run, remove its row and say so",
  );
}

/** Whether a yes counts. It does if it is good and more is better, or if it is bad and less is better. */
function countsWhenTrue({ column, item }: MetricMap): boolean | undefined {
  const sense = column.sense ?? columnSense(column.name);
  if (sense !== undefined) return (sense === "good") === (item.better === "higher");
  return isNamedAfter(item, column.name) ? true : undefined;
}

function readOutcomes(
  map: MetricMap,
  column: CaseColumn,
  { path, yes }: ColumnContext,
  problems: ImportProblems,
): ReadColumn | undefined {
  const { item } = map;
  const meant = column.cells === "outcomes" ? countsWhenTrue(map) : true;
  const whenTrue = map.counted ?? meant;
  const turned = map.counted !== undefined && meant === !map.counted && !isNamedAfter(item, column.name);
  if (turned && !yes)
    return problems.add(
      `${path}: found ${column.name}:${map.counted}, and ${item.id} counts ` +
        `${item.better === "lower" ? "what is bad" : "what is good"}; ` +
        `${map.counted} in ${column.name} says the opposite`,
      `write ${mapFlag(`${column.name}:${meant}`, item)}; or add --yes if it is right`,
    );
  if (whenTrue === undefined)
    return problems.add(
      `${path}: it is unclear whether a true in ${column.name} is what ${item.id} counts`,
      `write ${["true", "false"].map((is) => mapFlag(`${column.name}:${is}`, item)).join(" or ")}`,
    );
  return { column, reading: { whenTrue, unit: "", factor: 1 }, stored: {} };
}

function readNumbers(
  { item, unit: said }: MetricMap,
  table: CaseTable,
  column: CaseColumn,
  { path, costs, currency, read }: ColumnContext,
  problems: ImportProblems,
): ReadColumn | undefined {
  const numbers = column.values.filter((value): value is number => value !== undefined && !Number.isNaN(value));
  const unit = columnUnitOf(item, column.name, numbers, { said, costs, currency, ask: undefined });
  if ("refused" in unit)
    return problems.add(
      `${path}: ${unit.refused}`,
      unit.hint.replaceAll(
        /"@file#(.*?) in ([^"]*)"/g,
        (_, name: string, one: string) => `--map "${name} in ${one}=${item.id}"`,
      ),
    );
  const below = isUnsigned(item, unit.unit) ? firstBelow(read, column.name) : undefined;
  if (below !== undefined)
    return problems.add(
      `${path}${below.line === undefined ? "" : `:${below.line}`}: found ${below.value} in ${column.name}, ` +
        `and a figure in ${unit.unit} cannot be below zero`,
      "if the case broke, write error instead",
    );
  const scaled = numbers.map((value) => value * unit.factor);
  const outside = outsideRange(item, scaled, unit.unit);
  if (outside !== undefined) {
    const row = column.values.indexOf(numbers[outside]);
    return problems.add(
      `${path}: found ${numbers[outside]} in ${column.name}, case ${table.ids.at(row) ?? ""}, and values of ` +
        `${item.id} are declared to be from ${rangeText(item.range!)}`,
      "if the case broke, write error instead",
    );
  }
  return { column, reading: { whenTrue: true, unit: unit.unit, factor: unit.factor }, stored: unit.reading };
}

/** The first number below zero in the order of the file, and its line. */
function firstBelow(
  { table, lineOf }: ColumnContext["read"],
  column: string,
): { readonly value: number; readonly line: number | undefined } | undefined {
  const values = table.columns.find(({ name }) => name === column)?.values ?? [];
  const below: { readonly value: number; readonly line: number | undefined }[] = [];
  for (const [row, value] of values.entries())
    if (value !== undefined && value < 0) below.push({ value, line: lineOf?.(row) });
  return below.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))[0];
}

function mapFlag(figure: string, item: Eval): string {
  return `--map ${shellWord(`${figure}=${item.id}`)}`;
}
