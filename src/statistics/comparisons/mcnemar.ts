import { binomialAtMost, binomialProbability } from "../distributions/binomial.ts";
import { requireCount } from "../preconditions.ts";

/** The two-sided p values of McNemar's test. */
export interface McNemar {
  /** The exact conditional p: never too small. */
  readonly exact: number;
  /** The mid-p, which counts half of the outcome seen: nearer to the nominal level, at times below it. */
  readonly mid: number;
}

/**
 * McNemar's test of "no change" between two trials on the same items, from the items that changed: `onlyFirst` one
 * way, `onlySecond` the other. It answers whether there is any difference, not how large; with no item changed both
 * p values are 1.
 *
 * Exact conditional test and its mid-p as in Fagerland, Lydersen & Laake 2013 (BMC Medical Research Methodology
 * 13:91).
 *
 * @throws RangeError unless both are whole numbers from 0 up
 */
export function mcnemar(onlyFirst: number, onlySecond: number): McNemar {
  requireCount("onlyFirst", onlyFirst);
  requireCount("onlySecond", onlySecond);
  const changed = onlyFirst + onlySecond;
  requireCount("the number of changed items", changed);
  const fewer = Math.min(onlyFirst, onlySecond);
  if (changed === 0) return { exact: 1, mid: 1 };
  const seen = binomialProbability(fewer, changed, 0.5);
  // As many one way as the other: both tails contain the outcome seen, and half of it is taken off once.
  if (onlyFirst === onlySecond) return { exact: 1, mid: 1 - seen / 2 };
  const exact = Math.min(1, 2 * binomialAtMost(fewer, changed, 0.5));
  return { exact, mid: exact - seen };
}
