import type { CaseColumn, CaseTable } from "../domain/evidence/cases/case-table.ts";
import type { ImportProblem } from "./import-problem.ts";
import { nameFault } from "./name-fault.ts";

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
  readonly #ids: string[] = [];
  readonly #runs: string[] = [];
  readonly #groups: string[] = [];
  readonly #arms: string[] = [];
  readonly #broke: boolean[] = [];
  readonly #lines: (number | undefined)[] = [];
  readonly #columns = new Map<string, Growing>();
  /** Names that come up again and again are kept once. */
  readonly #names = new Map<string, string>();
  #grouped = false;

  get size(): number {
    return this.#ids.length;
  }

  /** The line in the file of each row of the table, where the source has lines. */
  get lines(): readonly (number | undefined)[] {
    return this.#lines;
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
    this.#ids.push(id);
    this.#runs.push(this.#once(run));
    this.#groups.push(this.#once(group ?? ""));
    this.#arms.push(this.#once(arm));
    this.#broke.push(broke);
    this.#lines.push(line);
    if (group !== undefined && group !== "") this.#grouped = true;
    for (const [name, figure] of figures) this.#take(row, name, figure, line);
  }

  /** @param armName what an arm is called at last, where that is only known when all are there */
  table(armName: (arm: string) => string, senses: Readonly<Record<string, "good" | "bad">>): CaseTable {
    const size = this.#ids.length;
    const arms = this.#arms.map(armName);
    for (const arm of new Set(arms)) {
      const fault = nameFault("name of an arm", arm);
      if (fault !== undefined) this.problem(fault);
    }
    const columns = [...this.#columns.values()].map((column): CaseColumn => {
      column.values.length = size;
      const cells = column.cells ?? "outcomes";
      // One figure breaks with the case as a whole, and nothing is known of what it would have shown.
      const values = Array.from(column.values, (value, row) => (this.#broke[row] === true ? NaN : value));
      return { name: column.name, cells, sense: senses[column.name], values };
    });
    return {
      ids: this.#ids,
      // A single run needs no number.
      runs: new Set(this.#runs).size === 1 ? this.#runs.map(() => "") : this.#runs,
      ...(this.#grouped ? { groups: this.#groups.map((group, row) => (group === "" ? this.#ids[row]! : group)) } : {}),
      arms,
      columns,
    };
  }

  #take(row: number, name: string, figure: Figure, line: number | undefined): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      const fault = nameFault("name of a metric", name);
      if (fault !== undefined) return this.problem({ ...fault, line });
      this.#columns.set(name, (column = { name, cells: undefined, values: [] }));
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
    if (this.#names.size < 10_000) this.#names.set(name, name);
    return name;
  }
}
