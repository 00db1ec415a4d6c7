import type { CivilDate } from "../scalars/calendar.ts";
import { SPEND_BASES, SPEND_CATEGORIES, type Costs, type SpendBasis, type SpendCategory } from "../records/costs.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Entry } from "../records/entry.ts";
import {
  addMoney,
  compareMoney,
  convertMoney,
  moneyShare,
  subtractMoney,
  sumMoney,
  zeroMoney,
  type Money,
} from "../scalars/money.ts";
import { burnRateOf } from "./burn-rate.ts";
import { replacementsAmong, type Replacements } from "./replacement.ts";
import type { Timebox, TimeboxPosition } from "../records/timebox.ts";
import type { SpendItem } from "./spend-item.ts";

/** What of a total is known how well. Parts are listed best first, and only those that have lines. */
export type BasisSpend = {
  readonly basis: SpendBasis;
  readonly spent: Money;
  readonly entries: readonly string[];
};

export interface CategorySpend {
  readonly category: SpendCategory;
  readonly planned: Money;
  readonly spent: Money;
  readonly byBasis: readonly BasisSpend[];
  readonly entries: readonly string[];
}

/** Money so far against the cap: each purchase once, by the amount of it that is known best. */
export interface SpendStanding {
  readonly currency: string;
  readonly cap: Money | undefined;
  readonly total: Money;
  readonly remaining: Money | undefined;
  /** total / cap; may pass 1. */
  readonly share: number | undefined;
  readonly planned: Money;
  readonly byCategory: readonly CategorySpend[];
  /** The total taken apart: what differs in basis is never shown as one without it. */
  readonly byBasis: readonly BasisSpend[];
  /** Lines that count, oldest first. */
  readonly items: readonly SpendItem[];
  /** What took the place of what; replaced lines are not among `items`. */
  readonly replaced: Omit<Replacements, "counted">;
  /** Lines in a currency without a rate: not in the total, and nothing can be judged while there are any. */
  readonly unconverted: readonly SpendItem[];
  /** Mean per working day begun. */
  readonly burnRate: Money | undefined;
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

/**
 * Money spent by the entries that count, in the currency of the cap (else of costs.yaml, else EUR). Amounts in another
 * currency are converted at the rate that stands with them, else at that of costs.yaml, rounded half to even to the
 * minor unit; those without a rate are in `unconverted` and in no total. An amount that a better known one replaces
 * counts no more. The burn rate is the mean per working day begun, and the projection carries it to the end of the
 * timebox.
 *
 * @param position where the day of the standing lies in the timebox; without it nothing is projected
 */
export function spendStanding(
  counted: readonly Entry[],
  cap: Money | undefined,
  costs: Costs,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
): SpendStanding {
  const currency = reckoningCurrency(cap, costs);
  const { counted: items, ...replaced } = replacementsAmong(spendItems(counted, currency, costs), currency);
  const known = items.filter((item) => item.converted !== undefined);
  const total = totalOf(known, currency);
  const byCategory = SPEND_CATEGORIES.map((category) => {
    const own = known.filter((item) => item.category === category);
    const planned = costs.planned.filter((line) => line.category === category);
    return {
      category,
      planned: sumMoney(
        planned.map((line) => inCurrency(line.amount, currency, costs) ?? zeroMoney(currency)),
        currency,
      ),
      spent: totalOf(own, currency),
      byBasis: basisParts(own, currency),
      entries: entriesOf(own),
    };
  }).filter((row) => row.planned.minor !== 0n || row.entries.length > 0);
  const pace = burnRateOf(total.minor, cap?.minor, timebox, position);
  return {
    currency,
    cap,
    total,
    remaining: cap && subtractMoney(cap, total),
    share: cap && cap.minor > 0n ? moneyShare(total, cap) : undefined,
    planned: sumMoney(
      byCategory.map((row) => row.planned),
      currency,
    ),
    byCategory,
    byBasis: basisParts(known, currency),
    items,
    replaced,
    unconverted: items.filter((item) => item.converted === undefined),
    burnRate: pace && { minor: pace.perDay, currency },
    projected: pace && { minor: pace.projected, currency },
    breaksOn: pace?.breaksOn,
    brokenBy: cap && breakingEntry(known, cap),
  };
}

function spendItems(counted: readonly Entry[], currency: string, costs: Costs): readonly SpendItem[] {
  return counted.flatMap((entry) =>
    entry.spend.map(({ amount, category, basis = "billed", rate }, index): SpendItem => {
      return { entry, index, category, basis, amount, converted: inCurrency(amount, currency, costs, rate) };
    }),
  );
}

/** What of amounts that have a rate is known how well, best first. */
export function basisParts(known: readonly SpendItem[], currency: string): readonly BasisSpend[] {
  return SPEND_BASES.map((basis) => {
    const own = known.filter((item) => item.basis === basis);
    return { basis, spent: totalOf(own, currency), entries: entriesOf(own) };
  })
    .filter(({ entries }) => entries.length > 0)
    .reverse();
}

function totalOf(known: readonly SpendItem[], currency: string): Money {
  return sumMoney(
    known.map((item) => item.converted!),
    currency,
  );
}

function entriesOf(items: readonly SpendItem[]): readonly string[] {
  return [...new Set(items.map((item) => item.entry.id))];
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
