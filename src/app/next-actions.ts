import { EXIT } from "../domain/checklist-items.ts";
import { roleActions, type RoleActions } from "../domain/role-actions.ts";
import type { Role } from "../domain/role.ts";
import { listChecklists, type ListedChecklists } from "./list-checklists.ts";
import type { Context } from "./ports.ts";
import type { StandingRequest } from "./read-standing.ts";

export interface NextActionsRequest extends StandingRequest {
  /** One role, or all of them. */
  readonly role: Role | undefined;
}

export interface NextActionsResult extends ListedChecklists {
  readonly roles: readonly RoleActions[];
}

/** What each role has to do now, by the records and by the lists that are asked. */
export function nextActions(context: Context, request: NextActionsRequest): NextActionsResult {
  const result = listChecklists(context, request);
  const lists = result.lists.flatMap(({ found, standing }) => (standing === undefined || found.name === EXIT ? [] : [standing]));
  const roles = roleActions(result.standing, lists);
  return { ...result, roles: request.role === undefined ? roles : roles.filter(({ role }) => role === request.role) };
}
