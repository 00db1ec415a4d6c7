import type { CivilDate } from "../scalars/calendar.ts";
import { isFinal, lostSupport, type LoggedDecision } from "../standing/decision.ts";
import type { DecisionOutcome } from "../records/entry.ts";
import { People } from "../records/people.ts";
import type { Person, Role } from "../scalars/person.ts";
import type { Ask, Situation } from "./next-action.ts";
import type { KillReason, KillStanding } from "../standing/kill-standing.ts";
import type { Standing } from "../standing/standing.ts";
import type { Recommendation, RecommendationReason } from "../standing/recommendation.ts";

export interface DecisionActs {
  readonly "render-memo": { readonly recommended: Recommendation["outcome"] };
  /** `memo`: the name of the latest decision memo in memos/. */
  readonly decide: {
    readonly recommended: Recommendation["outcome"];
    readonly rule: Recommendation["rule"];
    readonly memo: string | undefined;
  };
  /** Two or more decisions that do not know of each other. */
  readonly "settle-decisions": {
    readonly decisions: readonly { readonly outcome: DecisionOutcome; readonly decider: Person }[];
  };
  readonly "meet-condition": {
    readonly what: string;
    readonly outcome: DecisionOutcome;
    readonly decider: Person;
    readonly owner: Person | undefined;
  };
  /** `criterion`: its statement, else its id. */
  readonly "decide-again": { readonly criterion: string; readonly why: KillReason; readonly others: number };
  /** `reason`: the first of today's recommendation, which no longer supports the decision. */
  readonly "review-decision": {
    readonly outcome: DecisionOutcome;
    readonly recommended: Recommendation["outcome"];
    readonly reason: RecommendationReason | undefined;
  };
  readonly "confirm-conditions": { readonly last: CivilDate };
  readonly stop: { readonly decider: Person };
  /** `gate` and `title` of the last gate that was passed; undefined before a proof of value. */
  readonly "go-on": { readonly gate: number | undefined; readonly title: string | undefined };
}

/** The memo, the decision, the conditions that came with it, and where it leads. */
export function decisionActions(situation: Situation): readonly Ask<DecisionActs>[] {
  const { standing } = situation;
  const { current, rivals } = standing.decision;
  if (rivals.length > 0) return [settleAction(rivals, standing)];
  if (standing.phase === "running" || standing.phase === "over")
    return [...memoActions(standing), decideAction(standing)];
  if (current === undefined || !isFinal(current.decision)) return [];
  return [
    ...againActions(current, standing),
    ...conditionActions(current, standing),
    ...wayActions(current, situation),
  ];
}

/** A kill criterion that entries after the decision tripped: who decided to go on did not know. */
function againActions({ entry, decision }: LoggedDecision, standing: Standing): readonly Ask<DecisionActs>[] {
  if (decision.outcome === "no-go") return [];
  const [first, ...others] = trippedAfter(standing, entry.at.epochMs);
  if (first === undefined) return reviewActions(standing);
  const { criterion, because, entries } = first;
  const data = { criterion: criterion.statement ?? criterion.id, why: because, others: others.length };
  return [{ code: "decide-again", role: "sponsor", data, by: standing.asOf.date, entries: [entry.id, ...entries] }];
}

/** The evidence that the decision was based on is gone. */
function reviewActions(standing: Standing): readonly Ask<DecisionActs>[] {
  const lost = lostSupport(standing);
  if (lost === undefined) return [];
  const { outcome: recommended, reasons, entries } = standing.recommendation;
  const data = { outcome: lost.decision.outcome, recommended, reason: reasons[0] };
  const rests = [lost.entry.id, ...entries];
  return [{ code: "review-decision", role: "sponsor", data, by: standing.asOf.date, entries: rests }];
}

function trippedAfter({ kill, log }: Standing, epochMs: number): readonly KillStanding[] {
  const after = new Set(log.counted.filter(({ at }) => at.epochMs > epochMs).map(({ id }) => id));
  return kill.filter(({ verdict, entries }) => verdict === "tripped" && entries.some((id) => after.has(id)));
}

