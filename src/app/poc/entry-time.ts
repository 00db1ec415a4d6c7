import { parseDay, type CivilDate } from "../../domain/scalars/calendar.ts";
import { dateIn, instantAt, instantIn, type Instant, type Zone } from "../../domain/scalars/instant.ts";
import { UsageFault } from "../ports/faults.ts";

/**
 * When an entry happened: now, or on an earlier day at the same time of day, so that back-dated entries keep the order
 * in which they were typed.
 *
 * @param day as `--date` takes it: `yesterday`, a weekday, an ISO date
 * @param time as `--at` takes it: `16:20`
 */
export function entryTime(zone: Zone, nowMs: number, day: string | undefined, time: string | undefined): Instant {
  const now = instantIn(zone, nowMs);
  if (day === undefined && time === undefined) return now;
  const today = dateIn(zone, nowMs);
  const date = day === undefined ? today : dayFrom(day, today);
  const minutes = time === undefined ? minutesOf(now) : minutesFrom(time);
  const at = time === undefined && date === today ? now : instantAt(zone, date, minutes);
  if (at.epochMs > nowMs) {
    throw new UsageFault(`${date} lies in the future`, "an entry records what has happened; log it when it has");
  }
  return at;
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
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new UsageFault(`--at: found "${text.slice(0, 60)}", expected a time of day such as 16:20`);
  return Number(match[1]) * 60 + Number(match[2]);
}
