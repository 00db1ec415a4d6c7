import type { NextActionsResult } from "../../app/views/read-next.ts";
import type { NextAction } from "../../domain/next/next-actions.ts";
import { personText } from "../../domain/scalars/person.ts";
import { actWords } from "../../wording/acts.ts";
import type { JsonObject } from "./json-value.ts";
import { dataJson } from "./reason-json.ts";

/** What each role has to do now as plain JSON, all of it. */
export function nextJson({ roles }: Pick<NextActionsResult, "roles">): JsonObject {
  return {
    roles: roles.map(({ role, person, actions }) => ({
      role,
      person: person === undefined ? null : personText(person),
      actions: actions.map(actionJson),
    })),
  };
}

/**
 * One action, the same in `poc next` and `poc status`. `code` and the keys of `data` are stable; `text`, `because` and
 * `command` are for people. `by` is null where no day is set, `who` where nobody is named.
 */
export function actionJson(action: NextAction): JsonObject {
  const { code, data, role, who, by, late, entries } = action;
  const { text, because, command } = actWords(action);
  return {
    code,
    data: dataJson(data),
    text,
    because,
    command: command ?? null,
    role,
    who: who === undefined ? null : personText(who),
    by: by ?? null,
    late,
    entries,
  };
}
