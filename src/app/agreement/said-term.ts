import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { parseSaidTarget, saidTargetText } from "../../domain/records/said-target.ts";
import type { Definitions } from "../../domain/records/records.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import { termSubject } from "../../domain/records/terms.ts";
import { parseKillDay } from "../init/kill-day.ts";
import { UsageFault } from "../ports/faults.ts";

/**
 * A target or a day as people say them, in the form that files have: `reduction >= 50%` for `50% fewer`, a date for
 * `next friday` and `day 7`. Any other text as it is.
 *
 * @throws UsageFault where a day cannot be read, or may be several
 */
export function saidTerm(
  flag: string,
  term: string,
  text: string,
  { charter, evals }: Definitions,
  today: CivilDate,
): string {
  const subject = termSubject(term);
  if (subject?.family === "evals" && term.endsWith(".target")) {
    const better = evals.find(({ id }) => id === subject.id)?.better;
    const said = parseSaidTarget(text, better === undefined ? {} : { better });
    // What contradicts the good direction stays as it was typed, and is refused as in the file.
    const fits = said.ok && (said.value.better === undefined || better === undefined || said.value.better === better);
    return fits ? saidTargetText(said.value) : text;
  }
  const isKillDay = subject?.family === "kill-criteria" && term.endsWith(".by");
  if (!isKillDay && term !== "timebox.start") return text;
  const dates = isKillDay && charter?.timebox !== undefined ? workingDates(charter.timebox) : [];
  const day = dates.length > 0 ? parseKillDay(text, today, dates.length) : parseDay(text, today, "future");
  if (!day.ok) {
    const { expected, found, hint } = day.problem;
    const why = found === undefined ? "" : ` (${found})`;
    throw new UsageFault(`${flag}: found "${text.slice(0, 60)}"${why} for ${term}, expected ${expected}`, hint);
  }
  return typeof day.value === "number" ? (dates[day.value - 1] ?? text) : day.value;
}
