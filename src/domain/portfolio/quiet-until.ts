import type { Records } from "../records/records.ts";
import { addDays, daysBetween, parseDate, type CivilDate } from "../scalars/calendar.ts";
import { opensOn } from "../follow-up/follow-up-standing.ts";
import { DEAD_AFTER_DAYS } from "./poc-state.ts";
import type { PocSummary } from "./poc-summary.ts";

/** Nothing is taken to stay as it is for longer. */
const LONGEST_DAYS = 400;

/**
 * The first day on which a summary has to be made again although nobody changed the records. Within its timebox a PoC
 * is judged anew every day: what is due, how long nobody has logged, where the money leads. Before and after it nothing
 * happens but on the days that the records name, and the day after those. What the passing of days itself changes,
 * `onDay` does.
 */
export function quietUntil(summary: PocSummary, { definitions, log, memos }: Records): CivilDate {
  const { asOf, timebox, state, next, unreadable } = summary;
  const tomorrow = addDays(asOf, 1);
  const within = timebox !== undefined && asOf >= timebox.start && asOf <= timebox.end;
  const waiting = timebox !== undefined && asOf < timebox.start && state !== "draft";
  // An act that is due on the day itself may be due anew on each day, or late tomorrow.
  if (within || waiting || unreadable !== undefined || next?.by === asOf) return tomorrow;
  const events: CivilDate[] = [addDays(asOf, LONGEST_DAYS)];
  const add = (date: CivilDate | undefined) => {
    if (date !== undefined && date >= asOf) events.push(date > asOf ? date : tomorrow, addDays(date, 1));
  };
  add(timebox?.start);
  add(timebox?.end);
  for (const due of summary.followUp?.pending ?? []) {
    add(opensOn(due));
    add(due);
  }
  if (timebox !== undefined) {
    const last = summary.lastEntry !== undefined && summary.lastEntry > timebox.end ? summary.lastEntry : timebox.end;
    add(addDays(last, DEAD_AFTER_DAYS));
  }
  // Dates of the future are few, and looking for them costs less than one verdict.
  eachText([definitions, log, memos], (text) => {
    for (const [written] of text.matchAll(/\d{4}-\d\d-\d\d/g)) {
      if (written < asOf) continue;
      const date = parseDate(written);
      if (date.ok) add(date.value);
    }
  });
  return events.reduce((first, date) => (date < first ? date : first));
}

function eachText(value: unknown, tell: (text: string) => void): void {
  if (typeof value === "string") {
    if (value.length >= "2026-11-25".length) tell(value);
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      eachText(key, tell);
      eachText(item, tell);
    }
  } else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) eachText(item, tell);
}

/** A summary on a later day on which nothing else has changed. */
export function onDay(summary: PocSummary, date: CivilDate): PocSummary {
  if (date === summary.asOf) return summary;
  const { overdue, timebox, next } = summary;
  return {
    ...summary,
    asOf: date,
    overdue: overdue === undefined || timebox === undefined ? undefined : daysBetween(timebox.end, date),
    next: next && { ...next, late: next.by !== undefined && next.by < date },
  };
}
