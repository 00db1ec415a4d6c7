import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { neededLabel } from "../../wording/evals.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.evals;

/** Something is measured, something decides, and everything has a target that was set beforehand. */
export const evalDefinition: Check = {
  name: "eval-definition",
  codes: ["eval-missing", "eval-primary-missing", "eval-target-missing", "margin-reason-missing"],
  run(standing) {
    const { evals } = standing.definitions;
    const found: Diagnostic[] = [];
    if (evals.length === 0) {
      found.push({
        code: "eval-missing",
        message: "no eval is defined, expected at least one that says what success is",
        place: valueAt(FILE),
        hint: "add an eval with metric, better, baseline and target to evals.yaml",
      });
    } else if (!evals.some((item) => item.primary)) {
      found.push({
        code: "eval-primary-missing",
        message: "no eval is primary, expected one that decides",
        place: valueAt(FILE),
        hint: "set primary: true on the eval that answers the question",
      });
    }
    for (const item of evals) {
      if (item.target === undefined) {
        found.push({
          code: "eval-target-missing",
          message: `${item.id} has no target, expected the least that is acceptable`,
          place: valueAt(FILE, item.id, "target"),
          hint: 'add target: "reduction >= 40%" or another to evals.yaml',
        });
      }
      if (item.target?.form === "not-worse" && item.why === undefined) {
        found.push({
          code: "margin-reason-missing",
          message: `${item.id} may get ${neededLabel(item, item.target)}, but nothing says why that is acceptable`,
          place: valueAt(FILE, item.id, "target"),
          hint: "add why: what that loss means, and what makes up for it",
        });
      }
    }
    return found.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};
