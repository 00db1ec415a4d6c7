import { asymptoticChance, asymptoticSize, searchedSize } from "./asymptotic-plan.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireConfidence, requireCount, requireOpenShare, requirePositive, requireShare } from "../preconditions.ts";
import { ratioVariance, unguardedRatioScore } from "../comparisons/ratio-score.ts";
import { separateArmsChance } from "./separate-arms-chance.ts";
import type { Side } from "../interval.ts";

/** What the ratio of two rates from separate trials is to show, and what is true. */
export interface SeparateRatioGoal {
  /** The true rates, 0 to 1, the second above 0. */
  readonly rate1: number;
  readonly rate2: number;
  /** The limit for rate1 / rate2. A reduction of at least 40 % is a ratio of at most 0.6. */
  readonly ratio: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/**
 * The exact chance that `miettinenNurminen` shows the ratio to be on the wanted side, with n1 and n2 trials: the sum
 * over all pairs of counts. A second count of 0, where the ratio is undefined, shows nothing.
 *
 * @throws RangeError on rates outside 0 to 1, sizes that are not whole numbers from 1 up, or a ratio not above zero
 */
export function separateRatioChance(plan: SeparateRatioGoal & { readonly n1: number; readonly n2: number }): number {
  requireGoal(plan);
  const { rate1, rate2, ratio, side, confidence, n1, n2 } = plan;
  requireCount("n1", n1, 1);
  requireCount("n2", n2, 1);
  const z = normalQuantile(confidence);
  const first = { n: n1, rate: rate1 };
  const second = { n: n2, rate: rate2 };
  const score = (x1: number, x2: number): number => unguardedRatioScore(x1, n1, x2, n2, ratio);
  if (side === "at-most") {
    return separateArmsChance(first, second, (x1, x2) => x2 > 0 && score(x1, x2) <= -z);
  }
  const shown = separateArmsChance(second, first, (x2, x1) => score(x1, x2) >= z);
  // What the walk took for shown with a second count of 0 is taken out again: there it would break its staircase.
  if ((1 - rate2) ** n2 === 0) return shown;
  const withNone = separateArmsChance({ n: 1, rate: 0 }, first, (_, x1) => score(x1, 0) >= z);
  return Math.max(0, shown - (1 - rate2) ** n2 * withNone);
}

/**
 * How many trials in each arm give the wanted chance of showing the ratio to be on the wanted side; with `n2` given,
 * how many in the first. `null` where the truth is not on that side, or ten million would not do.
 *
 * Farrington & Manning 1990 (Statistics in Medicine 9:1447), variance at the most likely rates on the limit: a normal
 * approximation, good to a few per cent. `separateRatioChance` tells exactly what a size is worth.
 *
 * @throws RangeError on rates outside 0 to 1, or confidence, power or ratio out of range
 */
export function separateRatioSize(
  goal: SeparateRatioGoal & { readonly power: number; readonly n2?: number },
): number | null {
  requireGoal(goal);
  const { rate1, rate2, ratio, side, confidence, power, n2 } = goal;
  requireOpenShare("power", power);
  const distance = side === "at-most" ? ratio * rate2 - rate1 : rate1 - ratio * rate2;
  const limitVariance = (size1: number, size2: number): number =>
    ratioVariance(rate1 * size1, size1, rate2 * size2, size2, ratio);
  const trueVariance = (size1: number, size2: number): number =>
    (rate1 * (1 - rate1)) / size1 + (ratio * ratio * rate2 * (1 - rate2)) / size2;
  if (n2 === undefined) return asymptoticSize(distance, limitVariance(1, 1), trueVariance(1, 1), confidence, power);
  requireCount("n2", n2, 1);
  if (!(distance > 0)) return null;
  return searchedSize((n) => asymptoticChance(distance, limitVariance(n, n2), trueVariance(n, n2), confidence), power);
}

function requireGoal({ rate1, rate2, ratio, confidence }: SeparateRatioGoal): void {
  requireShare("rate1", rate1);
  requireShare("rate2", rate2);
  requirePositive("rate2", rate2);
  requirePositive("ratio", ratio);
  requireConfidence(confidence);
}
