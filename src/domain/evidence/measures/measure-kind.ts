import type { Result } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import type { Comparator } from "../../scalars/comparator.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import type { Target } from "../../scalars/target.ts";
import type { TooFew } from "../eval-reason.ts";
import type { AskedTarget } from "../asked-change.ts";
import type { Evidence, IntervalEvidence } from "../evidence.ts";
import type { NoTest, TargetTest } from "../target-test.ts";

/**
 * Everything that the domain asks of a measure. A new measure is one object of this shape in a file of its own, and a
 * line in each table that the compiler then finds incomplete: `MEASURES` beside this file, `RAW_SUMMARIES` of
 * `raw-summary.ts` and `MEASURE_WORDS` in `wording/`.
 */
export interface MeasureKind {
  /**
   * What targets and baselines of the measure are written in: `share`, a part of all cases, in percent or as a count;
   * or `unit`, a figure in a unit of the team's choice.
   */
  readonly writtenIn: "share" | "unit";
  /** Whether the figure is an average of single values, so that the spread of a baseline counts as well. */
  readonly averages: boolean;
  /**
   * Whether runs are counted within the limit that the target names. More of them are better, whatever the direction of
   * the figure; a count within one limit says nothing about another; and the baseline is not a share of runs.
   */
  readonly countsWithinLimit: boolean;
  /** With this many cases, everything that any number of cases can settle is settled. */
  readonly enough: number;

  /**
   * The figure of a result, with its bounds, or what contradicts it. Groups and pairs that do not add up have been
   * refused before.
   *
   * @param confidence one-sided
   */
  evidence(item: Eval, result: Result, confidence: number): Evidence;

  /**
   * The change against the baseline, in the good direction, for a target that is not a plain value.
   *
   * @param figure what `evidence` made of the same result
   * @param confidence one-sided
   */
  change(item: Eval, target: AskedTarget, result: Result, figure: IntervalEvidence, confidence: number): Evidence;

  /** The target as a number on `scale`, the scale of the evidence; undefined where its unit does not convert. */
  threshold(item: Eval, target: Target, scale: FigureScale): Threshold | undefined;

  /**
   * Whether a result carries what a plausible range is made from: a count, or the spread of a mean. A figure without it
   * never takes the place of one that has it.
   */
  bounded(result: Result): boolean;

  /**
   * The same result in the form in which the measure judges it: a rate with its number of cases as the count that it
   * is, `11% n 200` as 22/200. The result itself where it is in that form, or where the rate is not a count.
   */
  counted(item: Eval, result: Result): Result;

  /**
   * What a result that the measure cannot take was most likely meant to be, most likely first: with the percent sign
   * that was forgotten, or in the unit of the eval. Empty where nobody can tell.
   */
  meant(item: Eval, result: Result): readonly Result[];

  /** A result of the right form, as close to `result` as can be; what a person is shown as an example. */
  example(item: Eval, result: Result): Result;

  /** Fewer cases than this never meet a target, whatever the arithmetic says. */
  leastCases(item: Eval): number;

  /**
   * For outcomes: the value of a case that came out as counted in `counted` of its `runs`; undefined if it has too few
   * runs, or the measure counts no outcomes.
   */
  caseShare(item: Eval, counted: number, runs: number): number | undefined;

  /** Whether a case passes or fails in a number of tries, `k`. */
  readonly takesTries: boolean;
  /** Whether results on the same cases are compared case by case. */
  readonly comparesCases: boolean;

  /** Why fewer than `least` cases meet nothing. */
  tooFew(item: Eval, n: number, least: number): TooFew;

  /** The numbers from which a plan says how many cases it takes, by the tests that give the verdicts. */
  test(item: Eval, target: AskedTarget): TargetTest | NoTest;

  /** The extremes of what `n` cases may turn out to show; they tell whether a target can be met and missed at all. */
  extremes(item: Eval, n: number): readonly Result[];
}

export interface Threshold {
  readonly threshold: number;
  readonly comparator: Comparator;
}
