import type { LabelSheetResult } from "../../app/import/labels/write-label-sheet.ts";
import type { ArmCases, CasesResult, ComparedArms } from "../../app/import/cases/list-cases.ts";
import type { PairFault } from "../../domain/evidence/cases/case-pairs.ts";
import type { ColumnFigures } from "../../domain/evidence/cases/column-figures.ts";
import { countText } from "../../domain/scalars/count.ts";
import { resultJson, type PairedCountsJson, type ResultJson } from "./result-json.ts";

/** The `data` of `poc cases`. */
export interface CasesJson {
  readonly eval: string;
  readonly arms: readonly ArmCasesJson[];
  /** Arms on the same cases, held against each other. */
  readonly compared: readonly ComparedArmsJson[];
}

/** The cases behind the latest imported result of an arm. */
export interface ArmCasesJson {
  readonly arm: string;
  /** Id of the entry. */
  readonly entry: string;
  readonly result: ResultJson;
  /** Null where the file of cases is gone, or is not the one that was imported. */
  readonly cases: readonly CaseJson[] | null;
  /** What else the file says of each case in numbers, such as its cost or its latency. */
  readonly figures: readonly ColumnFiguresJson[];
  /** What the file of cases says against the entry; null where the two agree. */
  readonly fault: "gone" | "changed" | "other-cases" | "other-figure" | null;
}

/** A column of numbers; bounds are one-sided at 95%, null where the cases are too few for one. */
export interface ColumnFiguresJson {
  readonly column: string;
  readonly n: number;
  readonly mean: BoundsJson;
  readonly median: BoundsJson;
  readonly p95: BoundsJson;
}

export interface BoundsJson {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One run of a case. */
export interface CaseJson {
  readonly case: string;
  /** Which run it is; "" where there is one only. */
  readonly run: string;
  readonly group: string | null;
  /** A number, or whether the outcome that the eval counts was there; null where the case broke. */
  readonly value: number | boolean | null;
}

export interface ComparedArmsJson {
  readonly from: string;
  readonly to: string;
  /** Why they cannot be held against each other; null where they can. */
  readonly fault: PairFault | null;
  /** Null too where cases were run several times, or have numbers. */
  readonly pairs: PairedCountsJson | null;
  /** Cases that both scored. */
  readonly cases: number;
  /** Cases that broke on one of the two. */
  readonly broken: number;
  readonly flipped: readonly FlippedCaseJson[];
}

/** A case that came out one way with the one and the other way with the other. */
export interface FlippedCaseJson {
  readonly case: string;
  /** Whether the outcome that the eval counts is there with `to`. */
  readonly counted: boolean;
}

/** The `data` of `poc cases --sample`. */
export interface LabelSheetJson {
  readonly eval: string;
  /** The arm whose answers are to be labelled; absent where the result names none. */
  readonly arm?: string;
  /** The sheet as CSV, which brings the labels back, and as a page to print. Relative to the PoC folder. */
  readonly files: readonly string[];
  /** How many were drawn. */
  readonly cases: number;
  /** `281/300`: of all cases there were to draw from, those that the judge counted. */
  readonly judged: string;
  /** The same seed draws the same sheet. */
  readonly seed: number;
}

export function labelSheetJson({ eval: id, arm, files, cases, judged, seed }: LabelSheetResult): LabelSheetJson {
  return { eval: id, ...(arm === "" ? {} : { arm }), files, cases, judged: countText(judged), seed };
}

export function casesJson({ eval: item, arms, compared, flippedOnly }: CasesResult): CasesJson {
  return { eval: item.id, arms: arms.map((arm) => armJson(arm, flippedOnly)), compared: compared.map(comparedJson) };
}

function boundsJson({ estimate, low, high }: ColumnFigures["mean"]): BoundsJson {
  return {
    estimate,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
  };
}

function armJson({ arm, entry, result, side, fault, whenTrue, figures }: ArmCases, flippedOnly: boolean): ArmCasesJson {
  const rows = side === undefined ? undefined : flippedOnly ? [] : side.rows;
  return {
    arm,
    entry,
    result: resultJson(result),
    figures: figures.map(({ name, n, mean, median, p95 }) => ({
      column: name,
      n,
      mean: boundsJson(mean),
      median: boundsJson(median),
      p95: boundsJson(p95),
    })),
    fault: fault?.code ?? null,
    cases:
      side === undefined || rows === undefined
        ? null
        : rows.map((row) => {
            const value = side.column.values[row];
            const outcome = side.column.cells === "outcomes";
            return {
              case: side.table.ids.at(row)!,
              run: side.table.runs.at(row)!,
              group: side.table.groups?.at(row) ?? null,
              value: value === undefined || Number.isNaN(value) ? null : outcome ? (value === 1) === whenTrue : value,
            };
          }),
  };
}

function comparedJson({ from, to, pairs }: ComparedArms): ComparedArmsJson {
  if (typeof pairs === "string") return { from, to, fault: pairs, pairs: null, cases: 0, broken: 0, flipped: [] };
  return {
    from,
    to,
    fault: null,
    pairs: pairs.counts === undefined ? null : { ...pairs.counts },
    cases: pairs.cases.length,
    broken: pairs.broken,
    flipped: pairs.flipped.map(({ id, counted }) => ({ case: id, counted })),
  };
}
