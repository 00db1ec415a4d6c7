import type { CivilDate } from "../../../domain/scalars/calendar.ts";
import type { DayRange } from "../import-days.ts";
import type { SpeaksOf } from "./gone-drafts.ts";

/** The days that a file covers for one account or person. */
export interface CoveredDays {
  /** What the keys of its entries say after the day: an account, a person, a filter. */
  readonly rest: string;
  readonly days: readonly CivilDate[];
}

/** As long as `2026-11-24`, with which the key of a day begins. */
const DAY = 10;

/**
 * A file covers the days from the first to the last that it has for an account or a person: outside of them, a missing
 * row means nothing.
 */
export function withinDays(covered: readonly CoveredDays[], asked: DayRange): SpeaksOf {
  const ranges = new Map(covered.map(({ rest, days }) => [rest, days.toSorted()]));
  return (_, { key }) => {
    const day = key.slice(0, DAY);
    const days = ranges.get(key.slice(DAY + 1)) ?? [];
    const [first = "", last = ""] = [days[0], days.at(-1)];
    return day >= first && day <= last && day >= (asked.first ?? "") && (asked.last === undefined || day <= asked.last);
  };
}
