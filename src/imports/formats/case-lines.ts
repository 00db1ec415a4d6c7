import { isErrorColumn, isErrorSet, columnSense } from "../../domain/evidence/columns/column-sense.ts";
import { CASE_ROLES, columnOfRole, plainName, type CaseRole } from "../../domain/evidence/columns/column-role.ts";
import { isErrorWord, outcomeWord } from "../../domain/evidence/columns/outcome-words.ts";
import type { CaseTable } from "../../domain/evidence/cases/case-table.ts";
import { findSecret } from "../../domain/scalars/secret.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { CaseCollector, type Figure } from "../case-collector.ts";
import { csvRows } from "../csv/csv-rows.ts";
import { csvTable, type TableRow } from "../csv/csv-table.ts";
import type { LoadedFormat, ImportFile, ReadCases, ReadOptions, UnreadColumn } from "../format.ts";
import { ImportFault, type ImportProblem } from "../import-problem.ts";
import { JsonList, JsonMap, JsonNumber, type Json } from "../json/json-value.ts";
import { readJson, readJsonMap } from "../json/read-json.ts";
import { firstCharacter } from "../text/first-character.ts";
import { textLines } from "../text/text-lines.ts";

/** A table of cases that a script wrote: CSV, JSON lines, a list of objects, or one that lies within an object. */
export const caseLines: LoadedFormat = {
  name: "cases",
  title: "a table of cases",
  detect({ name, text }) {
    if (/^\s*</.test(text) || text.trim() === "") return 0;
    return /\.(?:csv|tsv|jsonl|ndjson|json)$/i.test(name) || /^\s*[[{]/.test(text) ? 0.2 : 0.1;
  },
  read(file, options) {
    const start = firstCharacter(file);
    if (start === undefined) throw new ImportFault("it is empty, expected a case on each line");
    if (start !== "{" && start !== "[") return readTable(csvLines(file), options);
    return readTable(isLines(file) ? jsonLines(file) : documentLines(file, options), options);
  },
};

/** Whether the first line is an object of its own, and not the beginning of a larger one, or all of it. */
function isLines(file: ImportFile): boolean {
  const [first] = textLines(file.text());
  if (first === undefined || !first.text.trimStart().startsWith("{")) return false;
  const value = readJsonMap(first.text);
  if (value === undefined) return false;
  const holdsMore = [...value.fields.values()].some((field) => field instanceof JsonList || field instanceof JsonMap);
  return !(holdsMore && listsIn(value, "").length > 0 && soleLine(file));
}

/** Whether a file has one line that says something. */
function soleLine(file: ImportFile): boolean {
  const lines = textLines(file.text());
  lines.next();
  return lines.next().done === true;
}

/** Columns by their names, and a row at a time. */
interface Lines {
  /** Those that are known before the first row. */
  readonly columns: readonly string[] | undefined;
  readonly rows: Iterable<Line>;
}

interface Line {
  readonly line: number;
  readonly cells: Iterable<readonly [column: string, text: string | undefined]>;
  cell(column: string): string | undefined;
}

function csvLines(file: ImportFile): Lines {
  refuseBlocks(file);
  const { columns, rows } = csvTable(file.text());
  return { columns, rows: mapRows(rows, columns) };
}

/** The table of promptfoo has a block of columns for each arm, without ids, costs and latencies. */
function refuseBlocks(file: ImportFile): void {
  const [heading] = csvRows(file.text());
  if (heading?.cells.includes("Status") === true && heading.cells.includes("Grader Reason"))
    throw new ImportFault("it is promptfoo's table, which lacks what makes cases comparable", {
      hint: "use its JSON: npx promptfoo eval -o out.json; for an earlier run: npx promptfoo export eval latest",
    });
}

function* mapRows(rows: Iterable<TableRow>, columns: readonly string[]): Generator<Line> {
  for (const row of rows)
    yield {
      line: row.line,
      cells: columns.map((column) => [column, row.cell(column)] as const),
      cell: (column) => row.cell(column),
    };
}

function jsonLines(file: ImportFile): Lines {
  const rows = function* (): Generator<Line> {
    for (const { line, text } of textLines(file.text())) yield jsonLine(readJson(text, line), line);
  };
  return { columns: undefined, rows: rows() };
}

function documentLines(file: ImportFile, { at }: ReadOptions): Lines {
  const root = readJson(file.whole());
  const lists = listsIn(root, "");
  const wanted = at === undefined ? lists : lists.filter(({ path }) => path === at);
  const [only, ...others] = wanted;
  const known = lists.map(({ path }) => (path === "" ? "the document itself" : path)).join(", ");
  if (only === undefined)
    throw new ImportFault(
      at === undefined ? "found no list of cases in it" : `found no list of cases at ${at}`,
      lists.length === 0 ? {} : { hint: `known: ${known}` },
    );
  if (others.length > 0)
    throw new ImportFault(`found several lists: ${known}`, {
      hint: `name the list of cases: --rows ${only.path}`,
    });
  return {
    columns: undefined,
    rows: only.items.map((item) => jsonLine(item, item instanceof JsonMap ? item.line : 1)),
  };
}

interface FoundList {
  /** `results.results`; "" of the document itself. */
  readonly path: string;
  readonly items: readonly Json[];
}

const DEEPEST_LIST = 4;

/** Lists whose items are objects, not looked for within one another. */
function listsIn(value: Json, path: string, depth = 0): readonly FoundList[] {
  if (value instanceof JsonList)
    return value.items.length > 0 && value.items.every((item) => item instanceof JsonMap)
      ? [{ path, items: value.items }]
      : [];
  if (!(value instanceof JsonMap) || depth === DEEPEST_LIST) return [];
  return [...value.fields].flatMap(([key, field]) => listsIn(field, path === "" ? key : `${path}.${key}`, depth + 1));
}

function jsonLine(value: Json, line: number): Line {
  if (!(value instanceof JsonMap))
    throw new ImportFault("found a line that is not an object, expected a case on each", { line });
  return {
    line,
    cells: flat(value, ""),
    cell: (column) => cellText(value.at(column) ?? value.at(...column.split("."))),
  };
}

function* flat(map: JsonMap, before: string): Generator<readonly [string, string | undefined]> {
  for (const [key, value] of map.fields) {
    const name = before === "" ? key : `${before}.${key}`;
    if (value instanceof JsonMap && name.split(".").length < DEEPEST_LIST) yield* flat(value, name);
    else yield [name, cellText(value)];
  }
}

function cellText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof JsonNumber) return value.text;
  if (value instanceof JsonList) return value.items.length === 0 ? "" : "[…]";
  return value instanceof JsonMap ? "{…}" : String(value);
}

