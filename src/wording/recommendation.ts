import type { RecommendationReason, RuleName } from "../domain/standing/recommendation.ts";
import { evalReasonClause } from "./eval-reasons.ts";
import { faultClause, missClause } from "./value-clauses.ts";
import { lowerFirst } from "./first-letter.ts";
import { itemClause, openEvalClause } from "./item-reasons.ts";
import { killClause } from "./kill-reasons.ts";

const RULES: Readonly<Record<RuleName, string>> = {
  "records-invalid": "Some records cannot be read, or contradict each other.",
  "kill-criterion-tripped": "A kill criterion was tripped.",
  "primary-target-not-met": "A primary target was missed.",
  "payback-threshold-missed": "The business case misses an agreed threshold.",
  "timebox-over-not-proven": "Time is up, and not everything was proven.",
  "exit-criteria-open": "Some exit criteria are still open.",
  "everything-met": "All primary targets met, all kill criteria cleared, all exit criteria closed.",
};

/** The rule that decided, as a sentence. */
export function ruleSentence(rule: RuleName): string {
  return RULES[rule];
}

/** One short clause: `wrong-rate missed its target`. */
export function recommendationClause(reason: RecommendationReason): string {
  switch (reason.code) {
    case "file-unreadable":
      return `${reason.file} cannot be read in full`;
    case "value-contradictory":
      return `value.yaml contradicts itself: ${faultClause(reason.fault)}`;
    case "result-invalid":
      return (
        `${reason.eval}: ` + (reason.why === undefined ? "its result contradicts itself" : evalReasonClause(reason.why))
      );
    case "no-exchange-rate":
      return `spend in ${reason.currency} has no exchange rate`;
    case "kill-tripped":
    case "kill-open":
      return `${reason.criterion}: ${killClause(reason.because)}`;
    case "target-missed":
      return `${reason.eval} missed its target`;
    case "threshold-missed":
      return missClause(reason.missed);
    case "nothing-measured":
      return "nothing was measured";
    case "eval-open":
      return openEvalClause({ ...reason, interim: false });
    case "not-started":
      return "the terms are not frozen yet: poc start";
    case "exit-open":
      return `still open: ${lowerFirst(reason.asks)} (${itemClause(reason.because)})`;
    case "targets-met":
      return "every primary target is met";
    case "kill-cleared":
      return "every kill criterion is cleared";
    case "exit-closed":
      return "the exit criteria are closed";
    case "guard-missed":
      return `${reason.eval} missed its target, but it is not a deciding metric`;
  }
}
