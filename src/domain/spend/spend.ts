import type { CivilDate } from "../scalars/calendar.ts";
import { SPEND_BASES, SPEND_CATEGORIES, type Costs, type SpendBasis, type SpendCategory } from "../records/costs.ts";
import { addDecimals, decimal, DecimalSum, multiplyDecimals, type Decimal } from "../scalars/decimal.ts";
import type { Entry, SpendLine } from "../records/entry.ts";
import {
  compareMoney,
  convertMoney,
  moneyDecimal,
  moneyShare,
  roundedMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
  type Money,
} from "../scalars/money.ts";
import { burnRateOf } from "./burn-rate.ts";
import { NO_PAST, overshoot, overSince, type Overshoot, type Past } from "./over-cap.ts";
import { replacementsAmong, type Replacements } from "./replacement.ts";
import type { Timebox, TimeboxPosition } from "../records/timebox.ts";
import type { SpendItem } from "./spend-item.ts";
import { saying } from "../records/log.ts";

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
  /** The total with all its digits, in whole units of the currency; `total` is rounded for showing. */
  readonly exact: Decimal;
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
  /** The first entry with which the total went over the cap, where something has taken it back since. */
  readonly wasOver: Overshoot | undefined;
}

export function spendCurrency(cap: Money | undefined, costs: Costs): string {
  return cap?.currency ?? costs.currency ?? "EUR";
}

/** `amount` in `currency`, by the rate stated with it or in costs.yaml; undefined if there is none. */
export function inCurrency(amount: Money, currency: string, costs: Costs, stated?: Decimal): Money | undefined {
  if (amount.currency === currency) return amount;
  const rate = stated ?? costs.exchange.find((exchange) => exchange.currency === amount.currency)?.rate;
  return rate === undefined ? undefined : convertMoney(amount, rate, currency);
}

/**
 * Money spent by the entries that count, in the currency of the cap (else of costs.yaml, else EUR). Amounts in another
 * currency are converted at the rate that stands with them, else at that of costs.yaml, rounded half to even to the
 * minor unit; those without a rate are in `unconverted` and in no total. Amounts with more digits than their currency
 * are added up with all of them, and what is shown is rounded so that its parts still add up. An amount that a better
 * known one replaces counts no more. The burn rate is the mean per working day begun, and the projection carries it to
 * the end of the timebox.
 *
 * @param position where the day of the standing lies in the timebox; without it nothing is projected
 * @param past what no longer counts: the cap may have been passed with it
 */
export function spendStanding(
  counted: readonly Entry[],
  cap: Money | undefined,
  costs: Costs,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
  past: Past = NO_PAST,
): SpendStanding {
  const currency = spendCurrency(cap, costs);
  const { counted: items, ...replaced } = replacementsAmong(spendItems(counted, currency, costs), currency);
  const unconverted = items.filter((item) => item.converted === undefined);
  const known = unconverted.length === 0 ? items : items.filter((item) => item.converted !== undefined);
  const parts = roundedParts(known, currency);
  const exact = exactSum(parts);
  const total = partsTotal(parts, currency);
  const byCategory = SPEND_CATEGORIES.map((category) => {
    const own = parts.filter((part) => part.category === category);
    const planned = costs.planned.filter((line) => line.category === category);
    return {
      category,
      planned: sumMoney(
        planned.map((line) => inCurrency(line.amount, currency, costs) ?? zeroMoney(currency)),
        currency,
      ),
      spent: partsTotal(own, currency),
      byBasis: byBasisOf(own, known, currency),
      entries: entriesOf(itemsOf(own, known)),
    };
  }).filter((row) => row.planned.minor !== 0n || row.entries.length > 0);
  const brokenBy = cap && compareMoney(total, cap) > 0 ? overSince(known, cap, past.seenMs) : undefined;
  return {
    currency,
    cap,
    total,
    exact,
    remaining: cap && subtractMoney(cap, total),
    share: cap && cap.minor > 0n ? moneyShare(total, cap) : undefined,
    planned: sumMoney(
      byCategory.map((row) => row.planned),
      currency,
    ),
    byCategory,
    byBasis: byBasisOf(parts, known, currency),
    items,
    replaced,
    unconverted,
    ...spendPace(total, cap, timebox, position),
    brokenBy,
    wasOver:
      cap === undefined || brokenBy !== undefined
        ? undefined
        : overshoot(
            known,
            cap,
            {
              replacements: replaced.replacements,
              withdrawn: past.withdrawn.flatMap(({ entry, by }) =>
                spendItems([entry], currency, costs).map((item) => ({ item, by })),
              ),
            },
            past.seenMs,
          ),
  };
}

