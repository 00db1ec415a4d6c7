import {
  addDays,
  dateLabel,
  dayNumber,
  longDateLabel,
  MONTHS,
  parseDate,
  WEEKDAYS,
  weekday,
  type CivilDate,
} from "../calendar.ts";
import { nearest } from "../nearest.ts";
import { eitherOf } from "../number-readings.ts";
import { ok, problem, type Parsed } from "../parsed.ts";
import { plainCharacters } from "./plain-characters.ts";

/** Where the day is looked for: what happened lies behind, what is planned lies ahead. Today is both. */
export type DayAim = "past" | "future";

/**
 * A day as people say it: `today`, `yesterday`, `friday`, `last friday`, `-1d`, `2 days ago`, `in 3 days`, `17 Nov`,
 * `17.11.2026`, `2026-11-17`. What says no week and no year means the nearest such day on the side of the aim. What may
 * be two days, as `5/6` or `next friday` on a Monday, is refused with both. A day that is said beyond doubt may lie on
 * the other side.
 */
export function parseDay(text: string, today: CivilDate, aim: DayAim = "past"): Parsed<CivilDate> {
  const byLetter = parseDate(text);
  if (byLetter.ok || byLetter.problem.found !== undefined) return byLetter;
  const said = plainCharacters(text).toLowerCase().replace(/\s+/g, " ");
  const days = daysMeant(said, today, aim);
  if (days === undefined) return unknownDay(said, today, aim);
  const [day, ...others] = [...new Set(days.filter((one) => parseDate(one).ok))];
  if (day === undefined) return absent(text);
  if (others.length > 0) return twoDays([day, ...others], today, aim);
  return ok(day, OBVIOUS.has(said) ? undefined : longDateLabel(day));
}

/**
 * A date that means the same on every day, as a file needs it: `2026-11-17`, `17.11.2026`, `17 Nov 2026`. What has two
 * readings, as `5/6/2026`, is refused with both.
 */
export function parseWrittenDate(text: string): Parsed<CivilDate> {
  const byLetter = parseDate(text);
  if (byLetter.ok || byLetter.problem.found !== undefined) return byLetter;
  const said = plainCharacters(text).toLowerCase().replace(/\s+/g, " ");
  // Where a year of four digits is said, no other day has a say in it.
  const days = /\d{4}/.test(said) ? daysMeant(said, ANY_DAY, "past") : undefined;
  const [day, ...others] = [...new Set((days ?? []).filter((one) => parseDate(one).ok))];
  if (day === undefined) return days === undefined ? byLetter : absent(text);
  return others.length > 0 ? oneOf([day, ...others]) : ok(day, longDateLabel(day));
}

const ANY_DAY = "2000-01-01" as CivilDate;

function absent(text: string): Parsed<never> {
  return problem("invalid-date", "a date that exists", { found: `there is no ${shown(text)}` });
}

/** Words that everybody reads alike, so that the answer need not say the date back beside the day that it shows. */
const OBVIOUS: ReadonlySet<string> = new Set(["today", "yesterday", "tomorrow", "now"]);

function isBeyond(day: CivilDate, today: CivilDate, aim: DayAim): boolean {
  return aim === "past" ? day > today : day < today;
}

/** The days on the side of the aim, where several are; a day on the other side is shown only where it is one of two. */
function twoDays(all: readonly CivilDate[], today: CivilDate, aim: DayAim): Parsed<never> {
  const right = all.filter((day) => !isBeyond(day, today, aim));
  const distance = (day: CivilDate) => Math.abs(dayNumber(day) - dayNumber(today));
  return oneOf((right.length > 1 ? right : all).toSorted((a, b) => distance(a) - distance(b)));
}

function oneOf(days: readonly CivilDate[]): Parsed<never> {
  return problem("invalid-date", "one day", {
    found: `it may be ${eitherOf(days.map(longDateLabel))}`,
    hint: `write ${eitherOf(days)}`,
    readings: days,
  });
}

function unknownDay(said: string, today: CivilDate, aim: DayAim): Parsed<never> {
  const expected =
    aim === "past" ? "yesterday, a weekday, or a date such as 2026-11-23" : "a weekday, or a date such as 2026-11-23";
  const words = [...said.matchAll(/[a-z]{2,}/g)].map(([word]) => word);
  const week = /^(?:(last|next|this) week|week of .*)$/.exec(said);
  if (week !== null) {
    const monday = addDays(today, 1 - weekday(today) + (week[1] === "last" ? -7 : week[1] === "next" ? 7 : 0));
    const friday = addDays(monday, 4);
    return problem("invalid-date", expected, {
      found: "a week has several days",
      hint: `name the day: from ${monday} (${dateLabel(monday)}) to ${friday} (${dateLabel(friday)})`,
      readings: [0, 1, 2, 3, 4].map((days) => addDays(monday, days)),
    });
  }
  const known = [
    "today",
    "yesterday",
    "tomorrow",
    ...WEEKDAYS,
    ...MONTH_NAMES,
    ...MONTHS.map((month) => month.toLowerCase()),
    "days",
    "weeks",
    "last",
    "next",
  ];
  // What is meant is the same text with the slip put right, where that makes a day of it.
  const right = words.reduce((text, word) => {
    const close = known.includes(word) ? undefined : nearest(word, known);
    return close === undefined ? text : text.replace(word, close);
  }, said);
  if (right === said) return problem("invalid-date", expected, embedded(said, today, aim));
  const day = daysMeant(right, today, aim);
  const dates = (day ?? []).filter((one) => parseDate(one).ok);
  return problem("invalid-date", expected, {
    hint: `did you mean ${right}${dates.length === 0 ? "" : ` (${eitherOf(dates)})`}?`,
    ...(dates.length === 0 ? {} : { readings: dates.map(String) }),
  });
}

