import { valueAt } from "../../diagnostics/place.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Check } from "../check.ts";

/** The first start counts; a second one would be a way to move every goalpost at once. */
export const startOnce: Check = {
  name: "start-once",
  codes: ["start-repeated"],
  run({ log, started }) {
    if (started === undefined) return [];
    const since = longDateLabel(started.date);
    return log.counted
      .filter((entry) => entry.start !== undefined && entry !== started)
      .map((entry) => ({
        code: "start-repeated",
        message: `the clock was started again, but it has been running since ${since}; expected one start`,
        place: valueAt(entry.file, "start"),
        related: [{ place: valueAt(started.file, "start"), label: "this start counts" }],
        hint: "remove the file of the later start from the log; to change terms, poc amend",
      }));
  },
};
