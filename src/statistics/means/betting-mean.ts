import { bisect } from "../distributions/bisection.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite } from "../preconditions.ts";
import type { ClusterSum } from "./cluster-mean.ts";

/** What single values can be: from `least` to `most`, both included. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
}

/** No bet risks more than this part of what a value at the end of the range would take. */
export const LARGEST_STAKE = 0.75;

/**
 * The bounds of the mean of values that lie within a known range, such as scores from 1 to 5: right at least as often
 * as stated for every distribution on the range and every number of values. Any unit.
 *
 * The lower bound is the largest mean that a bet against it turns into 1 / (1 − confidence) times the stake or more, at
 * any point of the sequence; the upper bound is its mirror. Waudby-Smith & Ramdas 2023 (JRSS B 86:1), section 4: one
 * side of the hedged capital with predictable plug-in bets for a fixed number of values, largest bet 3/4.
 *
 * The order of `values` is the order of the bets: it must not depend on them (sorted values would be wrong).
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there is a value, all lie within the range, and the range is finite and not empty
 */
export function bettingMean(values: readonly number[], range: ValueRange, confidence: number): Interval {
  requireConfidence(confidence);
  const width = requireRange(range);
  requireCount("the number of values", values.length, 1);
  const units = values.map((value) => {
    requireFinite("a value", value);
    if (value < range.least || value > range.most)
      throw new RangeError(`a value must lie between ${range.least} and ${range.most}, not ${value}`);
    return { sum: (value - range.least) / width, n: 1 };
  });
  return onRange(bounds(units, confidence), range);
}

/**
 * `bettingMean` for values that come in clusters, of which only the sums and sizes are known, every value weighing the
 * same: each bet is on the sum of a cluster less what the mean would make of it. Right as often as stated however the
 * values of a cluster resemble each other. A cluster that is much larger than the others decides nearly alone.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless there is a cluster, none is empty, and every sum is possible within the range
 */
export function bettingMeanOfSums(clusters: readonly ClusterSum[], range: ValueRange, confidence: number): Interval {
  requireConfidence(confidence);
  const width = requireRange(range);
  requireCount("the number of clusters", clusters.length, 1);
  const units = clusters.map(({ sum, n }) => {
    requireCount("the size of a cluster", n, 1);
    requireFinite("the sum of a cluster", sum);
    const scaled = (sum - n * range.least) / width;
    // Sums are rounded before they come here.
    const slack = 1e-9 * n;
    if (scaled < -slack || scaled > n + slack)
      throw new RangeError(`${n} values between ${range.least} and ${range.most} cannot add up to ${sum}`);
    return { sum: Math.min(n, Math.max(0, scaled)), n };
  });
  return onRange(bounds(units, confidence), range);
}

export function requireRange({ least, most }: ValueRange): number {
  requireFinite("least", least);
  requireFinite("most", most);
  if (!(most > least)) throw new RangeError(`a range must not be empty, as from ${least} to ${most}`);
  return most - least;
}

/** Bounds on the scale from 0 to 1, on that of the values. */
export function onRange({ estimate, low, high }: Interval, { least, most }: ValueRange): Interval {
  const at = (share: number): number => (share >= 1 ? most : least + share * (most - least));
  return { estimate: at(estimate), low: at(low), high: at(high) };
}

function bounds(units: readonly ClusterSum[], confidence: number): Interval {
  const n = units.reduce((all, unit) => all + unit.n, 0);
  const estimate = units.reduce((all, unit) => all + unit.sum, 0) / n;
  const mirrored = units.map((unit) => ({ sum: unit.n - unit.sum, n: unit.n }));
  return {
    estimate,
    low: Math.min(estimate, lowerBound(units, confidence)),
    high: Math.max(estimate, 1 - lowerBound(mirrored, confidence)),
  };
}

function lowerBound(units: readonly ClusterSum[], confidence: number): number {
  const bets = plannedBets(units, confidence);
  const wanted = -Math.log(1 - confidence);
  const largest = units.reduce((most, unit) => Math.max(most, unit.n), 0);
  const isRefuted = (mean: number): boolean => {
    let capital = 0;
    for (const [k, unit] of units.entries()) {
      const stake = Math.min(bets[k]!, LARGEST_STAKE / mean);
      capital += Math.log1p((stake * (unit.sum - unit.n * mean)) / largest);
      if (capital >= wanted) return true;
    }
    return false;
  };
  return bisect(isRefuted, 0, 1);
}

/**
 * The bet on each unit by what was seen before it: √(2 ln(1/α) / (k σ²)) for k units, where σ² is the running estimate
 * that starts as if one value in the middle, with the largest variance there is, had been seen.
 */
function plannedBets(units: readonly ClusterSum[], confidence: number): readonly number[] {
  const largest = units.reduce((most, unit) => Math.max(most, unit.n), 0);
  const effort = (-2 * Math.log(1 - confidence)) / units.length;
  let [sum, n, squares] = [largest / 2, largest, 1 / 4];
  return units.map((unit, seen) => {
    const bet = Math.sqrt((effort * (seen + 1)) / squares);
    sum += unit.sum;
    n += unit.n;
    squares += ((unit.sum - (unit.n * sum) / n) / largest) ** 2;
    return bet;
  });
}
