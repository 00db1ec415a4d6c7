import type { Interval } from "../interval.ts";

/**
 * The difference of two quantities estimated on separate samples, first less second, from the bounds of each at the
 * same confidence: the distances to them, added as squares. Any unit.
 *
 * Zou & Donner 2008 (Statistics in Medicine 27:1693), as Newcombe 1998 does for rates. An approximation.
 */
export function joinedDifference(first: Interval, second: Interval): Interval {
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(first.estimate - first.low, second.high - second.estimate),
    high: estimate + Math.hypot(first.high - first.estimate, second.estimate - second.low),
  };
}

/**
 * The ratio of two quantities above zero, first over second, from the bounds of each: right as often as both are right
 * together (Bonferroni), on the same sample or not. No bound above where the second may be zero or less.
 */
export function boundsRatio(first: Interval, second: Interval): Interval {
  const over = (one: number, other: number, none: number): number => (other > 0 ? one / other : none);
  return {
    estimate: first.estimate / second.estimate,
    low: first.low >= 0 ? over(first.low, second.high, 0) : over(first.low, second.low, -Infinity),
    high: first.high >= 0 ? over(first.high, second.low, Infinity) : over(first.high, second.high, 0),
  };
}
