import { valueAt } from "../../diagnostics/place.ts";
import { metBreaches } from "../../domain/standing/met-breach.ts";
import { breachClause } from "../../wording/moved-terms.ts";
import { namedAs } from "../../wording/people.ts";
import type { Check } from "../check.ts";

/** A cap that is raised after it was passed was passed nevertheless. */
export const amendedAfterBreach: Check = {
  name: "amended-after-breach",
  codes: ["amended-after-breach"],
  run(standing) {
    return metBreaches(standing).map((met) => {
      const { approver, reason } = met.entry.amend!;
      return {
        code: "amended-after-breach",
        message: `${breachClause(met)}; approved by ${namedAs(approver, met.entry)}: ${reason}`,
        place: valueAt(met.entry.file, "amend", "changes", met.change.term),
        hint: "no action is needed: it stays on record, and the memo shows it too",
      };
    });
  },
};
