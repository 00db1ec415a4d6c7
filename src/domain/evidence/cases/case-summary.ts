import { MOST_CLUSTERS } from "../clusters.ts";
import { isTooLarge, RAW_SUMMARIES, sharesSummary, type RawSummary, type Summary } from "../raw-summary.ts";
import type { Eval } from "../../records/eval.ts";
import { isOneEach, type CaseColumn, type CaseTable } from "./case-table.ts";

/** How the figures of a column are taken for an eval. */
export interface CaseReading {
  /** Of outcomes: whether a yes is counted, or a no. */
  readonly whenTrue: boolean;
  /** For numbers: the unit of the eval, and the factor that converts each number to it. */
  readonly unit: string;
  readonly factor: number;
}

/** Why the cases give no figure. */
export type CaseFault =
  | { readonly code: "nothing-scored"; readonly cases: number }
  | { readonly code: "numbers-for-outcomes" | "outcomes-for-numbers" }
  | { readonly code: "too-large" }
  | { readonly code: "limit-missing" }
  | { readonly code: "too-few-runs"; readonly tries: number; readonly runs: number }
  | { readonly code: "too-many-groups"; readonly groups: number; readonly most: number };

/** The figures of an eval from its cases. */
export interface CaseFigures {
  readonly summary: Summary;
  /** How many cases were run more than once. */
  readonly repeated: number;
}

/**
 * What one pass over the cases of an arm shows. Rows that broke are counted separately and are in no figure. The runs
 * of a case are averaged before anything else, outcomes as their share that counts, so that ten runs of twenty cases
 * are twenty cases.
 */
export function caseFigures(
  table: CaseTable,
  column: CaseColumn,
  rows: readonly number[],
  item: Eval,
  reading: CaseReading,
): CaseFigures | CaseFault {
  const isAsked = (row: number) => column.values[row] !== undefined;
  const isScored = (row: number) => isAsked(row) && !Number.isNaN(column.values[row]);
  // Usually nothing broke, and a second list of a million rows would be large.
  const scored = rows.every(isScored) ? rows : rows.filter(isScored);
  const asked = rows.reduce((sum, row) => (isAsked(row) ? sum + 1 : sum), 0);
  if (scored.length === 0) return { code: "nothing-scored", cases: asked };
  const raw = RAW_SUMMARIES[item.measure];
  if (raw.cells !== column.cells)
    return { code: column.cells === "numbers" ? "numbers-for-outcomes" : "outcomes-for-numbers" };
  const runs = runsOf(table, scored);
  const scoredRows = { table, column, scored, runs, broken: asked - scored.length };
  const summary =
    raw.cells === "outcomes"
      ? outcomeSummary(
          scoredRows,
          item,
          raw,
          reading,
          () => new Set(rows.filter(isAsked).map((row) => table.ids.at(row)!)),
        )
      : numberSummary(scoredRows, item, raw, reading);
  if ("code" in summary) return summary;
  return { summary, repeated: runs === undefined ? 0 : repeatedCases(runs) };
}

/** The rows of an arm that have a figure. */
interface ScoredRows {
  readonly table: CaseTable;
  readonly column: CaseColumn;
  readonly scored: readonly number[];
  /** The rows of each case; undefined if each has one. */
  readonly runs: readonly (readonly number[])[] | undefined;
  /** How many rows broke. */
  readonly broken: number;
}

type Outcomes = Extract<RawSummary, { readonly cells: "outcomes" }>;
type Numbers = Extract<RawSummary, { readonly cells: "numbers" }>;

