import { agreementActions } from "./agreement-actions.ts";
import type { ChecklistStanding, ChecklistItemStanding } from "../standing/checklist.ts";
import { decisionActions } from "./decision-actions.ts";
import { evidenceActions } from "./evidence-actions.ts";
import { gateActions } from "./gate-actions.ts";
import type { GateStanding } from "../gates/gate-standing.ts";
import { type Person, ROLES, type Role } from "../scalars/person.ts";
import { riskActions } from "./risk-actions.ts";
import { type RoleAction, type Situation, isEnding, dueBy } from "./role-action.ts";
import type { Standing } from "../standing/standing.ts";
import { listLabel } from "../scalars/labels.ts";

/** A role with all that it has to do now, the most pressing first. */
export interface RoleActions {
  readonly role: Role;
  /** Who fills the part, where the charter names them. */
  readonly person: Person | undefined;
  readonly actions: readonly RoleAction[];
}

/** In order: of two actions that are due on the same day, the one whose rule comes first is the more pressing. */
const RULES: readonly ((situation: Situation) => readonly RoleAction[])[] = [
  agreementActions,
  evidenceActions,
  decisionActions,
  gateActions,
  valueActions,
  riskActions,
  listActions,
];

/** What each role has to do now. Where records cannot be read, everything else waits until they can. */
export function roleActions(
  standing: Standing,
  lists: readonly ChecklistStanding[],
  here?: GateStanding,
): readonly RoleActions[] {
  const { charter } = standing.definitions;
  const actions =
    standing.unreadable.length > 0 ? [mendRecords(standing)] : RULES.flatMap((rule) => rule({ standing, lists, here }));
  return ROLES.map((role) => ({
    role,
    person: role === "owner" ? charter?.owner : role === "sponsor" ? charter?.sponsor : undefined,
    actions: actions.filter((action) => action.role === role).sort(byDay),
  }));
}

/** What is late first; what has no day last. The sort keeps the order of the rules. */
function byDay(a: RoleAction, b: RoleAction): number {
  const [left, right] = [a.by ?? "9999", b.by ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
}

function mendRecords({ unreadable, asOf }: Standing): RoleAction {
  const files = [...new Set(unreadable.map(({ file }) => file))];
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return {
    role: "engineer",
    what: "Mend the records that cannot be read",
    because: `nothing can be judged before: ${files.slice(0, 3).join(", ")}${more}`,
    by: asOf.date,
    command: "poc check",
    entries: [],
  };
}

/**
 * Open items of the lists whose time has come, each for the role that its list names. The list nearest to its end
 * first.
 */
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

const MOST_NAMED = 4;

/** What the business case lacks: demos impress, and it is the owner's figures that fund. */
export function valueActions({ standing }: Situation): readonly RoleAction[] {
  const { value, exitCriteria, phase, timebox } = standing;
  const signal = exitCriteria.items.find(({ item }) => item.id === "value-signal");
  if (phase === "decided" || isEnding(standing) || signal?.state !== "open") return [];
  const owner = (what: string, because: string): readonly RoleAction[] => [
    { role: "owner", what, because, ...dueBy(timebox?.end), entries: signal.entries },
  ];
  if (value.missing.length > 0) return owner("Complete the business case", `value.yaml lacks ${named(value.missing)}`);
  if (value.meetsThresholds === undefined)
    return owner("Say from where on the idea is not worth it", "value.yaml sets no threshold");
  const asserted = value.inputs.filter(({ grade }) => grade === "asserted").map(({ name }) => name);
  return asserted.length === 0
    ? []
    : owner("Find a source for what is only asserted", `in value.yaml: ${named(asserted)}`);
}

function named(names: readonly string[]): string {
  return names.length <= MOST_NAMED
    ? listLabel(names)
    : `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`;
}
