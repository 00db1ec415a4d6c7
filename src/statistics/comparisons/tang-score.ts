import { type PairedTable, requirePairedTable } from "./paired-table.ts";
import { requirePositive } from "../preconditions.ts";

/**
 * The score statistic for the hypothesis that the ratio of two rates on the same items is `ratio`: positive where
 * the data lie above it, falling as the ratio grows.
 *
 * "Ratio at most r, shown at confidence c" is a score ≤ −normalQuantile(c): a decision needs this one number and no
 * search. Items where neither happened do not enter. 0 where nothing happened in either.
 *
 * Tang, Tang & Chan 2003 (Statistics in Medicine 22:1217); the same as Nam & Blackwelder 2002 (21:689).
 *
 * @throws RangeError unless the table holds whole numbers from 0 up and ratio is finite and above zero
 */
export function tangScore(table: PairedTable, ratio: number): number {
  requirePairedTable(table);
  requirePositive("ratio", ratio);
  return unguardedTangScore(table, ratio);
}

/** `tangScore` for arguments already checked; counts need not be whole. */
export function unguardedTangScore(table: PairedTable, ratio: number): number {
  const { both, onlyFirst, onlySecond } = table;
  const distance = both + onlyFirst - ratio * (both + onlySecond);
  const variance = pairedRatioVariance(both, onlyFirst, onlySecond, ratio);
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : distance * Infinity;
}

/**
 * The variance of first − ratio × second, as counts, at the most likely table that has exactly that ratio. The cells
 * need not be whole, and may be shares: planning asks for it at expected tables.
 */
export function pairedRatioVariance(both: number, onlyFirst: number, onlySecond: number, ratio: number): number {
  // first − ratio × second is −ratio times second − first / ratio, so one half of the line is enough.
  if (ratio > 1) return ratio * ratio * pairedRatioVariance(both, onlySecond, onlyFirst, 1 / ratio);
  const first = both + onlyFirst;
  const second = both + onlySecond;
  const any = both + onlyFirst + onlySecond;
  // N(1 + φ)q̃ + (a + b + c)(φ − 1), with φ taken out of it. As published it subtracts nearly equal numbers twice:
  // in the discriminant, which is the sum of squares below, and where φ is small.
  const gap = second * ratio * ratio - first;
  const root = Math.sqrt(gap * gap + 4 * onlyFirst * onlySecond * ratio * ratio);
  if (root + first === 0) return 0;
  const rest = second * second * ratio * ratio - 2 * (both * any - onlyFirst * onlySecond);
  return ratio * (any - (second * ratio) / 2 + (ratio * rest) / (2 * (root + first)));
}
