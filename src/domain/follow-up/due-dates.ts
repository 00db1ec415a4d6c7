import { addMonths, type CivilDate } from "../scalars/calendar.ts";

/** The number of months after which people are asked for the actual figures. */
const DUE_MONTHS = [3, 6] as const;

/** The days on which people are asked, by the calendar of the charter. */
export function dueDates(decided: CivilDate): readonly CivilDate[] {
  return DUE_MONTHS.map((months) => addMonths(decided, months));
}
