import type { Entry } from "../records/entry.ts";
import type { SpendCategory, SpendBasis } from "../records/costs.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";

/** One spend line, in the currency of the cap where a rate is known. */
export interface SpendItem {
  readonly entry: Entry;
  /** Index within the entry's `spend`. */
  readonly index: number;
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
  readonly amount: Money;
  /** Rounded to the minor unit: what is shown of the line. */
  readonly converted: Money | undefined;
  /** The same with all its digits, which totals are made of; undefined where `converted` is. */
  readonly exact: Decimal | undefined;
}
