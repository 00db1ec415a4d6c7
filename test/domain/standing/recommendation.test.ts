import { describe, expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Eval } from "../../../src/domain/records/eval.ts";
import { RULES } from "../../../src/domain/standing/recommendation.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import {
  decided,
  SOUND,
  answers,
  entry,
  evalOf,
  killOf,
  known,
  money,
  number,
  result,
  spent,
  standing,
  start,
  type Poc,
} from "../../support/records.ts";
import { recommendationClause } from "../../../src/wording/recommendation.ts";

const recommended = (poc: Poc, day: string) => standing(poc, day).recommendation;
const figure = (text: string, day = "2026-11-30"): Entry =>
  entry(day, { id: "measure", results: [result("wrong-rate", text)] });
const committed = entry("2026-12-01", {
  id: "committed",
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
});
const missing: Definitions = { ...SOUND, value: { ...SOUND.value, paybackThreshold: number("2") } };
const poor: Definitions = { ...SOUND, value: { ...SOUND.value, impactThreshold: money("400000.01 EUR") } };
const exact: Definitions = {
  ...SOUND,
  value: { ...SOUND.value, paybackThreshold: number("3"), impactThreshold: money("400000 EUR") },
};
const impossible: Definitions = { ...SOUND, value: { ...SOUND.value, taskMinutes: known(number("3")) } };
const asked: Definitions = { ...SOUND, killCriteria: [killOf({ ask: "Is it?", by: "2026-12-02" })] };
const yes = entry("2026-11-25", answers("no-better", "yes"));

test.each<[string, Poc, string, string, string]>([
  ["a draft", {}, "2026-11-20", "not-started", "not-started"],
  ["a draft whose days went by was not tried, which is no failure", {}, "2026-12-20", "not-started", "not-started"],
  ["under way", { log: [start()] }, "2026-11-25", "keep-going", "exit-criteria-open"],
  [
    "a file that cannot be read",
    { log: [start()], unreadable: [valueAt("evals.yaml")] },
    "2026-11-25",
    "cannot-judge",
    "records-invalid",
  ],
  [
    "a result that contradicts its eval",
    { log: [start(), figure("3 s")] },
    "2026-11-30",
    "cannot-judge",
    "records-invalid",
  ],
  [
    "money without a rate",
    { log: [start(), entry("2026-11-25", { spend: [spent("5 GBP")] })] },
    "2026-11-30",
    "cannot-judge",
    "records-invalid",
  ],
  [
    "a kill criterion tripped",
    { definitions: asked, log: [start(asked), yes] },
    "2026-11-25",
    "no-go",
    "kill-criterion-tripped",
  ],
  [
    "a primary target missed on the last day",
    { log: [start(), figure("60/200")] },
    "2026-12-04",
    "no-go",
    "primary-target-not-met",
  ],
  [
    "a primary target missed so far",
    { log: [start(), figure("50/200")] },
    "2026-12-03",
    "keep-going",
    "exit-criteria-open",
  ],
  ["not worth it", { definitions: missing, log: [start(missing)] }, "2026-11-25", "no-go", "payback-threshold-missed"],
  ["worth too little", { definitions: poor, log: [start(poor)] }, "2026-11-25", "no-go", "payback-threshold-missed"],
  ["exactly worth it", { definitions: exact, log: [start(exact)] }, "2026-11-25", "keep-going", "exit-criteria-open"],
  [
    "figures of value that cannot be true",
    { definitions: impossible, log: [start(impossible)] },
    "2026-11-25",
    "cannot-judge",
    "records-invalid",
  ],
  ["over and unmeasured", { log: [start()] }, "2026-12-05", "no-go", "timebox-over-not-proven"],
  ["over and unsettled", { log: [start(), figure("30/200")] }, "2026-12-05", "no-go", "timebox-over-not-proven"],
  [
    "over and a question unanswered",
    { definitions: asked, log: [start(asked), figure("19/200")] },
    "2026-12-05",
    "no-go",
    "timebox-over-not-proven",
  ],
  [
    "decided with nothing measured",
    { log: [start(), decided("2026-11-25", "go")] },
    "2026-11-25",
    "no-go",
    "timebox-over-not-proven",
  ],
  [
    "measured, and nobody committed",
    { log: [start(), figure("19/200")] },
    "2026-12-04",
    "keep-going",
    "exit-criteria-open",
  ],
  ["everything", { log: [start(), figure("19/200"), committed] }, "2026-12-04", "go", "everything-met"],
])("%s", (_, poc, day, outcome, rule) => {
  expect(recommended(poc, day)).toMatchObject({ outcome, rule });
});

