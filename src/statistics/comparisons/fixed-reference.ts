import type { Interval } from "../interval.ts";
import { requireFinite, requireInterval, requirePositive } from "../preconditions.ts";

/**
 * The difference of a measured quantity to a reference taken as exact: estimate and bounds less the reference. What
 * uncertainty the reference has is not in the result; the caller has to say so. Any unit, the same for both.
 *
 * @throws RangeError unless `reference` is finite and the rest are numbers
 */
export function differenceToFixed(measured: Interval, reference: number): Interval {
  requireInterval("what was measured", measured);
  requireFinite("reference", reference);
  return {
    estimate: measured.estimate - reference,
    low: measured.low - reference,
    high: measured.high - reference,
  };
}

/**
 * The ratio of a measured quantity to a reference taken as exact: estimate and bounds over the reference, which has
 * to be above zero. `reduction(ratioToFixed(…))` is the relative reduction.
 *
 * @throws RangeError unless `reference` is finite and above zero and the rest are numbers
 */
export function ratioToFixed(measured: Interval, reference: number): Interval {
  requireInterval("what was measured", measured);
  requirePositive("reference", reference);
  return {
    estimate: measured.estimate / reference,
    low: measured.low / reference,
    high: measured.high / reference,
  };
}
