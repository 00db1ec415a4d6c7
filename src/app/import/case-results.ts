import { columnSense, isNamedAfter } from "../../domain/evidence/columns/column-sense.ts";
import { caseFigures, type CaseFault, type CaseReading } from "../../domain/evidence/cases/case-summary.ts";
import {
  casePairs,
  type CasePairs,
  type CaseSide,
  type FlippedCase,
  type PairFault,
} from "../../domain/evidence/cases/case-pairs.ts";
import {
  armsOf,
  caseDigest,
  duplicateCases,
  rowsOf,
  type CaseColumn,
  type CaseTable,
} from "../../domain/evidence/cases/case-table.ts";
import { outsideRange } from "../../domain/evidence/measures/mean-figure.ts";
import { isUnsigned } from "../../domain/evidence/signed-figure.ts";
import { pairSummary } from "../../domain/evidence/cases/pair-summary.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { RAW_SUMMARIES } from "../../domain/evidence/raw-summary.ts";
import type { Costs } from "../../domain/records/costs.ts";
import type { CaseFile, Result } from "../../domain/records/evals/result.ts";
import { isBaselineArm, rangeText, type Eval } from "../../domain/records/eval.ts";
import { compareDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { columnUnitOf } from "../log/facts/read-unit.ts";
import type { Sha256 } from "../ports/ports.ts";
import type { ReadCases } from "../../imports/format.ts";
import type { ImportProblems } from "./import-problems.ts";
import { isBinary, type MetricMap, shellWord } from "./map-metrics.ts";

/** A file of cases as it is kept, and what is in it. */
export interface KeptCases {
  readonly file: string;
  readonly sha256: string;
  readonly table: CaseTable;
}

/** The side of a comparison that is today's system, wherever its cases lie. */
export interface BaselineSide {
  readonly item: Eval;
  readonly side: CaseSide;
  readonly arm: string;
  readonly sha256: string;
  /** What its numbers were read in, where it was logged. */
  readonly read?: Pick<CaseFile, "unit" | "rate">;
}

/** Why cases cannot be read: their file is gone, or holds other bytes than those that were imported. */
export type KeptFault = "gone" | "changed";

/** A baseline whose file of cases is not there, or not as it was when its figure was counted. */
export interface LostBaseline {
  readonly item: Eval;
  readonly file: string;
  readonly fault: KeptFault;
}

/** A result made from cases, with what a person should see of how. */
export interface CaseResult {
  readonly result: Result;
  readonly column: string;
  /** Whether cases are counted by their outcomes, and which outcome is: false where a no is. */
  readonly outcomes: boolean;
  readonly whenTrue: boolean;
  readonly cases: number;
  readonly repeated: number;
  readonly paired?: {
    readonly arm: string;
    /** Those that both sides scored. */
    readonly cases: number;
    readonly flipped: readonly FlippedCase[];
    readonly broken: number;
  };
  readonly unpaired?: { readonly arm: string; readonly fault: PairFault | KeptFault };
}

export interface CaseContext {
  readonly path: string;
  readonly costs: Costs;
  readonly currency: string;
  readonly sha256: Sha256;
  /** The file as it was read, with its rows in one order. */
  readonly read: Pick<ReadCases, "table" | "lineOf" | "models" | "complete">;
  /** Whether what looks like a slip is meant as it stands: `--yes`. */
  readonly yes: boolean;
  readonly lost: readonly LostBaseline[];
}

/** The results of one eval, an arm each; pairs where the cases of the baseline are the same. */
export function caseResults(
  map: MetricMap,
  kept: KeptCases,
  baselines: readonly BaselineSide[],
  context: CaseContext,
  problems: ImportProblems,
): readonly CaseResult[] {
  const { item } = map;
  const column = asEvalTakes(map);
  const empty = context.read.complete === true ? emptyCells(context.read, column.name) : undefined;
  if (empty !== undefined) return refuseEmpty(empty, column.name, context.path, problems);
  const reading = readingOf(map, kept.table, column, context, problems);
  if (reading === undefined) return [];
  // Today's system first, the others by their names.
  const arms = armsOf(kept.table).toSorted(
    (a, b) => Number(isBaselineArm(item, b)) - Number(isBaselineArm(item, a)) || (a < b ? -1 : 1),
  );
  return arms.flatMap((arm): readonly CaseResult[] => {
    const rows = rowsOf(kept.table, arm, column);
    if (rows.length === 0) return [];
    const twice = duplicateCases(kept.table, rows);
    if (twice.length > 0) {
      problems.add(
        `${context.path}: ${twice.length === 1 ? "a case occurs" : `${twice.length} cases occur`} more than once` +
          `${onArm(arm)}: ` +
          `${twice.slice(0, 5).join(", ")}${twice.length > 5 ? ", …" : ""}`,
        "if they are runs of one case, name their column: --columns run=COLUMN; otherwise keep one row for each case",
      );
      return [];
    }
    const figures = caseFigures(kept.table, column, rows, item, reading.reading);
    if ("code" in figures) {
      const { message, hint } = faultWords(figures, map);
      problems.add(`${context.path}${onArm(arm)}: ${message}`, hint);
      return [];
    }
    const { n, digest } = caseDigest(kept.table, rows, context.sha256);
    const cases: CaseFile = {
      file: kept.file,
      sha256: kept.sha256,
      column: column.name,
      ...(RAW_SUMMARIES[item.measure].cells === "outcomes" && !reading.reading.whenTrue ? { counted: "false" } : {}),
      ...reading.stored,
      n,
      digest,
    };
    const about = {
      eval: item.id,
      arm,
      ...optional("model", context.read.models.get(arm)),
      evidence: kept.file,
    };
    const shown = {
      column: column.name,
      outcomes: RAW_SUMMARIES[item.measure].cells === "outcomes",
      whenTrue: reading.reading.whenTrue,
      cases: n,
      repeated: figures.repeated,
    };
    const paired = pairsOf({ table: kept.table, column, rows }, arm, item, baselines, context.lost, reading);
    if (paired === undefined || "fault" in paired)
      return [{ ...shown, result: { ...about, ...figures.summary, cases }, ...optional("unpaired", paired) }];
    const { pairs, baseline } = paired;
    const { broken, flipped } = pairs;
    const summary = pairSummary(pairs, item, reading.reading);
    const result = { ...about, ...summary, cases: { ...cases, against: baseline.sha256 } };
    return [{ ...shown, result, paired: { arm: baseline.arm, cases: pairs.cases.length, flipped, broken } }];
  });
}

/** Cases of which a column says nothing, as `c7 in line 8`, in the order of the file, and how many rows there are. */
interface EmptyCells {
  readonly cases: readonly string[];
  readonly rows: number;
}

/** Undefined where there is none. An arm that shows nothing in the column was not measured by it. */
function emptyCells({ table, lineOf }: CaseContext["read"], name: string): EmptyCells | undefined {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) return undefined;
  const rows = armsOf(table).flatMap((arm) => (rowsOf(table, arm, column).length > 0 ? rowsOf(table, arm) : []));
  const empty = rows
    .filter((row) => column.values[row] === undefined)
    .map((row) => ({ id: table.ids.at(row)!, line: lineOf?.(row) }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (empty.length === 0) return undefined;
  return { cases: empty.map(({ id, line }) => (line === undefined ? id : `${id} in line ${line}`)), rows: rows.length };
}

const MOST_EMPTY = 5;

function refuseEmpty(
  { cases, rows }: EmptyCells,
  column: string,
  path: string,
  problems: ImportProblems,
): readonly CaseResult[] {
  const more = cases.length > MOST_EMPTY ? ", …" : "";
  problems.add(
    `${path}: ${cases.length} of ${rows} rows ${cases.length === 1 ? "has" : "have"} nothing in ${column}: ` +
      `${cases.slice(0, MOST_EMPTY).join(", ")}${more}`,
    `a case without an answer still counts: write how it went, or error in ${column} if it broke; ` +
      "if it was not run, remove its row and say so",
  );
  return [];
}

/** Noughts and ones are outcomes to an eval that counts outcomes. */
function asEvalTakes({ column, item }: MetricMap): CaseColumn {
  const outcomes = RAW_SUMMARIES[item.measure].cells === "outcomes";
  return outcomes && column.cells === "numbers" && isBinary(column) ? { ...column, cells: "outcomes" } : column;
}

function pairsOf(
  candidate: CaseSide,
  arm: string,
  item: Eval,
  baselines: readonly BaselineSide[],
  lost: readonly LostBaseline[],
  { reading, stored }: Reading,
): Pairing | undefined {
  if (isBaselineArm(item, arm) || !MEASURES[item.measure].comparesCases) return undefined;
  const baseline = baselines.findLast((one) => one.item.id === item.id);
  if (baseline === undefined) {
    const gone = lost.find((one) => one.item.id === item.id);
    return gone && { arm: `the baseline in ${gone.file}`, fault: gone.fault };
  }
  // Numbers of another column, or in another unit, are no figure of the same thing.
  const { read } = baseline;
  const isElsewhere =
    candidate.column.cells === "numbers" &&
    (baseline.side.column.name !== candidate.column.name ||
      (read !== undefined && (read.unit !== stored.unit || !sameRate(read.rate, stored.rate))));
  const side = { ...baseline.side, column: asOutcomes(baseline.side.column, candidate.column) };
  const pairs = isElsewhere ? "numbers" : casePairs(side, candidate, item, reading.whenTrue);
  return typeof pairs === "string" ? { arm: baseline.arm, fault: pairs } : { baseline, pairs };
}

function sameRate(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : compareDecimals(a, b) === 0;
}

/** Noughts and ones of the baseline are outcomes where those of the candidate are. */
function asOutcomes(column: CaseColumn, { cells }: CaseColumn): CaseColumn {
  return cells === "outcomes" && column.cells === "numbers" && isBinary(column) ? { ...column, cells } : column;
}

type Pairing =
  | { readonly baseline: BaselineSide; readonly pairs: CasePairs }
  | { readonly arm: string; readonly fault: PairFault | KeptFault };

/** How the figures of a column are taken, and what of it is stored. */
interface Reading {
  readonly reading: CaseReading;
  readonly stored: Pick<CaseFile, "unit" | "assumed" | "rate">;
}

/** Whether a yes counts: what is good where more of it is better, what is bad where less is. */
function countsWhenTrue({ column, item }: MetricMap): boolean | undefined {
  const sense = column.sense ?? columnSense(column.name);
  if (sense !== undefined) return (sense === "good") === (item.better === "higher");
  return isNamedAfter(item, column.name) ? true : undefined;
}

function readingOf(
  map: MetricMap,
  table: CaseTable,
  column: CaseColumn,
  { path, costs, currency, yes, read }: CaseContext,
  problems: ImportProblems,
): Reading | undefined {
  const { item, unit: said } = map;
  if (RAW_SUMMARIES[item.measure].cells === "outcomes") {
    const meant = column.cells === "outcomes" ? countsWhenTrue(map) : true;
    const whenTrue = map.counted ?? meant;
    const turned = map.counted !== undefined && meant === !map.counted && !isNamedAfter(item, column.name);
    if (turned && !yes)
      return problems.add(
        `${path}: found ${column.name}:${map.counted}, and ${item.id} counts ` +
          `${item.better === "lower" ? "what is bad" : "what is good"}; ` +
          `${map.counted} in ${column.name} says the opposite`,
        `write ${mapFlag(`${column.name}:${meant}`, item)}; or add --yes if it is right`,
      );
    if (whenTrue === undefined)
      return problems.add(
        `${path}: it is unclear whether a true in ${column.name} is what ${item.id} counts`,
        `write ${["true", "false"].map((is) => mapFlag(`${column.name}:${is}`, item)).join(" or ")}`,
      );
    return { reading: { whenTrue, unit: "", factor: 1 }, stored: {} };
  }
  const numbers = column.values.filter((value): value is number => value !== undefined && !Number.isNaN(value));
  const unit = columnUnitOf(item, column.name, numbers, { said, costs, currency, ask: undefined });
  if ("refused" in unit)
    return problems.add(
      `${path}: ${unit.refused}`,
      unit.hint.replaceAll(
        /"@file#(.*?) in ([^"]*)"/g,
        (_, name: string, one: string) => `--map "${name} in ${one}=${item.id}"`,
      ),
    );
  const below = isUnsigned(item, unit.unit) ? firstBelow(read, column.name) : undefined;
  if (below !== undefined)
    return problems.add(
      `${path}${below.line === undefined ? "" : `:${below.line}`}: found ${below.value} in ${column.name}, ` +
        `and a figure in ${unit.unit} cannot be below zero`,
      "if the case broke, write error instead",
    );
  const scaled = numbers.map((value) => value * unit.factor);
  const outside = outsideRange(item, scaled, unit.unit);
  if (outside !== undefined) {
    const row = column.values.indexOf(numbers[outside]);
    return problems.add(
      `${path}: found ${numbers[outside]} in ${column.name}, case ${table.ids.at(row) ?? ""}, and values of ` +
        `${item.id} are declared to be from ${rangeText(item.range!)}`,
      "if the case broke, write error instead",
    );
  }
  return { reading: { whenTrue: true, unit: unit.unit, factor: unit.factor }, stored: unit.reading };
}

