import { asymptoticChance, asymptoticSize } from "./asymptotic-plan.ts";
import { type PairedShares, requirePairedShares } from "./paired-shares.ts";
import { requireConfidence, requireCount, requireOpenShare, requirePositive } from "../preconditions.ts";
import { pairedRatioVariance } from "../comparisons/tang-score.ts";
import type { Side } from "../interval.ts";

/** What the ratio of two rates on the same items is to show, and what is true. */
export interface PairedRatioGoal {
  readonly shares: PairedShares;
  /** The limit for first / second. A reduction of at least 40 % is a ratio of at most 0.6. */
  readonly ratio: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/** What the difference of two rates on the same items is to show, and what is true. */
export interface PairedDifferenceGoal {
  readonly shares: PairedShares;
  /** The limit for first − second, strictly between −1 and 1. */
  readonly difference: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/**
 * The chance that `tangRatio` shows the ratio to be on the wanted side with n items. Normal approximation of Tang's
 * score: its variance at the most likely table on the limit against the true one (Tang, Tang, Chan & Chan 2002,
 * Biometrical Journal 44:957, the form of Farrington & Manning). Rough where fewer than ten failures are expected.
 *
 * @throws RangeError on impossible shares, a size that is not a whole number from 1 up, or a ratio not above zero
 */
export function pairedRatioChance(plan: PairedRatioGoal & { readonly n: number }): number {
  const { distance, limitVariance, trueVariance } = ratioTerms(plan);
  requireCount("n", plan.n, 1);
  return asymptoticChance(distance, limitVariance / plan.n, trueVariance / plan.n, plan.confidence);
}

/**
 * How many items give the wanted chance that `tangRatio` shows the ratio to be on the wanted side; the same
 * approximation as `pairedRatioChance`. `null` where the truth is not on that side, or ten million would not do.
 *
 * @throws RangeError on impossible shares, or confidence, power or ratio out of range
 */
export function pairedRatioSize(goal: PairedRatioGoal & { readonly power: number }): number | null {
  const { distance, limitVariance, trueVariance } = ratioTerms(goal);
  requireOpenShare("power", goal.power);
  return asymptoticSize(distance, limitVariance, trueVariance, goal.confidence, goal.power);
}

/**
 * The chance that `newcombePaired` shows the difference to be on the wanted side with n items. Normal approximation
 * with the variance at the most likely table on the limit against the true one (Nam 1997, Biometrics 53:1422, for a
 * limit that allows a loss; at a limit of 0 it is that of Connor 1987, Biometrics 43:207).
 *
 * @throws RangeError on impossible shares, a size that is not a whole number from 1 up, or an impossible difference
 */
export function pairedDifferenceChance(plan: PairedDifferenceGoal & { readonly n: number }): number {
  const { distance, limitVariance, trueVariance } = differenceTerms(plan);
  requireCount("n", plan.n, 1);
  return asymptoticChance(distance, limitVariance / plan.n, trueVariance / plan.n, plan.confidence);
}

/**
 * How many items give the wanted chance that `newcombePaired` shows the difference to be on the wanted side; the same
 * approximation as `pairedDifferenceChance`. `null` where the truth is not on that side, or ten million would not do.
 *
 * @throws RangeError on impossible shares, or confidence, power or difference out of range
 */
export function pairedDifferenceSize(goal: PairedDifferenceGoal & { readonly power: number }): number | null {
  const { distance, limitVariance, trueVariance } = differenceTerms(goal);
  requireOpenShare("power", goal.power);
  return asymptoticSize(distance, limitVariance, trueVariance, goal.confidence, goal.power);
}

interface Terms {
  readonly distance: number;
  readonly limitVariance: number;
  readonly trueVariance: number;
}

function ratioTerms({ shares, ratio, side, confidence }: PairedRatioGoal): Terms {
  requirePairedShares(shares);
  requirePositive("ratio", ratio);
  requireConfidence(confidence);
  const { both, onlyFirst, onlySecond } = shares;
  const first = both + onlyFirst;
  const second = both + onlySecond;
  requirePositive("the second rate", second);
  const surplus = first - ratio * second;
  return {
    distance: side === "at-most" ? -surplus : surplus,
    limitVariance: pairedRatioVariance(both, onlyFirst, onlySecond, ratio),
    trueVariance: Math.max(0, first + ratio * ratio * second - 2 * ratio * both - surplus * surplus),
  };
}

function differenceTerms({ shares, difference, side, confidence }: PairedDifferenceGoal): Terms {
  requirePairedShares(shares);
  if (!Number.isFinite(difference) || difference <= -1 || difference >= 1) {
    throw new RangeError(`difference must lie strictly between -1 and 1, not ${difference}`);
  }
  requireConfidence(confidence);
  const changed = shares.onlyFirst + shares.onlySecond;
  const actual = shares.onlyFirst - shares.onlySecond;
  return {
    distance: side === "at-most" ? difference - actual : actual - difference,
    limitVariance: pairedDifferenceVariance(shares, difference),
    trueVariance: Math.max(0, changed - actual * actual),
  };
}

/**
 * The variance of the difference per item, at the most likely table whose two rates differ by exactly `difference`.
 * The restricted likelihood has a root in closed form (Tango 1998, Statistics in Medicine 17:891, appendix).
 */
export function pairedDifferenceVariance({ onlyFirst, onlySecond }: PairedShares, difference: number): number {
  const b = (2 - onlyFirst + onlySecond) * difference - onlyFirst - onlySecond;
  const c = -onlySecond * difference * (1 - difference);
  const second = (Math.sqrt(Math.max(0, b * b - 8 * c)) - b) / 4;
  return Math.max(0, 2 * second + difference * (1 - difference));
}
