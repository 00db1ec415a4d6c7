import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";

/** `day 7` of the timebox, as its number, or a day that lies ahead: `2026-12-02`, `next friday`. */
export function parseKillDay(text: string, today: CivilDate): Parsed<CivilDate | number> {
  const number = /^day ([1-9]\d{0,2})$/i.exec(text.trim());
  if (number) return ok(Number(number[1]));
  const day = parseDay(text, today, "future");
  if (day.ok) return day;
  const { code, ...more } = day.problem;
  return problem(code, "a working day such as day 7, or a date such as 2026-12-02", more);
}
