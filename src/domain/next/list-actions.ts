import type { ChecklistItemStanding, ChecklistStanding } from "../standing/checklist.ts";
import { isEnding, type RoleAction, type Situation } from "./role-action.ts";

/** Open items of the lists whose time has come, each for the role that its list names. The list nearest to its end first. */
export function listActions({ standing, lists }: Situation): readonly RoleAction[] {
  const ending = isEnding(standing);
  return lists
    .filter(({ asked, checklist }) => asked && (!ending || checklist.asked === "after-stop"))
    .map((list) => ({ list, open: list.items.filter(({ state }) => state !== "met") }))
    .sort((a, b) => a.open.length - b.open.length)
    .flatMap(({ list, open }) => open.flatMap((item) => actionOf(item, list)));
}

function actionOf(standing: ChecklistItemStanding, { checklist }: ChecklistStanding): readonly RoleAction[] {
  const { item, id, state, because, entries } = standing;
  if (item.role === undefined) return [];
  const command =
    item.check !== undefined
      ? `poc checklist ${checklist.name} --run`
      : item.attestable
        ? `poc log --attest ${id}=LINK`
        : undefined;
  const word =
    state === "failed"
      ? `fails on ${checklist.name}: ${because}`
      : item.check === undefined
        ? `open on ${checklist.name}`
        : `open on ${checklist.name}: ${because}`;
  return [{ role: item.role, what: item.text, because: word, ...(command === undefined ? {} : { command }), entries }];
}
