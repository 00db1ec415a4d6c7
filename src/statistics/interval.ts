/**
 * An estimate between two one-sided bounds.
 *
 * Each bound holds by itself at the confidence it was asked for: `low` is at or below the truth with that
 * probability, and so is `high` at or above it. Together they are the two ends of the two-sided interval at
 * `2 × confidence − 1` (95 % one-sided is 90 % two-sided). Units are those of the estimate: a share between 0 and
 * 1, a difference of shares, a ratio, or the unit of the values measured.
 *
 * An infinite bound means that the data sets no limit on that side. A `NaN` estimate means that the data gives none
 * (a ratio of nothing to nothing); the bounds are numbers even then.
 */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** On which side of a limit a quantity is to be shown to lie; the limit itself counts as reached. */
export type Side = "at-least" | "at-most";