test("a missed threshold is a reason with its figures, by the terms that were frozen", () => {
  const moved: Definitions = { ...missing, value: { ...missing.value, paybackThreshold: number("12") } };
  expect(
    recommended({ definitions: moved, log: [start(missing)] }, "2026-11-25").reasons.map(recommendationClause),
  ).toEqual(["payback 3 months, at most 2 months were agreed"]);
});

describe("the first rule that applies decides", () => {
  const all: Poc = {
    definitions: { ...asked, value: missing.value },
    log: [start({ ...asked, value: missing.value }), yes, figure("60/200")],
  };

  test("what cannot be judged goes before everything", () => {
    expect(recommended({ ...all, unreadable: [valueAt("risks.yaml")] }, "2026-12-05").rule).toBe("records-invalid");
  });

  test("a kill criterion before a target, a target before the value", () => {
    expect(recommended(all, "2026-12-05").rule).toBe("kill-criterion-tripped");
    expect(recommended({ ...all, log: all.log!.filter((one) => one !== yes) }, "2026-12-05").rule).toBe(
      "primary-target-not-met",
    );
    expect(recommended({ ...all, log: [all.log![0]!] }, "2026-12-05").rule).toBe("payback-threshold-missed");
  });

  test("the rules are those of the field, in order", () => {
    expect(RULES.map(({ name, outcome }) => `${name} → ${outcome}`)).toEqual([
      "records-invalid → cannot-judge",
      "not-started → not-started",
      "kill-criterion-tripped → no-go",
      "hard-guard-missed → no-go",
      "primary-target-not-met → no-go",
      "payback-threshold-missed → no-go",
      "timebox-over-not-proven → no-go",
      "limit-passed → decide-now",
      "exit-criteria-open → keep-going",
      "guard-not-met → conditional",
      "everything-met → go",
    ]);
  });
});

test("it names what it rests on", () => {
  expect(recommended({ definitions: asked, log: [start(asked), yes] }, "2026-11-25").entries).toEqual([yes.id]);
  expect(recommended({ log: [start(), figure("60/200")] }, "2026-12-04").entries).toEqual(["measure"]);
});

describe("guards", () => {
  const withGuard = (more: Pick<Eval, "guard"> = {}): Definitions => ({
    ...SOUND,
    evals: [...SOUND.evals, evalOf({ id: "refusals", primary: false, target: "value <= 10%", ...more })],
  });
  const measured = (refusals: string | undefined) =>
    entry("2026-11-30", {
      id: "measure",
      results: [result("wrong-rate", "19/200"), ...(refusals === undefined ? [] : [result("refusals", refusals)])],
    });
  const of = (definitions: Definitions, refusals: string | undefined, day: string) =>
    recommended({ definitions, log: [start(definitions), measured(refusals), committed] }, day);

  test.each<[string, string | undefined, string, string, string]>([
    ["met", "6/200", "2026-12-07", "go", "everything-met"],
    ["missed when time is up", "38/200", "2026-12-07", "conditional", "guard-not-met"],
    ["missed on the last day", "38/200", "2026-12-04", "conditional", "guard-not-met"],
    ["not settled when time is up", "18/200", "2026-12-07", "conditional", "guard-not-met"],
    ["not measured when time is up", undefined, "2026-12-07", "conditional", "guard-not-met"],
    ["not measured while there is time", undefined, "2026-12-03", "keep-going", "exit-criteria-open"],
    ["not settled while there is time", "18/200", "2026-12-03", "keep-going", "exit-criteria-open"],
  ])("%s", (_, refusals, day, outcome, rule) => {
    expect(of(withGuard(), refusals, day)).toMatchObject({ outcome, rule });
  });

  test.each<[string, string | undefined, string, string]>([
    ["missed", "38/200", "no-go", "hard-guard-missed"],
    ["not settled", "18/200", "conditional", "guard-not-met"],
    ["met", "6/200", "go", "everything-met"],
  ])("a hard one, %s", (_, refusals, outcome, rule) => {
    expect(of(withGuard({ guard: "hard" }), refusals, "2026-12-07")).toMatchObject({ outcome, rule });
  });

  test("the reason names the guard and its verdict, and the entry that shows it", () => {
    expect(of(withGuard(), "38/200", "2026-12-07")).toMatchObject({
      reasons: [{ code: "guard-open", eval: "refusals", verdict: "not met", hard: false }],
      entries: ["measure"],
    });
  });
});

