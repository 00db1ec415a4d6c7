import { dateLabel } from "../scalars/calendar.ts";
import { isFinal } from "../standing/decision.ts";
import type { DecisionCondition } from "../records/entry.ts";
import { samePerson, type Person } from "../scalars/person.ts";
import { dueBy, isEnding, type RoleAction, type Situation } from "./role-action.ts";
import type { Standing } from "../standing/standing.ts";
import { moneyLabel } from "../scalars/labels.ts";
import { outcomeLabel } from "../standing/outcome.ts";

/** The memo, the decision, what it hangs on, and the money behind it. */
export function decisionActions({ standing }: Situation): readonly RoleAction[] {
  return [
    ...memoActions(standing),
    ...decideActions(standing),
    ...conditionActions(standing),
    ...commitmentActions(standing),
  ];
}

/** The last days: from here on a decision is somebody's work now, and not in a calendar. */
const LAST_DAYS = 2;

/** The day by which somebody has to decide; undefined where it is not due yet. */
function decisionDue({ phase, recommendation, timebox, asOf }: Standing): Pick<RoleAction, "by"> | undefined {
  if (phase !== "running" && phase !== "over") return undefined;
  // A no-go in the middle saves the rest of the timebox only if it is decided now.
  if (phase === "running" && recommendation.outcome === "no-go") return { by: asOf.date };
  const last = timebox !== undefined && timebox.phase === "during" && timebox.left <= LAST_DAYS;
  return phase === "over" || last || recommendation.outcome === "go" ? dueBy(timebox?.end) : undefined;
}

function memoActions(standing: Standing): readonly RoleAction[] {
  const due = decisionDue(standing);
  if (due === undefined || standing.memos.some((name) => name.startsWith("decision"))) return [];
  return [
    {
      role: "engineer",
      what: "Render the memo, and read it as a sponsor would",
      because: "no decision memo lies in memos/",
      ...due,
      command: "poc memo",
      entries: [],
    },
  ];
}

function decideActions(standing: Standing): readonly RoleAction[] {
  const due = decisionDue(standing);
  if (due === undefined) return [];
  const { outcome, rule, entries } = standing.recommendation;
  const memo = standing.memos.findLast((name) => name.startsWith("decision"));
  const what = memo === undefined ? "Decide, as soon as the memo is there" : "Read the memo and decide";
  const because =
    `${memo === undefined ? "" : `it is memos/${memo}; `}the recommendation is ` +
    `${outcomeLabel(outcome).toLowerCase()} (${rule})`;
  return [{ role: "sponsor", what, because, ...due, command: "poc decide go|no-go|conditional", entries }];
}

/** What a decision hangs on, until another decision says that it holds. */
function conditionActions({ decision: { current }, definitions: { charter }, asOf }: Standing): readonly RoleAction[] {
  if (current === undefined || !isFinal(current.decision)) return [];
  const { conditions, outcome } = current.decision;
  const entries = [current.entry.id];
  const said = `a condition of the ${outcomeLabel(outcome).toLowerCase()} by ${current.decision.by.name}`;
  const because = ({ owner }: DecisionCondition) => (owner === undefined ? said : `${said}; ${owner.name} sees to it`);
  const owed = conditions.map((condition): RoleAction => ({
    role: roleOf(condition.owner, charter?.sponsor),
    what: upperFirst(condition.what),
    because: because(condition),
    ...dueBy(condition.by),
    entries,
  }));
  const last = conditions
    .flatMap(({ by }) => by ?? [])
    .sort()
    .at(-1);
  if (outcome !== "conditional" || last === undefined || asOf.date < last) return owed;
  return [
    ...owed,
    {
      role: "sponsor",
      what: "Say whether the conditions hold, and decide for good",
      because: `the last of them was due on ${dateLabel(last)}`,
      by: last,
      command: "poc decide go|no-go --supersede",
      entries,
    },
  ];
}

/** Conditions are the owner's to see to, unless they are the sponsor's own. */
function roleOf(owner: Person | undefined, sponsor: Person | undefined): RoleAction["role"] {
  return owner !== undefined && sponsor !== undefined && samePerson(owner, sponsor) ? "sponsor" : "owner";
}

/** Science projects are paid for by the hour; an MVP is funded before it is needed. */
function commitmentActions(standing: Standing): readonly RoleAction[] {
  const { charter } = standing.definitions;
  const committed = standing.exitCriteria.items.find(({ item }) => item.id === "committed");
  if (standing.phase === "draft" || isEnding(standing) || committed?.state !== "open") return [];
  if (charter?.owner === undefined || charter.sponsor === undefined || charter.mvpBudget === undefined) return [];
  const by = standing.phase === "decided" ? {} : dueBy(standing.timebox?.end);
  const what = `Commit ${moneyLabel(charter.mvpBudget)} to the MVP, in writing and together with ${charter.owner.name}`;
  return [
    {
      role: "sponsor",
      what,
      because: `exit criterion committed: ${committed.because}`,
      ...by,
      command: "poc log --attest exit.committed=LINK",
      entries: committed.entries,
    },
  ];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
