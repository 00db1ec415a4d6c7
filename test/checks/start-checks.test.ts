import { expect, test } from "vitest";
import { startProblems } from "../../src/checks/start-checks.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import type { Definitions } from "../../src/domain/records/records.ts";
import { CHARTER, SOUND, evalOf, killOf, lacking, standing, withCharter } from "../support/records.ts";
import { told } from "../support/told.ts";

const problems = (definitions: Definitions, ...placeholders: ReturnType<typeof valueAt>[]) =>
  startProblems(
    standing({ definitions, placeholders: placeholders.map((place) => ({ place, text: "TBD" })) }, "2026-11-20"),
  ).map(told);

test("a sound draft may start", () => {
  expect(problems(SOUND)).toEqual([]);
});

test("every reason at once", () => {
  const definitions: Definitions = {
    ...SOUND,
    charter: {
      ...lacking("owner", "sponsor", "spendCap", "question").charter!,
      unknowns: ["a", "b", "c"].map((question) => ({ question, answeredBy: question === "c" ? [] : ["wrong-rate"] })),
      timebox: { ...CHARTER.timebox!, workingDays: 30 },
    },
    evals: [evalOf({ target: "value <= 0%" }), evalOf({ id: "latency", primary: false })],
    killCriteria: [killOf({ ask: "Is it?" }), killOf({ id: "odd", when: "wrong-rate < 5%", by: "2026-12-02" })],
  };
  expect(problems(definitions)).toEqual([
    "charter-incomplete poc.yaml question",
    "owner-missing poc.yaml owner",
    "sponsor-missing poc.yaml sponsor",
    "too-many-unknowns poc.yaml unknowns[2]",
    "unknown-unanswerable poc.yaml unknowns[2]",
    "timebox-too-long poc.yaml timebox.working_days",
    "spend-cap-missing poc.yaml spend_cap",
    "eval-target-missing evals.yaml latency.target",
    "eval-undecidable evals.yaml wrong-rate.target",
    "kill-criterion-undated kill-criteria.yaml no-better.by",
    "kill-criterion-undecidable kill-criteria.yaml odd.when",
  ]);
});

test("nothing to judge by", () => {
  expect(problems({ ...SOUND, evals: [], killCriteria: [] })).toEqual([
    "eval-missing evals.yaml",
    "kill-criterion-missing kill-criteria.yaml",
  ]);
});

test("what merely deserves a warning holds up no start", () => {
  const definitions = withCharter(
    { pocStack: ["streamlit"], motivations: ["visibility"] },
    { ...SOUND, value: {}, risks: [] },
  );
  expect(problems(definitions)).toEqual([]);
});

test.each([
  ["a term of the charter", valueAt("poc.yaml", "timebox", "holidays", 0), true],
  ["a term of an eval", valueAt("evals.yaml", 0, "metric"), true],
  ["a whole eval", valueAt("evals.yaml", 1), true],
  ["a statement of a kill criterion", valueAt("kill-criteria.yaml", 0, "statement"), true],
  ["a threshold", valueAt("value.yaml", "thresholds", "impact"), true],
  ["the title", valueAt("poc.yaml", "title"), false],
  ["the budget of the MVP", valueAt("poc.yaml", "mvp", "budget"), false],
  ["an input of the business case", valueAt("value.yaml", "users"), false],
  ["a whole risk", valueAt("risks.yaml", 0), false],
] as const)("a placeholder in %s", (_, place, refused) => {
  expect(problems(SOUND, place)).toEqual(refused ? [told({ code: "placeholder-left", message: "", place })] : []);
});
