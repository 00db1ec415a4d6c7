import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";

/** `day 7` of the timebox, as its number, or a date: a day that lies ahead. */
export function parseKillDay(text: string): Parsed<CivilDate | number> {
  const day = /^day ([1-9]\d{0,2})$/i.exec(text.trim());
  if (day) return ok(Number(day[1]));
  const date = parseDate(text.trim());
  return date.ok ? date : problem("invalid-date", "a working day such as day 7, or a date such as 2026-12-02");
}
