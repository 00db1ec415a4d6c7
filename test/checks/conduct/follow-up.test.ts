import { expect, test } from "vitest";
import { followUp } from "../../../src/checks/conduct/follow-up.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Actual, FollowUp } from "../../../src/domain/records/forecast/forecast.ts";
import { date, decided, entry, quantity, standing, start } from "../../support/records.ts";
import { told } from "../../support/told.ts";

const GO = decided("2026-12-04 10:00", "go", {
  forecast: {
    due: [date("2027-03-04"), date("2027-06-04")],
    lines: [
      { kind: "metric", eval: "wrong-rate", better: "lower", figure: quantity("11%") },
      { kind: "payback", figure: quantity("9 months") },
    ],
  },
});

function answer(due: string, figures: readonly (readonly [string, Actual])[], more: Partial<FollowUp> = {}): Entry {
  return entry("2027-03-02", {
    id: "answer0",
    followup: { decision: GO.id, due: date(due), actuals: new Map(figures), ...more },
  });
}

const RATE = ["wrong-rate", quantity("12%")] as const;

test.each<[string, readonly Entry[], string, readonly string[]]>([
  ["nothing is due", [GO], "2027-03-04", []],
  ["the day is over", [GO], "2027-03-05", ["follow-up-overdue log/120410x.yaml decision.forecast.due"]],
  ["it was answered", [GO, answer("2027-03-04", [RATE, ["payback", "never"]])], "2027-05-01", []],
  ["it is no longer used", [GO, answer("2027-03-04", [], { notInUse: "stopped" })], "2028-01-01", []],
  ["a no-go promises nothing", [decided("2026-12-04", "no-go")], "2028-01-01", []],
  ["a go of before forecasts is never late", [decided("2026-12-04", "go")], "2028-01-01", []],
  [
    "another decision",
    [GO, answer("2027-03-04", [RATE], { decision: "zzzzzzz" })],
    "2027-03-03",
    ["follow-up-unmatched log/answer0.yaml followup.decision"],
  ],
  [
    "another day",
    [GO, answer("2027-03-05", [RATE])],
    "2027-03-03",
    ["follow-up-unmatched log/answer0.yaml followup.due"],
  ],
  [
    "another figure",
    [GO, answer("2027-03-04", [["latency", quantity("2 s")]])],
    "2027-03-03",
    ["follow-up-unmatched log/answer0.yaml followup.actuals.latency"],
  ],
  [
    "another unit",
    [GO, answer("2027-03-04", [["wrong-rate", quantity("3 s")]])],
    "2027-03-03",
    ["follow-up-unmatched log/answer0.yaml followup.actuals.wrong-rate"],
  ],
  [
    "a rate that never comes",
    [GO, answer("2027-03-04", [["wrong-rate", "never"]])],
    "2027-03-03",
    ["follow-up-unmatched log/answer0.yaml followup.actuals.wrong-rate"],
  ],
  [
    "a decision that was replaced takes the answers with it",
    [GO, answer("2027-03-05", [RATE]), { ...decided("2027-03-03", "no-go"), supersedes: [GO.id] }],
    "2027-03-03",
    [],
  ],
])("%s", (_name, log, day, found) => {
  expect(followUp.run(standing({ log: [start(), ...log] }, day)).map(told)).toEqual(found);
});
