import type { Entry, SpendLine } from "../../domain/records/entry.ts";
import { addDecimals, compareDecimals, decimal } from "../../domain/scalars/decimal.ts";
import { currencyExponent } from "../../domain/scalars/currency.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Zone } from "../../domain/scalars/instant.ts";
import type { Person } from "../../domain/scalars/person.ts";
import { exactAmount, roundedMoney } from "../../domain/scalars/money.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { modelKey } from "../../domain/spend/replacement.ts";
import type { MoneyRow, ReadMoney } from "../../imports/format.ts";
import { sumsBy } from "../../imports/money-collector.ts";
import { withinDays } from "./gone/covered-days.ts";
import type { Restated } from "./gone/gone-drafts.ts";
import { momentOfDay, outsideDays, type DayRange } from "./import-days.ts";
import type { DraftFate, ImportDraft } from "./import-drafts.ts";
import { importedOn, rankOf, type ImportedLine } from "./imported-lines.ts";
import { refuseUnnamed } from "./unnamed-bill.ts";
import type { ImportProblems } from "./import-problems.ts";
import { onlyKey, onlyRows, type OnlyLabels } from "./only-rows.ts";
import type { ReadFile } from "./read-import.ts";

/** Rows that were left out, and why. */
export interface LeftRows {
  readonly before: number;
  readonly after: number;
  readonly filtered: number;
  /** Lines that a bill in the log covers already. */
  readonly covered: number;
}

/** What the rows of one file become. */
export interface PlannedRows extends Pick<Restated, "present" | "speaksOf"> {
  readonly drafts: readonly ImportDraft[];
  readonly left: LeftRows;
}

export interface RowContext {
  readonly zone: Zone;
  readonly nowMs: number;
  readonly days: DayRange;
  readonly only: OnlyLabels;
  /** Entries that count. */
  readonly counted: readonly Entry[];
  /** The owner of the machine, for amounts that a machine counted. */
  readonly by: Person;
  /** Whether something that looks like a slip is meant (`--yes`). */
  readonly yes: boolean;
  /** What becomes of a draft. */
  readonly fateOf: (draft: ImportDraft) => DraftFate;
}

/** An entry for each day of a bill or a meter, with a line for each model and currency. */
export function moneyDrafts(
  file: ReadFile,
  read: ReadMoney,
  context: RowContext,
  problems: ImportProblems,
): PlannedRows {
  const { zone, nowMs, days, only, counted, by, yes } = context;
  const picked = onlyRows(file.path, read.rows, only, problems);
  const outside = picked.map(({ day }) => outsideDays(day, days));
  const rows = picked.filter((_, k) => outside[k] === undefined);
  const left = {
    before: rowCount(picked.filter((_, k) => outside[k] === "before")),
    after: rowCount(picked.filter((_, k) => outside[k] === "after")),
    filtered: read.count - rowCount(picked),
  };
  let known = 0;
  const rest = [...(read.own === true ? [by.name] : []), ...onlyKey(only)];
  const slices = new Map<string, MoneyRow[]>();
  for (const row of rows) {
    const key = [row.day, ...ofSlice(row.slice)].join(" ");
    slices.set(key, [...(slices.get(key) ?? []), row]);
  }
  const keys = [...slices.keys()].sort();
  const present = new Set<string>();
  const drafts = keys.flatMap((slice): readonly ImportDraft[] => {
    const own = slices.get(slice)!;
    const { day } = own[0]!;
    const key = [slice, ...rest].join(" ");
    const lines = linesOf(own, read, day, counted);
    const draftOf = (spend: readonly SpendLine[]): ImportDraft => ({
      format: file.format.name,
      key,
      file: file.name,
      facts: { spend },
      at: momentOfDay(zone, day, nowMs),
      dated: true,
      day,
      by: { name: file.format.name },
    });
    if (lines.length === 0) return [];
    present.add(key);
    const whole = draftOf(lines);
    const fate = context.fateOf(whole);
    // Entries that were imported before the bill stay as they are: the bill names them.
    if (fate.fate === "same") return [whole];
    if (!yes && read.own === true && fate.fate === "changed")
      refuseShrunk(file.path, day, lines, fate.replaces, problems);
    const open = lines.filter((line) => !isCovered(line, day, counted));
    known += lines.length - open.length;
    if (open.length === 0) return [];
    if (!yes) refuseUnnamed({ format: file.format.name, path: file.path, day, lines: open, counted }, problems);
    return [open.length === lines.length ? whole : draftOf(open)];
  });
  const covered = coveredDays(read).map(({ slice, days: all }) => ({
    rest: [...ofSlice(slice), ...rest].join(" "),
    days: all,
  }));
  // Machines delete their counts after some weeks, but the money was spent all the same.
  const speaksOf = read.own === true ? () => false : withinDays(covered, days);
  return { drafts, left: { ...left, covered: known }, present, speaksOf };
}

