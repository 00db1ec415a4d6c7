import { expect, test } from "vitest";
import { evalDeviation } from "../../../src/checks/evidence/eval-deviation.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import { SOUND, entry, evalOf, result, start } from "../../support/records.ts";

const [A, B] = ["a".repeat(64), "b".repeat(64)];
const DAY = "2026-12-01";

/** One entry a day, from the first on. */
function days(...results: readonly Result[]): readonly Entry[] {
  return [start(), ...results.map((one, k) => entry(`2026-11-${24 + k}`, { id: `day${k + 1}`, results: [one] }))];
}
const on = (figure: string, more: Partial<Result> = {}): Result => result("wrong-rate", figure, more);
const undo = (id: string): Entry => entry("2026-11-30", { id: "undo", undo: { entry: id, reason: "wrong column" } });

const hashed: Definitions = {
  ...SOUND,
  evals: [
    evalOf({
      metric: "Wrong answers",
      baseline: "60/200",
      target: "reduction >= 40%",
      minN: 200,
      dataset: { file: "d.jsonl", sha256: A },
    }),
  ],
};
const unplanned: Definitions = {
  ...SOUND,
  evals: [evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 40%" })],
};

const extended: Definitions = {
  ...SOUND,
  evals: [evalOf({ baseline: "60/200", target: "reduction >= 40%", minN: 200, extendedN: 400 })],
};

test.each<Row>([
  [
    "the extension that was agreed",
    { definitions: extended, log: [start(extended), ...days(on("38/200"), on("71/400")).slice(1)] },
    DAY,
    [],
  ],
  [
    "more than the extension that was agreed",
    { definitions: extended, log: [start(extended), ...days(on("38/200"), on("71/450")).slice(1)] },
    DAY,
    ["cases-added log/day2.yaml results[0]"],
  ],
  ["nothing measured", { log: [start()] }, DAY, []],
  ["a first look and the planned run", { log: days(on("20/100"), on("40/200")) }, DAY, []],
  [
    "the agreed data",
    { definitions: hashed, log: [start(hashed), ...days(on("20/200", { dataset: A })).slice(1)] },
    DAY,
    [],
  ],
  [
    "a result that does not say its data",
    { definitions: hashed, log: [start(hashed), ...days(on("20/200")).slice(1)] },
    DAY,
    [],
  ],
  [
    "other data than was agreed",
    { definitions: hashed, log: [start(hashed), ...days(on("20/200", { dataset: B })).slice(1)] },
    DAY,
    ["dataset-changed log/day1.yaml results[0].dataset"],
  ],
  ["the same data twice", { log: days(on("20/200", { dataset: A }), on("21/200", { dataset: A })) }, DAY, []],
  [
    "other data than the first, once and again",
    { log: days(on("20/200", { dataset: A }), on("21/200", { dataset: B }), on("21/200", { dataset: B })) },
    DAY,
    ["dataset-changed log/day2.yaml results[0].dataset", "dataset-changed log/day3.yaml results[0].dataset"],
  ],
  ["more cases than were agreed at once", { log: days(on("40/300")) }, DAY, []],
  [
    "more cases than were agreed, after a look",
    { log: days(on("20/100"), on("40/300")) },
    DAY,
    ["cases-added log/day2.yaml results[0]"],
  ],
  [
    "more cases than at first, where nothing was agreed",
    { definitions: unplanned, log: [start(unplanned), ...days(on("20/100"), on("21/101")).slice(1)] },
    DAY,
    ["cases-added log/day2.yaml results[0]"],
  ],
  [
    "as many cases as at first",
    { definitions: unplanned, log: [start(unplanned), ...days(on("20/100"), on("21/100")).slice(1)] },
    DAY,
    [],
  ],
  ["more cases on an arm of its own", { log: days(on("20/200", { arm: "a" }), on("40/300", { arm: "b" })) }, DAY, []],
  [
    "a worse result that was withdrawn",
    { log: [...days(on("60/200"), on("20/200")), undo("day1")] },
    DAY,
    ["result-withdrawn log/undo.yaml undo.entry"],
  ],
  ["a better result that was withdrawn", { log: [...days(on("2/200"), on("20/200")), undo("day1")] }, DAY, []],
  ["the same again", { log: [...days(on("20/200"), on("20/200")), undo("day1")] }, DAY, []],
  ["the only result withdrawn", { log: [...days(on("20/200")), undo("day1")] }, DAY, []],
])("%s", (_, poc, day, expected) => {
  expect(checked(evalDeviation, poc, day)).toEqual(expected);
});
