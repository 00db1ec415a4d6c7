import { smallestWhole } from "../distributions/bisection.ts";
import { normalCdf } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { LARGEST_SIZE } from "./rate-size.ts";

/*
 * Planning by the normal approximation, shared by the tests of two arms: an estimated distance from the limit, its
 * variance per unit of sample where the truth sits on the limit (which sets the bar) and its variance where the truth
 * is as planned (which sets how often the bar is passed).
 */

/** The chance that a distance with these variances is shown to be above 0. */
export function asymptoticChance(
  distance: number,
  limitVariance: number,
  trueVariance: number,
  confidence: number,
): number {
  const surplus = distance - normalQuantile(confidence) * Math.sqrt(limitVariance);
  if (trueVariance > 0) return normalCdf(surplus / Math.sqrt(trueVariance));
  return surplus >= 0 ? 1 : 0;
}

/**
 * The size at which `asymptoticChance` is `power`, for variances that fall as 1 / size; given per unit of sample.
 * `null` where the distance is not above 0 or the size would be over ten million.
 */
export function asymptoticSize(
  distance: number,
  limitVariance: number,
  trueVariance: number,
  confidence: number,
  power: number,
): number | null {
  if (!(distance > 0)) return null;
  const effort =
    normalQuantile(confidence) * Math.sqrt(limitVariance) + normalQuantile(power) * Math.sqrt(trueVariance);
  const exact = (Math.max(0, effort) / distance) ** 2;
  if (exact > LARGEST_SIZE) return null;
  // A size that is whole but for rounding is that whole number, not the next.
  return Math.max(1, Math.ceil(exact * (1 - 1e-12)));
}

/** The smallest size with the chance wanted, for a chance that grows with size; `null` if over ten million. */
export function searchedSize(chance: (n: number) => number, power: number, least = 1): number | null {
  let [low, high] = [least, Math.max(least, 16)];
  while (high < LARGEST_SIZE && chance(high) < power) [low, high] = [high + 1, Math.min(LARGEST_SIZE, high * 4)];
  if (high === LARGEST_SIZE && chance(high) < power) return null;
  return smallestWhole((n) => chance(n) >= power, low, high);
}
