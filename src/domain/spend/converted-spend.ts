import type { Costs } from "../records/costs.ts";
import { addDecimals, compareDecimals, decimal, decimalNumber, type Decimal } from "../scalars/decimal.ts";
import { sumMoney, type Money } from "../scalars/money.ts";
import { otherWorth } from "./currency-worth.ts";
import type { SpendItem } from "./spend-item.ts";
import type { SpendStanding } from "./spend.ts";

/** What was spent in a foreign currency, and at which rates it is in the total. */
export interface ConvertedSpend {
  readonly amount: Money;
  /** Of its lines; the same where all were converted alike. */
  readonly lowest: Decimal;
  readonly highest: Decimal;
}

/** From this share of the total on, a reader is told what it was converted from. */
const LARGE = 0.5;

/**
 * Foreign money that a total hides: by currency, where it makes up half of the total or more, and where it might
 * do so at another rate, because the one that is stated cannot be right.
 */
export function convertedSpend({ items, exact, currency }: SpendStanding, costs: Costs): readonly ConvertedSpend[] {
  const foreign = [...new Set(items.map(({ amount }) => amount.currency))].filter((one) => one !== currency);
  return foreign.flatMap((one) => {
    const own = items.filter(({ amount, exact: part }) => amount.currency === one && part !== undefined);
    const rates = own.flatMap((item) => rateOf(item, costs) ?? []).sort(compareDecimals);
    const [lowest, highest] = [rates[0], rates.at(-1)];
    if (lowest === undefined || highest === undefined) return [];
    const part = own.reduce((sum, item) => addDecimals(sum, item.exact ?? ZERO), ZERO);
    const large = decimalNumber(part) >= LARGE * decimalNumber(exact);
    if (!large && rates.every((rate) => otherWorth(one, currency, rate) === undefined)) return [];
    const amount = sumMoney(
      own.map((item) => item.amount),
      one,
    );
    return [{ amount, lowest, highest }];
  });
}

/** The rate of a line: its own, else that of costs.yaml. */
export function rateOf({ entry, index, amount }: SpendItem, { exchange }: Costs): Decimal | undefined {
  return entry.spend[index]?.rate ?? exchange.find(({ currency }) => currency === amount.currency)?.rate;
}

const ZERO = decimal(0);
