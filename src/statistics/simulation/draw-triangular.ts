import { requireFinite } from "../preconditions.ts";
import type { Random } from "./xoshiro.ts";

/** Three numbers that a guess is made of, in order. */
export interface ThreePoint {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/**
 * One draw from the triangular distribution from `low` to `high` with its peak at `likely`, by inversion; the unit of
 * the three. Uses one number of `random`. All three equal: that number.
 *
 * @throws RangeError unless the three are finite and in order
 */
export function drawTriangular(random: Random, { low, likely, high }: ThreePoint): number {
  requireThreePoint(low, likely, high);
  const u = random();
  const range = high - low;
  if (range === 0) return low;
  const left = likely - low;
  const right = high - likely;
  const value = u * range < left ? low + Math.sqrt(u * range * left) : high - Math.sqrt((1 - u) * range * right);
  return Math.min(high, Math.max(low, value));
}

/** Throws a RangeError unless the three are finite and in order. */
export function requireThreePoint(low: number, likely: number, high: number): void {
  requireFinite("low", low);
  requireFinite("likely", likely);
  requireFinite("high", high);
  if (!(low <= likely && likely <= high)) {
    throw new RangeError(`low, likely and high must be in order, not ${low}, ${likely}, ${high}`);
  }
}
