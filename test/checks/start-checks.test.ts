import { expect, test } from "vitest";
import { startProblems, withRefusals } from "../../src/checks/start-checks.ts";
import { agreementActions } from "../../src/domain/next/agreement-actions.ts";
import { decisionBox } from "../../src/memo/page-one/decision-box.ts";
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

test.each<[string, Definitions, readonly string[]]>([
  ["nothing", SOUND, ["freeze-terms"]],
  ["a target that cannot be missed", { ...SOUND, evals: [evalOf({ target: "value <= 0%" })] }, ["fix-terms 1"]],
  [
    "a kill criterion without a day, and a timebox that is too long",
    {
      ...withCharter({ timebox: { ...CHARTER.timebox!, workingDays: 30 } }),
      killCriteria: [killOf({ ask: "Is it?" })],
    },
    ["fix-terms 2"],
  ],
  ["what is asked for already", lacking("sponsor", "spendCap"), ["set-spend-cap", "find-sponsor"]],
  [
    "that, and more",
    { ...lacking("sponsor"), evals: [evalOf({ target: "value <= 0%" })] },
    ["fix-terms 1", "find-sponsor"],
  ],
])("what comes next, and page one, know what a start would refuse: %s", (_, definitions, expected) => {
  const draft = withRefusals(standing({ definitions }, "2026-11-20"), []);
  const asks = agreementActions({ standing: draft, lists: undefined, gates: undefined });
  expect(asks.map(({ code, data }) => ("first" in data ? `${code} ${data.count}` : code))).toEqual(expected);
  const missing = expected.filter((code) => code !== "freeze-terms");
  expect(decisionBox(draft).grounds).toHaveLength(missing.length);
});

test("what cannot be read is refused too", () => {
  const unread = { code: "yaml-feature", message: "not valid YAML", place: valueAt("evals.yaml"), hint: "" } as const;
  const draft = withRefusals(standing({}, "2026-11-20"), [unread]);
  expect(draft.refusals?.map(({ code }) => code)).toEqual(["yaml-feature"]);
});
