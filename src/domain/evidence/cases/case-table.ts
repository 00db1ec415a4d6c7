import { linePieces, orderOf, type Texts } from "./packed-texts.ts";

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
  readonly ids: Texts;
  /** Which run of the case it is; "" where there is only one. */
  readonly runs: Texts;
  /** Which cases belong together; undefined if each stands alone. */
  readonly groups?: Texts | undefined;
  readonly arms: Texts;
  readonly columns: readonly CaseColumn[];
}

/** Whether every number is nought or one, so that they may be outcomes. */
export function isBinary({ values }: CaseColumn): boolean {
  return values.every((value) => value === undefined || Number.isNaN(value) || value === 0 || value === 1);
}

/** Noughts and ones as outcomes, for an eval that counts outcomes; every other column as it is. */
export function asOutcomes(column: CaseColumn): CaseColumn {
  return column.cells === "numbers" && isBinary(column) ? { ...column, cells: "outcomes" } : column;
}

/** The arms of a table, in the order of their first rows. */
export function armsOf({ arms }: CaseTable): readonly string[] {
  return [...new Set(arms)];
}

/** The rows of one arm; of those that were asked for a figure, where its column is given. */
export function rowsOf({ arms }: CaseTable, arm: string, asked?: CaseColumn): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < arms.length; row++)
    if (arms.at(row) === arm && (asked === undefined || asked.values[row] !== undefined)) rows.push(row);
  return rows;
}

/** All rows by case, arm and run: one order, however the producer wrote them. */
export function sortedRows({ ids, arms, runs }: Pick<CaseTable, "ids" | "arms" | "runs">): Uint32Array {
  const rows = new Uint32Array(ids.length).map((_, row) => row);
  const [byId, byArm, byRun] = [orderOf(ids), orderOf(arms), orderOf(runs)];
  const after = (a: number, b: number) => byId(a, b) || byArm(a, b) || byRun(a, b) || a - b;
  // Most tables are sorted already.
  return isAscending(rows, after) ? rows : rows.sort(after);
}

/** How many cases an arm has, and the hash of their sorted ids with line ends between them. */
export function caseDigest(
  table: CaseTable,
  rows: readonly number[],
  sha256: (pieces: Iterable<string>) => string,
): { readonly n: number; readonly digest: string } {
  let n = 0;
  const counted = function* () {
    for (const id of caseIds(table, rows)) {
      n++;
      yield id;
    }
  };
  const digest = sha256(linePieces(counted()));
  return { n, digest };
}

/** The ids of the cases of an arm, each once, sorted. */
function* caseIds({ ids }: CaseTable, rows: readonly number[]): Generator<string> {
  const sorted = isAscending(rows, orderOf(ids)) ? rows : [...rows].sort(orderOf(ids));
  let last: string | undefined;
  for (const row of sorted) {
    const id = ids.at(row)!;
    if (id !== last) yield id;
    last = id;
  }
}

/** Cases that stand in the rows twice with the same run: a retried sample, or a file that was added to another. */
export function duplicateCases({ ids, runs }: CaseTable, rows: readonly number[]): readonly string[] {
  // Sorted, so that a million cases need no million keys. Equal rows are adjacent, in their own order.
  const [byId, byRun] = [orderOf(ids), orderOf(runs)];
  const order = (a: number, b: number) => byId(a, b) || byRun(a, b);
  if (isAscending(rows, (a, b) => order(a, b) || 1)) return [];
  const sorted = [...rows].sort((a, b) => order(a, b) || a - b);
  const again = sorted.filter((row, k) => k > 0 && order(row, sorted[k - 1]!) === 0).sort((a, b) => a - b);
  return [...new Set(again.map((row) => ids.at(row)!))];
}

/** Whether every case has one row, as far as that is seen at once: of rows in the order of their ids. */
export function isOneEach({ ids }: CaseTable, rows: readonly number[]): boolean {
  const byId = orderOf(ids);
  return isAscending(rows, (a, b) => byId(a, b) || 1);
}

function isAscending(rows: ArrayLike<number>, order: (a: number, b: number) => number): boolean {
  for (let k = 1; k < rows.length; k++) if (order(rows[k - 1]!, rows[k]!) > 0) return false;
  return true;
}
