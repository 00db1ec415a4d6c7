import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.killCriteria;

/** A kill criterion is a state and a date: without both it ends nothing. */
export const killDefinition: Check = {
  name: "kill-definition",
  codes: ["kill-criterion-missing", "kill-criterion-undated", "kill-criterion-outside-timebox"],
  run(standing) {
    const { killCriteria } = standing.definitions;
    if (killCriteria.length > 0) return killCriteria.flatMap((criterion) => ofCriterion(criterion, standing));
    const place = valueAt(FILE);
    if (!couldBeRead(standing, place)) return [];
    return [
      {
        code: "kill-criterion-missing",
        message: "no kill criterion is defined, expected at least one state that ends the work",
        place,
        hint: "add id, statement, when: or ask:, and by: to kill-criteria.yaml",
      },
    ];
  },
};

function ofCriterion(criterion: KillCriterion, standing: Standing): readonly Diagnostic[] {
  const { id, by } = criterion;
  const found: Diagnostic[] = [];
  if (by === undefined) {
    found.push({
      code: "kill-criterion-undated",
      message: `${id} has no day, expected the day on which it is judged`,
      place: valueAt(FILE, id, "by"),
      hint: "add by: with a day within the timebox",
    });
  } else if (standing.timebox !== undefined && (by > standing.timebox.end || by < standing.timebox.start)) {
    const { start, end } = standing.timebox;
    found.push({
      code: "kill-criterion-outside-timebox",
      message:
        `${id} is judged on ${dateLabel(by)}, ${by > end ? "after" : "before"} the timebox; expected a day from ` +
        `${dateLabel(start)} to ${dateLabel(end)}`,
      place: valueAt(FILE, id, "by"),
      related: [{ place: valueAt(DEFINITION_FILES.charter, "timebox"), label: "the timebox" }],
      hint:
        standing.started === undefined
          ? "move the day into the timebox"
          : `poc amend --set kill-criteria.${id}.by=${end}`,
    });
  }
  return found.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
}
