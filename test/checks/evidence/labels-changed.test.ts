import { expect, test } from "vitest";
import { labelsChanged } from "../../../src/checks/evidence/labels-changed.ts";
import type { Labelling } from "../../../src/domain/records/evals/result.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, evalOf, result, SOUND, standing, start } from "../../support/records.ts";

const labelling = (said: Labelling["said"], sha256: string): Labelling => ({
  eval: "wrong-rate",
  arm: "",
  judged: { x: 22, n: 200 },
  said,
  file: "labels.csv",
  sha256: sha256.repeat(64),
  of: "d".repeat(64),
  seed: 7,
});
const FIRST = labelling({ both: 18, judge: 4, person: 8, neither: 22 }, "1");
const SECOND = labelling({ both: 18, judge: 4, person: 2, neither: 28 }, "2");

function poc(...more: readonly ReturnType<typeof entry>[]) {
  const definitions = { ...SOUND, evals: [evalOf({ target: "value <= 20%" })] };
  return {
    definitions,
    log: [start(definitions), entry("2026-11-24", { results: [result("wrong-rate", "22/200")] }), ...more],
  };
}
const first = entry("2026-11-25", { id: "first", labels: [FIRST] });
const again = entry("2026-11-26", { id: "again", labels: [SECOND] });
const undo = (reason?: string) =>
  entry("2026-11-27", { id: "undo", undo: { entry: "first", ...(reason === undefined ? {} : { reason }) } });
const FOUND = [`labels-changed ${again.file} labels`];

test.each<Row>([
  ["labelled once", poc(first), "2026-11-28", []],
  ["labelled again with other labels", poc(first, again), "2026-11-28", FOUND],
  ["before it came again", poc(first, again), "2026-11-25", []],
  ["withdrawn without a reason", poc(first, again, undo()), "2026-11-28", FOUND],
  ["withdrawn with a reason", poc(first, again, undo("The column had slipped")), "2026-11-28", []],
])("%s", (_, records, day, expected) => {
  expect(checked(labelsChanged, records, day)).toEqual(expected);
});

test("the hint withdraws the labels with a reason, and an undo without one first", () => {
  const hints = [poc(first, again), poc(first, again, undo())].map(({ definitions, log }) =>
    labelsChanged.run(standing({ definitions, log }, "2026-11-28")).map(({ hint }) => hint),
  );
  expect(hints).toEqual([
    ['if the labels before were wrong, say why: poc undo first --reason "..."'],
    ['if the labels before were wrong, say why: poc undo undo, then poc undo first --reason "..."'],
  ]);
});
