import type { Interval } from "../interval.ts";
import { type PairedTable, requirePairedTable } from "./paired-table.ts";
import { requireConfidence } from "../preconditions.ts";
import { unguardedWilson } from "../rates/wilson.ts";

/**
 * The difference of two rates on the same items: first less second, which is (onlyFirst − onlySecond) / N.
 *
 * Newcombe 1998 (Statistics in Medicine 17:2635), method 10: the score bounds of the two rates joined with the
 * continuity-corrected correlation of the table, which is 0 where any margin is. Units: shares, from −1 to 1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless the table holds whole numbers from 0 up, at least one above 0
 */
export function newcombePaired(table: PairedTable, confidence: number): Interval {
  const items = requirePairedTable(table);
  requireConfidence(confidence);
  return unguardedNewcombePaired(table, items, confidence);
}

/** `newcombePaired` for arguments already checked; counts need not be whole. */
export function unguardedNewcombePaired(table: PairedTable, items: number, confidence: number): Interval {
  const first = unguardedWilson(table.both + table.onlyFirst, items, confidence);
  const second = unguardedWilson(table.both + table.onlySecond, items, confidence);
  const correlation = correctedCorrelation(table, items);
  const estimate = (table.onlyFirst - table.onlySecond) / items;
  return {
    estimate,
    low: Math.max(-1, estimate - joined(first.estimate - first.low, second.high - second.estimate, correlation)),
    high: Math.min(1, estimate + joined(first.high - first.estimate, second.estimate - second.low, correlation)),
  };
}

/** The third side of the triangle with two sides given and the correlation as the cosine between them. */
function joined(one: number, other: number, correlation: number): number {
  // The square of the difference and what is left of the product: nothing cancels as the correlation nears 1.
  return Math.sqrt((one - other) ** 2 + 2 * (1 - correlation) * one * other);
}

function correctedCorrelation({ both, onlyFirst, onlySecond, neither }: PairedTable, items: number): number {
  // Four roots, not the root of the product of four: that leaves the safe integers at about 20,000 items.
  const margins =
    Math.sqrt(both + onlyFirst) *
    Math.sqrt(onlySecond + neither) *
    Math.sqrt(both + onlySecond) *
    Math.sqrt(onlyFirst + neither);
  if (margins === 0) return 0;
  const determinant = both * neither - onlyFirst * onlySecond;
  return (determinant > 0 ? Math.max(determinant - items / 2, 0) : determinant) / margins;
}