describe("limits that are passed", () => {
  const over = entry("2026-11-26", { id: "bill", spend: [spent("2500 EUR")] });
  const alarms = (poc: Poc, day: string) => recommended(poc, day).alarms.map(({ code }) => code);

  test("nothing says keep going over the cap", () => {
    expect(recommended({ log: [start(), over] }, "2026-11-27")).toMatchObject({
      outcome: "decide-now",
      rule: "limit-passed",
      alarms: [{ code: "spend-cap-passed", spent: money("2500 EUR"), cap: SOUND.charter!.spendCap }],
    });
  });

  test("nor when the timebox is over and something is left to close", () => {
    expect(recommended({ log: [start(), figure("19/200")] }, "2026-12-07")).toMatchObject({
      outcome: "decide-now",
      alarms: [{ code: "decision-overdue", end: "2026-12-04", days: 3 }],
    });
  });

  test.each<[string, Poc["log"] & {}, string, string, string]>([
    ["the cap", [over, decided("2026-11-27", "go")], "2026-11-27", "decide-now", "limit-passed"],
    ["the cap, later", [over, decided("2026-11-27", "go")], "2026-12-20", "decide-now", "limit-passed"],
    ["no limit", [decided("2026-11-27", "go")], "2026-11-27", "keep-going", "exit-criteria-open"],
    ["the timebox", [decided("2026-12-07", "go")], "2026-12-07", "decide-now", "limit-passed"],
    [
      "no limit on the day of the decision",
      [decided("2026-12-04", "go")],
      "2026-12-20",
      "keep-going",
      "exit-criteria-open",
    ],
  ])("a go takes nothing back: %s was passed before it", (_, log, day, outcome, rule) => {
    expect(recommended({ log: [start(), figure("19/200", "2026-11-25"), ...log] }, day)).toMatchObject({
      outcome,
      rule,
    });
  });

  test("they are said with every outcome, and never of a draft or after a decision", () => {
    const poc = { definitions: asked, log: [start(asked), yes, over] };
    expect(alarms(poc, "2026-12-07")).toEqual(["spend-cap-passed", "kill-tripped", "decision-overdue"]);
    expect(alarms({ log: [start(), figure("19/200"), committed] }, "2026-12-07")).toEqual(["decision-overdue"]);
    expect(alarms({}, "2026-12-20")).toEqual([]);
  });
});

describe("a word", () => {
  test("a go says on whose it is, where only a word could close it", () => {
    expect(recommended({ log: [start(), figure("19/200"), committed] }, "2026-12-04").onWordOf).toMatchObject([
      { item: "exit.committed", by: committed.by, entry: "committed" },
    ]);
  });

  test("with nothing in value.yaml two words are no go", () => {
    const empty: Definitions = { ...SOUND, value: {} };
    const words = entry("2026-12-01", {
      attest: ["exit.value-signal", "exit.committed"].map((item) => ({ item, evidence: "https://example.com/12" })),
    });
    const poc = { definitions: empty, log: [start(empty), figure("19/200"), words] };
    expect(recommended(poc, "2026-12-03")).toMatchObject({ outcome: "keep-going", rule: "exit-criteria-open" });
    expect(recommended(poc, "2026-12-07")).toMatchObject({ outcome: "decide-now", rule: "limit-passed" });
  });
});
