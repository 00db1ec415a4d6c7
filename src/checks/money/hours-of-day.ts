import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { addDecimals, compareDecimals, decimal, type Decimal } from "../../domain/scalars/decimal.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Check } from "../check.ts";
import { hoursLabel } from "../../domain/scalars/labels.ts";

const DAY = decimal(24);

/** A day of one person: their own hours, and how long the meetings lasted that they logged. Nobody has more than 24. */
export const hoursOfDay: Check = {
  name: "hours-of-day",
  codes: ["hours-over-a-day"],
  run({ log }) {
    const days = new Map<string, Decimal>();
    return log.counted.flatMap((entry) => {
      const day = JSON.stringify([entry.date, entry.by.name]);
      const before = days.get(day) ?? decimal(0);
      let sum = before;
      const over = entry.time.findIndex(({ hours }) => compareDecimals((sum = addDecimals(sum, hours)), DAY) > 0);
      const all = entry.time.reduce((total, { hours }) => addDecimals(total, hours), before);
      days.set(day, all);
      return over < 0 || compareDecimals(before, DAY) > 0 ? [] : [tooLong(entry, over, all)];
    });
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