function ofSlice(slice: string | undefined): readonly string[] {
  return slice === undefined ? [] : [slice];
}

/** The days of each account, with those on which nothing was spent. */
function coveredDays({ rows, free }: ReadMoney): readonly { readonly slice: string | undefined; days: CivilDate[] }[] {
  const slices = [...new Set(rows.map(({ slice }) => slice))];
  return slices.map((slice) => ({
    slice,
    days: [...free, ...rows.filter((row) => row.slice === slice).map(({ day }) => day)],
  }));
}

/**
 * The count of a machine for a day only grows: a smaller one comes from another machine, and would replace the first.
 */
function refuseShrunk(
  path: string,
  day: CivilDate,
  lines: readonly SpendLine[],
  before: Entry,
  problems: ImportProblems,
): void {
  const [now, then] = [lines, before.spend].map((all) => all.map(exactAmount).reduce(addDecimals, decimal(0)));
  if (compareDecimals(now!, then!) < 0)
    problems.add(
      `${path}: its amount for ${day} is smaller than that of ${before.id}, which it would replace`,
      'for a second machine, add --by "Your Name, laptop"; if sessions were deleted, leave the day ' +
        "out with --since; or add --yes to replace it",
    );
}

/** How many rows of the source they are. */
function rowCount(rows: readonly MoneyRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function linesOf(
  rows: readonly MoneyRow[],
  { basis }: ReadMoney,
  day: CivilDate,
  counted: readonly Entry[],
): readonly SpendLine[] {
  const sums = sumsBy(rows, ({ currency, model, what, category }) =>
    JSON.stringify([currency, model ?? "", what ?? "", category ?? ""]),
  );
  return sums
    .filter(({ amount }) => amount.digits !== 0n)
    .map(({ first, amount }): SpendLine => {
      const { currency, model, what, category = "tokens" } = first;
      const money = roundedMoney(amount, currency);
      const fine = amount.scale > (currencyExponent(currency) ?? 0);
      const line: SpendLine = {
        amount: money,
        ...(fine ? { exact: amount } : {}),
        category,
        ...optional("note", what),
        ...optional("model", model),
        ...(basis === "billed" ? {} : { basis }),
      };
      const replaces = replacedBy(line, day, counted);
      return replaces.length === 0 ? line : { ...line, replaces };
    })
    .sort((a, b) => compare(lineName(a), lineName(b)));
}

function lineName({ amount, model = "", note = "", category }: SpendLine): string {
  return JSON.stringify([model, note, category, amount.currency]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Imported amounts of the same day and model that are less certain; a bill replaces them. */
function replacedBy(by: SpendLine, day: CivilDate, counted: readonly Entry[]): readonly string[] {
  return ofDayAndModel(by, day, counted)
    .filter(({ line }) => rankOf(line) < rankOf(by))
    .map(({ entry }) => entry.id);
}

/** Whether the log has a better figure: an estimate that comes after the bill adds nothing. */
function isCovered(line: SpendLine, day: CivilDate, counted: readonly Entry[]): boolean {
  return ofDayAndModel(line, day, counted).some((other) => rankOf(other.line) > rankOf(line));
}

function ofDayAndModel(
  { model, category }: SpendLine,
  day: CivilDate,
  counted: readonly Entry[],
): readonly ImportedLine[] {
  if (model === undefined) return [];
  return importedOn(day, counted)
    .filter(({ line }) => line.category === category && line.model !== undefined)
    .filter(({ line }) => modelKey(line.model ?? "") === modelKey(model));
}