function roleColumns(columns: readonly string[], { columns: said }: ReadOptions): Partial<Record<CaseRole, string>> {
  const found: Partial<Record<CaseRole, string>> = {};
  for (const role of CASE_ROLES) {
    const named = said[role];
    if (named !== undefined && !columns.includes(named)) {
      const close = nearest(named, columns);
      throw new ImportFault(`no column is called "${named.slice(0, 60)}"`, {
        hint: close === undefined ? `known: ${columns.slice(0, 12).join(", ")}` : `did you mean ${close}?`,
      });
    }
    const column = named ?? columnOfRole(role, columns);
    if (column !== undefined) found[role] = column;
  }
  if (found.case === undefined)
    throw new ImportFault("no column contains the id of a case", {
      hint: `without it nothing can be paired: --columns case=COLUMN; known: ${columns.slice(0, 12).join(", ")}`,
    });
  return found;
}

/** Names of columns that say which model answered. */
const MODEL_NAMES = new Set(["model", "model_id", "model_name"]);

const TOTALS = new Set(["total", "totals", "sum", "mean", "average", "avg", "overall", "all"]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const NOT_A_NUMBER = new Set(["nan", "-nan", "inf", "-inf", "infinity", "-infinity"]);

/** Asks once for each name: a table has few columns and many rows. */
function onceEach(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const answer = known.get(name) ?? test(name);
    known.set(name, answer);
    return answer;
  };
}

/** What the rows have shown so far, besides the cases. */
class SeenColumns {
  /** Columns of text, with their first cell. */
  readonly texts = new Map<string, Omit<UnreadColumn, "mixed">>();
  readonly wells = new Set<string>();
  readonly #models = new Map<string, Set<string>>();
  readonly ofErrors = onceEach(saysError);
  readonly ofModels = onceEach((column) => MODEL_NAMES.has(plainName(column)));

