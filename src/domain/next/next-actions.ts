import { endOfUse } from "../follow-up/follow-up-standing.ts";
import { agreementActions, type AgreementActs } from "./agreement-actions.ts";
import { checklistActions, type ChecklistActs } from "./checklist-actions.ts";
import { decisionActions, type DecisionActs } from "./decision-actions.ts";
import { evidenceActions, type EvidenceActs } from "./evidence-actions.ts";
import { exitActions, type ExitActs } from "./exit-actions.ts";
import { followUpActions, type FollowUpActs } from "./follow-up-actions.ts";
import { gateActions, type GateActs } from "./gate-actions.ts";
import type { Ask, Situation } from "./next-action.ts";
import { recordActions, type RecordActs } from "./record-actions.ts";
import { riskActions, type RiskActs } from "./risk-actions.ts";
import { spendActions, type SpendActs } from "./spend-actions.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import { ROLES, type Person, type Role } from "../scalars/person.ts";
import type { Standing } from "../standing/standing.ts";

/** Everything that may have to be done: the data of each act by its code, which is stable and kebab-case. */
export interface Acts
  extends
    RecordActs,
    AgreementActs,
    SpendActs,
    EvidenceActs,
    DecisionActs,
    FollowUpActs,
    GateActs,
    ExitActs,
    RiskActs,
    ChecklistActs {}

export type ActCode = keyof Acts;

/** An act with its data. `wording/acts.ts` makes the sentence and the command. */
export type Act<Code extends ActCode = ActCode> = {
  readonly [C in Code]: { readonly code: C; readonly data: Acts[C] };
}[Code];

/** One thing that has to be done now. It is gone as soon as the records show it done. */
export type NextAction = Act & {
  readonly role: Role;
  /** The person whom it waits for; undefined where nobody is named. */
  readonly who: Person | undefined;
  /** Undefined where no day is set. */
  readonly by: CivilDate | undefined;
  /** Its day is over. */
  readonly late: boolean;
  /** Ids of the entries that it rests on, each once. */
  readonly entries: readonly string[];
};

/** In order: of two actions that are due on the same day, the one whose source comes first is the more pressing. */
const SOURCES: readonly ((situation: Situation) => readonly Ask<Acts>[])[] = [
  recordActions,
  agreementActions,
  spendActions,
  evidenceActions,
  decisionActions,
  followUpActions,
  gateActions,
  exitActions,
  riskActions,
  checklistActions,
];

/**
 * What has to be done now, the most pressing first: what is late, then by day, then what has no day.
 *
 * Each source derives its actions from the standing; checklists and gates add theirs where the caller has read them.
 * Nothing is asked of a PoC whose records cannot be read but to fix them, for everything else would be guessed. Where
 * the recommendation or the decision is no-go, nothing is left to prove: what remains is to decide, and to tear down.
 * Once it is no longer used, nothing is built on it any more.
 */
export function nextActions(
  standing: Standing,
  read: Partial<Omit<Situation, "standing">> = {},
): readonly NextAction[] {
  const situation: Situation = { standing, lists: read.lists, gates: read.gates };
  const onlyRecords = standing.unreadable.length > 0 || endOfUse(standing) !== undefined;
  const asks = onlyRecords ? recordActions(situation) : SOURCES.flatMap((source) => source(situation));
  return asks.map((ask) => actionOf(ask, standing)).sort(byPress);
}

function actionOf(ask: Ask<Acts>, standing: Standing): NextAction {
  const { by } = ask;
  return {
    ...ask,
    who: ask.who ?? personOf(ask.role, standing),
    by,
    late: by !== undefined && by < standing.asOf.date,
    entries: [...new Set(ask.entries)],
  };
}

/** A decision whose ground is gone comes before everything that rests on it, whatever is due when. */
function byPress(a: NextAction, b: NextAction): number {
  return Number(isDecisionAgain(b)) - Number(isDecisionAgain(a)) || byDay(a, b);
}

function isDecisionAgain({ code }: NextAction): boolean {
  return code === "decide-again" || code === "review-decision";
}

/** The sort is stable, so actions of one day keep the order of their sources. */
function byDay(a: NextAction, b: NextAction): number {
  const [left, right] = [a.by ?? "9999", b.by ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Owner and sponsor are people of the charter; nobody names the others. */
function personOf(role: Role, { definitions: { charter } }: Standing): Person | undefined {
  return role === "owner" ? charter?.owner : role === "sponsor" ? charter?.sponsor : undefined;
}

/** A role with all that it has to do now, the most pressing first. */
export interface RoleActions {
  readonly role: Role;
  /** Who fills it, where the charter names them. */
  readonly person: Person | undefined;
  readonly actions: readonly NextAction[];
}

/** The same actions, role by role; a role that has nothing to do is part of it. */
export function actionsByRole(actions: readonly NextAction[], standing: Standing): readonly RoleActions[] {
  return ROLES.map((role) => ({
    role,
    person: personOf(role, standing),
    actions: actions.filter((action) => action.role === role),
  }));
}
