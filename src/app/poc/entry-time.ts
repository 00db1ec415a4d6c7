import { type CivilDate } from "../../domain/scalars/calendar.ts";
import { clockText, parseClock } from "../../domain/scalars/readings/parse-clock.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { newestMoment } from "../../domain/records/log.ts";
import { writtenMs } from "../../domain/records/seen.ts";
import {
  CLOCKS_DIFFER_MS,
  dateIn,
  endOfDay,
  instantAt,
  instantIn,
  type Instant,
  type Zone,
} from "../../domain/scalars/instant.ts";
import { UsageFault } from "../ports/faults.ts";

/**
 * When an entry happened: now, or on an earlier day at the same time of day, or at the minute that was named. Entries
 * keep the order in which they were written. One of now comes after the newest that is there, which a clock may have
 * written that is a little ahead of this one. Where the day of a dated one (or, with a time, its minute) has an entry
 * at that moment or later, the new one comes a second after the newest, or a millisecond where its day or minute ends
 * before that. It never leaves its day or its minute, and never is in the future.
 *
 * @param day as `--date` takes it: `yesterday`, a weekday, a date
 * @param time as `--at` takes it: `16:20`, `4pm`
 * @param log what there is already; in any order
 * @throws UsageFault where day or time cannot be read, or lie in the future
 */
export function entryTime(
  zone: Zone,
  nowMs: number,
  day: string | undefined,
  time: string | undefined,
  log: readonly Entry[],
): Instant {
  const now = instantIn(zone, Math.max(nowMs, newestMoment(log, nowMs + CLOCKS_DIFFER_MS, writtenMs) + 1));
  if (day === undefined && time === undefined) return now;
  const today = dateIn(zone, nowMs);
  const date = day === undefined ? today : dayFrom(day, today);
  if (time === undefined && date === today) return now;
  const at = instantAt(zone, date, time === undefined ? minutesOf(now) : minutesFrom(time));
  if (at.epochMs > nowMs) {
    const clock = clockText(minutesOf(now));
    throw date > today
      ? new UsageFault(`${date} is in the future`, "an entry records something that has happened; log it afterwards")
      : new UsageFault(
          `--at: ${clockText(minutesOf(at))} is later than now, ${clock}`,
          `write --at ${clock}, or name an earlier day: --date yesterday`,
        );
  }
  const end = time === undefined ? endOfDay(zone, date) : at.epochMs + 59_999;
  const newest = newestMoment(log, end);
  if (newest < at.epochMs) return at;
  const latest = Math.min(end, nowMs);
  return instantIn(zone, newest + 1000 <= latest ? newest + 1000 : Math.min(newest + 1, latest));
}

function dayFrom(text: string, today: CivilDate): CivilDate {
  const day = parseDay(text, today);
  if (day.ok) return day.value;
  const { found, expected, hint } = day.problem;
  throw new UsageFault(
    `--date: found "${text.slice(0, 60)}"${found === undefined ? "" : ` (${found})`}, expected ${expected}`,
    hint,
  );
}

function minutesOf(instant: Instant): number {
  return Math.floor((((instant.epochMs / 60_000 + instant.offset) % 1440) + 1440) % 1440);
}

function minutesFrom(text: string): number {
  const clock = parseClock(text);
  if (clock.ok) return clock.value;
  throw new UsageFault(`--at: found "${text.slice(0, 60)}", expected ${clock.problem.expected}`, clock.problem.hint);
}
