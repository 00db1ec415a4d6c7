import { valueAt } from "../diagnostics/place.ts";
import { addDays, dateLabel } from "../domain/calendar.ts";
import { DEFINITION_FILES } from "../domain/records.ts";
import { workingDaysBetween } from "../domain/timebox.ts";
import { countLabel } from "../domain/wording.ts";
import type { Check } from "./check.ts";

/** So many whole working days without a line, and the log is no record of the work any more. */
const SILENT_DAYS = 2;

/** Today does not count: it is not over, and its line may still come. */
export const logSilent: Check = {
  name: "log-silent",
  codes: ["log-silent"],
  run(standing) {
    const { timebox, asOf, phase, log } = standing;
    const calendar = standing.definitions.charter?.timebox;
    if (phase !== "running" || timebox?.phase !== "during" || calendar === undefined) return [];
    const last = log.counted.at(-1);
    if (last === undefined) return [];
    const dayBefore = addDays(timebox.start, -1);
    const silent = workingDaysBetween(calendar, last.date < dayBefore ? dayBefore : last.date, addDays(asOf.date, -1));
    if (silent < SILENT_DAYS) return [];
    return [
      {
        code: "log-silent",
        message: `nothing was logged for ${countLabel(silent, "working day")}, since ${dateLabel(last.date)}; expected a line a day`,
        place: valueAt(last.file, "at"),
        related: [{ place: valueAt(DEFINITION_FILES.charter, "timebox"), label: `day ${timebox.day} of ${timebox.of}` }],
        hint: 'poc log --date yesterday "…" for what can still be remembered',
      },
    ];
  },
};
