import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { addDecimals, compareDecimals, decimal, type Decimal } from "../../domain/scalars/decimal.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Check } from "../check.ts";
import { hoursLabel } from "../../domain/scalars/labels.ts";
import { saying } from "../../domain/records/log.ts";

const DAY = decimal(24);
const NONE = decimal(0);

/** A day of one person: their own hours, and how long the meetings lasted that they logged. Nobody has more than 24. */
export const hoursOfDay: Check = {
  name: "hours-of-day",
  codes: ["hours-over-a-day"],
  run({ log }) {
    const people = new Map<string, Map<CivilDate, Decimal>>();
    const found: Diagnostic[] = [];
    for (const entry of saying(log.counted, "time")) {
      const { by, date, time } = entry;
      let days = people.get(by.name);
      if (days === undefined) people.set(by.name, (days = new Map()));
      const before = days.get(date) ?? NONE;
      let [all, over] = [before, -1];
      for (const [index, { hours }] of time.entries()) {
        all = addDecimals(all, hours);
        if (over < 0 && compareDecimals(all, DAY) > 0) over = index;
      }
      days.set(date, all);
      if (over >= 0 && compareDecimals(before, DAY) <= 0) found.push(tooLong(entry, over, all));
    }
    return found;
  },
};

/** Said once for a day, at the line that went over. */
function tooLong(entry: Entry, index: number, hours: Decimal): Diagnostic {
  const line = entry.time[index]!;
  return {
    code: "hours-over-a-day",
    message:
      `${hoursLabel(hours)} of one person on ${dateLabel(entry.date)}, own hours and meetings together, expected at ` +
      `most 24 h`,
    place: valueAt(entry.file, "time", index, line.meeting ? "meeting" : "hours"),
    hint: `if it is a mistake: poc undo ${entry.id}, and log it again; log other people's hours with --by`,
  };
}
