import type { EffortStanding, LoadedCost } from "../../domain/spend/effort.ts";
import type { SpendLine } from "../../domain/records/entry.ts";
import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { Replacement } from "../../domain/spend/replacement.ts";
import { replacementSentence } from "../../wording/spend.ts";
import type { BasisSpend, SpendStanding } from "../../domain/spend/spend.ts";
import type { DateText, DecimalText, MoneyText } from "./json-texts.ts";
import type { SpendBasis, SpendCategory } from "../../domain/records/costs.ts";
import type { SpendItem } from "../../domain/spend/spend-item.ts";

/** Money against the cap. A total has its parts by basis beside it. */
export interface SpendJson {
  readonly currency: string;
  readonly cap: MoneyText | null;
  readonly total: MoneyText;
  /** The total in whole units with all its digits; `total` is rounded. */
  readonly exact_total: DecimalText;
  readonly by_basis: readonly BasisSpendJson[];
  readonly remaining: MoneyText | null;
  /** The total as a fraction of the cap; may pass 1. */
  readonly share: number | null;
  readonly planned: MoneyText;
  /** Mean per working day so far. */
  readonly burn_per_day: MoneyText | null;
  /** The total at the end of the timebox at that rate. */
  readonly projected: MoneyText | null;
  /** The working day on which the projection passes the cap. */
  readonly breaks_on: DateText | null;
  /** The entry with which the total passed the cap. */
  readonly broken_by: string | null;
  readonly by_category: readonly CategorySpendJson[];
  readonly replacements: readonly ReplacementJson[];
  /** Amounts in a currency without an exchange rate; part of no total. */
  readonly unconverted: readonly UnconvertedJson[];
}

/** The part of a total that is known on one basis. */
export interface BasisSpendJson {
  readonly basis: SpendBasis;
  readonly spent: MoneyText;
  readonly entries: readonly string[];
}

export interface CategorySpendJson {
  readonly category: SpendCategory;
  readonly planned: MoneyText;
  readonly spent: MoneyText;
  readonly by_basis: readonly BasisSpendJson[];
  readonly entries: readonly string[];
}

/** An amount of an entry. */
export interface SpendItemJson {
  readonly entry: string;
  readonly date: DateText;
  readonly amount: MoneyText;
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
}

/** An amount that is known better and replaces earlier ones. */
export interface ReplacementJson extends SpendItemJson {
  readonly replaced: readonly SpendItemJson[];
  /** Null where a currency has no exchange rate. */
  readonly replaced_total: MoneyText | null;
  /** By how much the total changed. */
  readonly change: MoneyText | null;
  readonly sentence: string;
}

export interface UnconvertedJson {
  readonly amount: MoneyText;
  readonly entry: string;
}

/** Staff time. */
export interface EffortJson {
  /** Person-hours, meetings included. */
  readonly hours: DecimalText;
  readonly meeting_hours: DecimalText;
  readonly cap: DecimalText | null;
  /** At the rates of costs.yaml; null where some hours have no rate. */
  readonly cost: MoneyText | null;
  /** Hours per working day so far. */
  readonly burn_per_day: DecimalText | null;
  /** The hours at the end of the timebox at that rate. */
  readonly projected: DecimalText | null;
  /** The working day on which the projection passes the cap. */
  readonly breaks_on: DateText | null;
  /** Hours by name; null unless the charter says `show_hours_by: person`. */
  readonly by_person: Readonly<Record<string, DecimalText>> | null;
  readonly entries: readonly string[];
  /** The entry with which the hours passed their cap. */
  readonly broken_by: string | null;
}

/** Money and staff time together. */
export interface LoadedCostJson {
  /** Null where a rate is missing. */
  readonly total: MoneyText | null;
  readonly spend: MoneyText;
  readonly effort: MoneyText | null;
  /** The part of the total that is staff time, as a fraction. */
  readonly hidden_share: number | null;
  /** The rate that is missing. */
  readonly missing: "hourly-rate" | "exchange-rate" | null;
}

/** A spend line of an entry. */
export interface SpendLineJson {
  readonly amount: MoneyText;
  /** The amount in whole units with all its digits, where it has more than its currency; sums are made of it. */
  readonly exact: DecimalText | null;
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
  readonly note: string | null;
  /** For an imported amount: the model that it was spent on. */
  readonly model: string | null;
  /** The exchange rate on the day of the entry. */
  readonly rate: DecimalText | null;
  readonly tokens: TokensJson | null;
  /** Ids of the entries whose amounts this one replaces. */
  readonly replaces: readonly string[];
  /** Id of the entry whose amount replaced this one. */
  readonly replaced_by: string | null;
}

