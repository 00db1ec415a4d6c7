import { mayJudge } from "../records/facts.ts";
import type { Decision, DecisionCondition, Entry } from "../records/entry.ts";
import { standingDecisions } from "../history/disputes.ts";
import type { EffectiveLog } from "../records/log.ts";
import { parseRecommendation, type RecommendationOutcome } from "./outcome.ts";
import { saying } from "../records/log.ts";

/** A decision with the entry that holds it. */
export interface LoggedDecision {
  readonly entry: Entry;
  readonly decision: Decision;
}

export interface DecisionStanding {
  /**
   * The decision in force; an `extend` that was followed by nothing else does not end the PoC. Undefined if two were
   * taken independently: then a third one has to replace both.
   */
  readonly current: LoggedDecision | undefined;
  readonly superseded: readonly LoggedDecision[];
  /** Decisions that were taken independently, oldest first; none, or at least two. */
  readonly rivals: readonly LoggedDecision[];
}

export function decisionStanding(counted: readonly Entry[]): DecisionStanding {
  const decisions = saying(counted, "decision").map((entry) => ({ entry, decision: entry.decision }));
  const standing = new Set<Entry>(standingDecisions(counted));
  const holding = decisions.filter(({ entry }) => standing.has(entry));
  return {
    current: holding.length === 1 ? holding[0] : undefined,
    superseded: decisions.filter(({ entry }) => !standing.has(entry)),
    rivals: holding.length > 1 ? holding : [],
  };
}

/** An extension keeps the PoC running; every other outcome ends it. */
export function isFinal(decision: Decision): boolean {
  return decision.outcome !== "extend";
}

/**
 * Whether a person decided other than the tool recommended. A conditional go is a go where a go is recommended, and a
 * go without conditions is more than a conditional one. An extension settles what is open, so it goes against a go
 * only.
 */
export function goesAgainst(outcome: Decision["outcome"], recommended: RecommendationOutcome): boolean {
  if (recommended === "go") return outcome === "no-go" || outcome === "extend";
  if (recommended === "no-go") return outcome !== "no-go";
  if (recommended === "conditional") return outcome === "go" || outcome === "no-go";
  if (recommended === "keep-going" || recommended === "decide-now") return outcome === "go";
  return outcome !== "extend";
}

/** A decision to go on that the records no longer support. */
export interface LostSupport extends LoggedDecision {
  /** What was recommended when it was taken. */
  readonly recommended: "go" | "conditional";
}

/**
 * Whether the records have lost what a go was taken on since. It followed a recommendation to go on, and today's is to
 * stop, to go on with conditions only, or, because something was withdrawn since, that something is still open. What
 * was decided against the recommendation has nothing to lose, and a no-go is not reopened by a later run.
 */
export function lostSupport({
  decision: { current },
  recommendation: { outcome, rule },
  log,
}: {
  readonly decision: DecisionStanding;
  readonly recommendation: { readonly outcome: RecommendationOutcome; readonly rule: string };
  readonly log: Pick<EffectiveLog, "entries">;
}): LostSupport | undefined {
  if (current === undefined || current.decision.outcome === "no-go" || !isFinal(current.decision)) return undefined;
  const recommended = parseRecommendation(current.decision.recommended);
  if (recommended !== "go" && recommended !== "conditional") return undefined;
  const later = log.entries.filter(({ at }) => at.epochMs > current.entry.at.epochMs);
  // Rules of a newer build may judge the same records otherwise, which is nothing that was lost.
  if (rule !== "payback-threshold-missed" && !later.some(mayJudge)) return undefined;
  const withdrawn = () => later.some(({ undo }) => undo !== undefined);
  const open = outcome === "keep-going" || outcome === "decide-now";
  const worse = outcome === "no-go" || outcome === "conditional" || (open && withdrawn());
  return worse && outcome !== recommended && goesAgainst(current.decision.outcome, outcome)
    ? { ...current, recommended }
    : undefined;
}

/**
 * What became of a condition. A go says of which ones they are met; the others it goes on without, which is
 * `not-confirmed`. Any other decision that does not repeat a condition drops it.
 */
export type ConditionState = "open" | "met" | "not-confirmed" | "dropped";

export interface ConditionStanding {
  readonly condition: DecisionCondition;
  readonly state: ConditionState;
  /** The decision that set it, or the one that settled it. */
  readonly by: Decision["by"];
  readonly entry: Entry;
}

/** Conditions of the decision in force, then those of the decisions that it replaced, oldest first. */
export function conditionStandings({ current, superseded }: DecisionStanding): readonly ConditionStanding[] {
  if (current === undefined || !isFinal(current.decision)) return [];
  const all = new Map<string, ConditionStanding>();
  for (const { decision, entry } of [...superseded, current]) {
    if (!isFinal(decision)) continue;
    for (const [what, one] of all)
      if (one.state === "open") all.set(what, { ...one, state: settledBy(decision, what), by: decision.by, entry });
    for (const condition of decision.conditions) {
      all.delete(condition.what);
      all.set(condition.what, { condition, state: "open", by: decision.by, entry });
    }
  }
  const now = [...all.values()];
  const isOpen = ({ state }: ConditionStanding) => state === "open";
  return [...now.filter(isOpen), ...now.filter((one) => !isOpen(one))];
}

function settledBy({ outcome, met = [] }: Decision, what: string): ConditionState {
  if (met.includes(what)) return "met";
  return outcome === "go" ? "not-confirmed" : "dropped";
}
