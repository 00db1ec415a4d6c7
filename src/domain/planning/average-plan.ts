import { meanChance, meanSize, separateMeansChance, separateMeansSize } from "../../statistics/planning/mean-plan.ts";
import { rangedMeanChance, rangedMeanSize, type RangedMeanGoal } from "../../statistics/planning/ranged-mean-plan.ts";
import { askedChange } from "../evidence/asked-change.ts";
import { boundsWithin, rangeOf } from "../evidence/measures/mean-figure.ts";
import type { TargetTest } from "../evidence/target-test.ts";
import type { Eval } from "../records/eval.ts";
import { decimalNumber } from "../scalars/decimal.ts";
import { quantityIn, quantityNumber } from "../scalars/quantity.ts";

/*
 * How likely a mean is to show its target, and how many values it takes, by what judges it: bets on single values where
 * the eval declares their range, else the t distribution. A baseline with a range is taken as it was measured.
 */

export type AverageTest = Extract<TargetTest, { kind: "average" }>;

/** The assumption about the candidate, in the unit of the test. */
export interface AverageTruth {
  readonly mean: number;
  readonly sd: number;
}

export function averageChance(
  item: Eval,
  test: AverageTest,
  n: number,
  confidence: number,
  truth: AverageTruth,
): number {
  const ranged = rangedGoal(item, test, confidence, truth);
  if (ranged !== undefined) return rangedMeanChance({ ...ranged, n });
  const { limit, side, baseline } = test;
  if (baseline === undefined) return meanChance({ ...truth, target: limit, side, confidence, n });
  return separateMeansChance({ ...separate(test, truth, baseline.sd), confidence, n1: n, n2: baseline.n });
}

/** `null` if no number is enough. */
export function averageSize(
  item: Eval,
  test: AverageTest,
  confidence: number,
  truth: AverageTruth,
  power: number,
): number | null {
  const ranged = rangedGoal(item, test, confidence, truth);
  if (ranged !== undefined) return rangedMeanSize({ ...ranged, power });
  const { limit, side, baseline } = test;
  if (baseline === undefined) return meanSize({ ...truth, target: limit, side, confidence, power });
  return separateMeansSize({ ...separate(test, truth, baseline.sd), confidence, power, n2: baseline.n });
}

function separate({ limit, side }: AverageTest, { mean, sd }: AverageTruth, sd2: number) {
  return { mean: mean - limit, sd1: sd, sd2, target: 0, side };
}

/** Undefined if no range is declared. */
function rangedGoal(
  item: Eval,
  test: AverageTest,
  confidence: number,
  { mean, sd }: AverageTruth,
): RangedMeanGoal | undefined {
  const range = rangeOf(item, test.unit);
  if (range === undefined) return undefined;
  const goal = { mean, sd, target: test.limit, side: test.side, range };
  // The bounds of a ratio hold together: half of the chance of error is for each of them.
  const isRatio = item.target !== undefined && ["reduction", "gain"].includes(askedChange(item, item.target).form);
  const level = test.baseline !== undefined && isRatio ? (1 + confidence) / 2 : confidence;
  return { ...goal, confidence: level, allowance: allowanceOf(item, test, level) };
}

/** The distance between the bound of the baseline and its mean, as far as the target counts it. */
function allowanceOf(item: Eval, { baseline: counted, unit, side }: AverageTest, confidence: number): number {
  const { baseline } = item;
  const range = rangeOf(item, unit);
  if (counted === undefined || range === undefined || baseline?.kind !== "fixed" || baseline.spread === undefined)
    return 0;
  const before = quantityIn(baseline.quantity, unit);
  const spread = quantityIn({ amount: baseline.spread.sd, unit: baseline.quantity.unit }, unit);
  if (before === undefined || spread === undefined) return 0;
  const [mean, sd] = [decimalNumber(before.amount), decimalNumber(spread.amount)];
  const figure = { mean, sd, n: baseline.spread.n, clusters: undefined, scores: undefined };
  const { low, high } = boundsWithin(figure, range, confidence);
  return factorOf(item) * (side === "at-least" ? high - mean : mean - low);
}

/** The part of the baseline that remains after a relative change. */
function factorOf(item: Eval): number {
  if (item.target === undefined) return 1;
  const { form, quantity } = askedChange(item, item.target);
  const change = quantityNumber(quantity);
  return form === "reduction" ? 1 - change : form === "gain" ? 1 + change : 1;
}
