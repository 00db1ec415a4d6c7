import { valueAt } from "../../diagnostics/place.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** One extension is normal. A second one is how two weeks become half a year. */
export const timeboxExtension: Check = {
  name: "timebox-extension",
  codes: ["timebox-extended-again"],
  run(standing) {
    const extensions = standing.amendments.filter((amendment) => amendment.extends);
    const last = extensions.at(-1);
    if (last === undefined || extensions.length < 2) return [];
    const days = standing.definitions.charter?.timebox?.workingDays ?? 0;
    const first = standing.firstWorkingDays ?? days;
    const change = (file: string) => valueAt(file, "amend", "changes", "timebox.working_days");
    return [
      {
        code: "timebox-extended-again",
        message:
          `extended ${extensions.length} times: ${countLabel(first, "working day")} were agreed, now it is ${days}; ` +
          `expected one extension at most`,
        place: change(last.entry.file),
        related: extensions.slice(0, -1).map(({ entry, amendment }) => ({
          place: change(entry.file),
          label: `extended on ${entry.date}: ${amendment.reason}`,
        })),
        hint: "decide on what has been shown: poc memo, then poc decide",
      },
    ];
  },
};
