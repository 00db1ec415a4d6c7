import type { NextActionsResult } from "../../app/views/read-next.ts";
import type { Acts, NextAction } from "../../domain/next/next-actions.ts";
import { personText, type Role } from "../../domain/scalars/person.ts";
import { actWords } from "../../wording/acts.ts";
import type { DateText } from "./json-texts.ts";
import { codedJson, type CodedJson } from "./reason-json.ts";

/** What each role has to do now, all of it. */
export interface NextJson {
  readonly roles: readonly RoleActionsJson[];
}

/** A role with its actions, the most pressing first. */
export interface RoleActionsJson {
  readonly role: Role;
  /** Who fills it; null where the charter names no one. */
  readonly person: string | null;
  readonly actions: readonly ActionJson[];
}

/** One thing that has to be done now. Programs read `code` and `data`; the sentences are for people. */
export type ActionJson = CodedJson<Acts, ActionWordsJson>;

/** What an action says besides its code and its data. */
export interface ActionWordsJson {
  /** In the imperative. */
  readonly text: string;
  /** What in the records asks for it. */
  readonly because: string;
  /** The command that does it or records it; null where it is an edit or an act of a person. */
  readonly command: string | null;
  readonly role: Role;
  /** The person whom it waits for; null where no one is named. */
  readonly who: string | null;
  /** Null where no day is set. */
  readonly by: DateText | null;
  /** Whether its day is over. */
  readonly late: boolean;
  /** Ids of the entries that it rests on. */
  readonly entries: readonly string[];
}

export function nextJson({ roles }: Pick<NextActionsResult, "roles">): NextJson {
  return {
    roles: roles.map(({ role, person, actions }) => ({
      role,
      person: person === undefined ? null : personText(person),
      actions: actions.map(actionJson),
    })),
  };
}

/** The same in `poc next` and `poc status`. */
export function actionJson(action: NextAction): ActionJson {
  const { code, data, role, who, by, late, entries } = action;
  const { text, because, command } = actWords(action);
  return codedJson<Acts, ActionWordsJson>(code, data, {
    text,
    because,
    command: command ?? null,
    role,
    who: who === undefined ? null : personText(who),
    by: by ?? null,
    late,
    entries,
  });
}
