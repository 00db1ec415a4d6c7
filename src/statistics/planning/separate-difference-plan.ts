import { asymptoticChance, asymptoticSize, searchedSize } from "./asymptotic-plan.ts";
import { newcombeDifference } from "../comparisons/newcombe-difference.ts";
import { requireConfidence, requireCount, requireOpenShare, requireShare } from "../preconditions.ts";
import { separateArmsChance } from "./separate-arms-chance.ts";
import type { Side } from "../interval.ts";

/** What the difference of two rates from separate trials is to show, and what is true. */
export interface SeparateDifferenceGoal {
  /** The true rates, 0 to 1. */
  readonly rate1: number;
  readonly rate2: number;
  /** The limit for rate1 − rate2, strictly between −1 and 1. */
  readonly difference: number;
  readonly side: Side;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
}

/**
 * The exact chance that `newcombeDifference` shows the difference to be on the wanted side, with n1 and n2 trials: the
 * sum over all pairs of counts.
 *
 * @throws RangeError on rates outside 0 to 1, sizes that are not whole numbers from 1 up, or an impossible difference
 */
export function separateDifferenceChance(
  plan: SeparateDifferenceGoal & { readonly n1: number; readonly n2: number },
): number {
  requireGoal(plan);
  const { rate1, rate2, difference, side, confidence, n1, n2 } = plan;
  requireCount("n1", n1, 1);
  requireCount("n2", n2, 1);
  const first = { n: n1, rate: rate1 };
  const second = { n: n2, rate: rate2 };
  if (side === "at-most") {
    return separateArmsChance(
      first,
      second,
      (x1, x2) => newcombeDifference(x1, n1, x2, n2, confidence).high <= difference,
    );
  }
  return separateArmsChance(
    second,
    first,
    (x2, x1) => newcombeDifference(x1, n1, x2, n2, confidence).low >= difference,
  );
}

/**
 * How many trials in each arm give the wanted chance of showing the difference to be on the wanted side; with `n2`
 * given, how many in the first. `null` where the truth is not on that side, or ten million would not do.
 *
 * Farrington & Manning 1990 (Statistics in Medicine 9:1447); for a difference of 0 this is the pooled normal formula
 * of Fleiss 1981 and of R's `power.prop.test`. A normal approximation; `separateDifferenceChance` tells exactly what a
 * size is worth.
 *
 * @throws RangeError on rates outside 0 to 1, or confidence, power or difference out of range
 */
export function separateDifferenceSize(
  goal: SeparateDifferenceGoal & { readonly power: number; readonly n2?: number },
): number | null {
  requireGoal(goal);
  const { rate1, rate2, difference, side, confidence, power, n2 } = goal;
  requireOpenShare("power", power);
  const surplus = rate1 - rate2 - difference;
  const distance = side === "at-most" ? -surplus : surplus;
  const limitVariance = (size1: number, size2: number): number =>
    differenceVariance(rate1 * size1, size1, rate2 * size2, size2, difference);
  const trueVariance = (size1: number, size2: number): number =>
    (rate1 * (1 - rate1)) / size1 + (rate2 * (1 - rate2)) / size2;
  if (n2 === undefined) return asymptoticSize(distance, limitVariance(1, 1), trueVariance(1, 1), confidence, power);
  requireCount("n2", n2, 1);
  if (!(distance > 0)) return null;
  return searchedSize((n) => asymptoticChance(distance, limitVariance(n, n2), trueVariance(n, n2), confidence), power);
}

function requireGoal({ rate1, rate2, difference, confidence }: SeparateDifferenceGoal): void {
  requireShare("rate1", rate1);
  requireShare("rate2", rate2);
  if (!Number.isFinite(difference) || difference <= -1 || difference >= 1) {
    throw new RangeError(`difference must lie strictly between -1 and 1, not ${difference}`);
  }
  requireConfidence(confidence);
}

/**
 * The variance of p̂1 − p̂2 at the most likely rates that differ by exactly `difference`, for `x1` of n1 and `x2` of
 * n2. Counts need not be whole: planning asks for it at expected counts. At a difference of 0 the rates are pooled.
 *
 * The cubic of Miettinen & Nurminen 1985 (Statistics in Medicine 4:213), appendix, in its trigonometric solution.
 */
function differenceVariance(x1: number, n1: number, x2: number, n2: number, difference: number): number {
  const total = n1 + n2;
  // The cubic total p³ + b p² + c p + d for the second rate.
  const b = (n1 + 2 * n2) * difference - total - x1 - x2;
  const c = (n2 * difference - total - 2 * x2) * difference + x1 + x2;
  const d = x2 * difference * (1 - difference);
  const third = b / (3 * total);
  const v = third ** 3 - (b * c) / (6 * total * total) + d / (2 * total);
  const radius = Math.sqrt(Math.max(0, third * third - c / (3 * total)));
  const u = v >= 0 ? radius : -radius;
  const cosine = u === 0 ? 0 : Math.min(1, Math.max(-1, v / u ** 3));
  const angle = (Math.PI + Math.acos(cosine)) / 3;
  const least = Math.max(0, -difference);
  const most = Math.min(1, 1 - difference);
  const second = Math.min(most, Math.max(least, 2 * u * Math.cos(angle) - third));
  const first = Math.min(1, Math.max(0, second + difference));
  return (first * (1 - first)) / n1 + (second * (1 - second)) / n2;
}