/** A date with more around it than a day needs: `2026-11-17T10:00`, `on friday`, `17 Nov at noon`. */
function embedded(said: string, today: CivilDate, aim: DayAim): { readonly hint?: string } {
  if (/^\d{1,2}$/.test(said)) {
    const day = dayOfMonth(Number(said), today, aim);
    return parseDate(day).ok ? { hint: `write ${day}` } : {};
  }
  const parts = [
    /^(\d{4}-\d{2}-\d{2})[t ].*$/.exec(said)?.[1],
    /^(?:on|at|by|since|until|from|before|after) (.*)$/.exec(said)?.[1],
    /^(.*?),? (?:at|around|in the|morning|afternoon|evening|night|noon)\b.*$/.exec(said)?.[1],
    /^(.*?),? \d{1,2}(?::\d{2}| ?[ap]m)\b.*$/.exec(said)?.[1],
  ];
  for (const part of parts) {
    const days = part === undefined ? [] : (daysMeant(part, today, aim) ?? []);
    if (days.length > 0) return { hint: `write ${eitherOf(days)}` };
  }
  return {};
}

/** The days that a text may mean, the likelier first; undefined where it means none. Some may not exist. */
function daysMeant(said: string, today: CivilDate, aim: DayAim): readonly CivilDate[] | undefined {
  const word = said.replace(/^the /, "").replace(/\.$/, (stop) => (/\d\.$/.test(said) ? stop : ""));
  return (
    NAMED.get(word)?.map((days) => addDays(today, days)) ??
    relativeDay(word, today) ??
    weekdayMeant(word, today, aim) ??
    dateWithWeekday(word, today, aim) ??
    dateMeant(word, today, aim)
  );
}

const NAMED: ReadonlyMap<string, readonly number[]> = new Map([
  ["today", [0]],
  ["now", [0]],
  ["tonight", [0]],
  ["this morning", [0]],
  ["this afternoon", [0]],
  ["yesterday", [-1]],
  ["last night", [-1]],
  ["yesterday evening", [-1]],
  ["tomorrow", [1]],
  ["day before yesterday", [-2]],
  ["day after tomorrow", [2]],
]);

const NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const AMOUNT = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)";
const SPAN = `${AMOUNT} ?(d|days?|w|wks?|weeks?)`;
const BEHIND = new RegExp(`^(?:-${SPAN}|${SPAN} (?:ago|back|earlier|before today))$`);
const AHEAD = new RegExp(`^(?:\\+${SPAN}|in ${SPAN}|${SPAN} (?:from now|from today|ahead|later))$`);

function relativeDay(word: string, today: CivilDate): readonly CivilDate[] | undefined {
  const behind = BEHIND.exec(word);
  const match = behind ?? AHEAD.exec(word);
  if (match === null) return undefined;
  const [amount = "", unit = ""] = match.slice(1).filter((part) => part !== undefined);
  const number = /^\d/.test(amount) ? Number(amount) : Math.max(1, NUMBERS.indexOf(amount));
  const days = number * (unit.startsWith("w") ? 7 : 1);
  return [addDays(today, behind === null ? days : -days)];
}

/** `tue`, `tues`, `tuesday`: from two letters on, which are enough to tell the days apart. */
function weekdayOf(word: string): number | undefined {
  const bare = word.replace(/[.,]$/, "");
  if (bare.length < 2) return undefined;
  const index = WEEKDAYS.findIndex((name) => name.startsWith(bare) || SHORT.get(bare) === name);
  return index < 0 ? undefined : index + 1;
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["tues", "tuesday"],
  ["weds", "wednesday"],
  ["thur", "thursday"],
  ["thurs", "thursday"],
]);

/**
 * `friday` is the nearest one on the side of the aim, today included. `last friday` lies before today and `next friday`
 * behind it; to one person it is the nearest such day, to the other the one of the neighbouring week.
 */
function weekdayMeant(word: string, today: CivilDate, aim: DayAim): readonly CivilDate[] | undefined {
  const match = /^(?:(last|past|this|next|coming|on) )?([a-z]+[.,]?)(?: (last week|next week|this week))?$/.exec(word);
  const day = weekdayOf(match?.[2] ?? "");
  if (match === null || day === undefined) return undefined;
  const which = match[3] ?? match[1] ?? "";
  const here = addDays(today, day - weekday(today));
  if (which === "this" || which === "this week") return [here];
  if (which === "last week") return [addDays(here, -7)];
  if (which === "next week") return [addDays(here, 7)];
  const before = here < today ? here : addDays(here, -7);
  const after = here > today ? here : addDays(here, 7);
  if (which === "last") return [before, addDays(here, -7)];
  if (which === "past") return [before];
  if (which === "next") return [after, addDays(here, 7)];
  if (which === "coming") return [after];
  return [here === today ? today : aim === "past" ? before : after];
}

