import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { hoursSilence } from "../../domain/standing/log-silence.ts";
import type { Check } from "../check.ts";

export const logWithoutHours: Check = {
  name: "log-without-hours",
  codes: ["log-without-hours"],
  run(standing) {
    const silence = hoursSilence(standing);
    if (silence === undefined) return [];
    const { days, last } = silence;
    const planned = standing.definitions.charter?.hoursCap === undefined ? "hours_a_day" : "hours_cap";
    return [
      {
        code: "log-without-hours",
        message:
          `no hours were logged for ${countLabel(days, "working day")}` +
          `${last === undefined ? "" : `, since ${dateLabel(last.date)}`}, and the charter plans hours`,
        place: valueAt(DEFINITION_FILES.charter, planned),
        ...(last === undefined ? {} : { related: [{ place: valueAt(last.file, "time"), label: "the latest hours" }] }),
        hint: 'poc log --date yesterday --hours 6 "…" for each day that you still remember',
      },
    ];
  },
};
