/** What was measured on each case, by name: `passed`, `score`, `latency_ms`. */
export interface CaseColumn {
  readonly name: string;
  /** Whether each case says yes or no, or a number. */
  readonly cells: "outcomes" | "numbers";
  /** Whether a yes is good news; undefined where nothing says so. */
  readonly sense?: "good" | "bad" | undefined;
  /**
   * One a row: 1 and 0 of outcomes. NaN where the case broke before it was scored.
   * Undefined where it was not asked.
   */
  readonly values: readonly (number | undefined)[];
}

/** The cases of a run, a row each. All lists are as long as `ids`. */
export interface CaseTable {
  readonly ids: readonly string[];
  /** Which run of the case it is; "" where there is only one. */
  readonly runs: readonly string[];
  /** Which cases belong together; undefined where each stands alone. */
  readonly groups?: readonly string[] | undefined;
  readonly arms: readonly string[];
  readonly columns: readonly CaseColumn[];
}

/** The arms of a table, in the order in which they come up. */
export function armsOf({ arms }: CaseTable): readonly string[] {
  return [...new Set(arms)];
}

/** The rows of one arm. */
export function rowsOf({ arms }: CaseTable, arm: string): readonly number[] {
  return arms.flatMap((one, row) => (one === arm ? [row] : []));
}

/** The ids of the cases of an arm, each once, sorted. What a digest is made of. */
export function caseIds(table: CaseTable, rows: readonly number[]): readonly string[] {
  const sorted = rows.map((row) => table.ids[row]!).sort();
  return sorted.filter((id, k) => k === 0 || id !== sorted[k - 1]);
}

/** Cases that stand in the rows twice with the same run: a retried sample, or a file that was added to another. */
export function duplicateCases({ ids, runs }: CaseTable, rows: readonly number[]): readonly string[] {
  // Sorted, so that a million cases need no million keys. Alike rows lie side by side, in their own order.
  const alike = (a: number, b: number) => ids[a] === ids[b] && runs[a] === runs[b];
  const sorted = [...rows].sort((a, b) => compare(ids[a]!, ids[b]!) || compare(runs[a]!, runs[b]!) || a - b);
  const again = sorted.filter((row, k) => k > 0 && alike(row, sorted[k - 1]!)).sort((a, b) => a - b);
  return [...new Set(again.map((row) => ids[row]!))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
