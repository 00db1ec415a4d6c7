import { describe, expect, test } from "vitest";
import { decisionStanding, goesAgainst, isFinal } from "../../../src/domain/standing/decision.ts";
import { DECISION_OUTCOMES, type DecisionOutcome } from "../../../src/domain/records/entry.ts";
import { decided, entry } from "../../support/records.ts";
import type { RecommendationOutcome } from "../../../src/domain/standing/outcome.ts";

describe("the decision in force", () => {
  const [first, second] = [decided("2026-11-25", "extend"), decided("2026-12-04", "go")];

  test("none", () => {
    expect(decisionStanding([entry("2026-11-25")])).toEqual({ current: undefined, superseded: [], rivals: [] });
  });

  test("the last one, the others are superseded", () => {
    const { current, superseded } = decisionStanding([first, entry("2026-11-26"), second]);
    expect(current).toEqual({ entry: second, decision: second.decision });
    expect(superseded).toEqual([{ entry: first, decision: first.decision }]);
  });

  test("every outcome but an extension ends the work", () => {
    expect(DECISION_OUTCOMES.filter((outcome) => isFinal({ ...second.decision!, outcome }))).toEqual([
      "go",
      "no-go",
      "conditional",
    ]);
  });
});

test.each<[RecommendationOutcome, DecisionOutcome[]]>([
  ["go", ["no-go", "extend"]],
  ["no-go", ["go", "conditional", "extend"]],
  ["keep-going", ["go"]],
  ["cannot-judge", ["go", "no-go", "conditional"]],
])("against %s goes %s", (recommended, outcomes) => {
  expect(DECISION_OUTCOMES.filter((outcome) => goesAgainst(outcome, recommended))).toEqual(outcomes);
});
