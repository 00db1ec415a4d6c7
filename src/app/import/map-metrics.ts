import { isNamedAfter } from "../../domain/evidence/columns/column-sense.ts";
import { takesOutcomes } from "../../domain/evidence/raw-summary.ts";
import { isBinary, type CaseColumn, type CaseTable } from "../../domain/evidence/cases/case-table.ts";
import type { Eval } from "../../domain/records/eval.ts";
import type { ReadCases, UnreadColumn } from "../../imports/format.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { ImportWish } from "./import-request.ts";

/** A figure of the file that belongs to an eval. */
export interface MetricMap {
  readonly column: CaseColumn;
  readonly item: Eval;
  /** The unit of its numbers, if a person stated it. */
  readonly unit: string | undefined;
  /** Of outcomes: the word that counts, if a person stated it. */
  readonly counted: boolean | undefined;
}

/**
 * Which figures of a file are which evals': those that were said; else those with the name of an eval; and for the
 * outcome of the whole case, the one eval that counts outcomes. Where several could be meant, nothing is guessed.
 */
export function mapMetrics(
  path: string,
  read: ReadCases,
  evals: readonly Eval[],
  wish: ImportWish,
  problems: ImportProblems,
): readonly MetricMap[] {
  const { table, main } = read;
  const found = [
    ...wish.maps.flatMap((text) => saidMap(path, text, read, evals, problems) ?? []),
    ...wish.evals.flatMap((id) => evalMap(path, id, read, evals, problems) ?? []),
  ];
  if (wish.maps.length + wish.evals.length > 0) return found;
  const named = evals.flatMap((item) => {
    const column = columnFor(item, table);
    return column === undefined ? [] : [plainMap(column, item)];
  });
  const rest = evals.filter((item) => takesOutcomes(item) && !named.some((map) => map.item === item));
  const whole = columnCalled(table, main);
  if (whole !== undefined && !named.some(({ column }) => column === whole)) {
    const [only, ...others] = rest;
    if (only !== undefined && others.length === 0) return [...named, plainMap(whole, only)];
    if (named.length === 0 && others.length > 0)
      problems.add(
        `${path}: its outcome may belong to ${rest.map(({ id }) => id).join(" or ")}`,
        `name the eval: --eval ${only?.id ?? ""}`,
      );
  }
  if (named.length === 0 && !problems.any) noneNamed(path, read, evals, problems);
  return named;
}

function noneNamed(path: string, read: ReadCases, evals: readonly Eval[], problems: ImportProblems): void {
  const { table, main } = read;
  const column = columnCalled(table, main) ?? table.columns[0];
  if (column === undefined) return noFigure(path, read, evals[0], problems);
  const item = evals.find((one) => suitsEval(column, one)) ?? evals[0];
  const [figures, which] =
    table.columns.length === 1
      ? [`its figure ${column.name} does not have the name of an eval`, "say which eval it is of"]
      : [`none of its figures has the name of an eval: ${figureNames(table.columns)}`, "name both: --map COLUMN=EVAL"];
  problems.add(
    `${path}: ${figures}`,
    item === undefined ? NO_EVAL : `${which}: --map ${shellWord(`${column.name}=${item.id}`)}`,
  );
}

const NO_EVAL = "evals.yaml defines no eval yet";

/** No column contains a figure: shows which cells are in the way, and what they contain. */
function noFigure(
  path: string,
  { unread = [], leftOut }: ReadCases,
  item: Eval | undefined,
  problems: ImportProblems,
  named: readonly UnreadColumn[] = unread,
): undefined {
  if (item === undefined) return problems.add(`${path}: it has no figure that fits an eval`, NO_EVAL);
  if (named.length === 0)
    return problems.add(
      `${path}: no column contains a figure${leftOut.length === 0 ? "" : `; it has ${leftOut.join(", ")}`}`,
      takesOutcomes(item)
        ? "add a column with true or false for each case"
        : "add a column with the number of each case",
    );
  for (const { name, found, line, mixed } of named.slice(0, MOST_UNREAD)) {
    const map = `--map ${shellWord(`${name}=${item.id}`)}`;
    const word =
      !mixed && /^[\w-]+$/.test(found) ? `poc log --eval ${shellWord(`${item.id}=@${path}#${name}=${found}`)}` : "";
    problems.add(
      `${path}:${line}: found "${found}" in the column ${name}, expected ` +
        (takesOutcomes(item) ? "true or false, or error if the case broke" : "a number, or error"),
      takesOutcomes(item)
        ? `write true and false there and import it with ${map}` +
            (word === "" ? "" : `; or count the cases that say "${found}": ${word}`)
        : `write a number there and import it with ${map}`,
    );
  }
  return undefined;
}