/** In the last days of the timebox the memo is work for now. */
export const LAST_DAYS = 2;

/** A no-go before the end saves the rest of the timebox only if it is decided now. */
function decisionDay({ phase, recommendation, timebox, asOf }: Standing): CivilDate | undefined {
  return phase === "running" && recommendation.outcome === "no-go" ? asOf.date : timebox?.end;
}

function latestMemo({ memos }: Standing): string | undefined {
  return memos.findLast((name) => name.startsWith("decision"));
}

function memoActions(standing: Standing): readonly Ask<DecisionActs>[] {
  const { phase, timebox, recommendation } = standing;
  const last = timebox !== undefined && timebox.phase === "during" && timebox.left <= LAST_DAYS;
  const settled = recommendation.outcome === "go" || recommendation.outcome === "no-go";
  if (latestMemo(standing) !== undefined || !(phase === "over" || last || settled)) return [];
  const data = { recommended: recommendation.outcome };
  return [{ code: "render-memo", role: "engineer", data, by: decisionDay(standing) }];
}

function decideAction(standing: Standing): Ask<DecisionActs> {
  const { outcome, rule, entries } = standing.recommendation;
  const data = { recommended: outcome, rule, memo: latestMemo(standing) };
  return { code: "decide", role: "sponsor", data, by: decisionDay(standing), entries };
}

function settleAction(rivals: readonly LoggedDecision[], { asOf }: Standing): Ask<DecisionActs> {
  const entries = rivals.map(({ entry }) => entry.id);
  const decisions = rivals.map(({ decision: { outcome, by } }) => ({ outcome, decider: by }));
  return { code: "settle-decisions", role: "sponsor", data: { decisions }, by: asOf.date, entries };
}

/** The conditions of a decision, until another decision says that they are met. */
function conditionActions(
  { entry, decision }: LoggedDecision,
  { definitions: { charter }, asOf }: Standing,
): readonly Ask<DecisionActs>[] {
  const { conditions, outcome } = decision;
  const entries = [entry.id];
  const owed = conditions.map(({ what, owner, by }): Ask<DecisionActs> => ({
    code: "meet-condition",
    role: roleOf(owner, charter?.sponsor),
    who: owner,
    data: { what, outcome, decider: decision.by, owner },
    by,
    entries,
  }));
  const last = conditions
    .flatMap(({ by }) => by ?? [])
    .sort()
    .at(-1);
  if (outcome !== "conditional" || last === undefined || asOf.date < last) return owed;
  return [...owed, { code: "confirm-conditions", role: "sponsor", data: { last }, by: last, entries }];
}

/** Conditions are the owner's to see to, unless they are the sponsor's own. */
function roleOf(owner: Person | undefined, sponsor: Person | undefined): Role {
  return owner !== undefined && sponsor !== undefined && new People([owner]).same(owner, sponsor) ? "sponsor" : "owner";
}

/** From this gate on the gates say what is next. */
const PROOF_OF_VALUE = 2;

/** Checklists and gates say it in detail where they were read. */
function wayActions({ decision, entry }: LoggedDecision, situation: Situation): readonly Ask<DecisionActs>[] {
  const entries = [entry.id];
  if (decision.outcome === "no-go") {
    const teardown = situation.lists?.some(({ checklist }) => checklist.asked === "after-stop") ?? false;
    return teardown ? [] : [{ code: "stop", role: "engineer", data: { decider: decision.by }, entries }];
  }
  if (situation.gates !== undefined || lostSupport(situation.standing) !== undefined) return [];
  const passage = situation.standing.gates.passages.at(-1)?.passage;
  const data =
    passage === undefined || passage.number < PROOF_OF_VALUE
      ? { gate: undefined, title: undefined }
      : { gate: passage.number, title: passage.title };
  return [{ code: "go-on", role: "owner", data, entries }];
}
