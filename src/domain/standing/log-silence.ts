import { addDays } from "../scalars/calendar.ts";
import type { Entry } from "../records/entry.ts";
import { saying } from "../records/log.ts";
import { workingDaysBetween } from "../records/timebox.ts";
import type { Evidenced } from "./evidenced.ts";

/** After this many whole working days without a line, the log is no longer a record of the work. */
const SILENT_DAYS = 2;

/** How long a running PoC has logged nothing, where that is too long. Today does not count: its line may still come. */
export function logSilence({
  timebox,
  asOf,
  phase,
  log,
  definitions,
}: Pick<Evidenced, "timebox" | "asOf" | "phase" | "log" | "definitions">):
  | { readonly days: number; readonly last: Entry }
  | undefined {
  const calendar = definitions.charter?.timebox;
  const last = log.counted.at(-1);
  if (phase !== "running" || timebox?.phase !== "during" || calendar === undefined || last === undefined)
    return undefined;
  const dayBefore = addDays(timebox.start, -1);
  const days = workingDaysBetween(calendar, last.date < dayBefore ? dayBefore : last.date, addDays(asOf.date, -1));
  return days < SILENT_DAYS ? undefined : { days, last };
}

/** After this many whole working days without hours, the cost of people is no longer known. */
const WITHOUT_HOURS = 3;

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
  return days < WITHOUT_HOURS ? undefined : { days, last };
}