/** How fast money is spent, and where that leads, as of a day of the timebox. */
export function spendPace(
  { minor, currency }: Money,
  cap: Money | undefined,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
): Pick<SpendStanding, "burnRate" | "projected" | "breaksOn"> {
  const pace = burnRateOf(minor, cap?.minor, timebox, position);
  return {
    burnRate: pace && { minor: pace.perDay, currency },
    projected: pace && { minor: pace.projected, currency },
    breaksOn: pace?.breaksOn,
  };
}

/** The lines of entries, each converted as it is in the total. */
export function spendItems(counted: readonly Entry[], currency: string, costs: Costs): readonly SpendItem[] {
  const items: SpendItem[] = [];
  for (const entry of saying(counted, "spend"))
    for (let index = 0; index < entry.spend.length; index++)
      items.push(spendItem(entry, index, entry.spend[index]!, currency, costs));
  return items;
}

function spendItem(entry: Entry, index: number, line: SpendLine, currency: string, costs: Costs): SpendItem {
  const { amount, category, basis = "billed", rate } = line;
  const stated = inCurrency(amount, currency, costs, rate);
  const known = stated === undefined ? undefined : exactIn(line, currency, costs);
  const exact = known ?? (stated && moneyDecimal(stated));
  const converted = known === undefined ? stated : roundedMoney(known, currency);
  return { entry, index, category, basis, amount, converted, exact };
}

/** A line that is known to more digits than its currency has, in `currency` with all of them; else undefined. */
function exactIn({ amount, exact, rate }: SpendLine, currency: string, costs: Costs): Decimal | undefined {
  if (exact === undefined || amount.currency === currency) return exact;
  const stated = rate ?? costs.exchange.find((exchange) => exchange.currency === amount.currency)?.rate;
  return stated && multiplyDecimals(exact, stated);
}

/** What amounts of one category are known how well come to. */
interface SpendPart {
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
  /** Oldest first. */
  readonly items: readonly SpendItem[];
  readonly exact: Decimal;
  readonly spent: Money;
}

/**
 * What is spent by category and basis. Each part is what the rounded sum grows by when it is added, so that parts add
 * up to the rounded total, and none is off by more than a minor unit.
 */
function roundedParts(known: readonly SpendItem[], currency: string): readonly SpendPart[] {
  const byKind = new Map<SpendCategory, Map<SpendBasis, SpendItem[]>>();
  for (const item of known) {
    let ofCategory = byKind.get(item.category);
    if (ofCategory === undefined) byKind.set(item.category, (ofCategory = new Map()));
    const same = ofCategory.get(item.basis);
    if (same === undefined) ofCategory.set(item.basis, [item]);
    else same.push(item);
  }
  let [sum, shown] = [ZERO, zeroMoney(currency)];
  return SPEND_CATEGORIES.flatMap((category) =>
    SPEND_BASES.flatMap((basis): readonly SpendPart[] => {
      const items = byKind.get(category)?.get(basis);
      if (items === undefined) return [];
      const exact = exactSum(items);
      sum = addDecimals(sum, exact);
      const next = roundedMoney(sum, currency);
      const spent = subtractMoney(next, shown);
      shown = next;
      return [{ category, basis, items, exact, spent }];
    }),
  );
}

const ZERO = decimal(0);

function exactSum(amounts: readonly { readonly exact: Decimal | undefined }[]): Decimal {
  const sum = new DecimalSum();
  for (const { exact } of amounts) if (exact !== undefined) sum.add(exact);
  return sum.value();
}

/** The lines of some of the parts, oldest first. */
function itemsOf(parts: readonly SpendPart[], known: readonly SpendItem[]): readonly SpendItem[] {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first?.items ?? [];
  return known.filter((item) =>
    parts.some(({ category, basis }) => category === item.category && basis === item.basis),
  );
}

/** What of amounts that have a rate is known how well, best first; in any order. */
export function basisParts(known: readonly SpendItem[], currency: string): readonly BasisSpend[] {
  const parts = byBasisOf(roundedParts(known, currency), known, currency);
  return parts.map((part) => ({ ...part, entries: [...new Set(part.entries)] }));
}

/** @param known all lines, oldest first */
function byBasisOf(parts: readonly SpendPart[], known: readonly SpendItem[], currency: string): readonly BasisSpend[] {
  return SPEND_BASES.map((basis) => {
    const own = parts.filter((part) => part.basis === basis);
    return { basis, spent: partsTotal(own, currency), entries: entriesOf(itemsOf(own, known)) };
  })
    .filter(({ entries }) => entries.length > 0)
    .reverse();
}

function partsTotal(parts: readonly { readonly spent: Money }[], currency: string): Money {
  return sumMoney(
    parts.map(({ spent }) => spent),
    currency,
  );
}

/** Lines of one entry stand side by side, as they do in the log. */
function entriesOf(items: readonly SpendItem[]): readonly string[] {
  const ids: string[] = [];
  let last: Entry | undefined;
  for (const { entry } of items) {
    if (entry !== last) ids.push(entry.id);
    last = entry;
  }
  return ids;
}
