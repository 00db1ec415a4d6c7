import { caseFigures, type CaseFault } from "../../../domain/evidence/cases/case-summary.ts";
import {
  casePairs,
  type CasePairs,
  type CaseSide,
  type FlippedCase,
  type PairFault,
} from "../../../domain/evidence/cases/case-pairs.ts";
import {
  armsOf,
  asOutcomes,
  caseDigest,
  duplicateCases,
  rowsOf,
  type CaseTable,
} from "../../../domain/evidence/cases/case-table.ts";
import { pairSummary } from "../../../domain/evidence/cases/pair-summary.ts";
import { MEASURES } from "../../../domain/evidence/measures/measures.ts";
import { takesOutcomes } from "../../../domain/evidence/raw-summary.ts";
import type { CaseFile, Result } from "../../../domain/records/evals/result.ts";
import { isBaselineArm, type Eval } from "../../../domain/records/eval.ts";
import { compareDecimals, type Decimal } from "../../../domain/scalars/decimal.ts";
import { optional } from "../../../domain/scalars/optional.ts";
import type { Sha256 } from "../../ports/ports.ts";
import type { ImportProblems } from "../import-problems.ts";
import type { MetricMap } from "../map-metrics.ts";
import { readColumn, type ColumnContext, type ReadColumn } from "./read-column.ts";

/** A file of cases as it is kept, and what is in it. */
export interface KeptCases {
  readonly file: string;
  readonly sha256: string;
  readonly table: CaseTable;
}

/** The side of a comparison that is today's system, in this file or in an earlier one. */
export interface BaselineSide {
  readonly item: Eval;
  readonly side: CaseSide;
  readonly arm: string;
  readonly sha256: string;
  /** The unit and rate of its numbers, if it was logged. */
  readonly read?: Pick<CaseFile, "unit" | "rate">;
}

/** Why cases cannot be read: their file is gone, or is not the one that was imported. */
export type KeptFault = "gone" | "changed";

/** A baseline whose file of cases is gone, or has changed since its figure was counted. */
export interface LostBaseline {
  readonly item: Eval;
  readonly file: string;
  readonly fault: KeptFault;
}

/** A result made from cases, with what a person should see of how. */
export interface CaseResult {
  readonly result: Result;
  readonly column: string;
  /** Whether cases are counted by their outcomes, and which outcome counts: `whenTrue` is false if a no counts. */
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

export interface CaseContext extends ColumnContext {
  readonly sha256: Sha256;
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
  const read = readColumn(map, kept.table, context, problems);
  if (read === undefined) return [];
  // Today's system comes first, then the others by name.
  const arms = armsOf(kept.table).toSorted(
    (a, b) => Number(isBaselineArm(item, b)) - Number(isBaselineArm(item, a)) || (a < b ? -1 : 1),
  );
  return arms
    .map((arm) => armResult(arm, map, kept, { read, baselines, context, problems }))
    .filter((result) => result !== undefined);
}

/** What the arms of one eval have in common. */
interface ArmContext {
  readonly read: ReadColumn;
  readonly baselines: readonly BaselineSide[];
  readonly context: CaseContext;
  readonly problems: ImportProblems;
}

/** Undefined where the arm has no case of the column, or its cases cannot be counted; then a problem says why. */
function armResult(
  arm: string,
  map: MetricMap,
  kept: KeptCases,
  { read, baselines, context, problems }: ArmContext,
): CaseResult | undefined {
  const { item } = map;
  const { column, reading, stored } = read;
  const rows = rowsOf(kept.table, arm, column);
  if (rows.length === 0) return undefined;
  const twice = duplicateCases(kept.table, rows);
  if (twice.length > 0)
    return problems.add(
      `${context.path}: ${twice.length === 1 ? "a case occurs" : `${twice.length} cases occur`} more than once` +
        `${onArm(arm)}: ` +
        `${twice.slice(0, 5).join(", ")}${twice.length > 5 ? ", …" : ""}`,
      "if they are runs of one case, name their column: --columns run=COLUMN; otherwise keep one row for each case",
    );
  const figures = caseFigures(kept.table, column, rows, item, reading);
  if ("code" in figures) {
    const { message, hint } = faultWords(figures, map);
    return problems.add(`${context.path}${onArm(arm)}: ${message}`, hint);
  }
  const outcomes = takesOutcomes(item);
  const { whenTrue } = reading;
  const { n, digest } = caseDigest(kept.table, rows, context.sha256);
  const cases: CaseFile = {
    file: kept.file,
    sha256: kept.sha256,
    column: column.name,
    ...(outcomes && !whenTrue ? { counted: "false" } : {}),
    ...stored,
    n,
    digest,
  };
  const about = { eval: item.id, arm, ...optional("model", context.read.models.get(arm)), evidence: kept.file };
  const shown = { column: column.name, outcomes, whenTrue, cases: n, repeated: figures.repeated };
  const paired = pairsOf({ table: kept.table, column, rows }, arm, item, read, { baselines, lost: context.lost });
  if (paired === undefined || "fault" in paired)
    return { ...shown, result: { ...about, ...figures.summary, cases }, ...optional("unpaired", paired) };
  const { pairs, baseline } = paired;
  const { broken, flipped } = pairs;
  const summary = pairSummary(pairs, item, reading);
  const result = { ...about, ...summary, cases: { ...cases, against: baseline.sha256 } };
  return { ...shown, result, paired: { arm: baseline.arm, cases: pairs.cases.length, flipped, broken } };
}

function pairsOf(
  candidate: CaseSide,
  arm: string,
  item: Eval,
  { reading, stored }: ReadColumn,
  { baselines, lost }: { readonly baselines: readonly BaselineSide[]; readonly lost: readonly LostBaseline[] },
): Pairing | undefined {
  if (isBaselineArm(item, arm) || !MEASURES[item.measure].comparesCases) return undefined;
  const baseline = baselines.findLast((one) => one.item.id === item.id);
  if (baseline === undefined) {
    const gone = lost.find((one) => one.item.id === item.id);
    return gone && { arm: `the baseline in ${gone.file}`, fault: gone.fault };
  }
  // Numbers from another column, or in another unit, do not measure the same thing.
  const { read } = baseline;
  const isElsewhere =
    candidate.column.cells === "numbers" &&
    (baseline.side.column.name !== candidate.column.name ||
      (read !== undefined && (read.unit !== stored.unit || !sameRate(read.rate, stored.rate))));
  const { column } = baseline.side;
  const side = { ...baseline.side, column: candidate.column.cells === "outcomes" ? asOutcomes(column) : column };
  const pairs = isElsewhere ? "numbers" : casePairs(side, candidate, item, reading.whenTrue);
  return typeof pairs === "string" ? { arm: baseline.arm, fault: pairs } : { baseline, pairs };
}

function sameRate(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : compareDecimals(a, b) === 0;
}

type Pairing =
  | { readonly baseline: BaselineSide; readonly pairs: CasePairs }
  | { readonly arm: string; readonly fault: PairFault | KeptFault };

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
