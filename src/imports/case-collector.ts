import { sortedRows, type CaseColumn, type CaseTable } from "../domain/evidence/cases/case-table.ts";
import {
  GrowingNumbers,
  PackedTexts,
  pickedTexts,
  RepeatedTexts,
  type Texts,
} from "../domain/evidence/cases/packed-texts.ts";
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
  /** The first row that it has a value for. */
  first: number;
  /** One for each row up to the last that has a value; `NOT_ASKED` for rows without. */
  readonly values: GrowingNumbers<Float64Array>;
}

/** Takes a finite figure, or NaN if the case broke. */
const NOT_ASKED = Infinity;

const MOST_CASES = 5_000_000;
const MOST_PROBLEMS = 50;

/** Takes cases as they are read and keeps of each what figures are made of, in columns of numbers and packed texts. */
export class CaseCollector {
  readonly problems: ImportProblem[] = [];
  readonly #ids = new PackedTexts();
  readonly #runs = new RepeatedTexts();
  /** "" if a case has none. */
  readonly #groups = new RepeatedTexts();
  readonly #arms = new RepeatedTexts();
  /** Rows that broke as a whole. */
  readonly #broke: number[] = [];
  /** The line in the file of each row, in the order of the file; 0 if it has none. */
  readonly #lines = new GrowingNumbers(new Uint32Array(256));
  readonly #columns = new Map<string, Growing>();
  /** Where the rows of the table stand in the file; undefined as long as they are as in the file. */
  #order: Uint32Array | undefined;

  get size(): number {
    return this.#ids.length;
  }

  /** The line in the file of a row of the table; undefined where the source has no lines. */
  lineOf(row: number): number | undefined {
    return this.#lines.list[this.#order?.[row] ?? row] || undefined;
  }

  problem(problem: ImportProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** The number of its row, with which `take` adds figures; undefined if it is refused. */
  add({ line, id, run = "", group = "", arm, broke = false, figures }: CaseRow): number | undefined {
    const row = this.#ids.length;
    if (row >= MOST_CASES) return undefined;
    for (const [what, name] of [
      ["id of a case", id],
      ["name of a group", group],
    ] as const) {
      const fault = nameFault(what, name);
      if (fault !== undefined) return this.#refused({ ...fault, line });
    }
    if (id === "") return this.#refused({ line, message: "found a case without an id" });
    this.#ids.push(id);
    this.#runs.push(run, ownText);
    this.#groups.push(group, ownText);
    this.#arms.push(arm, ownText);
    if (broke) this.#broke.push(row);
    this.#lines.push(line ?? 0);
    for (const [name, figure] of figures) this.take(row, name, figure, line);
    return row;
  }

  #refused(problem: ImportProblem): undefined {
    this.problem(problem);
  }

  /** Whether the row has a figure of that name already. */
  has(row: number, name: string): boolean {
    const values = this.#columns.get(name)?.values;
    return values !== undefined && row < values.length && values.list[row] !== NOT_ASKED;
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
    const named = this.#arms.renamed(armName);
    for (const arm of new Set(named.names)) {
      const fault = nameFault("name of an arm", arm);
      if (fault !== undefined) this.problem(fault);
    }
    const several = this.#runs.names.length > 1 ? this.#runs : this.#runs.renamed(() => "");
    const order = sortedRows({ ids: this.#ids, arms: named, runs: several });
    if (!order.every((from, row) => from === row)) this.#order = order;
    const [ids, runs, arms] = [this.#sorted(this.#ids), this.#sorted(several), this.#sorted(named)];
    const columns = [...this.#columns.values()]
      .sort((a, b) => a.first - b.first)
      .map((column): CaseColumn => {
        const cells = column.cells ?? "outcomes";
        // If a case broke as a whole, so did its figures: nobody knows what they would have shown.
        for (const row of this.#broke) put(column.values, row, NaN);
        return {
          name: column.name,
          cells,
          sense: senses[column.name],
          values: this.#values(column, isAsked(column.name)),
        };
      });
    // They are in the table now, and `lineOf` keeps the rest of the collector.
    this.#columns.clear();
    const isGrouped = this.#groups.names.some((group) => group !== "");
    return { ids, runs, ...(isGrouped ? { groups: groupsOr(this.#sorted(this.#groups), ids) } : {}), arms, columns };
  }

  #sorted(texts: Texts): Texts {
    return this.#order === undefined ? texts : pickedTexts(texts, this.#order);
  }

  /** In the order of the table. */
  #values({ values }: Growing, isAsked: boolean): readonly (number | undefined)[] {
    const sorted: (number | undefined)[] = [];
    sorted.length = this.size;
    // Without one for a row that was not asked: a list of numbers alone takes a third of one that holds undefined.
    for (let row = 0; row < this.size; row++) {
      const from = this.#order?.[row] ?? row;
      if (from < values.length && values.list[from] !== NOT_ASKED) sorted[row] = values.list[from]!;
      else if (isAsked) sorted[row] = NaN;
    }
    return sorted;
  }

  /** Adds a figure to a row. */
  take(row: number, name: string, figure: Figure, line: number | undefined): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      const fault = nameFault("name of a metric", name);
      if (fault !== undefined) return this.problem({ ...fault, line });
      this.#columns.set(
        ownText(name),
        (column = {
          name: ownText(name),
          cells: undefined,
          first: row,
          values: new GrowingNumbers(new Float64Array(256)),
        }),
      );
    }
    column.first = Math.min(column.first, row);
    if (figure === "broke") {
      put(column.values, row, NaN);
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
    put(column.values, row, value);
  }
}

function put(values: GrowingNumbers<Float64Array>, row: number, value: number): void {
  while (values.length <= row) values.push(NOT_ASKED);
  values.list[row] = value;
}

/** A case without a group is one of its own. */
function groupsOr(groups: Texts, ids: Texts): Texts {
  const all = new PackedTexts();
  for (let row = 0; row < ids.length; row++) all.push(groups.at(row) || ids.at(row)!);
  return all;
}
