import { addDays, daysBetween, weekday, type CivilDate, type Weekday } from "../scalars/calendar.ts";

/** A fixed start and a number of working days, counted on the calendar of the charter's zone. */
export interface Timebox {
  readonly start: CivilDate;
  readonly workingDays: number;
  /** IANA name. */
  readonly timezone: string;
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly CivilDate[];
}

/** Two to three weeks is what a PoC takes; more is a project. */
export const MOST_WORKING_DAYS = 15;

export const SATURDAY_SUNDAY: readonly Weekday[] = [6, 7];

export function isWorkingDay(timebox: Pick<Timebox, "weekend" | "holidays">, date: CivilDate): boolean {
  return !timebox.weekend.includes(weekday(date)) && !timebox.holidays.includes(date);
}

/** The dates of the timebox, in order: the first `workingDays` working days from `start` on. */
export function workingDates(timebox: Timebox): readonly CivilDate[] {
  const dates: CivilDate[] = [];
  // A weekend of seven days would never end; the bound holds for any input the schema lets through.
  for (
    let date = timebox.start, tries = 0;
    dates.length < timebox.workingDays && tries < 4000;
    date = addDays(date, 1), tries++
  ) {
    if (isWorkingDay(timebox, date)) dates.push(date);
  }
  return dates;
}

/** From 1 on; undefined where the date is not a working day of the timebox. */
export function workingDayOf(date: CivilDate, timebox: Timebox | undefined): number | undefined {
  const index = timebox === undefined ? -1 : workingDates(timebox).indexOf(date);
  return index < 0 ? undefined : index + 1;
}

export interface TimeboxPosition {
  readonly phase: "before" | "during" | "after";
  /** Working days begun so far, 0 before the first. */
  readonly day: number;
  readonly of: number;
  /** Working days after today. */
  readonly left: number;
  readonly workingDayToday: boolean;
  readonly start: CivilDate;
  readonly end: CivilDate;
}

/** Where `today` stands in the timebox. The last working day is still within it; the day after is not. */
export function timeboxPosition(timebox: Timebox, today: CivilDate): TimeboxPosition {
  const dates = workingDates(timebox);
  const day = dates.filter((date) => date <= today).length;
  const end = dates.at(-1) ?? timebox.start;
  const phase = today > end ? "after" : day === 0 ? "before" : "during";
  return {
    phase,
    day,
    of: dates.length,
    left: dates.length - day,
    workingDayToday: isWorkingDay(timebox, today),
    start: dates[0] ?? timebox.start,
    end,
  };
}

/** Working days strictly after `from` and up to `to`. */
export function workingDaysBetween(
  timebox: Pick<Timebox, "weekend" | "holidays">,
  from: CivilDate,
  to: CivilDate,
): number {
  let count = 0;
  for (let k = 1, span = Math.min(daysBetween(from, to), 4000); k <= span; k++) {
    if (isWorkingDay(timebox, addDays(from, k))) count++;
  }
  return count;
}
