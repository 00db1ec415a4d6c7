import { valueAt } from "../../diagnostics/place.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoggedAmendment } from "../../domain/history/amendments.ts";
import { contradictionClause } from "../../wording/amendments.ts";
import type { Check } from "../check.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { namedAs } from "../../wording/people.ts";
import { termLabel } from "../../domain/records/terms.ts";

/** A goal moved when it was known where the ball fell may be right, but everybody should know. */
export const amendment: Check = {
  name: "amendment",
  codes: ["terms-amended-late", "amendment-understates", "amendment-repeated"],
  run(standing) {
    return standing.amendments.flatMap((amended): readonly Diagnostic[] => {
      const {
        entry,
        amendment: { changes, approver, reason },
      } = amended;
      const late = changes.filter((change) => change.resultsSeen > 0);
      if (late.length === 0) return contradictionsOf(amended);
      const seen = Math.max(...late.map((change) => change.resultsSeen));
      return [
        {
          code: "terms-amended-late",
          message:
            `${listLabel(late.map((change) => termLabel(change.term)))} changed after ${countLabel(seen, "result")} ` +
            `had been seen; approved by ${namedAs(approver, entry)}: ${reason}`,
          place: valueAt(entry.file, "amend", "changes", late[0]!.term),
          hint: "no action is needed: the memo shows it too",
        },
        ...contradictionsOf(amended),
      ];
    });
  },
};

/** Where the log contradicts the entry. Two unsettled texts of a term are a dispute instead. */
function contradictionsOf({ entry, contradictions }: LoggedAmendment): readonly Diagnostic[] {
  return contradictions.flatMap((one): readonly Diagnostic[] => {
    if (one.code === "other-from" && !one.settled) return [];
    const place = valueAt(entry.file, "amend", "changes", one.term);
    const message = contradictionClause(one);
    if (one.code === "more-seen")
      return [
        {
          code: "amendment-understates",
          message,
          place,
          hint: "no action is needed: the memo shows the larger number",
        },
      ];
    const related =
      one.by === undefined ? {} : { related: [{ place: valueAt(one.by.file, "amend"), label: "agreed here" }] };
    return [
      {
        code: "amendment-repeated",
        message,
        place,
        ...related,
        hint: "no action is needed: it is clear what is agreed",
      },
    ];
  });
}
