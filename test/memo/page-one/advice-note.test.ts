import { expect, test } from "vitest";
import { otherAdvice } from "../../../src/memo/page-one/advice-note.ts";
import { againstSection } from "../../../src/memo/page-one/against.ts";
import type { DecisionOutcome } from "../../../src/domain/records/entry.ts";
import { decided, entry, lacking, MARTA, result, standing, start } from "../../support/records.ts";

const open = lacking("dataAccess");
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });

const judged = (outcome: DecisionOutcome, recommended: string, rule: string) =>
  standing(
    { definitions: open, log: [start(open), met, decided("2026-12-04", outcome, { by: MARTA, recommended, rule })] },
    "2026-12-04",
  );

test.each<[DecisionOutcome, string, string, boolean]>([
  ["go", "keep-going", "exit-criteria-open", true],
  ["go", "no-go", "primary-target-not-met", true],
  ["go", "decide-now", "limit-passed", true],
  ["go", "go", "everything-met", false],
  ["conditional", "go", "everything-met", false],
  ["conditional", "keep-going", "exit-criteria-open", true],
  ["no-go", "keep-going", "exit-criteria-open", true],
  ["no-go", "go", "everything-met", true],
  ["no-go", "no-go", "primary-target-not-met", false],
])("%s where %s was recommended: what was advised comes first", (outcome, recommended, rule, told) => {
  const poc = judged(outcome, recommended, rule);
  expect(otherAdvice(poc)).toHaveLength(told ? 1 : 0);
  expect(againstSection(poc, 30).notes.findIndex(({ code }) => code === "advised-otherwise")).toBe(told ? 0 : -1);
});

test("the reasons of today are told only where the same rule still decides", () => {
  const text = (rule: string) => otherAdvice(judged("go", "keep-going", rule))[0]?.text ?? "";
  expect(judged("go", "keep-going", "exit-criteria-open").recommendation.rule).toBe("exit-criteria-open");
  expect(text("exit-criteria-open")).toMatch(/: .*not confirmed/);
  expect(text("limit-passed")).toContain("limit was exceeded");
  expect(text("a-rule-of-tomorrow")).toBe("The recommendation was Keep going.");
});
