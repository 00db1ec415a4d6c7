import { expect, test } from "vitest";
import { changeClause } from "../../src/wording/evidence/term-change.ts";

test.each([
  ["kill-criteria.worse.when", "wrong-rate > 20%", "wrong-rate > 30%", "relaxed from > 20% to > 30%"],
  ["kill-criteria.worse.when", "wrong-rate > 30%", "wrong-rate > 20%", "tightened from > 30% to > 20%"],
  ["kill-criteria.worse.when", "precision < 80%", "precision < 70%", "relaxed from < 80% to < 70%"],
  ["kill-criteria.worse.when", "a > 20%", "b > 30%", "changed from > 20% to > 30%"],
  ["kill-criteria.worse.when", "a > 20%", "a < 20%", "changed from > 20% to < 20%"],
  ["kill-criteria.cost.when", "spend.total > 100 EUR", "spend.total > 200 EUR", "relaxed from > 100 EUR to > 200 EUR"],
  ["evals.x.target", "reduction >= 50%", "reduction >= 30%", "relaxed from reduction ≥ 50% to reduction ≥ 30%"],
  ["evals.x.target", "value <= 3 s", "value <= 4 s", "relaxed from value ≤ 3 s to value ≤ 4 s"],
  ["evals.x.target", "value <= 4 s", "value <= 3 s", "tightened from value ≤ 4 s to value ≤ 3 s"],
  ["evals.x.target", "value <= 4 s", "value <= 3 EUR", "changed from value ≤ 4 s to value ≤ 3 EUR"],
  ["evals.x.target", undefined, "value <= 3 s", "changed from nothing to value ≤ 3 s"],
  ["timebox.working_days", "8", "11", "changed from 8 to 11"],
])("%s: %s to %s", (term, from, to, clause) => {
  expect(changeClause({ term, from, to } as Parameters<typeof changeClause>[0])).toBe(clause);
});
