import { requireShare } from "../preconditions.ts";

/** A `PairedTable` in expected shares of all items; what is left of 1 is neither. */
export interface PairedShares {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/**
 * The shares for two rates and their overlap: how much of the first happens on items where the second does too.
 *
 * @throws RangeError where the three are not shares, or cannot be together
 */
export function pairedShares(rate1: number, rate2: number, overlap: number): PairedShares {
  requireShare("rate1", rate1);
  requireShare("rate2", rate2);
  requireShare("overlap", overlap);
  const both = rate1 * overlap;
  // All of the second on items of the first leaves a crumb of rounding, not a share below 0.
  const onlySecond = Math.abs(rate2 - both) < 1e-15 ? 0 : rate2 - both;
  const shares = { both, onlyFirst: rate1 - both, onlySecond };
  requirePairedShares(shares);
  return shares;
}

/** Throws a RangeError unless the three are shares that do not exceed 1 together. */
export function requirePairedShares({ both, onlyFirst, onlySecond }: PairedShares): void {
  requireShare("both", both);
  requireShare("onlyFirst", onlyFirst);
  requireShare("onlySecond", onlySecond);
  const sum = both + onlyFirst + onlySecond;
  if (sum > 1 + 1e-12) throw new RangeError(`the shares of a paired table cannot add up to ${sum}`);
}
