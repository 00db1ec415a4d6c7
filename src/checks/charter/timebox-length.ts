import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { MOST_WORKING_DAYS } from "../../domain/records/timebox.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** Two to three weeks; longer only by an amendment that says why. */
export const timeboxLength: Check = {
  name: "timebox-length",
  codes: ["timebox-too-long"],
  run(standing) {
    const days = standing.definitions.charter?.timebox?.workingDays ?? 0;
    const amended = standing.amendments.some((amendment) => amendment.extends);
    if (days <= MOST_WORKING_DAYS || amended) return [];
    return [
      {
        code: "timebox-too-long",
        message:
          `the timebox takes ${countLabel(days, "working day")}, expected at most ${MOST_WORKING_DAYS}, which are ` +
          `three weeks`,
        place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
        ...(standing.started === undefined
          ? { hint: "shrink the question until two or three weeks answer it" }
          : {
              related: [
                {
                  place: valueAt(standing.started.file, "start", "terms", "timebox.working_days"),
                  label: "frozen at the start",
                },
              ],
              hint: `poc amend --set timebox.working_days=${MOST_WORKING_DAYS}`,
            }),
      },
    ];
  },
};
