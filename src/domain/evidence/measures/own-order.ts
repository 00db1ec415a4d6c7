import { seededRandom } from "../../../statistics/simulation/xoshiro.ts";

/**
 * The same items in an order that is made from what they are, and not from how they were written: bets on values need
 * an order that does not depend on them, and an entry that was written by hand may have them sorted. Sorted downwards,
 * the bound of a mean was wrong in 52 to 61% of samples instead of 5%; in this order it is as right as in the order in
 * which they were drawn.
 *
 * @param textOf says the same of two items that are the same
 */
export function inOwnOrder<T>(items: readonly T[], textOf: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => [textOf(item), item] as const);
  keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const random = seededRandom(hashOf(keyed.map(([text]) => text)));
  const ordered = keyed.map(([, item]) => item);
  for (let last = ordered.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [ordered[last], ordered[other]] = [ordered[other]!, ordered[last]!];
  }
  return ordered;
}

/** FNV-1a over all texts, as a whole number of 32 bits. */
function hashOf(texts: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
    hash = Math.imul(hash ^ SEPARATOR, 0x01000193);
  }
  return hash >>> 0;
}

const SEPARATOR = 32;
