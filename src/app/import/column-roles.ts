import { nameHint } from "../../domain/scalars/nearest.ts";
import { CASE_ROLES, type CaseRole } from "../../domain/evidence/columns/column-role.ts";
import { UsageFault, type UsageProblem } from "../ports/faults.ts";

/**
 * Reads `case=qid`: which column of a table means what.
 *
 * @throws UsageFault with every text that is none
 */
export function columnRoles(texts: readonly string[]): Partial<Record<CaseRole, string>> {
  const found: Partial<Record<CaseRole, string>> = {};
  const problems: UsageProblem[] = [];
  for (const text of texts) {
    const at = text.indexOf("=");
    const name = text.slice(0, Math.max(0, at)).trim();
    const role = CASE_ROLES.find((one) => one === name);
    if (role !== undefined && text.slice(at + 1).trim() !== "") found[role] = text.slice(at + 1).trim();
    else
      problems.push({
        message: `--columns: found "${text.slice(0, 60)}", expected one of ${CASE_ROLES.join(", ")} and a column`,
        ...(at > 0
          ? { hint: nameHint(name, CASE_ROLES, "write --columns case=qid") }
          : { hint: "write --columns case=qid" }),
      });
  }
  if (problems.length > 0) throw new UsageFault(problems);
  return found;
}
