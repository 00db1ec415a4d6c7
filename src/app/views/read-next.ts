import { EXIT } from "../../domain/records/checklist-items.ts";
import { actionsByRole, nextActions, type RoleActions } from "../../domain/next/next-actions.ts";
import type { GateWay } from "../../domain/gates/gate-standing.ts";
import { listChecklists, type ListedChecklists } from "../checklists/list-checklists.ts";
import type { Context } from "../ports/ports.ts";
import type { StandingRequest } from "../poc/read-standing.ts";
import type { Role } from "../../domain/scalars/person.ts";

export interface NextRequest extends StandingRequest {
  /** One role, or all of them. */
  readonly role: Role | undefined;
}

export interface NextActionsResult extends ListedChecklists {
  readonly roles: readonly RoleActions[];
}

/** What each role has to do now, by the records, the checklists and, once it was decided to go on, the gates. */
export async function readNext(context: Context, request: NextRequest): Promise<NextActionsResult> {
  const result = await listChecklists(context, request);
  const { standing } = result;
  const lists = result.lists.flatMap(({ found, standing: list }) =>
    list === undefined || found.name === EXIT ? [] : [list],
  );
  const gates = standing.phase === "decided" ? await gatesOf(context, request) : undefined;
  const roles = actionsByRole(nextActions(standing, { lists, gates }), standing);
  return { ...result, roles: request.role === undefined ? roles : roles.filter(({ role }) => role === request.role) };
}

/** `poc gate` reports faults in the definitions of gates; here it is only unknown what they ask. */
async function gatesOf(context: Context, request: NextRequest): Promise<GateWay | undefined> {
  const { openGates } = await import("../gates/open-gates.ts");
  const { way, faults } = await openGates(context, request.directory, request.asOf);
  return faults.length > 0 ? undefined : way;
}
