import { expect, test } from "vitest";
import { judgeLabelsCheck } from "../../../src/checks/evidence/judge-labels.ts";
import type { Judge } from "../../../src/domain/records/evals/judge.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, evalOf, result, SOUND, start } from "../../support/records.ts";

const LABELS = {
  eval: "wrong-rate",
  arm: "",
  judged: { x: 22, n: 200 },
  said: { both: 18, judge: 4, person: 2, neither: 28 },
  file: "labels.csv",
  sha256: "c".repeat(64),
  of: "d".repeat(64),
};

function poc(judge: Judge | undefined, more: { measured?: boolean; labelled?: boolean } = {}) {
  const { measured = true, labelled = false } = more;
  const item = evalOf({ target: "value <= 20%", ...(judge === undefined ? {} : { judge }) });
  const definitions = { ...SOUND, evals: [item] };
  const log = [
    start(definitions),
    ...(measured ? [entry("2026-11-24", { results: [result("wrong-rate", "22/200")] })] : []),
    ...(labelled ? [entry("2026-11-25", { labels: [LABELS] })] : []),
  ];
  return { definitions, log };
}

const MODEL: Judge = { who: "our judge", model: "gpt-4.1-2025-04-14" };
const FOUND = ["judge-not-validated evals.yaml wrong-rate.judge"];

test.each<Row>([
  ["a model that nobody checked", poc(MODEL), "2026-11-26", FOUND],
  ["one that is named in words", poc({ who: "GPT-4 as a judge" }), "2026-11-26", FOUND],
  ["checked by labels", poc(MODEL, { labelled: true }), "2026-11-26", []],
  ["checked, by its own words", poc({ who: "LLM, spot-checked by Ana" }), "2026-11-26", []],
  ["people", poc({ who: "two reviewers" }), "2026-11-26", []],
  ["nobody said who", poc(undefined), "2026-11-26", []],
  ["nothing was judged yet", poc(MODEL, { measured: false }), "2026-11-26", []],
])("%s", (_, records, day, expected) => {
  expect(checked(judgeLabelsCheck, records, day)).toEqual(expected);
});