const MOST_UNREAD = 3;

function plainMap(column: CaseColumn, item: Eval): MetricMap {
  return { column, item, unit: undefined, counted: undefined };
}

function columnCalled({ columns }: CaseTable, name: string | undefined): CaseColumn | undefined {
  return columns.find((column) => column.name === name);
}

/** The one that is called like the eval, or is named after what it measures: `latency_ms` of latency. */
function columnFor(item: Eval, { columns }: CaseTable): CaseColumn | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  const exact = columns.find(({ name }) => plain(name) === plain(item.id));
  if (exact !== undefined) return exact;
  const close = columns.filter(
    ({ name }) => isNamedAfter(item, withoutUnit(name)) || plain(withoutUnit(name)) === plain(item.id),
  );
  return close.length === 1 ? close[0] : undefined;
}

function withoutUnit(name: string): string {
  return name.replace(/[_ -](?:ms|s|sec|seconds|usd|eur)$/i, "");
}

/** `passed=wrong-rate`, `took in ms=latency`, `escalated:true=escalations`. */
function saidMap(
  path: string,
  text: string,
  read: ReadCases,
  evals: readonly Eval[],
  problems: ImportProblems,
): MetricMap | undefined {
  const at = text.lastIndexOf("=");
  if (at <= 0)
    return problems.add(
      `--map: found "${text.slice(0, 60)}", expected a figure and an eval`,
      "write --map passed=wrong-rate",
    );
  const [left, id] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const [, named = left, counted, unit] = /^(.*?)(?::(true|false))?(?: in (\S+))?$/.exec(left) ?? [];
  const { table } = read;
  const names = table.columns.map(({ name }) => name);
  const whole = names.includes(left);
  const unread = read.unread?.find((one) => one.name === left || one.name === named);
  if (unread !== undefined && !whole && !names.includes(named))
    return noFigure(path, read, evals.find((one) => one.id === id) ?? evals[0], problems, [unread]);
  const name = problems.known("--map", whole ? left : named, names, "figure of the file");
  const known = problems.known(
    "--map",
    id,
    evals.map((item) => item.id),
    "eval",
  );
  const [column, item] = [columnCalled(table, name), evals.find((one) => one.id === known)];
  if (column === undefined || item === undefined) return undefined;
  return {
    column,
    item,
    unit: whole ? undefined : unit,
    counted: whole || counted === undefined ? undefined : counted === "true",
  };
}

function evalMap(
  path: string,
  id: string,
  read: ReadCases,
  evals: readonly Eval[],
  problems: ImportProblems,
): MetricMap | undefined {
  const known = problems.known(
    "--eval",
    id,
    evals.map((item) => item.id),
    "eval",
  );
  const item = evals.find((one) => one.id === known);
  if (item === undefined) return undefined;
  const { table, main, unread = [] } = read;
  const suits = table.columns.filter((column) => suitsEval(column, item));
  const column =
    columnFor(item, table) ??
    (takesOutcomes(item) ? columnCalled(table, main) : undefined) ??
    (suits.length === 1 ? suits[0] : undefined);
  if (column !== undefined) return plainMap(column, item);
  const [first] = suits;
  if (first !== undefined)
    return problems.add(
      `${path}: several of its figures may be ${id}: ${figureNames(suits)}`,
      `name one: --map ${shellWord(`${first.name}=${id}`)}`,
    );
  if (table.columns.length === 0 || unread.length > 0) return noFigure(path, read, item, problems);
  const [holds, takes] = takesOutcomes(item) ? ["numbers", "true or false"] : ["outcomes", "a number"];
  return problems.add(
    `${path}: found ${holds} in ${figureNames(table.columns)}, and ${id} takes ${takes} of each case`,
    `name a column that has it: --map COLUMN=${id}`,
  );
}

/** Columns of noughts and ones are numbers that may be outcomes. */
function suitsEval(column: CaseColumn, item: Eval): boolean {
  return takesOutcomes(item) ? column.cells === "outcomes" || isBinary(column) : column.cells === "numbers";
}

function figureNames(columns: readonly CaseColumn[]): string {
  const more = columns.length - 12;
  return (
    columns
      .slice(0, 12)
      .map(({ name }) => name)
      .join(", ") + (more > 0 ? ` and ${more} more` : "")
  );
}

export function shellWord(text: string): string {
  return /^[\w./:=@+-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`;
}
