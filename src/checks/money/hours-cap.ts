import { valueAt } from "../../diagnostics/place.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { subtractDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { writtenOn } from "../../domain/records/seen.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { takeBackOf } from "../../domain/history/take-back.ts";
import { takeBackClause } from "../../wording/outcome/taken-back.ts";
import type { Check } from "../check.ts";
import { LEAST_DAYS } from "../../domain/spend/burn-rate.ts";
import { hoursLabel } from "../../domain/scalars/labels.ts";

const CAP = valueAt(DEFINITION_FILES.charter, "hours_cap");

/** Hours and meetings are the cost that no invoice shows. */
export const hoursCap: Check = {
  name: "hours-cap",
  codes: ["hours-cap-breached", "hours-cap-was-breached", "hours-projected-over"],
  run(standing) {
    const { hours, cap, meetingHours, brokenBy } = standing.effort;
    if (cap === undefined) return [];
    if (brokenBy === undefined) return [...wasBreached(standing, cap), ...projectedOver(standing, cap)];
    return [
      {
        code: "hours-cap-breached",
        message:
          `the team spent ${hoursLabel(hours)} (${hoursLabel(meetingHours)} of them in meetings), ` +
          `${hoursLabel(subtractDecimals(hours, cap))} over the cap of ${hoursLabel(cap)} since entry ${brokenBy.id}`,
        place: valueAt(brokenBy.file, "time"),
        related: [{ place: CAP, label: "the cap" }],
        hint: 'decide on the evidence you have, or have the cap raised: poc amend --set "hours_cap=…"',
      },
    ];
  },
};

/** What was taken back had been known as worked all the same, by people who had no leave to. */
function wasBreached({ effort: { wasOver } }: Standing, cap: Decimal): readonly Diagnostic[] {
  if (wasOver === undefined) return [];
  const { entry, total, until } = wasOver;
  const on = writtenOn(entry);
  return [
    {
      code: "hours-cap-was-breached",
      message:
        `the team had spent ${hoursLabel(total)} on ${dateLabel(on)}, ` +
        `${hoursLabel(subtractDecimals(total, cap))} over the cap of ${hoursLabel(cap)}, until ` +
        takeBackClause(takeBackOf(until), on),
      place: valueAt(entry.file, "time"),
      related: [
        { place: CAP, label: "the cap" },
        { place: valueAt(until.file, until.undo === undefined ? "time" : "undo"), label: "taken back here" },
      ],
      hint: "no action is needed: the memo shows it too",
    },
  ];
}

function projectedOver({ effort, timebox, phase }: Standing, cap: Decimal): readonly Diagnostic[] {
  const { hours, burnRate, projected, breaksOn } = effort;
  if (
    phase !== "running" ||
    burnRate === undefined ||
    projected === undefined ||
    breaksOn === undefined ||
    timebox === undefined ||
    timebox.day < LEAST_DAYS
  )
    return [];
  return [
    {
      code: "hours-projected-over",
      message:
        `${hoursLabel(hours)} of ${hoursLabel(cap)} used by day ${timebox.day} of ${timebox.of}; at ` +
        `${hoursLabel(burnRate)} a day the cap is passed on ${dateLabel(breaksOn)}, and the total ends at ` +
        `about ${hoursLabel(projected)}`,
      place: CAP,
      hint: "cut meetings first, or decide earlier",
    },
  ];
}
