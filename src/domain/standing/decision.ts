import { mayJudge } from "../records/facts.ts";
import type { Decision, Entry } from "../records/entry.ts";
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
