import type { Entry, SpendLine } from "../../domain/records/entry.ts";
import { SPEND_BASES } from "../../domain/records/costs.ts";
import { currencyExponent } from "../../domain/scalars/currency.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Zone } from "../../domain/scalars/instant.ts";
import { roundedMoney } from "../../domain/scalars/money.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { modelKey } from "../../domain/spend/replacement.ts";
import type { MoneyRow, ReadMoney } from "../../imports/format.ts";
import { sumsBy } from "../../imports/money-collector.ts";
import { momentOfDay, outsideDays, type DayRange } from "./import-days.ts";
import type { ImportDraft } from "./import-drafts.ts";
import type { ImportProblems } from "./import-problems.ts";
import { onlyKey, onlyRows, type OnlyLabels } from "./only-rows.ts";
import type { ReadFile } from "./read-import.ts";

/** Rows that were not taken, and why. */
export interface LeftRows {
  readonly before: number;
  readonly after: number;
  readonly filtered: number;
  /** Lines that a bill in the log covers already. */
  readonly covered: number;
}

export interface RowContext {
  readonly zone: Zone;
  readonly nowMs: number;
  readonly days: DayRange;
  readonly only: OnlyLabels;
  /** Entries that count. */
  readonly counted: readonly Entry[];
  /** Whether the log has the very same entry. */
  readonly isKnown: (draft: ImportDraft) => boolean;
}

/** An entry for each day of a bill or a meter, with a line for each model and currency. */
export function moneyDrafts(
  file: ReadFile,
  read: ReadMoney,
  context: RowContext,
  problems: ImportProblems,
): { readonly drafts: readonly ImportDraft[]; readonly left: LeftRows } {
  const { zone, nowMs, days, only, counted } = context;
  const picked = onlyRows(file.path, read.rows, only, problems);
  const outside = picked.map(({ day }) => outsideDays(day, days));
  const rows = picked.filter((_, k) => outside[k] === undefined);
  const left = {
    before: outside.filter((why) => why === "before").length,
    after: outside.filter((why) => why === "after").length,
    filtered: read.rows.length - picked.length,
  };
  let covered = 0;
  const labels = onlyKey(only);
  const drafts = [...new Set(rows.map(({ day }) => day))].sort().flatMap((day): readonly ImportDraft[] => {
    const lines = linesOf(
      rows.filter((row) => row.day === day),
      read,
      day,
      counted,
    );
    const draftOf = (spend: readonly SpendLine[]): ImportDraft => ({
      format: file.format.name,
      key: [day, ...labels].join(" "),
      file: file.name,
      facts: { spend },
      at: momentOfDay(zone, day, nowMs),
      dated: true,
      by: { name: file.format.name },
    });
    // What was imported before the bill stays as it is: the bill names it.
    const whole = draftOf(lines);
    const open = context.isKnown(whole) ? lines : lines.filter((line) => !isCovered(line, day, counted));
    covered += lines.length - open.length;
    return open.length === 0 ? [] : [open.length === lines.length ? whole : draftOf(open)];
  });
  return { drafts, left: { ...left, covered } };
}

function linesOf(
  rows: readonly MoneyRow[],
  { basis }: ReadMoney,
  day: CivilDate,
  counted: readonly Entry[],
): readonly SpendLine[] {
  const sums = sumsBy(rows, ({ currency, model, what }) => JSON.stringify([currency, model ?? "", what ?? ""]));
  return sums
    .filter(({ amount }) => amount.digits !== 0n)
    .map(({ first, amount }): SpendLine => {
      const { currency, model, what } = first;
      const money = roundedMoney(amount, currency);
      const fine = amount.scale > (currencyExponent(currency) ?? 0);
      const line: SpendLine = {
        amount: money,
        ...(fine ? { exact: amount } : {}),
        category: "tokens",
        ...optional("note", what),
        ...optional("model", model),
        ...(basis === "billed" ? {} : { basis }),
      };
      const replaces = replacedBy(line, day, counted);
      return replaces.length === 0 ? line : { ...line, replaces };
    })
    .sort((a, b) => compare(lineName(a), lineName(b)));
}

function lineName({ amount, model = "", note = "" }: SpendLine): string {
  return JSON.stringify([model, note, amount.currency]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Imported amounts of the same day and model that are known less well: a bill takes their place. */
function replacedBy(by: SpendLine, day: CivilDate, counted: readonly Entry[]): readonly string[] {
  return ofDayAndModel(by, day, counted)
    .filter(({ line }) => rankOf(line) < rankOf(by))
    .map(({ entry }) => entry.id);
}

/** Whether the log knows it better: an estimate that comes after the bill adds nothing. */
function isCovered(line: SpendLine, day: CivilDate, counted: readonly Entry[]): boolean {
  return ofDayAndModel(line, day, counted).some((other) => rankOf(other.line) > rankOf(line));
}

function rankOf({ basis = "billed" }: SpendLine): number {
  return SPEND_BASES.indexOf(basis);
}

function ofDayAndModel(
  { model, category }: SpendLine,
  day: CivilDate,
  counted: readonly Entry[],
): readonly { readonly entry: Entry; readonly line: SpendLine }[] {
  if (model === undefined) return [];
  return counted
    .filter(({ source }) => source !== undefined && source.key.startsWith(day))
    .flatMap((entry) =>
      entry.spend
        .filter((line) => line.category === category && line.model !== undefined)
        .filter((line) => modelKey(line.model ?? "") === modelKey(model))
        .map((line) => ({ entry, line })),
    );
}
