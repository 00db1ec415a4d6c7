import type { NextActionsResult } from "../../app/views/read-next.ts";
import type { Acts, NextAction } from "../../domain/next/next-actions.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText, type Person } from "../../domain/scalars/person.ts";
import { actWords } from "../../wording/acts.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

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

function dataJson(data: Acts[keyof Acts]): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, valueJson(value)]));
}

type DataValue = string | number | boolean | undefined | readonly string[] | Money | Person;

function valueJson(value: DataValue): JsonValue {
  if (value === undefined) return null;
  if (typeof value !== "object" || isList(value)) return value;
  return "minor" in value ? moneyText(value) : personText(value);
}

function isList(value: readonly string[] | Money | Person): value is readonly string[] {
  return Array.isArray(value);
}
