/** What must be true for the idea to work, and which evals test it: a row of the hypothesis-to-metric map. */
export interface Assumption {
  readonly id: string;
  readonly statement?: string;
  /** Ids of evals; empty where no eval tests it and a person answers. */
  readonly testedBy: readonly string[];
}

/** What a person says of an assumption in the log. */
export const ASSUMPTION_ANSWERS = ["holds", "fails", "open"] as const;
export type AssumptionAnswer = (typeof ASSUMPTION_ANSWERS)[number];
