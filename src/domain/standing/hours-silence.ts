import { addDays } from "../scalars/calendar.ts";
import type { Entry } from "../records/entry.ts";
import { workingDaysBetween } from "../records/timebox.ts";
import type { Evidenced } from "./evidenced.ts";
import { logSilence } from "./log-silence.ts";
import { saying } from "../records/log.ts";

/** So many whole working days without hours, and what the people cost is no longer known. */
const SILENT_DAYS = 3;

/** How long a running PoC whose charter plans hours has logged none. A log that is silent altogether is told apart. */
export function hoursSilence(
  standing: Pick<Evidenced, "timebox" | "asOf" | "phase" | "log" | "definitions">,
): { readonly days: number; readonly last: Entry | undefined } | undefined {
  const { timebox, asOf, phase, log, definitions } = standing;
  const { timebox: calendar, hoursCap, hoursOfDay } = definitions.charter ?? {};
  if (phase !== "running" || timebox?.phase !== "during" || calendar === undefined) return undefined;
  if ((hoursCap ?? hoursOfDay) === undefined || logSilence(standing) !== undefined) return undefined;
  const last = saying(log.counted, "time").at(-1);
  const dayBefore = addDays(timebox.start, -1);
  const from = last === undefined || last.date < dayBefore ? dayBefore : last.date;
  const days = workingDaysBetween(calendar, from, addDays(asOf.date, -1));
  return days < SILENT_DAYS ? undefined : { days, last };
}
