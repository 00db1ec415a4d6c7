import { searchedSize } from "./asymptotic-plan.ts";
import { noncentralT } from "../distributions/noncentral-t.ts";
import { requireConfidence, requireCount, requireFinite, requireOpenShare, requirePositive } from "../preconditions.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { welchDegrees } from "../means/welch.ts";
import type { Side } from "../interval.ts";

/** What a mean is to show, and what is true; any unit, the same for all three. */
export interface MeanGoal {
  readonly mean: number;
  readonly sd: number;
  readonly target: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/** What the difference of two means of separate samples, first less second, is to show, and what is true. */
export interface SeparateMeansGoal {
  /** The true difference of the means. */
  readonly mean: number;
  readonly sd1: number;
  readonly sd2: number;
  /** The limit for the difference. */
  readonly target: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/**
 * The chance that `meanInterval` of n values shows the mean to be on the wanted side; noncentral t, exact for normal
 * values (R's `power.t.test` for one sample). For paired values give the mean and deviation of the differences; for a
 * limit r on the ratio of two paired means, those of first − r × second, with target 0.
 *
 * @throws RangeError unless n is a whole number from 2 up, sd above zero and the rest finite
 */
export function meanChance(plan: MeanGoal & { readonly n: number }): number {
  const { mean, sd, target, side, confidence, n } = plan;
  requireGoal(mean, target, confidence);
  requirePositive("sd", sd);
  requireCount("n", n, 2);
  return shownChance(towards(mean, target, side) / (sd / Math.sqrt(n)), n - 1, confidence);
}

/**
 * How many values give the wanted chance that `meanInterval` shows the mean to be on the wanted side. `null` where the
 * truth is not on that side, or ten million would not do.
 *
 * @throws RangeError unless sd is above zero, power strictly between 0 and 1 and the rest finite
 */
export function meanSize(goal: MeanGoal & { readonly power: number }): number | null {
  requireGoal(goal.mean, goal.target, goal.confidence);
  requireOpenShare("power", goal.power);
  if (!(towards(goal.mean, goal.target, goal.side) > 0)) return null;
  return searchedSize((n) => meanChance({ ...goal, n }), goal.power, 2);
}

/**
 * The chance that `welch` with n1 and n2 values shows the difference to be on the wanted side; noncentral t at the
 * expected Welch–Satterthwaite degrees of freedom (R's `power.t.test` where spreads and sizes are equal).
 *
 * @throws RangeError unless both n are whole numbers from 2 up, deviations above zero and the rest finite
 */
export function separateMeansChance(plan: SeparateMeansGoal & { readonly n1: number; readonly n2: number }): number {
  const { mean, sd1, sd2, target, side, confidence, n1, n2 } = plan;
  requireGoal(mean, target, confidence);
  requirePositive("sd1", sd1);
  requirePositive("sd2", sd2);
  requireCount("n1", n1, 2);
  requireCount("n2", n2, 2);
  const a = (sd1 * sd1) / n1;
  const b = (sd2 * sd2) / n2;
  return shownChance(towards(mean, target, side) / Math.sqrt(a + b), welchDegrees(a, n1, b, n2), confidence);
}

/**
 * How many values in each sample give the wanted chance that `welch` shows the difference to be on the wanted side;
 * with `n2` given, how many in the first. `null` where the truth is not on that side, or ten million would not do.
 *
 * @throws RangeError unless deviations are above zero, power strictly between 0 and 1 and the rest finite
 */
export function separateMeansSize(
  goal: SeparateMeansGoal & { readonly power: number; readonly n2?: number },
): number | null {
  const { n2, power } = goal;
  requireGoal(goal.mean, goal.target, goal.confidence);
  requireOpenShare("power", power);
  if (!(towards(goal.mean, goal.target, goal.side) > 0)) return null;
  return searchedSize((n) => separateMeansChance({ ...goal, n1: n, n2: n2 ?? n }), power, 2);
}

/** The chance that a t statistic with this shift passes its critical value. */
function shownChance(shift: number, degrees: number, confidence: number): number {
  return noncentralT(tQuantile(confidence, degrees), degrees, shift).upper;
}

function towards(mean: number, target: number, side: Side): number {
  return side === "at-least" ? mean - target : target - mean;
}

function requireGoal(mean: number, target: number, confidence: number): void {
  requireFinite("mean", mean);
  requireFinite("target", target);
  requireConfidence(confidence);
}