/** The tokens that an amount was calculated from. */
export interface TokensJson {
  readonly model: string;
  readonly input: number;
  readonly cached: number;
  /** How many of the input were written to the cache. */
  readonly cache_write: number;
  readonly cache_write_1h: number;
  readonly output: number;
  /** They are of requests with more tokens than this. */
  readonly above: number | null;
  readonly batch: boolean;
}

export function spendJson(spend: SpendStanding): SpendJson {
  return {
    currency: spend.currency,
    cap: money(spend.cap),
    total: moneyText(spend.total),
    exact_total: shortDecimalText(spend.exact),
    by_basis: basisJson(spend.byBasis),
    remaining: money(spend.remaining),
    share: spend.share ?? null,
    planned: moneyText(spend.planned),
    burn_per_day: money(spend.burnRate),
    projected: money(spend.projected),
    breaks_on: spend.breaksOn ?? null,
    broken_by: spend.brokenBy?.id ?? null,
    by_category: spend.byCategory.map((row) => ({
      category: row.category,
      planned: moneyText(row.planned),
      spent: moneyText(row.spent),
      by_basis: basisJson(row.byBasis),
      entries: row.entries,
    })),
    replacements: spend.replaced.replacements.map(replacementJson),
    unconverted: spend.unconverted.map((item) => ({ amount: moneyText(item.amount), entry: item.entry.id })),
  };
}

function basisJson(parts: readonly BasisSpend[]): readonly BasisSpendJson[] {
  return parts.map(({ basis, spent, entries }) => ({ basis, spent: moneyText(spent), entries }));
}

function replacementJson(replacement: Replacement): ReplacementJson {
  const { by, replaced, before, change } = replacement;
  const item = ({ entry, amount, category, basis }: SpendItem) => ({
    entry: entry.id,
    date: entry.date,
    amount: moneyText(amount),
    category,
    basis,
  });
  return {
    ...item(by),
    replaced: replaced.map(item),
    replaced_total: money(before),
    change: money(change),
    sentence: replacementSentence(replacement),
  };
}

/** People's time; by name only where the charter agreed to it. */
export function effortJson(effort: EffortStanding, byName: boolean): EffortJson {
  return {
    hours: shortDecimalText(effort.hours),
    meeting_hours: shortDecimalText(effort.meetingHours),
    cap: decimal(effort.cap),
    cost: money(effort.cost),
    burn_per_day: decimal(effort.burnRate),
    projected: decimal(effort.projected),
    breaks_on: effort.breaksOn ?? null,
    by_person: byName
      ? Object.fromEntries([...effort.byPerson].map(([name, hours]) => [name, shortDecimalText(hours)]))
      : null,
    entries: effort.entries,
    broken_by: effort.brokenBy?.id ?? null,
  };
}

export function loadedJson({ total, spend, effort, hiddenShare, missing }: LoadedCost): LoadedCostJson {
  return {
    total: money(total),
    spend: moneyText(spend),
    effort: money(effort),
    hidden_share: hiddenShare ?? null,
    missing: missing ?? null,
  };
}

/** A spend line of an entry. `replacedBy`: the entry whose amount took its place. */
export function spendLineJson(line: SpendLine, replacedBy: string | undefined): SpendLineJson {
  const { tokens } = line;
  return {
    amount: moneyText(line.amount),
    exact: decimal(line.exact),
    category: line.category,
    basis: line.basis ?? "billed",
    note: line.note ?? null,
    model: line.model ?? null,
    rate: decimal(line.rate),
    tokens:
      tokens === undefined
        ? null
        : {
            model: tokens.model,
            input: tokens.input,
            cached: tokens.cached,
            cache_write: tokens.written ?? 0,
            cache_write_1h: tokens.writtenHour ?? 0,
            output: tokens.output,
            above: tokens.above ?? null,
            batch: tokens.batch ?? false,
          },
    replaces: line.replaces ?? [],
    replaced_by: replacedBy ?? null,
  };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}

function decimal(value: Decimal | undefined): string | null {
  return value === undefined ? null : shortDecimalText(value);
}
