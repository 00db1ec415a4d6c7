import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { logSilence } from "../../domain/standing/log-silence.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

export const logSilent: Check = {
  name: "log-silent",
  codes: ["log-silent"],
  run(standing) {
    const silence = logSilence(standing);
    if (silence === undefined) return [];
    const { days, last } = silence;
    return [
      {
        code: "log-silent",
        message:
          `nothing was logged for ${countLabel(days, "working day")}, since ${dateLabel(last.date)}; expected a line ` +
          `a day`,
        place: valueAt(last.file, "at"),
        related: [
          {
            place: valueAt(DEFINITION_FILES.charter, "timebox"),
            label: `day ${standing.timebox!.day} of ${standing.timebox!.of}`,
          },
        ],
        hint: 'poc log --date yesterday "…" for what you still remember',
      },
    ];
  },
};
