import { isErrorColumn, isErrorSet } from "../../../domain/evidence/columns/column-sense.ts";
import { CASE_ROLES, columnOfRole } from "../../../domain/evidence/columns/column-role.ts";
import { outcomeWord } from "../../../domain/evidence/columns/outcome-words.ts";
import type { RawCell, RawFile } from "../../../document/raw/raw-table.ts";
import { nearest } from "../../../domain/scalars/nearest.ts";
import { isErrorCell } from "./read-cells.ts";

/** Notes what is wrong with a file, and what to do about it. */
export type Refuse = (problem: string, hint?: string) => undefined;

/** The cells of a file that were asked for. */
export interface Picked {
  readonly column: string;
  /** Whether the column was asked for by its name. */
  readonly named: boolean;
  readonly cells: readonly RawCell[];
  readonly cluster: string | undefined;
  readonly groups: readonly RawCell[] | undefined;
  /** The cells that count, where they were named: `#passed=false`. */
  readonly counted?: string;
}

/** The column of that name; else what stands around one of its slashes and before one of its equal signs. */
export function pickColumns(raw: RawFile, names: string, refuse: Refuse): Picked | undefined {
  const direct = pickNamed(raw, names);
  if (direct !== undefined) return direct;
  for (const { index } of names.matchAll(/=/g)) {
    const [before, after] = [names.slice(0, index).trim(), names.slice(index + 1).trim()];
    const slash = after.indexOf("/");
    const whole = pickNamed(raw, before);
    const grouped = slash < 0 ? undefined : pickNamed(raw, `${before}/${after.slice(slash + 1).trim()}`);
    const counted = grouped === undefined ? after : after.slice(0, slash).trim();
    const picked = grouped ?? whole;
    if (picked === undefined) continue;
    return counted === "" ? refuse(`: found nothing after the = of ${before}`, VALUE_HINT) : { ...picked, counted };
  }
  if (names === "")
    return refuse(
      `: found the columns ${raw.columns.slice(0, 12).join(", ")}, expected one to be named`,
      `write @file#${likelyColumn(raw)}`,
    );
  const plain = names.split("=", 1)[0]!.trim();
  const [column = "", cluster = ""] = plain.split("/").map((name) => name.trim());
  const lacking = raw.column(column) === undefined ? column : cluster;
  const close = nearest(lacking, raw.columns);
  return refuse(
    `: no column is called "${lacking.slice(0, 60)}"`,
    close === undefined ? columnsHint(raw.columns) : `did you mean ${close}?`,
  );
}

/** The first column that holds figures or verdicts, and not the names of cases, runs, groups or arms. */
function likelyColumn(raw: RawFile): string {
  const named = new Set(CASE_ROLES.map((role) => columnOfRole(role, raw.columns)));
  const isFigure = ({ text = "" }: RawCell) =>
    text.trim() === "" || outcomeWord(text) !== undefined || /^-?\d/.test(text);
  const figures = raw.columns.find((column) => !named.has(column) && raw.column(column)?.every(isFigure) === true);
  return figures ?? raw.columns.find((column) => !named.has(column)) ?? raw.columns[0] ?? "";
}

const VALUE_HINT = "say which cells count: @file#passed=false";

/** The column of that name, or the two around one of its slashes; undefined if there are none. */
function pickNamed(raw: RawFile, names: string): Picked | undefined {
  if (names === "") {
    const [only = "", ...others] = raw.columns;
    if (others.length > 0) return undefined;
    return { column: only, named: false, cells: raw.column(only)!, cluster: undefined, groups: undefined };
  }
  const whole = raw.column(names);
  if (whole !== undefined) return { column: names, named: true, cells: whole, cluster: undefined, groups: undefined };
  for (const { index } of names.matchAll(/\//g)) {
    const [column, cluster] = [names.slice(0, index).trim(), names.slice(index + 1).trim()];
    const [cells, groups] = [raw.column(column), raw.column(cluster)];
    if (cells !== undefined && groups !== undefined) return { column, named: true, cells, cluster, groups };
  }
  return undefined;
}

function columnsHint(columns: readonly string[]): string {
  const [only = ""] = columns;
  if (columns.length > 1) return `known: ${columns.slice(0, 12).join(", ")}`;
  if (only === "") return "the file is a column without a heading: name the file alone";
  return /[;\t]/.test(only)
    ? `the only column is "${only.slice(0, 60)}": cells have to be separated by commas`
    : `the only column is ${only}`;
}

/** The cases that were scored: without those that broke, by a column for errors or by the cell itself. */
export function scoredCases(raw: RawFile, picked: Picked, outcomes: boolean): Picked {
  const { column, cells, groups, counted } = picked;
  const broken = new Set<number>();
  if (!isErrorColumn(column))
    for (const name of errorColumns(raw, column))
      for (const { line, text } of errorCells(raw.column(name) ?? [])) if (isErrorSet(text)) broken.add(line);
  if (outcomes && !isErrorColumn(column))
    for (const cell of cells)
      if (isErrorCell(cell) && cell.text?.trim().toLowerCase() !== counted?.toLowerCase()) broken.add(cell.line);
  if (broken.size === 0) return picked;
  const kept = (all: readonly RawCell[]) => all.filter(({ line }) => !broken.has(line));
  return { ...picked, cells: kept(cells), groups: groups && kept(groups) };
}

/** Columns that say that a case broke; those of a nested object beside the one that is read, too. */
function errorColumns(raw: RawFile, column: string): readonly string[] {
  const parent = column.slice(0, column.lastIndexOf(".") + 1);
  const beside = parent === "" ? [] : ["error", "errors", "exception", "error_message"].map((name) => parent + name);
  return [...raw.columns.filter((name) => name !== column && isErrorColumn(name)), ...beside];
}

/** None where the column holds fractions: that is an error in the sense of statistics, and a figure. */
function errorCells(cells: readonly RawCell[]): readonly RawCell[] {
  return cells.some(({ text }) => /^-?\d*\.\d*[1-9]\d*(e-?\d+)?$/i.test(text?.trim() ?? "")) ? [] : cells;
}
