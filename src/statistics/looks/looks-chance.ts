import { requireCount, requireOpenShare } from "../preconditions.ts";
import { convolved, type Mass } from "./count-mass.ts";
import { growingCount } from "./growing-count.ts";
import { obrienFlemingSpent } from "./obrien-fleming.ts";

/** A growing count that is looked at several times, by O'Brien and Fleming's function. */
export interface LooksPlan {
  /** The limit to be shown, strictly between 0 and 1. */
  readonly limit: number;
  /** The chance of each trial that is taken as true, strictly between 0 and 1. */
  readonly rate: number;
  /** Cases of the last look. */
  readonly size: number;
  /** One-sided chance of a false claim over all looks. */
  readonly alpha: number;
  /** How many looks there are, at equal distances, the last one among them. */
  readonly looks: number;
}

/**
 * The chance that one of the looks shows the rate to be at least the limit, and after how many cases it stops in the
 * mean. Exact, by the recursion of `growingCount`.
 *
 * @throws RangeError outside of what the fields say
 */
export function looksChance({ limit, rate, size, alpha, looks }: LooksPlan): {
  readonly chance: number;
  readonly meanSize: number;
} {
  requireOpenShare("rate", rate);
  requireCount("size", size, 1);
  requireCount("looks", looks, 1);
  let sample = growingCount(limit);
  let mass: Mass = { first: 0, chances: Float64Array.of(1) };
  let [chance, meanSize] = [0, 0];
  for (let look = 1; look <= looks; look += 1) {
    const n = Math.round((size * look) / looks);
    if (n === sample.n) continue;
    const before = sample.n;
    const allowed = look === looks ? alpha : obrienFlemingSpent(alpha, look / looks);
    meanSize += (n - before) * (1 - chance);
    sample = sample.lookAt(n, allowed - sample.spent);
    const grown = convolved(mass, n - before, rate);
    const kept = Math.max(0, Math.min(grown.chances.length, sample.bound - grown.first));
    for (let k = kept; k < grown.chances.length; k += 1) chance += grown.chances[k]!;
    mass = { first: grown.first, chances: grown.chances.subarray(0, kept) };
  }
  return { chance, meanSize };
}
