import { daysBetween, type CivilDate } from "../scalars/calendar.ts";
import type { RowSummary } from "./poc-summary.ts";

/**
 * A summary on a later day on which nothing else has changed.
 *
 * @param workingDates of the timebox
 */
export function onDay<Summary extends RowSummary>(
  summary: Summary,
  date: CivilDate,
  workingDates: readonly CivilDate[],
): Summary {
  const { asOf, overdue, timebox, next } = summary;
  if (date === asOf) return summary;
  return {
    ...summary,
    asOf: date,
    overdue: overdue === undefined || timebox === undefined ? undefined : daysBetween(timebox.end, date),
    timebox: timebox && { ...timebox, day: workingDates.filter((one) => one <= date).length },
    next: next && actOn(next, asOf, date),
  };
}

/** What is due on the day itself is due on each day, until it is done. */
function actOn(next: NonNullable<RowSummary["next"]>, asOf: CivilDate, date: CivilDate) {
  if (next.by === undefined) return next;
  return next.by === asOf ? { ...next, by: date } : { ...next, late: next.by < date };
}
