import { describe, expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { RULES } from "../../../src/domain/standing/recommendation.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import {
  SOUND,
  answers,
  decided,
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
  ["a draft", {}, "2026-11-20", "keep-going", "exit-criteria-open"],
  [
    "a draft whose days went by was not tried, which is no failure",
    {},
    "2026-12-20",
    "keep-going",
    "exit-criteria-open",
  ],
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
      "kill-criterion-tripped → no-go",
      "primary-target-not-met → no-go",
      "payback-threshold-missed → no-go",
      "timebox-over-not-proven → no-go",
      "exit-criteria-open → keep-going",
      "everything-met → go",
    ]);
  });
});

test("it names what it rests on", () => {
  expect(recommended({ definitions: asked, log: [start(asked), yes] }, "2026-11-25").entries).toEqual([yes.id]);
  expect(recommended({ log: [start(), figure("60/200")] }, "2026-12-04").entries).toEqual(["measure"]);
});

test("a guard that misses its target does not decide, and is named", () => {
  const definitions: Definitions = {
    ...SOUND,
    evals: [...SOUND.evals, evalOf({ id: "refusals", primary: false, target: "value <= 5%" })],
  };
  const both = entry("2026-11-30", { results: [result("wrong-rate", "19/200"), result("refusals", "40/200")] });
  const found = recommended({ definitions, log: [start(definitions), both, committed] }, "2026-12-04");
  expect(found.outcome).toBe("go");
  expect(found.reasons).toContainEqual({ code: "guard-missed", eval: "refusals" });
});

test("a guard that is unmeasured keeps the work going", () => {
  const definitions: Definitions = {
    ...SOUND,
    evals: [...SOUND.evals, evalOf({ id: "refusals", primary: false, target: "value <= 5%" })],
  };
  expect(recommended({ definitions, log: [start(definitions), figure("19/200"), committed] }, "2026-12-04").rule).toBe(
    "exit-criteria-open",
  );
});
