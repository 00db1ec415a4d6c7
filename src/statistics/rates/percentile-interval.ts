import type { Interval } from "../interval.ts";
import { requireFinite } from "../preconditions.ts";
import { rankBounds } from "./rank-bounds.ts";

/**
 * The bounds of a percentile, `share` = 0.95 for p95, from the raw values in any order and any unit. Bounds are
 * values of the sample (see `rankBounds`), right for every distribution; −∞ or ∞ where the sample is too small for
 * one, see `percentileSize`. The estimate is the smallest value with at least that share of the sample at or below it,
 * so that it agrees with counting the values within a limit.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError where there is no value, one is not finite, or share is not strictly between 0 and 1
 */
export function percentileInterval(values: readonly number[], share: number, confidence: number): Interval {
  for (const value of values) requireFinite("a value", value);
  const ranks = rankBounds(values.length, share, confidence);
  const sorted = Float64Array.from(values).sort();
  const at = (rank: number | null, none: number): number => (rank === null ? none : (sorted[rank - 1] ?? none));
  return { estimate: at(ranks.estimate, NaN), low: at(ranks.low, -Infinity), high: at(ranks.high, Infinity) };
}
