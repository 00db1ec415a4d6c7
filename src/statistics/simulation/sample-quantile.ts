import { requireFinite, requireShare } from "../preconditions.ts";

/**
 * The quantile `share` of a sample already sorted upwards, interpolating between neighbours: definition 7 of Hyndman
 * & Fan 1996 (American Statistician 50:361), the default of R and NumPy. The unit of the values. For simulated
 * samples; the percentile of measured values has bounds, see `percentileInterval`.
 *
 * @throws RangeError where there is no value or share is outside 0 to 1
 */
export function sampleQuantile(sorted: readonly number[] | Float64Array, share: number): number {
  requireShare("share", share);
  const last = sorted.length - 1;
  const place = share * last;
  const index = Math.floor(place);
  const below = sorted[index] ?? NaN;
  const above = sorted[Math.min(last, index + 1)] ?? below;
  requireFinite("the value at the quantile", below);
  requireFinite("the value above the quantile", above);
  return below + (place - index) * (above - below);
}
