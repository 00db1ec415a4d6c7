import { expect, test } from "vitest";
import { evalWay } from "../../../src/checks/evidence/eval-way.ts";
import type { MeasuredBy } from "../../../src/domain/records/evals/measured-by.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked, type Row } from "../../support/checked.ts";
import { ANA, date, entry, evalOf, result, SOUND, start } from "../../support/records.ts";

const person = (day: string): MeasuredBy => ({ kind: "person", person: ANA, on: date(day) });
const sound = (more: Parameters<typeof evalOf>[0]): Definitions => ({
  ...SOUND,
  evals: [evalOf({ target: "value <= 12%", ...more })],
});
const running = (definitions: Definitions) => ({ definitions, log: [start(definitions)] });
const measured = (definitions: Definitions) => ({
  definitions,
  log: [start(definitions), entry("2026-11-24", { results: [result("wrong-rate", "22/200")] })],
});

test.each<Row>([
  ["the first day is for setting up", running(sound({})), "2026-11-23", []],
  ["from the second on it says how", running(sound({})), "2026-11-24", ["eval-way-missing evals.yaml wrong-rate"]],
  ["not before the start", { definitions: sound({}) }, "2026-11-24", []],
  ["what was measured needs no way", measured(sound({})), "2026-11-25", []],
  ["a command says it", running(sound({ run: "npm run eval" })), "2026-11-24", []],
  ["so does a file", running(sound({ measuredBy: { kind: "file", pattern: "runs/*.json" } })), "2026-11-24", []],
  ["a person with a day to come", running(sound({ measuredBy: person("2026-11-27") })), "2026-11-27", []],
  [
    "and that has passed",
    running(sound({ measuredBy: person("2026-11-27") })),
    "2026-11-30",
    ["eval-way-late evals.yaml wrong-rate.measured_by"],
  ],
  ["nothing is to be met without a target", running({ ...SOUND, evals: [evalOf({})] }), "2026-11-25", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(evalWay, poc, day)).toEqual(expected);
});
