import type { PairedCounts } from "../../records/entry.ts";
import type { CaseColumn, CaseTable } from "./case-table.ts";

/** One side of a comparison: the rows of an arm, and what was measured on them. */
export interface CaseSide {
  readonly table: CaseTable;
  readonly column: CaseColumn;
  readonly rows: readonly number[];
}

/** A case that came out one way with the baseline and the other with the candidate. */
export interface FlippedCase {
  readonly id: string;
  /** Whether the outcome that the eval counts was there with the candidate. */
  readonly counted: boolean;
}

export interface CasePairs {
  readonly counts: PairedCounts;
  readonly flipped: readonly FlippedCase[];
  /** Cases that one side broke on: nothing can be said of them as a pair. */
  readonly broken: number;
}

/** Why two sides are no pairs, case by case. */
export type PairFault = "other-cases" | "several-runs" | "groups" | "numbers";

/**
 * The same cases with the baseline and with the candidate, found by their ids. Only where both sides have the same set
 * of cases, one run each: a selection of cases that both have would be picked by what is there. Cases in groups are no
 * pairs that stand for themselves.
 */
export function casePairs(baseline: CaseSide, candidate: CaseSide, whenTrue: boolean): CasePairs | PairFault {
  if (baseline.column.cells !== "outcomes" || candidate.column.cells !== "outcomes") return "numbers";
  if (baseline.table.groups !== undefined || candidate.table.groups !== undefined) return "groups";
  const [before, after] = [outcomesById(baseline), outcomesById(candidate)];
  if (before === undefined || after === undefined) return "several-runs";
  if (before.size !== after.size || [...before.keys()].some((id) => !after.has(id))) return "other-cases";
  const counts = { both: 0, baseline: 0, candidate: 0, neither: 0 };
  const flipped: FlippedCase[] = [];
  let broken = 0;
  for (const [id, old] of before) {
    const now = after.get(id);
    if (old === undefined || now === undefined || Number.isNaN(old) || Number.isNaN(now)) {
      broken++;
      continue;
    }
    const [was, is] = [(old === 1) === whenTrue, (now === 1) === whenTrue];
    counts[was ? (is ? "both" : "baseline") : is ? "candidate" : "neither"]++;
    if (was !== is) flipped.push({ id, counted: is });
  }
  return { counts, flipped, broken };
}

/** Undefined where a case was run more than once. */
function outcomesById({ table, column, rows }: CaseSide): ReadonlyMap<string, number | undefined> | undefined {
  const found = new Map<string, number | undefined>();
  for (const row of rows) {
    const id = table.ids[row]!;
    if (found.has(id)) return undefined;
    found.set(id, column.values[row]);
  }
  return found;
}
