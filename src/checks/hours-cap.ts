import { valueAt } from "../diagnostics/place.ts";
import { subtractDecimals } from "../domain/decimal.ts";
import { DEFINITION_FILES } from "../domain/records.ts";
import { hoursLabel } from "../domain/wording.ts";
import type { Check } from "./check.ts";

/** Hours and meetings are the cost that no invoice shows. */
export const hoursCap: Check = {
  name: "hours-cap",
  codes: ["hours-cap-breached"],
  run(standing) {
    const { hours, cap, meetingHours, brokenBy } = standing.effort;
    if (cap === undefined || brokenBy === undefined) return [];
    return [
      {
        code: "hours-cap-breached",
        message: `${hoursLabel(hours)} of people went in (${hoursLabel(meetingHours)} of them meetings), ${hoursLabel(subtractDecimals(hours, cap))} over the cap of ${hoursLabel(cap)} since entry ${brokenBy.id}`,
        place: valueAt(brokenBy.file, "time"),
        related: [{ place: valueAt(DEFINITION_FILES.charter, "hours_cap"), label: "the cap" }],
        hint: 'decide on what is there, or have the cap raised: poc amend --set "hours_cap=…"',
      },
    ];
  },
};
