import type { ConditionState } from "../../domain/standing/decision.ts";

/** What became of a condition, after its words and a colon: `DPA signed: met`. */
export const CONDITION_CLAUSES: Readonly<Record<Exclude<ConditionState, "open">, string>> = {
  met: "met",
  "not-confirmed": "nobody confirmed that it is met",
  dropped: "dropped",
};
