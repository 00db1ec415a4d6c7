import type { DecisionOutcome } from "../records/entry.ts";

export type RecommendationOutcome = "go" | "no-go" | "keep-going" | "cannot-judge";

const OUTCOMES: Readonly<Record<RecommendationOutcome | DecisionOutcome, string>> = {
  go: "Go",
  "no-go": "No-go",
  conditional: "Conditional go",
  extend: "Extend the timebox",
  "keep-going": "Keep going",
  "cannot-judge": "Cannot judge",
};

/** Of a recommendation or of a person's decision: `Go`, `No-go`, `Conditional go`, `Keep going`. */
export function outcomeLabel(outcome: RecommendationOutcome | DecisionOutcome): string {
  return OUTCOMES[outcome];
}
