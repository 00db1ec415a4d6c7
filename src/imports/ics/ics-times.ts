import ICAL from "ical.js";
import { parseDate } from "../../domain/scalars/calendar.ts";
import { ImportFault } from "../import-problem.ts";
import type { WallTime } from "./ics-clock.ts";

const WRITTEN = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})Z?)?$/;

/** Whether a clock can show it: the library turns a 13th month into a January. */
function isTime(text: string): boolean {
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0"] = WRITTEN.exec(text) ?? [];
  return parseDate(`${year}-${month}-${day}`).ok && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

/** The only time of a property; undefined if the event has none. */
export function timeOf(event: ICAL.Component, name: "dtstart" | "dtend" | "recurrence-id"): WallTime | undefined {
  const property = event.getFirstProperty(name);
  return property === null ? undefined : timesOf(property)[0];
}

/**
 * The times of a property, such as EXDATE, which may have several.
 *
 * @throws ImportFault where one is no time
 */
export function timesOf(property: ICAL.Property): readonly WallTime[] {
  const written: readonly unknown[] = property.jCal.slice(3);
  const values: readonly unknown[] = property.getValues();
  return values.map((value, k) => {
    const text = written[k];
    if (!(value instanceof ICAL.Time) || typeof text !== "string" || !isTime(text))
      throw new ImportFault(
        `found ${property.name.toUpperCase()} with "${String(text).slice(0, 40)}", which is not a time`,
      );
    return wallTime(value, property);
  });
}

/** The time in a property, with the zone that is named there. */
export function wallTime(time: ICAL.Time, property: ICAL.Property): WallTime {
  return { time, place: time.zone === ICAL.Timezone.utcTimezone ? "UTC" : parameterOf(property, "tzid") };
}

/** A parameter of a property as text. */
export function parameterOf(property: ICAL.Property, name: string): string | undefined {
  const value: unknown = property.getParameter(name);
  return typeof value === "string" ? value : undefined;
}

/** The value of a property as text, `""` if there is none. */
export function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === "string" ? value.trim() : "";
}
