import { expect, test } from "vitest";
import { startNeedAt, startNeedRank } from "../../src/checks/start-needs.ts";
import { START_NEEDS } from "../../src/wording/start-needs.ts";
import { startProblems } from "../../src/checks/start-checks.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import { SOUND, lacking, standing } from "../support/records.ts";

test.each([
  [valueAt("poc.yaml", "question"), "question"],
  [valueAt("poc.yaml", "unknowns", 0, "answered_by"), "question"],
  [valueAt("poc.yaml", "owner"), "people"],
  [valueAt("poc.yaml", "sponsor"), "people"],
  [valueAt("poc.yaml", "timebox", "working_days"), "limits"],
  [valueAt("poc.yaml", "spend_cap"), "limits"],
  [valueAt("evals.yaml", "wrong-rate", "target"), "proof"],
  [valueAt("value.yaml", "thresholds", "payback"), "proof"],
  [valueAt("kill-criteria.yaml"), "end"],
  [valueAt("costs.yaml", "currency"), undefined],
])("%j belongs to %s", (place, need) => {
  expect(startNeedAt(place)).toBe(need);
});

test("whatever refuses a start belongs to one of the five", () => {
  const definitions = { ...SOUND, ...lacking("owner", "sponsor", "spendCap", "question"), evals: [], killCriteria: [] };
  const places = startProblems(standing({ definitions }, "2026-11-20")).map(({ place }) => place);
  expect([...new Set(places.map(startNeedAt))].sort()).toEqual(Object.keys(START_NEEDS).sort());
  expect(places.map(startNeedRank).every((rank) => rank < 5)).toBe(true);
});
