import type { ChecklistItemStanding, ChecklistStanding } from "../standing/checklist.ts";
import { lostSupport } from "../standing/decision.ts";
import { isEnding, type Ask, type Situation } from "./next-action.ts";

type OpenItem = {
  /** `mvp.guardrails`, as `--attest` takes it. */
  readonly item: string;
  readonly list: string;
  readonly text: string;
  readonly failed: boolean;
  /** What the records or the command say; undefined where only a person can tell. */
  readonly why: ChecklistItemStanding["because"] | undefined;
};

export interface ChecklistActs {
  readonly "attest-item": OpenItem;
  readonly "run-item": OpenItem;
  /** Neither a word nor a command closes it, only the records. */
  readonly "close-item": OpenItem;
}

/**
 * Open items of the checklists whose time has come, for the role that each names. The list nearest to its end first.
 */
export function checklistActions({ standing, lists = [] }: Situation): readonly Ask<ChecklistActs>[] {
  // What a go requires can wait until the decision was reviewed.
  if (lostSupport(standing) !== undefined) return [];
  const ending = isEnding(standing);
  return lists
    .filter(({ asked, checklist }) => asked && (!ending || checklist.asked === "after-stop"))
    .map((list) => ({ list, open: list.items.filter(({ state }) => state !== "met") }))
    .sort((a, b) => a.open.length - b.open.length)
    .flatMap(({ list, open }) => open.flatMap((item) => itemActions(item, list)));
}

function itemActions(
  { item, id, state, because, entries }: ChecklistItemStanding,
  { checklist }: ChecklistStanding,
): readonly Ask<ChecklistActs>[] {
  if (item.role === undefined) return [];
  const failed = state === "failed";
  const told = failed || item.check !== undefined || item.evidence !== undefined;
  const data = { item: id, list: checklist.name, text: item.text, failed, why: told ? because : undefined };
  const code = item.check !== undefined ? "run-item" : item.attestable ? "attest-item" : "close-item";
  return [{ code, role: item.role, data, entries }];
}
