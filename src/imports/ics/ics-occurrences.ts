import ICAL from "ical.js";
import { ImportFault } from "../import-problem.ts";
import type { IcsClock, WallTime } from "./ics-clock.ts";
import { timeOf, timesOf, wallTime } from "./ics-times.ts";

/** When an event begins, and how long it takes. */
export interface EventTime {
  readonly start: WallTime;
  readonly startMs: number;
  readonly lengthMs: number;
}

/** One time of a repeated event. */
export interface Occurrence {
  readonly wall: WallTime;
  readonly lengthMs: number;
}

/** The window that was asked for: rules that never end are followed no further. */
export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A daily meeting of fifty years; each takes some microseconds. */
const MOST_STEPS = 20_000;
const FREQUENCIES: readonly string[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

/**
 * Begin and length of an event; undefined where it takes whole days.
 *
 * @throws ImportFault where it has no begin, or ends before it
 */
export function eventTime(event: ICAL.Component, clock: IcsClock): EventTime | undefined {
  const start = timeOf(event, "dtstart");
  if (start === undefined) throw new ImportFault("found an event without DTSTART");
  if (start.time.isDate) return undefined;
  const startMs = clock.epochOf(start);
  const end = timeOf(event, "dtend");
  const duration: unknown = event.getFirstPropertyValue("duration");
  const length = duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : 0;
  const lengthMs = end === undefined ? length : clock.epochOf(end) - startMs;
  if (!(lengthMs >= 0)) throw new ImportFault("found an event that ends before it begins");
  return { start, startMs, lengthMs };
}

/** Whether an event takes place more than once. */
export function isRepeated(event: ICAL.Component): boolean {
  return event.hasProperty("rrule") || event.hasProperty("rdate");
}

/**
 * When a repeated event takes place within the window, with its length: as its rules say, with the dates that are added
 * and without those that are taken out.
 *
 * @throws ImportFault where a rule repeats too often, or is none
 */
export function occurrences(
  event: ICAL.Component,
  first: EventTime,
  clock: IcsClock,
  window: Window,
): ReadonlyMap<number, Occurrence> {
  const found = new Map([[first.startMs, { wall: first.start, lengthMs: first.lengthMs }]]);
  for (const property of event.getAllProperties("rrule")) {
    const rule: unknown = property.getFirstValue();
    if (!(rule instanceof ICAL.Recur)) throw new ImportFault("found an RRULE that is not valid");
    for (const [startMs, wall] of ruled(rule, first, clock, window))
      found.set(startMs, { wall, lengthMs: first.lengthMs });
  }
  for (const one of added(event, first)) found.set(clock.epochOf(one.wall), one);
  const out = takenOut(event, first, clock);
  for (const startMs of found.keys())
    if (startMs < window.fromMs || startMs > window.toMs || out.has(startMs)) found.delete(startMs);
  return found;
}

function* ruled(
  rule: ICAL.Recur,
  { start }: EventTime,
  clock: IcsClock,
  { fromMs, toMs }: Window,
): Generator<readonly [startMs: number, wall: WallTime]> {
  if (!FREQUENCIES.includes(rule.freq))
    throw new ImportFault(`found an event that repeats ${rule.freq.toLowerCase()}`, {
      hint: "a meeting can repeat daily at most: remove it",
    });
  // The library compares an UNTIL in UTC with times on the wall as if both hung in one place.
  const { until, parts } = rule;
  rule.until = null;
  const untilMs = until === null ? Infinity : endOfRule(until, start, clock);
  const months = parts.BYMONTH;
  const steps = rule.iterator(ICAL.Time.fromDateTimeString(wallText(start.time)));
  for (let k = 0; k < MOST_STEPS; k++) {
    const time: ICAL.Time | null | undefined = steps.next();
    if (time === null || time === undefined) return;
    const wall = { time, place: start.place };
    const startMs = clock.epochOf(wall);
    if (startMs > untilMs || startMs > toMs) return;
    // A 30 February that the library turns into a day of March.
    const isMonth = months === undefined || months.includes(time.month);
    if (startMs >= fromMs && isMonth) yield [startMs, { ...wall, time: time.clone() }];
  }
  throw new ImportFault(`found an event that repeats more than ${MOST_STEPS} times`, {
    hint: "export the calendar from the start of the PoC on",
  });
}

function endOfRule(until: ICAL.Time, start: WallTime, clock: IcsClock): number {
  if (until.isDate) return clock.endOf({ time: until, place: start.place });
  const place = until.zone === ICAL.Timezone.utcTimezone ? "UTC" : start.place;
  return clock.epochOf({ time: until, place });
}

function wallText({ year, month, day, hour, minute, second }: ICAL.Time): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
}

/** RDATE: further times, or spans with a length of their own. */
function* added(event: ICAL.Component, first: EventTime): Generator<Occurrence> {
  for (const property of event.getAllProperties("rdate")) {
    const values: readonly unknown[] = property.getValues();
    if (!values.some((value) => value instanceof ICAL.Period)) {
      for (const time of timesOf(property))
        // A day alone has the clock of the first time.
        yield { wall: time.time.isDate ? onDay(time, first.start) : time, lengthMs: first.lengthMs };
      continue;
    }
    for (const value of values)
      if (value instanceof ICAL.Period)
        yield { wall: wallTime(value.start, property), lengthMs: value.getDuration().toSeconds() * 1000 };
  }
}

function onDay({ time: { year, month, day } }: WallTime, { time, place }: WallTime): WallTime {
  const there = time.clone();
  Object.assign(there, { year, month, day });
  return { time: there, place };
}

/** EXDATE, in milliseconds since 1970; if it names only a day, with the time of day of the first occurrence. */
export function takenOut(event: ICAL.Component, first: EventTime, clock: IcsClock): ReadonlySet<number> {
  const moments = new Set<number>();
  for (const property of event.getAllProperties("exdate"))
    for (const time of timesOf(property))
      moments.add(clock.epochOf(time.time.isDate ? onDay(time, first.start) : time));
  return moments;
}
