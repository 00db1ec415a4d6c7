import type { Entry } from "../records/entry.ts";
import type { SpendCategory, SpendBasis } from "../records/costs.ts";
import type { Money } from "../scalars/money.ts";

/** One spend line, in the currency of the cap where a rate is known. */
export interface SpendItem {
  readonly entry: Entry;
  /** Index within the entry's `spend`. */
  readonly index: number;
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
  readonly amount: Money;
  /** Rounded to the minor unit line by line, so that the rows of a memo add up to its total. */
  readonly converted: Money | undefined;
}
