import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { isWorkingDay, SATURDAY_SUNDAY, workingDates } from "../../domain/records/timebox.ts";
import { problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";

/** The first day of a timebox, which is a working day: another one would be moved without a word. */
export function parseFirstDay(text: string, today: CivilDate, holidays: readonly CivilDate[]): Parsed<CivilDate> {
  const day = parseDay(text, today, "future");
  const box = { workingDays: 1, timezone: "UTC", weekend: SATURDAY_SUNDAY, holidays };
  if (!day.ok || isWorkingDay(box, day.value)) return day;
  const [first] = workingDates({ ...box, start: day.value });
  return problem("invalid-value", "a working day", {
    found: `${longDateLabel(day.value)} is none`,
    ...(first === undefined ? {} : { hint: `write ${first}` }),
  });
}
