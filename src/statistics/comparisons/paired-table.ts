import { requireCount } from "../preconditions.ts";

/**
 * Outcomes of two trials on each of the same items, counted: in both, in the first only, in the second only, in
 * neither. The rates compared are (both + onlyFirst) / N and (both + onlySecond) / N.
 */
export interface PairedTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * The number of items in the table.
 *
 * @throws RangeError unless all four are whole numbers from 0 up and at least one is above 0
 */
export function requirePairedTable(table: PairedTable): number {
  requireCount("both", table.both);
  requireCount("onlyFirst", table.onlyFirst);
  requireCount("onlySecond", table.onlySecond);
  requireCount("neither", table.neither);
  const items = table.both + table.onlyFirst + table.onlySecond + table.neither;
  requireCount("the number of items", items, 1);
  return items;
}
