import { ok, problem, type Parsed } from "./parsed.ts";

/** A day on the calendar, `2026-11-23`, in no zone. Compares as text. */
export type CivilDate = string & { readonly civilDate: unique symbol };

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const DAY_MS = 86_400_000;

/** Reads `2026-11-23`. Days that do not exist, such as 2026-02-30, are refused. */
export function parseDate(text: string): Parsed<CivilDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return problem("invalid-date", "a date such as 2026-11-23");
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return problem("invalid-date", "a date that exists", { found: `there is no ${text}` });
  }
  return ok(text as CivilDate);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. All arithmetic on dates is arithmetic on these. */
export function dayNumber(date: CivilDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

export function civilDate(day: number): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative where `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday, 4 in ISO.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** `Wed 25 Nov`: short, unambiguous in every country, without Intl. */
export function dateLabel(date: CivilDate): string {
  const name = WEEKDAYS[weekday(date) - 1]!;
  const month = MONTHS[Number(date.slice(5, 7)) - 1]!;
  return `${name[0]!.toUpperCase()}${name.slice(1, 3)} ${Number(date.slice(8, 10))} ${month}`;
}

/** `25 November 2026`-style label for documents that outlive the year: `Wed 25 Nov 2026`. */
export function longDateLabel(date: CivilDate): string {
  return `${dateLabel(date)} ${date.slice(0, 4)}`;
}

/** The same day some months later; where that month is shorter, its last day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as CivilDate;
}
