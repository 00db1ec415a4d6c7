import { MOST_CLUSTERS } from "../clusters.ts";
import { isTooLarge, RAW_SUMMARIES, sharesSummary, type Summary } from "../raw-summary.ts";
import type { Eval } from "../../records/eval.ts";
import type { CaseColumn, CaseTable } from "./case-table.ts";

/** How the figures of a column are taken for an eval. */
export interface CaseReading {
  /** Of outcomes: whether a yes is counted, or a no. */
  readonly whenTrue: boolean;
  /** Of numbers: the unit of the eval, and what each number is multiplied by to be in it. */
  readonly unit: string;
  readonly factor: number;
}

/** Why no figure can be made of the cases. */
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
 * What one pass over the cases of an arm shows. Rows that broke are counted apart and are in no figure; the runs of a
 * case are averaged before anything else, outcomes as the part of them that counts, so that ten runs of twenty cases
 * are twenty cases.
 */
export function caseFigures(
  table: CaseTable,
  column: CaseColumn,
  rows: readonly number[],
  item: Eval,
  reading: CaseReading,
): CaseFigures | CaseFault {
  const asked = rows.filter((row) => column.values[row] !== undefined);
  const scored = asked.filter((row) => !Number.isNaN(column.values[row]));
  if (scored.length === 0) return { code: "nothing-scored", cases: asked.length };
  const raw = RAW_SUMMARIES[item.measure];
  if (raw.cells !== column.cells)
    return { code: column.cells === "numbers" ? "numbers-for-outcomes" : "outcomes-for-numbers" };
  const runs = new Map<string, number[]>();
  for (const row of scored) {
    const id = table.ids[row]!;
    const same = runs.get(id);
    if (same === undefined) runs.set(id, [row]);
    else same.push(row);
  }
  const repeated = [...runs.values()].filter((same) => same.length > 1).length;
  const broken = asked.length - scored.length;
  const errors = broken === 0 ? {} : { errors: broken };
  const groupOf = (row: number) => table.groups?.[row] ?? table.ids[row]!;
  const grouped = table.groups !== undefined;
  if (raw.cells === "outcomes") {
    const counts = (row: number) => (column.values[row] === 1) === reading.whenTrue;
    const single = repeated === 0 && item.k === undefined;
    const units = single ? scored.map((row) => [row]) : inOrder([...runs.values()], table);
    const groups = grouped ? units.map(([row]) => groupOf(row!)) : undefined;
    const fault = groupFault(single ? groups : units.map(([row]) => groupOf(row!)), single ? units.length : Infinity);
    if (fault !== undefined) return fault;
    const summary = single
      ? raw.summary(scored.map(counts), groups, item)
      : sharesSummary(
          units.map((same, k) => ({
            counted: same.filter(counts).length,
            runs: same.length,
            group: groups?.[k],
          })),
          item,
        );
    if (summary === undefined) return { code: "too-few-runs", tries: item.k ?? 1, runs: fewest(units) };
    return { summary: { ...summary, ...errorsOf(broken, asked, table, runs, single) }, repeated };
  }
  const all = [...runs.values()];
  const cases = item.range === undefined ? all : inOrder(all, table);
  const values = cases.map((same) => mean(same.map((row) => column.values[row]! * reading.factor)));
  if (isTooLarge(values)) return { code: "too-large" };
  const groups = grouped && raw.groups ? cases.map(([row]) => groupOf(row!)) : undefined;
  const fault = groupFault(groups, cases.length);
  if (fault !== undefined) return fault;
  const summary = raw.summary(item, values, reading.unit, groups);
  return summary === undefined ? { code: "limit-missing" } : { summary: { ...summary, ...errors }, repeated };
}

/** Cases by their ids, whatever order the rows were in: what is made of them may depend on their order. */
function inOrder(cases: readonly (readonly number[])[], { ids }: CaseTable): readonly (readonly number[])[] {
  const idOf = ([row]: readonly number[]) => ids[row!]!;
  return [...cases].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

function fewest(cases: readonly (readonly number[])[]): number {
  return cases.reduce((least, same) => Math.min(least, same.length), Infinity);
}

/** Rows that broke; of cases with several runs, the cases of which every run did. */
function errorsOf(
  broken: number,
  asked: readonly number[],
  { ids }: CaseTable,
  scored: ReadonlyMap<string, unknown>,
  single: boolean,
): Pick<Summary, "errors"> {
  const errors = single ? broken : new Set(asked.map((row) => ids[row]!)).size - scored.size;
  return errors === 0 ? {} : { errors };
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
