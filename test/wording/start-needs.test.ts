import { expect, test } from "vitest";
import { startPartAt } from "../../src/checks/start-needs.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import { lackingText, START_NEEDS, type StartNeed } from "../../src/wording/start-needs.ts";

test.each<[StartNeed, readonly string[], string]>([
  ["people", ["sponsor"], "the sponsor"],
  ["people", ["owner"], "the owner"],
  ["people", ["owner", "sponsor"], START_NEEDS.people],
  ["limits", ["spend_cap"], "the spend cap"],
  ["question", ["unknowns"], "its unknowns"],
  ["proof", ["target", "baseline"], "the proof: its baseline and its target"],
  ["proof", ["payback"], "the proof: the longest payback"],
  ["end", ["by"], "the day by which it is judged"],
  ["end", [], START_NEEDS.end],
])("of %s only %j is missing", (need, parts, text) => {
  expect(lackingText({ need, parts })).toBe(text);
});

test.each([
  [valueAt("poc.yaml", "sponsor"), "sponsor"],
  [valueAt("poc.yaml", "timebox", "start"), "timebox"],
  [valueAt("poc.yaml", "unknowns", 0, "question"), "unknowns"],
  [valueAt("evals.yaml", "wrong-rate", "target"), "target"],
  [valueAt("evals.yaml"), undefined],
  [valueAt("value.yaml", "thresholds", "payback"), "payback"],
  [valueAt("kill-criteria.yaml", "dpa", "ask"), "when"],
  [valueAt("kill-criteria.yaml"), undefined],
])("%j is about %s", (place, part) => {
  expect(startPartAt(place)).toBe(part);
});