/** `Wed 25 Nov`, as the tool itself prints it. Where weekday and date contradict each other, both days are meant. */
function dateWithWeekday(word: string, today: CivilDate, aim: DayAim): readonly CivilDate[] | undefined {
  const match = /^([a-z]{2,9}[.,]{0,2}),? (.*\d.*)$/.exec(word);
  const day = weekdayOf((match?.[1] ?? "").replace(/[.,]+$/, ""));
  const dates = match === null || day === undefined ? undefined : dateMeant(match[2]!, today, aim);
  if (dates === undefined || day === undefined) return undefined;
  const right = dates.filter((date) => parseDate(date).ok && weekday(date) === day);
  if (right.length > 0) return right;
  return dates.flatMap((date) => (parseDate(date).ok ? [date, addDays(date, day - weekday(date))] : []));
}

const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function monthOf(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const name = word === "sept" ? "sep" : word;
  const index = MONTHS.findIndex((month, k) => month.toLowerCase() === name || MONTH_NAMES[k]!.startsWith(name));
  return index < 0 ? undefined : index + 1;
}

const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?\.?(?: of)?[ -]?([a-z]{3,9})\.?,?(?:[ -](\d{4}|\d{2}))?$/;
const MONTH_DAY = /^([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4}|\d{2})?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/;
const YEAR_FIRST = /^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})\.?$/;
const DASHED = /^(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;

function dateMeant(word: string, today: CivilDate, aim: DayAim): readonly CivilDate[] | undefined {
  const named = DAY_MONTH.exec(word);
  const month = monthOf(named?.[2] ?? "");
  if (named !== null && month !== undefined) return datesOf(named[3], month, Number(named[1]), today, aim);
  const american = MONTH_DAY.exec(word);
  const first = monthOf(american?.[1] ?? "");
  if (american !== null && first !== undefined) return datesOf(american[3], first, Number(american[2]), today, aim);
  const yearFirst = YEAR_FIRST.exec(word);
  if (yearFirst !== null) return [dateOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]))];
  const together = TOGETHER.exec(word);
  if (together !== null) return [dateOf(Number(together[1]), Number(together[2]), Number(together[3]))];
  const dotted = DOTTED.exec(word);
  if (dotted !== null) return datesOf(dotted[3], Number(dotted[2]), Number(dotted[1]), today, aim);
  const slashed = SLASHED.exec(word) ?? DASHED.exec(word);
  if (slashed !== null) return eitherOrder(slashed, today, aim);
  const ordinal = ORDINAL.exec(word);
  if (ordinal !== null) return [dayOfMonth(Number(ordinal[1]), today, aim)];
  return undefined;
}

/** The day first, as most of the world has it, or the month; with two digits of a year, that may come first as well. */
function eitherOrder([, a = "", b = "", c]: RegExpExecArray, today: CivilDate, aim: DayAim): readonly CivilDate[] {
  const both = [
    ...datesOf(c, Number(b), Number(a), today, aim),
    ...datesOf(c, Number(a), Number(b), today, aim),
    ...(c?.length === 2 ? [dateOf(2000 + Number(a), Number(b), Number(c))] : []),
  ];
  const existing = both.filter((date) => parseDate(date).ok);
  // Years far from this one are not meant while another reading is near.
  const near = existing.filter((date) => Math.abs(dayNumber(date) - dayNumber(today)) < 3 * 366);
  return near.length > 0 ? near : existing.length > 0 ? existing : both;
}

/** A date without a year lies within these days of today on the side of the aim, or it may be of two years. */
const NEAR_DAYS = 120;

function datesOf(
  year: string | undefined,
  month: number,
  day: number,
  today: CivilDate,
  aim: DayAim,
): readonly CivilDate[] {
  if (year !== undefined) return [dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)];
  const here = Number(today.slice(0, 4));
  const ofYear = (offset: number) => dateOf(here + offset, month, day);
  const [own, other] = [ofYear(0), ofYear(aim === "past" ? -1 : 1)];
  if (!isBeyond(own, today, aim) || !parseDate(own).ok) return [own];
  return Math.abs(dayNumber(other) - dayNumber(today)) <= NEAR_DAYS ? [other] : [own, other];
}

function dayOfMonth(day: number, today: CivilDate, aim: DayAim): CivilDate {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const own = dateOf(year, month, day);
  if (!isBeyond(own, today, aim)) return own;
  return aim === "past"
    ? dateOf(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1, day)
    : dateOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, day);
}

/** Of numbers that may make no date: then `parseDate` refuses it. */
function dateOf(year: number, month: number, day: number): CivilDate {
  const pad = (part: number, length: number) => String(part).padStart(length, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}
