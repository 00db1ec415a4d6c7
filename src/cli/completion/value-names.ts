import type { NameKind } from "../../app/completion/known-words.ts";

/** The beginning of a value: a name alone, or a name followed by `=`, as in `wrong-rate=22/200`. */
export interface NamedValue {
  readonly kind: NameKind;
  readonly assigns: boolean;
}

function name(kind: NameKind): NamedValue {
  return { kind, assigns: false };
}

function assigned(kind: NameKind): NamedValue {
  return { kind, assigns: true };
}

/** Flags whose value is a name, by command and flag; of arguments, by command and argument. A test knows them all. */
export const VALUE_NAMES: Readonly<Record<string, NamedValue>> = {
  "log --eval": assigned("eval"),
  "log --arm": name("arm"),
  "log --model": name("model"),
  "log --replaces": name("entry"),
  "log --assume": assigned("assumption"),
  "log --risk": assigned("risk"),
  "log --answer": assigned("criterion"),
  "log --attest": assigned("item"),
  "followup --actual": assigned("forecast"),
  "plan --eval": name("eval"),
  "show --eval": name("eval"),
  "amend --set": assigned("term"),
  "amend --unset": name("term"),
  "amend --clear": name("criterion"),
  "show id": name("entry"),
  "undo id": name("entry"),
  "explain code": name("code"),
  "memo kind": name("document"),
  "checklist name": name("checklist"),
  "gate gate": name("gate"),
  "gate name": name("gate"),
};
