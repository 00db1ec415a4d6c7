import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import type { JsonObject } from "./json-value.ts";
import type { Since, Turn } from "../../domain/standing/since.ts";

/**
 * Since when a criterion has held, as plain JSON. `turns`: when it stopped, held again, and so on. What was spent is
 * what later entries hold, as long as it held; `spent_after_without_rate` is in no total.
 */
export function sinceJson(held: Since, sentence: string): JsonObject {
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

/** `entry` is null where a day did it; `day` counts working days of the timebox and is null on others. */
function turnJson({ entry, date, workingDay }: Turn): JsonObject {
  return { date, day: workingDay ?? null, entry: entry?.id ?? null };
}
