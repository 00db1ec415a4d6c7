import { expect, test } from "vitest";
import { evalDeviations } from "../../../src/domain/evidence/eval-deviations.ts";
import { correctedSlips } from "../../../src/domain/standing/slips.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { answers, entry, evalOf, hours, MARTA, result, SOUND, spent, start, standing } from "../../support/records.ts";

const RATE = evalOf({ id: "wrong-rate", target: "value <= 12%" });
const DEFINITIONS = { ...SOUND, evals: [RATE] };
const RIGHT = entry("2026-11-25 16:00", { id: "right00", results: [result("wrong-rate", "10/200")] });

const mistyped = (facts: Parameters<typeof entry>[1], when = "2026-11-25 10:00") =>
  entry(when, { id: "slip000", ...facts });
const undone = (when = "2026-11-25 10:05", facts: Parameters<typeof entry>[1] = {}) =>
  entry(when, { id: "undo000", undo: { entry: "slip000" }, ...facts });

const of = (...log: readonly Entry[]) =>
  standing({ definitions: DEFINITIONS, log: [start(DEFINITIONS), ...log] }, "2026-11-26");

test.each([
  ["a result that the eval cannot take", mistyped({ results: [result("wrong-rate", "12 ms")] }), undone(), 1],
  ["a better result", mistyped({ results: [result("wrong-rate", "1/200")] }), undone(), 0],
  ["the same result twice", mistyped({ results: [result("wrong-rate", "10/200")] }), undone(), 1],
  ["a worse result", mistyped({ results: [result("wrong-rate", "40/200")] }), undone(), 0],
  ["hours", mistyped({ time: [hours("20")] }), undone(), 1],
  ["hours, corrected the next day", mistyped({ time: [hours("20")] }), undone("2026-11-26 10:00"), 0],
  ["hours, withdrawn by somebody else", mistyped({ time: [hours("20")] }), undone(undefined, { by: MARTA }), 0],
  ["spend that was not logged again", mistyped({ spend: [spent("900 EUR")] }), undone(), 0],
  ["an answer to a kill criterion", mistyped(answers("no-residency", "yes")), undone(), 0],
])("issue 10, item 18: %s", (_, slip, correction, count) => {
  expect(correctedSlips(of(slip, correction, RIGHT))).toHaveLength(count);
});

test("issue 10, item 18: a result is no slip where nothing is left to judge", () => {
  expect(correctedSlips(of(mistyped({ results: [result("wrong-rate", "40/200")] }), undone()))).toEqual([]);
});

test("issue 10, item 18: what could not be judged is compared with nothing", () => {
  const than = (figure: string) => {
    const { evals, log } = of(mistyped({ results: [result("wrong-rate", figure)] }), undone(), RIGHT);
    return evalDeviations(evals[0]!, log).flatMap((one) => (one.kind === "result-withdrawn" ? [one.than] : []));
  };
  expect(than("12 ms")).toEqual([undefined]);
  expect(than("110%")).toEqual([undefined]);
  expect(than("40/200")).toEqual(["worse"]);
  expect(than("1/200")).toEqual(["better"]);
});
