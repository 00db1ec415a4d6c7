import type { NextActionsResult } from "../../app/views/next-actions.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { DateText } from "./json-texts.ts";
import type { Role } from "../../domain/scalars/person.ts";

/** What each role has to do now, all of it. */
export interface NextJson {
  readonly roles: readonly RoleActionsJson[];
}

export interface RoleActionsJson {
  readonly role: Role;
  readonly person: string | null;
  readonly actions: readonly ActionJson[];
}

export interface ActionJson {
  readonly what: string;
  readonly because: string;
  /** Null where no day is set. */
  readonly by: DateText | null;
  readonly late: boolean;
  readonly command: string | null;
  readonly entries: readonly string[];
}

export function nextJson({ roles, standing }: Pick<NextActionsResult, "roles" | "standing">): NextJson {
  return {
    roles: roles.map(({ role, person, actions }) => ({
      role,
      person: person === undefined ? null : personText(person),
      actions: actions.map(({ what, because, by, command, entries }) => ({
        what,
        because,
        by: by ?? null,
        late: by !== undefined && by < standing.asOf.date,
        command: command ?? null,
        entries: [...new Set(entries)],
      })),
    })),
  };
}
