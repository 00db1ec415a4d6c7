import { searchedSize } from "./asymptotic-plan.ts";
import { normalCdf } from "../distributions/normal-cdf.ts";
import type { Side } from "../interval.ts";
import { LARGEST_STAKE, requireRange, type ValueRange } from "../means/betting-mean.ts";
import {
  requireConfidence,
  requireCount,
  requireFinite,
  requireNonNegative,
  requireOpenShare,
  requirePositive,
} from "../preconditions.ts";

/** What a mean of values within a range is to show, and what is true; all in one unit. */
export interface RangedMeanGoal {
  readonly mean: number;
  /** Of the single values. */
  readonly sd: number;
  readonly target: number;
  readonly side: Side;
  readonly range: ValueRange;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
  /** How far the bound of what the mean is compared with lies from its figure; 0 where that is taken as exact. */
  readonly allowance?: number;
}

/**
 * The chance that `bettingMean` of n values shows the mean to be on the wanted side: the bets that it plans, against
 * values with this mean and spread, as if the logarithm of what they have won in the end were normal. That they may
 * have won enough before is left out, and what they learn at first is in. Simulated with beta distributed values at
 * sizes planned for 80%, the chance was 76 to 95%; where the spread comes from a few values at the far end of the range
 * it was 60 to 80%. `boundedMean`, of moments alone, takes two to three times as many values.
 *
 * @throws RangeError unless n is a whole number from 1 up, sd above zero, the range not empty and the rest finite
 */
export function rangedMeanChance(plan: RangedMeanGoal & { readonly n: number }): number {
  const { confidence, n, allowance = 0 } = plan;
  requireGoal(plan);
  requireCount("n", n, 1);
  const width = requireRange(plan.range);
  const { distance, limit } = onRange(plan, width);
  if (limit <= 0) return 1;
  if (limit >= 1 || distance <= 0) return 0;
  // What is compared with widens the bound as a second, independent error does.
  const own = distance - allowance / width;
  if (own <= 0) return 0;
  const wanted = -Math.log(1 - confidence);
  const variance = (plan.sd / width) ** 2;
  const most = LARGEST_STAKE / limit;
  let [won, spread] = [0, 0];
  const bet = (times: number, seen: number): void => {
    const stake = Math.min(most, Math.sqrt((2 * wanted) / n / seen));
    // The first terms of the logarithm of 1 + stake × (value − limit).
    const square = variance + own * own;
    won += times * (stake * own - (stake ** 2 * square) / 2 + (stake ** 3 * own * (3 * variance + own * own)) / 3);
    spread += times * stake ** 2 * variance;
  };
  const learnt = Math.min(n, LEARNT);
  for (let k = 0; k < learnt; k += 1) bet(1, (1 / 4 + k * variance) / (k + 1));
  if (n > learnt) bet(n - learnt, variance);
  return normalCdf((won - wanted) / Math.sqrt(spread));
}

/** After so many values the bets know the variance. */
const LEARNT = 2000;

/**
 * How many values give the wanted chance that `bettingMean` shows the mean to be on the wanted side, as
 * `rangedMeanChance` has it. `null` where the truth is not on that side, or ten million would not do.
 *
 * @throws RangeError unless sd is above zero, the range not empty, power strictly between 0 and 1 and the rest finite
 */
export function rangedMeanSize(goal: RangedMeanGoal & { readonly power: number }): number | null {
  requireGoal(goal);
  requireOpenShare("power", goal.power);
  return searchedSize((n) => rangedMeanChance({ ...goal, n }), goal.power);
}

/** The distance of the truth from the limit and the limit itself, as parts of the range, upwards being good. */
function onRange({ mean, target, side, range }: RangedMeanGoal, width: number) {
  return side === "at-least"
    ? { distance: (mean - target) / width, limit: (target - range.least) / width }
    : { distance: (target - mean) / width, limit: (range.most - target) / width };
}

function requireGoal({ mean, sd, target, confidence, allowance = 0 }: RangedMeanGoal): void {
  requireFinite("mean", mean);
  requireFinite("target", target);
  requirePositive("sd", sd);
  requireNonNegative("allowance", allowance);
  requireConfidence(confidence);
}
