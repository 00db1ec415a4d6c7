import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { decimal, DecimalSum, type Decimal } from "../../domain/scalars/decimal.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Check } from "../check.ts";
import { hoursLabel } from "../../domain/scalars/labels.ts";
import { saying } from "../../domain/records/log.ts";

const DAY = decimal(24);

/** One person's day: their own hours, and the length of the meetings that they logged. Nobody has more than 24. */
export const hoursOfDay: Check = {
  name: "hours-of-day",
  codes: ["hours-over-a-day"],
  run({ log }) {
    const people = new Map<string, Map<CivilDate, DecimalSum>>();
    const found: Diagnostic[] = [];
    for (const entry of saying(log.counted, "time")) {
      const { by, date, time } = entry;
      let days = people.get(by.name);
      if (days === undefined) people.set(by.name, (days = new Map()));
      let day = days.get(date);
      if (day === undefined) days.set(date, (day = new DecimalSum()));
      const wasOver = day.isOver(DAY);
      let over = -1;
      for (let index = 0; index < time.length; index++) {
        day.add(time[index]!.hours);
        if (over < 0 && day.isOver(DAY)) over = index;
      }
      if (over >= 0 && !wasOver) found.push(tooLong(entry, over, day.value()));
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
