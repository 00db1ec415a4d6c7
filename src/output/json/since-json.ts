import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import type { DateText, DecimalText, MoneyText } from "./json-texts.ts";
import type { Since, Turn } from "../../domain/standing/since.ts";

/** The day on which something changed. */
export interface TurnJson {
  readonly date: DateText;
  /** Working day of the timebox; null on other days. */
  readonly day: number | null;
  /** The entry that changed it; null where the day did. */
  readonly entry: string | null;
}

/** Since when a verdict has stood, and what was spent meanwhile. */
export interface SinceJson extends TurnJson {
  /** Whether it still stands. */
  readonly still: boolean;
  /** When it ended, came back, and so on. */
  readonly turns: readonly TurnJson[];
  /** Spent by later entries, as long as it stood. */
  readonly spent_after: MoneyText;
  /** The same in currencies without an exchange rate; part of no total. */
  readonly spent_after_without_rate: readonly MoneyText[];
  readonly hours_after: DecimalText;
  /** Ids of these entries. */
  readonly entries_after: readonly string[];
  readonly sentence: string;
}

export function sinceJson(held: Since, sentence: string): SinceJson {
  return {
    ...turnJson(held),
    still: held.still,
    turns: held.turns.map(turnJson),
    spent_after: moneyText(held.spentAfter),
    spent_after_without_rate: held.unconvertedAfter.map(moneyText),
    hours_after: shortDecimalText(held.hoursAfter),
    entries_after: held.entriesAfter,
    sentence,
  };
}

function turnJson({ entry, date, workingDay }: Turn): TurnJson {
  return { date, day: workingDay ?? null, entry: entry?.id ?? null };
}
