import type { NextActionsResult } from "../../app/views/next-actions.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { JsonObject } from "./json-value.ts";

/** What each role has to do now as plain JSON, all of it. `by` is null where no day is set. */
export function nextJson({ roles, standing }: Pick<NextActionsResult, "roles" | "standing">): JsonObject {
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
