import { sortedRows, type CaseColumn, type CaseTable } from "../domain/evidence/cases/case-table.ts";
import type { ImportProblem } from "./import-problem.ts";
import { nameFault } from "./name-fault.ts";
import { ownText } from "./text/own-text.ts";

/** What a case showed under one name: an outcome, a number, or that it broke before it could be scored. */
export type Figure = boolean | number | "broke";

/** One case as a format tells it. */
export interface CaseRow {
  readonly line?: number | undefined;
  readonly id: string;
  readonly run?: string | undefined;
  readonly group?: string | undefined;
  /** The variant as the source calls it; "" where there is only one. */
  readonly arm: string;
  /** Whether it broke as a whole: then it is broken for whatever is measured. */
  readonly broke?: boolean;
  readonly figures: readonly (readonly [name: string, figure: Figure])[];
}

interface Growing {
  readonly name: string;
  cells: "outcomes" | "numbers" | undefined;
  readonly values: (number | undefined)[];
}

const MOST_CASES = 5_000_000;
const MOST_PROBLEMS = 50;

/** Takes cases as they are read and keeps of each what figures are made of: hundreds of thousands fit into memory. */
export class CaseCollector {
  readonly problems: ImportProblem[] = [];
  #ids: string[] = [];
  #runs: string[] = [];
  /** By row; most sources have no groups. */
  readonly #groups = new Map<number, string>();
  #arms: string[] = [];
  /** Rows that broke as a whole. */
  readonly #broke: number[] = [];
  /** Where lines do not go on by one from row to row: from that row on they are so many more than the row. */
  readonly #jumps: { readonly row: number; readonly more: number }[] = [];
  readonly #columns = new Map<string, Growing>();
  /** Where the rows of the table stand in the file; undefined as long as they are as in the file. */
  #order: Uint32Array | undefined;
  /** Names that come up again and again are kept once. */
  readonly #names = new Map<string, string>();

  get size(): number {
    return this.#ids.length;
  }

  /** The line in the file of a row of the table; undefined where the source has no lines. */
  lineOf(row: number): number | undefined {
    const read = this.#order?.[row] ?? row;
    const jump = this.#jumps.findLast((one) => one.row <= read);
    return jump === undefined || Number.isNaN(jump.more) ? undefined : read + jump.more;
  }

  problem(problem: ImportProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  add({ line, id, run = "", group, arm, broke = false, figures }: CaseRow): void {
    const row = this.#ids.length;
    if (row >= MOST_CASES) return;
    for (const [what, name] of [
      ["id of a case", id],
      ["name of a group", group ?? ""],
    ] as const) {
      const fault = nameFault(what, name);
      if (fault !== undefined) return this.problem({ ...fault, line });
    }
    if (id === "") return this.problem({ line, message: "found a case without an id" });
    this.#ids.push(ownText(id));
    this.#runs.push(this.#once(run));
    if (group !== undefined && group !== "") this.#groups.set(row, this.#once(group));
    this.#arms.push(this.#once(arm));
    if (broke) this.#broke.push(row);
    const more = line === undefined ? NaN : line - row;
    if (!Object.is(this.#jumps.at(-1)?.more, more)) this.#jumps.push({ row, more });
    for (const [name, figure] of figures) this.#take(row, name, figure, line);
  }

  /**
   * The cases in one order, whatever that of the producer was: by case, arm and run.
   *
   * @param armName what an arm is called at last, where that is only known when all are there
   * @param isAsked whether every case was asked for a column: one that shows nothing there broke
   */
  table(
    armName: (arm: string) => string,
    senses: Readonly<Record<string, "good" | "bad">>,
    isAsked: (column: string) => boolean = () => false,
  ): CaseTable {
    const size = this.#ids.length;
    const names = new Map([...new Set(this.#arms)].map((arm) => [arm, armName(arm)]));
    for (const arm of new Set(names.values())) {
      const fault = nameFault("name of an arm", arm);
      if (fault !== undefined) this.problem(fault);
    }
    // In their place: of a million cases there is no room for a second list of each kind.
    for (const [row, arm] of this.#arms.entries()) this.#arms[row] = names.get(arm)!;
    if (new Set(this.#runs).size === 1) this.#runs.fill("");
    this.#sort();
    const columns = [...this.#columns.values()].map((column): CaseColumn => {
      column.values.length = size;
      const cells = column.cells ?? "outcomes";
      // A figure breaks with the case as a whole, and nothing is known of what it would have shown.
      for (const row of this.#broke) column.values[row] = NaN;
      if (isAsked(column.name)) for (let row = 0; row < size; row++) column.values[row] ??= NaN;
      return { name: column.name, cells, sense: senses[column.name], values: this.#sorted(column.values) };
    });
    return {
      ids: this.#ids,
      runs: this.#runs,
      ...(this.#groups.size > 0
        ? { groups: this.#ids.map((id, row) => this.#groups.get(this.#order?.[row] ?? row) ?? id) }
        : {}),
      arms: this.#arms,
      columns,
    };
  }

  /** One list after the other, so that a large run is not there twice. */
  #sort(): void {
    const order = sortedRows({ ids: this.#ids, arms: this.#arms, runs: this.#runs });
    if (order.every((from, row) => from === row)) return;
    this.#order = order;
    this.#ids = this.#sorted(this.#ids);
    this.#arms = this.#sorted(this.#arms);
    this.#runs = this.#sorted(this.#runs);
  }

  #sorted<T>(items: T[]): T[] {
    const order = this.#order;
    if (order === undefined) return items;
    const sorted: T[] = [];
    for (const row of order) sorted.push(items[row]!);
    return sorted;
  }

  #take(row: number, name: string, figure: Figure, line: number | undefined): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      const fault = nameFault("name of a metric", name);
      if (fault !== undefined) return this.problem({ ...fault, line });
      this.#columns.set(ownText(name), (column = { name: ownText(name), cells: undefined, values: [] }));
    }
    if (figure === "broke") {
      column.values[row] = NaN;
      return;
    }
    const cells = typeof figure === "boolean" ? "outcomes" : "numbers";
    column.cells ??= cells;
    if (column.cells !== cells)
      return this.problem({
        line,
        message: `found ${cells === "outcomes" ? "an outcome" : "a number"} for ${name}, which is ${
          cells === "outcomes" ? "a number" : "an outcome"
        } in the rows before`,
      });
    const value = Number(figure);
    if (!Number.isFinite(value))
      return this.problem({ line, message: `found ${value} for ${name}, expected a number` });
    column.values[row] = value;
  }

  #once(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    // Ids of runs are few; where they are not, the map would only cost.
    const own = ownText(name);
    if (this.#names.size < 10_000) this.#names.set(own, own);
    return own;
  }
}
