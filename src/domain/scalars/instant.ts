import { civilDate, dayNumber, parseDate, type CivilDate } from "./calendar.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/** A moment, with the offset in which it was written: `2026-11-25T16:20:00+01:00`. */
export interface Instant {
  readonly epochMs: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

/** Clocks of two machines differ by so much without anybody being at fault. */
export const CLOCKS_DIFFER_MS = 5 * 60_000;

/** A time zone as the domain needs it. Unknown names have no `Zone`. */
export interface Zone {
  /** IANA name, such as Europe/Berlin. */
  readonly name: string;
  /** Minutes east of UTC at that moment. */
  offsetAt(epochMs: number): number;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads ISO 8601 with an offset, to the millisecond at most. Leap seconds and 24:00 are refused. */
export function parseInstant(text: string): Parsed<Instant> {
  return byLetter(text) ?? parseAnyInstant(text);
}

const TO_THE_SECOND = "2026-11-25T16:20:00+01:00".length;
const TO_THE_MILLISECOND = "2026-11-25T16:20:00.000+01:00".length;

/**
 * `2026-11-25T16:20:00+01:00`, with milliseconds or without: the two forms that the tool writes, character by
 * character, because every entry of a long log has one. Undefined where it is another form, or no such moment.
 */
function byLetter(text: string): Parsed<Instant> | undefined {
  const fine = text.length === TO_THE_MILLISECOND;
  if (!fine && text.length !== TO_THE_SECOND) return undefined;
  const zone = text.length - 6;
  const sign = text[zone];
  const marks = text[10] === "T" && text[13] === ":" && text[16] === ":" && text[zone + 3] === ":";
  if (!marks || (sign !== "+" && sign !== "-") || (fine && text[19] !== ".")) return undefined;
  const hours = digits(text, 11, 2);
  const minutes = digits(text, 14, 2);
  const seconds = digits(text, 17, 2);
  const milliseconds = fine ? digits(text, 20, 3) : 0;
  const offsetMinutes = digits(text, zone + 4, 2);
  const size = digits(text, zone + 1, 2) * 60 + offsetMinutes;
  const day = dayOf(text.slice(0, 10));
  const inDay = hours <= 23 && minutes <= 59 && seconds <= 59 && milliseconds <= 999;
  if (day === undefined || !inDay || !(size <= 14 * 60) || !(offsetMinutes <= 59)) return undefined;
  const offset = sign === "-" ? 0 - size : size;
  const local = day * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return ok({ epochMs: local - offset * 60_000, offset });
}

/** NaN if one of them is not a digit. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

/** Many entries have the day of the one before. */
let lastDay: { readonly text: string; readonly number: number } | undefined;

function dayOf(text: string): number | undefined {
  if (lastDay?.text === text) return lastDay.number;
  const date = parseDate(text);
  if (!date.ok) return undefined;
  lastDay = { text, number: dayNumber(date.value) };
  return lastDay.number;
}

function parseAnyInstant(text: string): Parsed<Instant> {
  const match = INSTANT.exec(text);
  if (!match) return problem("invalid-instant", "a moment such as 2026-11-25T16:20:00+01:00");
  const date = parseDate(match[1]!);
  if (!date.ok) return date;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const milliseconds = Number((match[5] ?? "").padEnd(3, "0"));
  const offset = parseOffset(match[6]!);
  if (hours > 23 || minutes > 59 || seconds > 59 || offset === undefined) {
    return problem("invalid-instant", "a time of day from 00:00:00 to 23:59:59 and an offset such as +01:00");
  }
  const local = dayNumber(date.value) * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return ok({ epochMs: local - offset * 60_000, offset });
}

function parseOffset(text: string): number | undefined {
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  if (minutes > 14 * 60 || Number(text.slice(4, 6)) > 59) return undefined;
  return text[0] === "-" ? -minutes : minutes;
}

/**
 * Canonical text in the instant's own offset: to the millisecond, or to the second where that is exact. So what was
 * written before instants carried milliseconds is the same text still.
 */
export function instantText(instant: Instant): string {
  const local = new Date(instant.epochMs + instant.offset * 60_000).toISOString();
  return local.slice(0, local.endsWith(".000Z") ? 19 : 23) + offsetText(instant.offset);
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** The moment as a clock on the wall in `zone` shows it, in whole milliseconds. */
export function instantIn(zone: Zone, epochMs: number): Instant {
  const whole = Math.floor(epochMs);
  return { epochMs: whole, offset: zone.offsetAt(whole) };
}

/** The day that was asked for last, which most entries of a log share with the one before. */
let lastDate: { readonly day: number; readonly date: CivilDate } | undefined;

export function dateIn(zone: Zone, epochMs: number): CivilDate {
  const day = Math.floor((epochMs + zone.offsetAt(epochMs) * 60_000) / 86_400_000);
  if (lastDate?.day !== day) lastDate = { day, date: civilDate(day) };
  return lastDate.date;
}

/** `16:20`, in the instant's own offset. */
export function clockLabel(instant: Instant): string {
  return new Date(instant.epochMs + instant.offset * 60_000).toISOString().slice(11, 16);
}

/**
 * The moment at which a wall clock in `zone` shows `minutes` after midnight of `date`. Where the clock skips that
 * moment (a DST gap) the first moment after the gap; where it shows it twice, the first.
 */
export function instantAt(zone: Zone, date: CivilDate, minutes: number): Instant {
  const local = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const before = local - zone.offsetAt(local - 86_400_000) * 60_000;
  const after = local - zone.offsetAt(local + 86_400_000) * 60_000;
  const fits = [before, after].filter((epochMs) => epochMs + zone.offsetAt(epochMs) * 60_000 === local);
  return instantIn(zone, fits.length > 0 ? Math.min(...fits) : Math.max(before, after));
}

/** The last millisecond of `date` in `zone`: a day counts until midnight. */
export function endOfDay(zone: Zone, date: CivilDate): number {
  return instantAt(zone, date, 24 * 60).epochMs - 1;
}

/** UTC, for records whose charter names no zone that can be used. */
export const UTC: Zone = { name: "UTC", offsetAt: () => 0 };
