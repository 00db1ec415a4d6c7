import { expect, test } from "vitest";
import { howSure } from "../../../src/memo/page-one/how-sure.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { amended, entry, result, standing, start } from "../../support/records.ts";

const run = (when: string, count: string, id: string, arm = "") =>
  entry(when, { id, results: [result("wrong-rate", count, { arm })] });
const undo = (when: string, of: string) => entry(when, { undo: { entry: of, reason: "a wrong file" } });
const late = (name: string, from: string, to: string) =>
  amended("2026-12-01 10:00", `evals.wrong-rate.${name}`, from, to, 1);

const confidence = (from: string, to: string) => amended("2026-12-01 10:00", "confidence", from, to, 1);

const sure = (...log: readonly Entry[]) => {
  const judged = standing({ log: [start(), ...log] }, "2026-12-02");
  const item = judged.evals.find(({ eval: { id } }) => id === "wrong-rate")!;
  return [item.verdict, howSure(item, judged).level, howSure(item, judged).because.length];
};

const MET = run("2026-11-30 10:00", "1/200", "runmet0");

test.each([
  ["one run that meets the target", [MET], ["met", "High", 0]],
  ["a run that leaves it open", [run("2026-11-30 10:00", "34/200", "runopen")], ["unsettled", "–", 0]],
  ["a run that came out another way", [run("2026-11-27 10:00", "150/200", "runbad0"), MET], ["met", "Moderate", 1]],
  [
    "a bad run that was withdrawn",
    [run("2026-11-27 10:00", "50/200", "runbad0"), undo("2026-11-27 12:00", "runbad0"), MET],
    ["met", "Moderate", 1],
  ],
  ["a baseline that was moved after it", [MET, late("baseline", "60/200", "62/200")], ["met", "Moderate", 1]],
  [
    "a target that was moved after it",
    [MET, late("target", "reduction >= 40%", "reduction >= 30%")],
    ["met", "Moderate", 1],
  ],
  ["a confidence that was lowered after it", [MET, confidence("95%", "90%")], ["met", "Moderate", 1]],
  ["a confidence that was raised after it", [MET, confidence("95%", "99%")], ["met", "High", 0]],
  ["a share of broken cases that was raised after it", [MET, late("max_errors", "5", "40")], ["met", "Moderate", 1]],
  ["a share of broken cases that was lowered after it", [MET, late("max_errors", "20", "5")], ["met", "High", 0]],
  ["a size that was changed after it", [MET, late("min_n", "250", "200")], ["met", "Moderate", 1]],
  [
    "cases that are no longer said to be tuned on",
    [MET, late("tuned_on_these_items", "true", "false")],
    ["met", "Moderate", 1],
  ],
  [
    "a confidence that was lowered before any result",
    [amended("2026-11-24 10:00", "confidence", "95%", "90%"), MET],
    ["met", "High", 0],
  ],
] as const)("%s", (_, log, expected) => {
  expect(sure(...log)).toEqual(expected);
});
