import { bisect } from "../distributions/bisection.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireFinite, requireNonNegative } from "../preconditions.ts";
import { onRange, requireRange, type ValueRange } from "./betting-mean.ts";
import type { SampleMoments } from "./sample-moments.ts";

/** Between one bet of the grid and the next. */
const STEP = 1.4;

/**
 * The bounds of the mean of values within a known range, of which only size, mean and standard deviation are known:
 * right at least as often as stated, whatever the values were. Wider than `bettingMean` of the values themselves.
 *
 * The bets are fixed beforehand, as in the grid of Waudby-Smith & Ramdas 2023 (JRSS B 86:1, appendix on "grid Kelly"),
 * so that the order of the values does not matter, and the values are taken to be the ones with these moments that let
 * the bets win least: those at the far end of the range and at one other point (the lower principal representation of
 * Karlin & Studden 1966, since the third derivative of the logarithm is positive).
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless n is a whole number from 1 up, the range is finite and not empty, and values within it can
 *   have this mean and this deviation
 */
export function boundedMean({ n, mean, sd }: SampleMoments, range: ValueRange, confidence: number): Interval {
  requireCount("n", n, 1);
  requireFinite("mean", mean);
  requireNonNegative("sd", sd);
  requireConfidence(confidence);
  const width = requireRange(range);
  const estimate = (mean - range.least) / width;
  const variance = ((sd / width) ** 2 * (n - 1)) / n;
  if (!isPossible({ n, mean, sd }, range))
    throw new RangeError(`values between ${range.least} and ${range.most} cannot have a mean of ${mean} and sd ${sd}`);
  const share = Math.min(1, Math.max(0, estimate));
  return onRange(
    {
      estimate: share,
      low: Math.min(share, lowerBound(share, variance, n, confidence)),
      high: Math.max(share, 1 - lowerBound(1 - share, variance, n, confidence)),
    },
    range,
  );
}

/** Moments are written with a few digits: so much more than the range allows is still rounding. */
const ROUNDING = 0.005;

/** Whether values within the range can have this mean and this standard deviation, as closely as both are written. */
export function isPossible({ n, mean, sd }: SampleMoments, { least, most }: ValueRange): boolean {
  const slack = ROUNDING * (most - least);
  if (mean < least - slack || mean > most + slack) return false;
  const largest = Math.sqrt((Math.max(0, (mean - least) * (most - mean)) * n) / Math.max(1, n - 1));
  return sd <= largest + slack;
}

/** @param variance with divisor n */
function lowerBound(mean: number, variance: number, n: number, confidence: number): number {
  if (mean === 0) return 0;
  const wanted = -Math.log(1 - confidence);
  const bets = betGrid(n, wanted);
  // The values that win least: at 0, and at one point above the mean, which rounded moments may put beyond 1.
  const other = mean + variance / mean;
  const share = mean / other;
  const isRefuted = (limit: number): boolean => {
    const wins = bets.map(
      (bet) => n * (share * Math.log1p(bet * (other / limit - 1)) + (1 - share) * Math.log1p(-bet)),
    );
    const best = Math.max(...wins);
    const capital = wins.reduce((sum, win) => sum + Math.exp(win - best), 0) / bets.length;
    return best + Math.log(capital) >= wanted;
  };
  return bisect(isRefuted, 0, 1);
}

/** Parts of the stake that a value at the end of the range would take, from about the smallest that can be best up. */
function betGrid(n: number, wanted: number): readonly number[] {
  const smallest = Math.min(0.5, 0.5 * Math.sqrt((2 * wanted) / n));
  const steps = Math.ceil(Math.log(1 / smallest) / Math.log(STEP));
  return Array.from({ length: steps + 1 }, (_, k) => Math.min(1 - 2 ** -30, smallest ** (1 - k / steps)));
}
