import { agreementActions } from "./agreement-actions.ts";
import type { ChecklistStanding } from "../standing/checklist.ts";
import { decisionActions } from "./decision-actions.ts";
import { evidenceActions } from "./evidence-actions.ts";
import { gateActions } from "./gate-actions.ts";
import type { GateStanding } from "../gates/gate-standing.ts";
import { listActions } from "./list-actions.ts";
import type { Person } from "../scalars/person.ts";
import { riskActions } from "./risk-actions.ts";
import type { RoleAction, Situation } from "./role-action.ts";
import { ROLES, type Role } from "../records/role.ts";
import type { Standing } from "../standing/standing.ts";
import { valueActions } from "./value-actions.ts";

/** A role with all that it has to do now, the most pressing first. */
export interface RoleActions {
  readonly role: Role;
  /** Who fills the part, where the charter names them. */
  readonly person: Person | undefined;
  readonly actions: readonly RoleAction[];
}

/** In order: of two actions that are due on the same day, the one whose rule comes first is the more pressing. */
const RULES: readonly ((situation: Situation) => readonly RoleAction[])[] = [
  agreementActions,
  evidenceActions,
  decisionActions,
  gateActions,
  valueActions,
  riskActions,
  listActions,
];

/** What each role has to do now. Where records cannot be read, everything else waits until they can. */
export function roleActions(
  standing: Standing,
  lists: readonly ChecklistStanding[],
  here?: GateStanding,
): readonly RoleActions[] {
  const { charter } = standing.definitions;
  const actions =
    standing.unreadable.length > 0 ? [mendRecords(standing)] : RULES.flatMap((rule) => rule({ standing, lists, here }));
  return ROLES.map((role) => ({
    role,
    person: role === "owner" ? charter?.owner : role === "sponsor" ? charter?.sponsor : undefined,
    actions: actions.filter((action) => action.role === role).sort(byDay),
  }));
}

/** What is late first; what has no day last. The sort keeps the order of the rules. */
function byDay(a: RoleAction, b: RoleAction): number {
  const [left, right] = [a.by ?? "9999", b.by ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
}

function mendRecords({ unreadable, asOf }: Standing): RoleAction {
  const files = [...new Set(unreadable.map(({ file }) => file))];
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return {
    role: "engineer",
    what: "Mend the records that cannot be read",
    because: `nothing can be judged before: ${files.slice(0, 3).join(", ")}${more}`,
    by: asOf.date,
    command: "poc check",
    entries: [],
  };
}
