import type { Decision, Entry } from "../records/entry.ts";
import type { RecommendationOutcome } from "./outcome.ts";

/** A decision with the entry that holds it. */
export interface LoggedDecision {
  readonly entry: Entry;
  readonly decision: Decision;
}

export interface DecisionStanding {
  /** The decision in force; an `extend` that was followed by nothing else does not end the PoC. */
  readonly current: LoggedDecision | undefined;
  readonly superseded: readonly LoggedDecision[];
}

export function decisionStanding(counted: readonly Entry[]): DecisionStanding {
  const decisions = counted.flatMap((entry) =>
    entry.decision === undefined ? [] : [{ entry, decision: entry.decision }],
  );
  return { current: decisions.at(-1), superseded: decisions.slice(0, -1) };
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
