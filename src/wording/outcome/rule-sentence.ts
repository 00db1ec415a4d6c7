import type { RuleName } from "../../domain/standing/recommendation.ts";

const RULES: Readonly<Record<RuleName, string>> = {
  "records-invalid": "Some records cannot be read, or contradict each other.",
  "not-started": "The terms are not agreed yet, so there is nothing to judge.",
  "kill-criterion-tripped": "A kill criterion was tripped.",
  "hard-guard-missed": "A hard guard was missed.",
  "primary-target-not-met": "A primary target was missed.",
  "payback-threshold-missed": "The business case misses an agreed threshold.",
  "timebox-over-not-proven": "The work is over, and not everything was proven.",
  "limit-passed": "A limit was exceeded, and not everything is closed: what happens next is for a person to decide.",
  "exit-criteria-open": "Some exit criteria are still open.",
  "guard-not-met": "All deciding criteria are met, but a guard is not.",
  "everything-met": "All primary targets met, all kill criteria cleared, all exit criteria closed.",
};

/** The rule that decided, as a sentence. */
export function ruleSentence(rule: RuleName): string {
  return RULES[rule];
}
