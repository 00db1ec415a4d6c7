import type { PairedCounts } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import { MEASURES } from "../measures/measures.ts";
import type { CaseColumn, CaseTable } from "./case-table.ts";

/** One side of a comparison: the rows of an arm, and what was measured on them. */
export interface CaseSide {
  readonly table: CaseTable;
  readonly column: CaseColumn;
  readonly rows: readonly number[];
}

/** A case that came out one way with the baseline and the other with the candidate. */
export interface FlippedCase {
  readonly id: string;
  /** Whether the outcome that the eval counts was there with the candidate. */
  readonly counted: boolean;
}

/** A case as both sides saw it: the share of its runs that counts for outcomes, their mean for numbers. */
export interface PairedCase {
  readonly id: string;
  /** The group it belongs to, where cases do. */
  readonly group: string | undefined;
  readonly was: number;
  readonly is: number;
  /** How many runs of the candidate are behind it. */
  readonly runs: number;
}

export interface CasePairs {
  readonly cases: readonly PairedCase[];
  /** The four counts, if both sides ran each case once and recorded an outcome; undefined for means and shares. */
  readonly counts: PairedCounts | undefined;
  /** For several runs of a case, what most of them say. */
  readonly flipped: readonly FlippedCase[];
  /** Cases that broke on one side, so that they are no pair. */
  readonly broken: number;
}

/** Why two sides cannot be paired case by case. */
export type PairFault = "other-cases" | "groups" | "numbers" | "nothing-scored" | "too-few-runs";

/**
 * The same cases with the baseline and with the candidate, found by their ids. Only where both sides have the same set
 * of cases: a selection of cases that both have would be picked by what is there. The runs of a case are averaged
 * before anything else. Cases may belong together in groups; the sides may not disagree in which.
 */
export function casePairs(
  baseline: CaseSide,
  candidate: CaseSide,
  item: Eval,
  whenTrue: boolean,
): CasePairs | PairFault {
  const { cells } = candidate.column;
  if (baseline.column.cells !== cells) return "numbers";
  const [before, after] = [runsById(baseline), runsById(candidate)];
  if (before.size !== after.size || [...before.keys()].some((id) => !after.has(id))) return "other-cases";
  const isGrouped = baseline.table.groups !== undefined || candidate.table.groups !== undefined;
  const cases: PairedCase[] = [];
  let broken = 0;
  for (const id of [...before.keys()].sort()) {
    const [old, now] = [before.get(id)!, after.get(id)!];
    if (old.group !== undefined && now.group !== undefined && old.group !== now.group) return "groups";
    if (old.values.length === 0 || now.values.length === 0) {
      broken++;
      continue;
    }
    const group = isGrouped ? (now.group ?? old.group ?? id) : undefined;
    const [was, is] = [old, now].map(({ values }) => caseValue(values, cells, item, whenTrue));
    if (was === undefined || is === undefined) return "too-few-runs";
    cases.push({ id, group, was, is, runs: now.values.length });
  }
  if (cases.length === 0) return "nothing-scored";
  const flipped = cells === "outcomes" ? cases.flatMap(flippedCase) : [];
  // Agreement among several runs of one case is weaker evidence than agreement among as many cases.
  const isCounted = cells === "outcomes" && (item.k !== undefined || cases.every(({ runs }) => runs === 1));
  const isPlain = isCounted && cases.every(({ was, is }) => Number.isInteger(was) && Number.isInteger(is));
  return { cases, counts: isPlain ? countsOf(cases) : undefined, flipped, broken };
}

function flippedCase({ id, was, is }: PairedCase): readonly FlippedCase[] {
  const isFlip = (was < 0.5 && is > 0.5) || (was > 0.5 && is < 0.5);
  return isFlip ? [{ id, counted: is > 0.5 }] : [];
}

function countsOf(cases: readonly PairedCase[]): PairedCounts {
  const counts = { both: 0, baseline: 0, candidate: 0, neither: 0 };
  for (const { was, is } of cases)
    counts[was === 1 ? (is === 1 ? "both" : "baseline") : is === 1 ? "candidate" : "neither"]++;
  return counts;
}

/** The value of a case over its runs; undefined if they are too few for the eval. */
function caseValue(
  values: readonly number[],
  cells: CaseColumn["cells"],
  item: Eval,
  whenTrue: boolean,
): number | undefined {
  if (cells === "numbers") return values.reduce((sum, value) => sum + value, 0) / values.length;
  const counted = values.filter((value) => (value === 1) === whenTrue).length;
  return MEASURES[item.measure].caseShare(item, counted, values.length);
}

interface CaseRuns {
  readonly group: string | undefined;
  /** What was scored; runs that broke are not among them. */
  readonly values: readonly number[];
}

function runsById({ table, column, rows }: CaseSide): ReadonlyMap<string, CaseRuns> {
  const found = new Map<string, CaseRuns>();
  for (const row of rows) {
    const id = table.ids.at(row)!;
    const { values = [] } = found.get(id) ?? {};
    const value = column.values[row];
    found.set(id, {
      group: table.groups?.at(row),
      values: value === undefined || Number.isNaN(value) ? values : [...values, value],
    });
  }
  return found;
}
