import type { Interval } from "../interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { type PairedTable, requirePairedTable } from "./paired-table.ts";
import { requireConfidence } from "../preconditions.ts";
import { ratioCrossing } from "./ratio-crossing.ts";
import { unguardedTangScore } from "./tang-score.ts";

/**
 * The ratio of two rates on the same items, (both + onlyFirst) / (both + onlySecond), by the score method. A relative
 * reduction is 1 − ratio; see `reduction`.
 *
 * First rate 0: the ratio is 0 and so is its lower bound. Second rate 0: the upper bound is infinite, and so is the
 * estimate, or NaN where the first is 0 too; then the lower bound is 0. Otherwise 0 < low ≤ estimate ≤ high < ∞.
 *
 * Tang, Tang & Chan 2003 (Statistics in Medicine 22:1217); the same as Nam & Blackwelder 2002 (21:689). Bounds by
 * bisection on the logarithm of the ratio.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless the table holds whole numbers from 0 up, at least one above 0
 */
export function tangRatio(table: PairedTable, confidence: number): Interval {
  requirePairedTable(table);
  requireConfidence(confidence);
  return unguardedTangRatio(table, confidence);
}

/** `tangRatio` for arguments already checked; counts need not be whole. */
export function unguardedTangRatio(table: PairedTable, confidence: number): Interval {
  const z = normalQuantile(confidence);
  const first = table.both + table.onlyFirst;
  const second = table.both + table.onlySecond;
  const estimate = first / second;
  const score = (ratio: number): number => unguardedTangScore(table, ratio);
  // With half an item added to each there is always a finite ratio above zero to search from.
  const centre = (first + 0.5) / (second + 0.5);
  return {
    estimate,
    low: first === 0 ? 0 : Math.min(estimate, ratioCrossing(score, z, centre)),
    high: second === 0 ? Infinity : Math.max(estimate, ratioCrossing(score, -z, centre)),
  };
}
