import { valueAt } from "../../diagnostics/place.ts";
import type { Check } from "../check.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { termLabel } from "../../domain/records/terms.ts";

/** A goal moved when it was known where the ball fell may be right, but everybody should know. */
export const amendment: Check = {
  name: "amendment",
  codes: ["terms-amended-late"],
  run(standing) {
    return standing.amendments.flatMap(({ entry, amendment: { changes, approver, reason } }) => {
      const late = changes.filter((change) => change.resultsSeen > 0);
      if (late.length === 0) return [];
      const seen = Math.max(...late.map((change) => change.resultsSeen));
      return [
        {
          code: "terms-amended-late",
          message:
            `${listLabel(late.map((change) => termLabel(change.term)))} changed after ${countLabel(seen, "result")} ` +
            `had been seen; approved by ${approver.name}: ${reason}`,
          place: valueAt(entry.file, "amend", "changes", late[0]!.term),
          hint: "no action is needed: the memo shows it too",
        },
      ];
    });
  },
};
