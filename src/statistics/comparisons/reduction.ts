import type { Interval } from "../interval.ts";

/**
 * The relative reduction, 1 − ratio, with the bounds in their new order: the low end of the reduction belongs to the
 * high end of the ratio. An infinite ratio gives a reduction of −∞; negative reductions are increases.
 */
export function reduction(ratio: Interval): Interval {
  return { estimate: 1 - ratio.estimate, low: 1 - ratio.high, high: 1 - ratio.low };
}
