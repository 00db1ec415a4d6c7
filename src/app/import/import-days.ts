import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { endOfDay, instantIn, type Instant, type Zone } from "../../domain/scalars/instant.ts";

/** Which days belong to this PoC. Undefined: without a bound on that side. */
export interface DayRange {
  readonly first: CivilDate | undefined;
  readonly last: CivilDate | undefined;
}

/** Why a row was left out: it lies before the first day or after the last. */
export function outsideDays(day: CivilDate, { first, last }: DayRange): "before" | "after" | undefined {
  if (first !== undefined && day < first) return "before";
  return last !== undefined && day > last ? "after" : undefined;
}

/**
 * The last second of a day, for figures of a whole day: a bill comes after what was metered on that day. For today it
 * is now.
 */
export function momentOfDay(zone: Zone, day: CivilDate, nowMs: number): Instant {
  return instantIn(zone, Math.min(Math.floor(endOfDay(zone, day) / 1000) * 1000, nowMs));
}
