import type { EffortStanding, LoadedCost } from "../../domain/spend/effort.ts";
import type { SpendLine } from "../../domain/records/entry.ts";
import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { Replacement } from "../../domain/spend/replacement.ts";
import { replacementSentence } from "../../wording/spend.ts";
import type { BasisSpend, SpendStanding } from "../../domain/spend/spend.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import type { SpendItem } from "../../domain/spend/spend-item.ts";

/** Money against the cap, its parts by basis beside every total. */
export function spendJson(spend: SpendStanding): JsonObject {
  return {
    currency: spend.currency,
    cap: money(spend.cap),
    total: moneyText(spend.total),
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

function basisJson(parts: readonly BasisSpend[]): JsonValue {
  return parts.map(({ basis, spent, entries }) => ({ basis, spent: moneyText(spent), entries }));
}

function replacementJson(replacement: Replacement): JsonObject {
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
export function effortJson(effort: EffortStanding, byName: boolean): JsonObject {
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

export function loadedJson({ total, spend, effort, hiddenShare, missing }: LoadedCost): JsonObject {
  return {
    total: money(total),
    spend: moneyText(spend),
    effort: money(effort),
    hidden_share: hiddenShare ?? null,
    missing: missing ?? null,
  };
}

/** A spend line of an entry. `replacedBy`: the entry whose amount took its place. */
export function spendLineJson(line: SpendLine, replacedBy: string | undefined): JsonObject {
  const { tokens } = line;
  return {
    amount: moneyText(line.amount),
    category: line.category,
    basis: line.basis ?? "billed",
    note: line.note ?? null,
    rate: decimal(line.rate),
    tokens:
      tokens === undefined
        ? null
        : { model: tokens.model, input: tokens.input, cached: tokens.cached, output: tokens.output },
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
