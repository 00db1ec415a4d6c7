import { addDays, type CivilDate } from "./calendar.ts";
import type { Costs, SpendCategory } from "./costs.ts";
import { SPEND_CATEGORIES } from "./costs.ts";
import { decimal, divideDecimals, type Decimal } from "./decimal.ts";
import type { Entry } from "./entry.ts";
import { addMoney, compareMoney, convertMoney, moneyShare, multiplyMoney, subtractMoney, sumMoney, zeroMoney, type Money } from "./money.ts";
import { workingDates, type Timebox, type TimeboxPosition } from "./timebox.ts";

/** One spend line, in the currency of the cap where a rate is known. */
export interface SpendItem {
  readonly entry: Entry;
  /** Index within the entry's `spend`. */
  readonly index: number;
  readonly category: SpendCategory;
  readonly amount: Money;
  /** Rounded to the minor unit line by line, so that the rows of a memo add up to its total. */
  readonly converted: Money | undefined;
}

export interface CategorySpend {
  readonly category: SpendCategory;
  readonly planned: Money;
  readonly spent: Money;
  readonly entries: readonly string[];
}

/** Money so far against the cap. */
export interface SpendStanding {
  readonly currency: string;
  readonly cap: Money | undefined;
  readonly total: Money;
  readonly remaining: Money | undefined;
  /** total / cap; may pass 1. */
  readonly share: number | undefined;
  readonly planned: Money;
  readonly byCategory: readonly CategorySpend[];
  readonly items: readonly SpendItem[];
  /** Lines in a currency without a rate: not in the total, and nothing can be judged while there are any. */
  readonly unconverted: readonly SpendItem[];
  /** Mean per working day begun. */
  readonly burn: Money | undefined;
  /** The total at the end of the timebox if the mean holds. */
  readonly projected: Money | undefined;
  /** The working day on which the projection passes the cap. */
  readonly breaksOn: CivilDate | undefined;
  /** The entry with which the total went over the cap. */
  readonly brokenBy: Entry | undefined;
}

export function reckoningCurrency(cap: Money | undefined, costs: Costs): string {
  return cap?.currency ?? costs.currency ?? "EUR";
}

/** `amount` in `currency`, by the rate stated with it or in costs.yaml; undefined where there is none. */
export function inCurrency(amount: Money, currency: string, costs: Costs, stated?: Decimal): Money | undefined {
  if (amount.currency === currency) return amount;
  const rate = stated ?? costs.exchange.find((exchange) => exchange.currency === amount.currency)?.rate;
  return rate === undefined ? undefined : convertMoney(amount, rate, currency);
}

export function spendStanding(
  counted: readonly Entry[],
  cap: Money | undefined,
  costs: Costs,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
): SpendStanding {
  const currency = reckoningCurrency(cap, costs);
  const items = counted.flatMap((entry) =>
    entry.spend.map((line, index): SpendItem => {
      const converted = inCurrency(line.amount, currency, costs, line.rate);
      return { entry, index, category: line.category, amount: line.amount, converted };
    }),
  );
  const known = items.filter((item) => item.converted !== undefined);
  const total = sumMoney(known.map((item) => item.converted!), currency);
  const byCategory = SPEND_CATEGORIES.map((category) => {
    const own = known.filter((item) => item.category === category);
    const planned = costs.planned.filter((line) => line.category === category);
    return {
      category,
      planned: sumMoney(planned.map((line) => inCurrency(line.amount, currency, costs) ?? zeroMoney(currency)), currency),
      spent: sumMoney(own.map((item) => item.converted!), currency),
      entries: [...new Set(own.map((item) => item.entry.id))],
    };
  }).filter((row) => row.planned.minor !== 0n || row.entries.length > 0);
  return {
    currency,
    cap,
    total,
    remaining: cap && subtractMoney(cap, total),
    share: cap && cap.minor > 0n ? moneyShare(total, cap) : undefined,
    planned: sumMoney(byCategory.map((row) => row.planned), currency),
    byCategory,
    items,
    unconverted: items.filter((item) => item.converted === undefined),
    ...projection(total, cap, timebox, position),
    brokenBy: cap && breakingEntry(known, cap),
  };
}

function projection(total: Money, cap: Money | undefined, timebox: Timebox | undefined, position: TimeboxPosition | undefined) {
  if (timebox === undefined || position === undefined || position.day === 0) {
    return { burn: undefined, projected: undefined, breaksOn: undefined };
  }
  const perDay = divideDecimals(decimal(1), decimal(position.day), 12);
  const burn = multiplyMoney(total, perDay);
  const projected = addMoney(total, multiplyMoney(total, divideDecimals(decimal(position.left), decimal(position.day), 12)));
  const breaks = cap !== undefined && compareMoney(total, cap) <= 0 && compareMoney(projected, cap) > 0;
  return { burn, projected, breaksOn: breaks ? breakDay(total, cap, timebox, position) : undefined };
}

/** The first working day whose projected total is over the cap. */
function breakDay(total: Money, cap: Money, timebox: Timebox, position: TimeboxPosition): CivilDate {
  const dates = workingDates(timebox);
  for (let day = position.day + 1; day <= position.of; day++) {
    const there = multiplyMoney(total, divideDecimals(decimal(day), decimal(position.day), 12));
    if (compareMoney(there, cap) > 0) return dates[day - 1] ?? addDays(position.end, 0);
  }
  return position.end;
}

/** The total may fall again by a refund; the entry named is the one after which it was over and stayed over. */
function breakingEntry(items: readonly SpendItem[], cap: Money): Entry | undefined {
  let total = zeroMoney(cap.currency);
  let broken: Entry | undefined;
  for (const item of items) {
    total = addMoney(total, item.converted!);
    if (compareMoney(total, cap) <= 0) broken = undefined;
    else broken ??= item.entry;
  }
  return broken;
}
