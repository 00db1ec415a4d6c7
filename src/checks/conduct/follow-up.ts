import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { isComparable } from "../../domain/follow-up/compare-actual.ts";
import { followUpStanding, type FollowUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { lineName } from "../../domain/records/forecast/forecast.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { saying } from "../../domain/records/log.ts";

/** Whether somebody looked what came true of a go, and whether what they wrote belongs to what was promised. */
export const followUp: Check = {
  name: "follow-up",
  codes: ["follow-up-overdue", "follow-up-unmatched"],
  run(standing) {
    const promised = followUpStanding(standing);
    return [...overdue(promised), ...unmatched(standing, promised)];
  },
};

function overdue(promised: FollowUpStanding | undefined): readonly Diagnostic[] {
  const [due] = promised?.pending ?? [];
  if (promised?.overdue === undefined || due === undefined) return [];
  const { entry, decision } = promised.decision;
  return [
    {
      code: "follow-up-overdue",
      message:
        `the actual figures after the ${decision.outcome} of ${longDateLabel(entry.date)} were due on ` +
        `${longDateLabel(due)}, ${countLabel(promised.overdue, "day")} ago`,
      place: valueAt(entry.file, "decision", "forecast", "due"),
      hint: "poc followup shows the forecast, and records the actual figures",
    },
  ];
}

/** Written by hand, or on a branch that knew another decision. */
function unmatched({ log }: Standing, promised: FollowUpStanding | undefined): readonly Diagnostic[] {
  return saying(log.counted, "followup").flatMap((entry) => {
    const { followup } = entry;
    if (!saying(log.counted, "decision").some(({ id }) => id === followup.decision))
      return [problem(entry, "decision", `${followup.decision} is not a decision of this log`, "name its entry")];
    // A decision that was replaced takes its forecast, and the answers to it, with it.
    if (promised?.decision.entry.id !== followup.decision) return [];
    const days = promised.due.map(({ date }) => date);
    if (!days.includes(followup.due))
      return [
        problem(
          entry,
          "due",
          `the forecast is not due on ${longDateLabel(followup.due)}, expected ${listLabel(days.map(longDateLabel))}`,
          `write ${days.join(" or ")}`,
        ),
      ];
    const lines = followup.forecast ?? promised.lines;
    const names = lines.map(lineName);
    return [...followup.actuals].flatMap(([name, actual]) => {
      const line = lines.find((one) => lineName(one) === name);
      if (line !== undefined && isComparable(line, actual)) return [];
      const found =
        line === undefined
          ? `there was no forecast for ${name}, expected ${names.length === 0 ? "no figures" : listLabel(names)}`
          : `${name} is not in the unit of its forecast, ${quantityText(line.figure)}`;
      return [problem(entry, "actuals", found, `poc undo ${entry.id}, then poc followup`, name)];
    });
  });
}

function problem(entry: Entry, key: string, found: string, hint: string, name?: string): Diagnostic {
  return {
    code: "follow-up-unmatched",
    message: `${found}; it is not compared`,
    place: valueAt(entry.file, "followup", key, ...(name === undefined ? [] : [name])),
    hint,
  };
}