/** @param asked the ids of all cases that were asked, whether or not they were scored */
function outcomeSummary(
  { table, column, scored, runs, broken }: ScoredRows,
  item: Eval,
  raw: Outcomes,
  { whenTrue }: CaseReading,
  asked: () => ReadonlySet<string>,
): Summary | CaseFault {
  const groupOf = groupsIn(table);
  const grouped = table.groups !== undefined;
  const counts = (row: number) => (column.values[row] === 1) === whenTrue;
  if ((runs === undefined || repeatedCases(runs) === 0) && item.k === undefined) {
    const groups = grouped ? scored.map(groupOf) : undefined;
    const fault = groupFault(groups, scored.length);
    if (fault !== undefined) return fault;
    const counted = raw.summary(scored.map(counts), groups, item);
    if (counted !== undefined) return { ...counted, ...errorsOf(broken) };
  }
  const cases = inOrder(runs ?? scored.map((row) => [row]), table);
  const fault = groupFault(
    cases.map(([row]) => groupOf(row!)),
    Infinity,
  );
  if (fault !== undefined) return fault;
  const summary = sharesSummary(
    cases.map((same) => ({
      counted: same.filter(counts).length,
      runs: same.length,
      group: grouped ? groupOf(same[0]!) : undefined,
    })),
    item,
  );
  if (summary === undefined) return { code: "too-few-runs", tries: item.k ?? 1, runs: fewest(cases) };
  // A case broke if every run of it did.
  return { ...summary, ...errorsOf(asked().size - cases.length) };
}

function numberSummary(
  { table, column, scored, runs, broken }: ScoredRows,
  item: Eval,
  raw: Numbers,
  { unit, factor }: CaseReading,
): Summary | CaseFault {
  const valueOf = (row: number) => column.values[row]! * factor;
  const all = runs ?? (item.range === undefined ? undefined : scored.map((row) => [row]));
  const units = all === undefined || item.range === undefined ? all : inOrder(all, table);
  const cases = units === undefined ? scored : units.map(([first]) => first!);
  const values = units === undefined ? scored.map(valueOf) : units.map((same) => mean(same.map(valueOf)));
  if (isTooLarge(values)) return { code: "too-large" };
  const groups = table.groups !== undefined && raw.groups ? cases.map(groupsIn(table)) : undefined;
  const fault = groupFault(groups, cases.length);
  if (fault !== undefined) return fault;
  const summary = raw.summary(item, values, unit, groups);
  return summary === undefined ? { code: "limit-missing" } : { ...summary, ...errorsOf(broken) };
}

/** The group of a row; in a table without groups, its case. */
function groupsIn({ groups, ids }: CaseTable): (row: number) => string {
  return (row) => groups?.at(row) ?? ids.at(row)!;
}

function repeatedCases(runs: readonly (readonly number[])[]): number {
  return runs.filter((same) => same.length > 1).length;
}

/** Cases by their ids, whatever order the rows were in: what is made of them may depend on their order. */
function inOrder(cases: readonly (readonly number[])[], { ids }: CaseTable): readonly (readonly number[])[] {
  const idOf = ([row]: readonly number[]) => ids.at(row!)!;
  return [...cases].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function fewest(cases: readonly (readonly number[])[]): number {
  return cases.reduce((least, same) => Math.min(least, same.length), Infinity);
}

function errorsOf(errors: number): Pick<Summary, "errors"> {
  return errors === 0 ? {} : { errors };
}

/** The rows of each case; undefined if each has one, because a million cases then need no lists. */
function runsOf(table: CaseTable, rows: readonly number[]): readonly (readonly number[])[] | undefined {
  if (isOneEach(table, rows)) return undefined;
  const { ids } = table;
  if (new Set(rows.map((row) => ids.at(row)!)).size === rows.length) return undefined;
  const runs = new Map<string, number[]>();
  for (const row of rows) {
    const id = ids.at(row)!;
    const same = runs.get(id);
    if (same === undefined) runs.set(id, [row]);
    else same.push(row);
  }
  return [...runs.values()];
}

function groupFault(groups: readonly string[] | undefined, cases: number): CaseFault | undefined {
  const count = new Set(groups).size;
  return count > MOST_CLUSTERS && count < cases
    ? { code: "too-many-groups", groups: count, most: MOST_CLUSTERS }
    : undefined;
}

function mean(values: readonly number[]): number {
  return values.length === 1 ? values[0]! : values.reduce((sum, value) => sum + value, 0) / values.length;
}
