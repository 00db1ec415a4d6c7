import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { Check } from "../check.ts";

/** A timebox that has begun before anything was agreed, or a day of judgement that has passed unseen. */
export const startLate: Check = {
  name: "start-late",
  codes: ["timebox-days-lost", "kill-criterion-day-passed"],
  run(standing) {
    if (standing.phase !== "draft") return [];
    const passed = passedDays(standing);
    return [...daysLost(standing, passed), ...passed];
  },
};

function daysLost(standing: Standing, passed: readonly Diagnostic[]): readonly Diagnostic[] {
  const { definitions, asOf } = standing;
  const timebox = definitions.charter?.timebox;
  const dates = timebox === undefined ? [] : workingDates(timebox);
  const [first, last] = [dates[0], dates.at(-1)];
  const lost = dates.filter((date) => date < asOf.date);
  if (first === undefined || last === undefined || lost.length === 0) return [];
  const over = lost.length === dates.length;
  const which = lost.length > 3 ? `${dateLabel(first)} to ${dateLabel(lost.at(-1)!)}` : listLabel(lost.map(dateLabel));
  return [
    {
      code: "timebox-days-lost",
      message: over
        ? `the timebox ended on ${dateLabel(last)} before anything was agreed; all of its ` +
          `${countLabel(dates.length, "working day")} are lost`
        : `the timebox began on ${dateLabel(first)} before anything was agreed; ${lost.length} of its ` +
          `${countLabel(dates.length, "working day")} ${lost.length === 1 ? "is" : "are"} lost (${which})`,
      place: valueAt(DEFINITION_FILES.charter, "timebox", "start"),
      hint:
        passed.length === 0
          ? `poc start --from ${asOf.date}`
          : `move the days of the kill criteria first, then poc start --from ${asOf.date}`,
    },
  ];
}

function passedDays({ definitions, asOf }: Standing): readonly Diagnostic[] {
  return definitions.killCriteria.flatMap(({ id, by }) =>
    by === undefined || by >= asOf.date
      ? []
      : [
          {
            code: "kill-criterion-day-passed",
            message: `${id} was to be judged from ${dateLabel(by)} on, and that day passed before anything was agreed`,
            place: valueAt(DEFINITION_FILES.killCriteria, id, "by"),
            hint: "agree on a day within the timebox, and write it there",
          },
        ],
  );
}
