import { addMoney, zeroMoney, type Money } from "../scalars/money.ts";
import type { SpendStanding } from "./spend.ts";

/** What was spent after an instant. */
export interface SpendSince {
  readonly total: Money;
  /** Amounts in a currency without a rate: not in the total. */
  readonly unconverted: readonly Money[];
  readonly entries: readonly string[];
}

export function spendSince({ items, currency }: SpendStanding, epochMs: number): SpendSince {
  const since = items.filter(({ entry }) => entry.at.epochMs > epochMs);
  return {
    total: since.reduce(
      (sum, { converted }) => (converted === undefined ? sum : addMoney(sum, converted)),
      zeroMoney(currency),
    ),
    unconverted: since.filter(({ converted }) => converted === undefined).map(({ amount }) => amount),
    entries: [...new Set(since.map(({ entry }) => entry.id))],
  };
}
