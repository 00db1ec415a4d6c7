import type { DecisionOutcome } from "../records/entry.ts";

/**
 * What the tool can recommend. `decide-now`: a limit is passed and not everything is closed, so that only a person can
 * say how it goes on. `not-started`: nothing is agreed yet.
 */
export const RECOMMENDATION_OUTCOMES = [
  "go",
  "conditional",
  "no-go",
  "keep-going",
  "decide-now",
  "cannot-judge",
  "not-started",
] as const;
export type RecommendationOutcome = (typeof RECOMMENDATION_OUTCOMES)[number];

const OUTCOMES: Readonly<Record<RecommendationOutcome | DecisionOutcome, string>> = {
  go: "Go",
  "no-go": "No-go",
  conditional: "Conditional go",
  extend: "Extend the timebox",
  "keep-going": "Keep going",
  "decide-now": "Decide now",
  "cannot-judge": "Cannot judge",
  "not-started": "Not started",
};

/** Of a recommendation or of a person's decision: `Go`, `No-go`, `Conditional go`, `Keep going`. */
export function outcomeLabel(outcome: RecommendationOutcome | DecisionOutcome): string {
  return OUTCOMES[outcome];
}

/** A recommendation as the log keeps it; undefined where another version knew another one. */
export function parseRecommendation(text: string): RecommendationOutcome | undefined {
  return RECOMMENDATION_OUTCOMES.find((outcome) => outcome === text);
}
