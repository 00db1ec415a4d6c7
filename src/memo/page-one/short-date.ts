import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";

/** `20 Nov`: page one speaks of a few weeks, and says the year once, at its top. */
export function shortDate(date: CivilDate): string {
  return dateLabel(date).replace(/^\S+ /, "");
}
