import { averageChance, averageSize } from "./average-plan.ts";
import { assumedTruth, type AssumedTruth, type Spread } from "./assumed-truth.ts";
import type { Count } from "../scalars/count.ts";
import { countChance, countSize, fewestCases, mostBad } from "./count-plan.ts";
import { isMetByBaseline, undecidable, type Undecidable } from "./decidability.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import type { NoTestReason, TargetTest } from "../evidence/target-test.ts";
import type { Eval } from "../records/eval.ts";
import { plannedTest } from "./planned-test.ts";

/** The chance of success that a sample is planned for, as is usual. */
export const WANTED_CHANCE = 0.8;
/** Below this chance a sample will probably settle nothing, even if the team is right. */
export const LEAST_CHANCE = 0.5;

/** Why no chance can be stated; `wording/eval-reasons.ts` makes the sentences. */
export type PlanReason = NoTestReason | { readonly code: "spread-unknown" } | { readonly code: "expected-unknown" };

/**
 * What can be said of an eval before it is measured. Chances are those of `met`, judged once, at the end, on one arm:
 * `procedure-cost.ts` has what looks and further arms cost of them. A counted baseline is taken as it was counted.
 */
export interface EvalPlan {
  readonly eval: Eval;
  /** One-sided. */
  readonly confidence: number;
  /** The cases that were agreed: `min_n`. */
  readonly n: number | undefined;
  /** Why measuring it would decide nothing; undefined if the target can be met and can be missed. */
  readonly undecidable: Undecidable | undefined;
  /** Whether what there is today meets the target already. */
  readonly metByBaseline: boolean;
  /** The assumption about the candidate; undefined if nothing is known. */
  readonly assumed: AssumedTruth | undefined;
  /** The chance of `met` with the agreed cases, 0 to 1; undefined where none were agreed or it cannot be told. */
  readonly chance: number | undefined;
  /** The least good count of the agreed cases that is met; undefined where the figure is not a count, or none is. */
  readonly leastGood: Count | undefined;
  /** The fewest cases that would do if not one went wrong; undefined where the figure is no count. */
  readonly fewest: number | undefined;
  /**
   * The cases from which on the chance never falls below 80 %; `null` where no number would do (up to ten million),
   * undefined where it cannot be told.
   */
  readonly size: number | null | undefined;
  /** Why there is neither chance nor size; undefined if there are. */
  readonly why: PlanReason | undefined;
  /** The field that a person would have to state for them, if that is what is missing. */
  readonly missing: "spread" | "expected" | undefined;
}

/** @param spread of the single values, for a mean; undefined where nobody knows it */
export function evalPlan(item: Eval, confidence: number, spread?: Spread): EvalPlan {
  const test = plannedTest(item);
  const blank = {
    eval: item,
    confidence,
    n: item.minN,
    undecidable: undecidable(item, confidence),
    metByBaseline: isMetByBaseline(item),
    assumed: undefined,
    chance: undefined,
    leastGood: undefined,
    fewest: undefined,
    size: undefined,
    missing: undefined,
  } as const;
  if (test.kind === "none") return { ...blank, why: test.why };
  const counts = countFigures(item, test, confidence);
  const assumed = assumedTruth(item, test, spread);
  const missing =
    test.kind === "average" && spread === undefined ? "spread" : assumed === undefined ? "expected" : undefined;
  if (assumed === undefined || missing !== undefined)
    return {
      ...blank,
      ...counts,
      assumed,
      missing,
      why: { code: missing === "spread" ? "spread-unknown" : "expected-unknown" },
    };
  const truth = { figure: assumed.figure, spread };
  return {
    ...blank,
    ...counts,
    assumed,
    chance: item.minN === undefined ? undefined : chanceOfMet(item, test, item.minN, confidence, truth),
    size: sizeForChance(item, test, confidence, truth),
    why: undefined,
  };
}

function countFigures(item: Eval, test: TargetTest, confidence: number): Pick<EvalPlan, "leastGood" | "fewest"> {
  if (test.kind === "average") return { leastGood: undefined, fewest: undefined };
  const { minN: n } = item;
  const bad = n === undefined || n < MEASURES[item.measure].leastCases(item) ? -1 : mostBad(test, n, confidence);
  const fewest = fewestCases(test, confidence);
  return {
    leastGood: n === undefined || bad < 0 ? undefined : { x: test.side === "at-most" ? bad : n - bad, n },
    fewest: fewest === null ? undefined : Math.max(fewest, MEASURES[item.measure].leastCases(item)),
  };
}

/** What a plan takes to be true: the figure, and for a mean the spread of its values. */
export interface PlanTruth {
  readonly figure: number;
  readonly spread: Spread | undefined;
}

/**
 * The chance that `n` cases meet the target, if `figure` is true. Exact for counts; for means as far as they, or what
 * is bet on them, are normal.
 */
export function chanceOfMet(
  item: Eval,
  test: TargetTest,
  n: number,
  confidence: number,
  { figure, spread }: PlanTruth,
): number | undefined {
  if (n < MEASURES[item.measure].leastCases(item)) return 0;
  if (test.kind !== "average") return countChance(test, n, confidence, figure);
  return spread && averageChance(item, test, n, confidence, { mean: figure, sd: spread.sd });
}

/** The cases for an 80 % chance; `null` if no number is enough. */
export function sizeForChance(
  item: Eval,
  test: TargetTest,
  confidence: number,
  { figure, spread }: PlanTruth,
): number | null | undefined {
  const size =
    test.kind !== "average"
      ? countSize(test, confidence, figure, WANTED_CHANCE)
      : spread && averageSize(item, test, confidence, { mean: figure, sd: spread.sd }, WANTED_CHANCE);
  if (size === undefined) return undefined;
  return size === null ? null : Math.max(size, MEASURES[item.measure].leastCases(item));
}
