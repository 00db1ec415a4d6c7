import { requireFinite } from "../preconditions.ts";

/** Size, mean and standard deviation of a sample. */
export interface SampleMoments {
  readonly n: number;
  readonly mean: number;
  /** With divisor n − 1; 0 for a single value. */
  readonly sd: number;
}

/**
 * Size, mean and standard deviation of `values`, any unit.
 *
 * Two passes, the second correcting the first (Chan, Golub & LeVeque 1983, American Statistician 37:242): the one-pass
 * formula loses every digit where the spread is small beside the mean.
 *
 * @throws RangeError where there is no value, or one is not finite
 */
export function sampleMoments(values: readonly number[]): SampleMoments {
  const n = values.length;
  if (n === 0) throw new RangeError("a sample needs at least one value");
  let first = 0;
  for (const value of values) {
    requireFinite("a value", value);
    first += value / n;
  }
  let residue = 0;
  for (const value of values) residue += value - first;
  const mean = first + residue / n;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    const deviation = value - mean;
    squares += deviation * deviation;
    rest += deviation;
  }
  const sd = n === 1 ? 0 : Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1));
  return { n, mean, sd };
}
