import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";

/**
 * `day 7` of the timebox, as its number, or a day that lies ahead: `2026-12-02`, `next friday`.
 *
 * @param days working days of the timebox, beyond which it has no day
 */
export function parseKillDay(text: string, today: CivilDate, days: number): Parsed<CivilDate | number> {
  const number = numberedDay(text);
  if (number !== undefined && (number < 1 || number > days))
    return problem("invalid-value", `a day from day 1 to day ${days}`, {
      found: `the last day of the timebox is day ${days}`,
      hint: number > days ? `write "day ${days}", or plan more days` : 'write "day 1"',
    });
  if (number !== undefined) return ok(number);
  const day = parseDay(text, today, "future");
  if (day.ok) return day;
  const { code, expected: _date, ...more } = day.problem;
  return problem(code, "a working day such as day 7, or a date such as 2026-12-02", more);
}

const WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");

/** The number in `day 7`, `day seven` and `7th day`; undefined where no day of the timebox is meant. */
function numberedDay(text: string): number | undefined {
  const said = text.trim().toLowerCase();
  const [, digits] =
    /^(?:working )?day #?(\d{1,3})$/.exec(said) ??
    /^(?:the )?(\d{1,3})(?:st|nd|rd|th) (?:working )?day$/.exec(said) ??
    [];
  if (digits !== undefined) return Number(digits);
  const index = WORDS.indexOf(/^(?:working )?day ([a-z]+)$/.exec(said)?.[1] ?? "");
  return index < 0 ? undefined : index + 1;
}
