import { EXIT } from "../../domain/records/checklist-items.ts";
import { roleActions, type RoleActions } from "../../domain/next/role-actions.ts";
import type { GateStanding } from "../../domain/gates/gate-standing.ts";
import { listChecklists, type ListedChecklists } from "../checklists/list-checklists.ts";
import { openGates } from "../gates/open-gates.ts";
import type { Context } from "../ports/ports.ts";
import type { StandingRequest } from "../poc/read-standing.ts";
import type { Role } from "../../domain/scalars/person.ts";

export interface NextActionsRequest extends StandingRequest {
  /** One role, or all of them. */
  readonly role: Role | undefined;
}

export interface NextActionsResult extends ListedChecklists {
  readonly roles: readonly RoleActions[];
}

/**
 * What each role has to do now, by the records, by the lists that are asked and, once it was decided to go on, by the
 * gate that is next.
 */
export async function nextActions(context: Context, request: NextActionsRequest): Promise<NextActionsResult> {
  const result = listChecklists(context, request);
  const lists = result.lists.flatMap(({ found, standing }) =>
    standing === undefined || found.name === EXIT ? [] : [standing],
  );
  const roles = roleActions(
    result.standing,
    lists,
    result.standing.phase === "decided" ? await gateHere(context, request) : undefined,
  );
  return { ...result, roles: request.role === undefined ? roles : roles.filter(({ role }) => role === request.role) };
}

/** Faults of the definitions of gates are told by `poc gate`; here it is only not known what they ask. */
async function gateHere(context: Context, request: NextActionsRequest): Promise<GateStanding | undefined> {
  const { way, faults } = await openGates(context, request.directory, request.asOf);
  return faults.length > 0 ? undefined : way.here;
}
