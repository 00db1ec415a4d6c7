import { valueAt } from "../../diagnostics/place.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { workingDaysBetween } from "../../domain/records/timebox.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** When the time is up somebody decides. Extending is not a decision unless the terms follow it. */
export const timeboxOver: Check = {
  name: "timebox-over",
  codes: ["timebox-over", "decision-missing"],
  run(standing) {
    const { timebox, definitions, asOf } = standing;
    if (standing.phase !== "over" || timebox === undefined || definitions.charter?.timebox === undefined) return [];
    const late = workingDaysBetween(definitions.charter.timebox, timebox.end, asOf.date);
    const over =
      `the timebox ended on ${longDateLabel(timebox.end)}` +
      `${late === 0 ? "" : `, ${countLabel(late, "working day")} ago`}`;
    const extend = standing.decision.current;
    const followed = standing.amendments.some(
      (amendment) => amendment.extends && amendment.entry.at.epochMs >= (extend?.entry.at.epochMs ?? 0),
    );
    if (extend !== undefined && !followed) {
      return [
        {
          code: "timebox-over",
          message:
            `${over}; ${extend.decision.by.name} decided to extend it on ${extend.entry.date}, but no amendment ` +
            `added a day`,
          place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
          related: [{ place: valueAt(extend.entry.file, "decision", "outcome"), label: "decided here" }],
          hint: `poc amend --extend DAYS --reason "…", or poc decide`,
        },
      ];
    }
    // Two decisions are not none, and have a problem of their own.
    if (standing.decision.rivals.length > 0) return [];
    return [
      {
        code: "decision-missing",
        message:
          `${over}, and there is no decision; expected go, no-go or conditional by then (the recommendation is ` +
          `${standing.recommendation.outcome})`,
        place: valueAt(DEFINITION_FILES.charter, "timebox", "working_days"),
        hint: "poc memo, then poc decide",
      },
    ];
  },
};
