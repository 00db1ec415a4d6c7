import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { workOf } from "../../domain/records/facts.ts";

/** While nothing is frozen, every target can still be moved to where the results fell. */
export const notStarted: Check = {
  name: "not-started",
  codes: ["poc-not-started"],
  run(standing) {
    if (standing.phase !== "draft") return [];
    const { timebox } = standing;
    const begun =
      timebox !== undefined && timebox.phase !== "before"
        ? ` although the timebox began on ${dateLabel(timebox.start)}`
        : "";
    const worked = standing.log.counted.filter((entry) => workOf(entry).length > 0);
    const logged =
      worked.length === 0
        ? ""
        : `; ${countLabel(worked.length, "entry", "entries")} of work ${worked.length === 1 ? "is" : "are"} logged ` +
          `already`;
    return [
      {
        code: "poc-not-started",
        message: `the terms are not frozen${begun}${logged}; expected a start before the work`,
        place: valueAt(DEFINITION_FILES.charter, "timebox", "start"),
        ...(worked.length === 0
          ? {}
          : { related: [{ place: valueAt(worked[0]!.file, "at"), label: "the first work logged" }] }),
        hint: "poc start freezes targets, kill criteria, timebox and cap, or says what they lack",
      },
    ];
  },
};