/** The first number below zero in the order of the file, and its line. */
function firstBelow(
  { table, lineOf }: CaseContext["read"],
  column: string,
): { readonly value: number; readonly line: number | undefined } | undefined {
  const values = table.columns.find(({ name }) => name === column)?.values ?? [];
  const below: { readonly value: number; readonly line: number | undefined }[] = [];
  for (const [row, value] of values.entries())
    if (value !== undefined && value < 0) below.push({ value, line: lineOf?.(row) });
  return below.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))[0];
}

function mapFlag(figure: string, item: Eval): string {
  return `--map ${shellWord(`${figure}=${item.id}`)}`;
}

function onArm(arm: string): string {
  return arm === "" ? "" : `, arm ${arm}`;
}

function faultWords(
  fault: CaseFault,
  { column, item }: MetricMap,
): { readonly message: string; readonly hint?: string } {
  switch (fault.code) {
    case "nothing-scored":
      return {
        message: `all ${fault.cases} cases of ${column.name} ended in an error, so nothing was scored`,
        hint: "an error is neither good nor bad: run them again, or log what happened as a note",
      };
    case "numbers-for-outcomes":
      return {
        message: `found numbers in ${column.name}, and ${item.id} is a ${item.measure} of cases that pass or fail`,
        hint: "name the figure that says whether a case passed, or measure the score as a mean",
      };
    case "outcomes-for-numbers":
      return { message: `found outcomes in ${column.name}, and ${item.id} is a ${item.measure} of numbers` };
    case "too-large":
      return { message: `the values of ${column.name} are too large to be added up` };
    case "too-few-runs":
      return {
        message:
          `a case has ${fault.runs} ${fault.runs === 1 ? "run" : "runs"}, ` +
          `but ${item.id} needs ${fault.tries} tries`,
        hint: "name the column that tells the runs of a case apart: --columns run=COLUMN",
      };
    case "limit-missing":
      return {
        message: `${item.id} is counted against a limit, and none is agreed`,
        hint: 'add target: "value <= 2 s" to evals.yaml',
      };
    case "too-many-groups":
      return { message: `found ${fault.groups} groups, expected at most ${fault.most}` };
  }
}
