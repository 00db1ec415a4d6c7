import type { Entry } from "../records/entry.ts";
import { addDecimals, decimal } from "../scalars/decimal.ts";
import { roundedMoney, subtractMoney, zeroMoney, type Money } from "../scalars/money.ts";
import type { SpendStanding } from "./spend.ts";
import { lineKey } from "./replacement.ts";

/**
 * What each line that counts raises the total by, in the currency of the standing. A line of metered tokens may have
 * more digits than its currency: its part is what the rounded sum grows by, so that the parts add up to the total.
 */
export function countedAmounts({
  items,
  currency,
}: Pick<SpendStanding, "items" | "currency">): (entry: Entry, index: number) => Money | undefined {
  const amounts = new Map<string, Money>();
  let [sum, shown] = [decimal(0), zeroMoney(currency)];
  for (const { entry, index, exact } of items) {
    if (exact === undefined) continue;
    sum = addDecimals(sum, exact);
    const next = roundedMoney(sum, currency);
    amounts.set(lineKey(entry.id, index), subtractMoney(next, shown));
    shown = next;
  }
  return ({ id }, index) => amounts.get(lineKey(id, index));
}
