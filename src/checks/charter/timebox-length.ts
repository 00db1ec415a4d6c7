import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { MOST_WORKING_DAYS } from "../../domain/records/timebox.ts";
import type { LoggedAmendment } from "../../domain/history/amendments.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDaysInAll } from "../../domain/standing/working-days.ts";
import type { Check } from "../check.ts";
import { namedAs } from "../../wording/people.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** Two to three weeks, extensions included: more is not a proof of concept, even with an approval. */
export const timeboxLength: Check = {
  name: "timebox-length",
  codes: ["timebox-too-long"],
  run(standing) {
    const days = workingDaysInAll(standing);
    if (days <= MOST_WORKING_DAYS) return [];
    const extended = standing.amendments.findLast((amendment) => amendment.extends);
    if (extended !== undefined) return [tooLong(days, extended, standing)];
    return [
      {
        code: "timebox-too-long",
        message:
          `the timebox is ${countLabel(days, "working day")} long, expected at most ${MOST_WORKING_DAYS}, which is ` +
          `three weeks`,
        place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
        ...(standing.started === undefined
          ? { hint: "narrow the question until two or three weeks can answer it" }
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

/** It stays for as long as the timebox does, regardless of who approved the extension. */
function tooLong(days: number, { entry, amendment }: LoggedAmendment, { firstWorkingDays }: Standing): Diagnostic {
  const first = firstWorkingDays === undefined ? "" : ` (${firstWorkingDays} were agreed first)`;
  return {
    code: "timebox-too-long",
    message:
      `the timebox is ${countLabel(days, "working day")} with its extensions${first}, expected at most ` +
      `${MOST_WORKING_DAYS}; approved by ${namedAs(amendment.approver, entry)}: ${amendment.reason}`,
    place: valueAt(entry.file, "amend", "changes", "timebox.working_days"),
    hint: "decide on what has been shown: poc memo, then poc decide",
  };
}