  /** The figures in the cells of a row; the model that a cell names is noted for the arm. */
  figuresOf(
    { cells, line }: { readonly cells: readonly (readonly [string, string | undefined])[]; readonly line: number },
    arm: string,
    roles: Partial<Record<CaseRole, string>>,
  ): readonly (readonly [string, Figure])[] {
    const figures: (readonly [string, Figure])[] = [];
    for (const [column, text] of cells) {
      if (this.ofModels(column)) {
        const model = text?.trim() ?? "";
        if (model !== "") this.#models.set(arm, (this.#models.get(arm) ?? new Set()).add(model));
        continue;
      }
      if (CASE_ROLES.some((role) => roles[role] === column) || this.ofErrors(column) || this.texts.has(column))
        continue;
      const figure = figureOf(text, column, this.wells);
      if (figure === undefined) continue;
      if (figure === "text") this.texts.set(column, { name: column, found: text?.trim() ?? "", line });
      else figures.push([column, figure]);
    }
    return figures;
  }

  /** The model of each arm, without arms that have several. */
  models(): ReadonlyMap<string, string> {
    return new Map([...this.#models].flatMap(([arm, [only, ...others]]) => (others.length > 0 ? [] : [[arm, only!]])));
  }
}

function readTable(lines: Lines, options: ReadOptions): { read: ReadCases; problems: readonly ImportProblem[] } {
  const cases = new CaseCollector();
  const seen = new SeenColumns();
  let roles: Partial<Record<CaseRole, string>> | undefined;
  for (const row of lines.rows) {
    const cells = [...row.cells];
    const known = (roles ??= roleColumns(lines.columns ?? cells.map(([column]) => column), options));
    const cellOf = (role: CaseRole) => {
      const column = known[role];
      return column === undefined ? undefined : row.cell(column)?.trim();
    };
    const { line } = row;
    const id = cellOf("case") ?? "";
    if (TOTALS.has(id.toLowerCase())) {
      cases.problem({ line, message: `found a row called "${id}", expected a case`, hint: "remove the total" });
      continue;
    }
    const broke = cells.some(([column, text]) => seen.ofErrors(column) && !isFraction(text) && isErrorSet(text));
    const arm = cellOf("arm") ?? "";
    const figures = seen.figuresOf({ cells, line }, arm, known);
    cases.add({ line, id, run: cellOf("run"), group: cellOf("group"), arm, broke, figures });
  }
  if (roles === undefined) throw new ImportFault("found no cases in it");
  const texts = [...seen.texts.keys()];
  const table = cases.table((arm) => arm, {});
  return {
    read: {
      kind: "cases",
      table: withSenses(table, new Set(texts), seen.wells),
      lineOf: (row) => cases.lineOf(row),
      run: undefined,
      epochMs: undefined,
      models: seen.models(),
      main: undefined,
      complete: true,
      skipped: 0,
      notes: [],
      leftOut: texts.length === 0 ? [] : [`columns of text (${texts.slice(0, 6).join(", ")})`],
      unread: [...seen.texts.values()]
        .filter(({ found }) => mayBeOutcome(found))
        .map((one) => ({ ...one, mixed: table.columns.some(({ name }) => name === one.name) })),
    },
    problems: cases.problems.filter(({ message }) => !texts.some((name) => message.includes(` for ${name},`))),
  };
}

/** The value of a cell; undefined if it is empty, `text` if it is neither an outcome nor a number. */
function figureOf(text: string | undefined, column: string, wells: Set<string>): Figure | "text" | undefined {
  const cell = text?.trim() ?? "";
  if (cell === "") return undefined;
  if (NUMBER.test(cell)) return Number(cell);
  const word = outcomeWord(cell);
  if (word !== undefined) {
    if (word[0] === "well") wells.add(column);
    return word[1];
  }
  return NOT_A_NUMBER.has(cell.toLowerCase()) || isErrorWord(cell) ? "broke" : "text";
}

const LONGEST_WORD = 30;

/** A word such as `ja` or `maybe`. A prompt or an answer is longer, and a secret is not to be shown. */
function mayBeOutcome(text: string): boolean {
  return text.length <= LONGEST_WORD && !text.includes("\n") && findSecret(text) === undefined;
}

/** `error`, and everything within it. */
function saysError(column: string): boolean {
  const steps = column.split(".");
  return steps.some((_, index) => isErrorColumn(steps.slice(0, index + 1).join(".")));
}

function isFraction(text: string | undefined): boolean {
  return text !== undefined && /^-?\d*\.\d*[1-9]/.test(text.trim());
}

/** A column that turned out to hold text holds no figure; what a yes means, its words or its name say. */
function withSenses(table: CaseTable, texts: ReadonlySet<string>, wells: ReadonlySet<string>): CaseTable {
  return {
    ...table,
    columns: table.columns
      .filter(({ name }) => !texts.has(name))
      .map((column) => ({ ...column, sense: wells.has(column.name) ? "good" : columnSense(column.name) })),
  };
}
