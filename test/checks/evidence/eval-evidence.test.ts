import { expect, test } from "vitest";
import { evalEvidence } from "../../../src/checks/evidence/eval-evidence.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, decided, entry, evalOf, result, start } from "../../support/records.ts";

const guarded: Definitions = {
  ...SOUND,
  evals: [...SOUND.evals, evalOf({ id: "refusals", primary: false, target: "value <= 5%" })],
};
const measured = (figure: string, ...more: string[]) =>
  entry("2026-11-30", { results: [result("wrong-rate", figure), ...more.map((text) => result("refusals", text))] });
const MISSED = "eval-not-met evals.yaml wrong-rate.target";

test.each<Row>([
  ["nothing measured while there is time", { log: [start()] }, "2026-12-04", []],
  ["nothing measured when it is over", { log: [start()] }, "2026-12-05", ["eval-unmeasured evals.yaml wrong-rate.id"]],
  [
    "nothing measured and yet a go",
    { log: [start(), decided("2026-12-01", "go")] },
    "2026-12-02",
    ["eval-unmeasured evals.yaml wrong-rate.id"],
  ],
  ["nothing measured and stopped", { log: [start(), decided("2026-12-01", "no-go")] }, "2026-12-08", []],
  ["met", { log: [start(), measured("10/200")] }, "2026-12-05", []],
  ["not met while there is time for a better run", { log: [start(), measured("60/200")] }, "2026-12-03", []],
  ["not met on the last day", { log: [start(), measured("60/200")] }, "2026-12-04", [MISSED]],
  ["not met when it is over", { log: [start(), measured("60/200")] }, "2026-12-07", [MISSED]],
  ["not met and stopped", { log: [start(), measured("60/200"), decided("2026-12-01", "no-go")] }, "2026-12-02", []],
  ["not met and yet a go", { log: [start(), measured("60/200"), decided("2026-12-01", "go")] }, "2026-12-02", [MISSED]],
  ["unsettled while there is time", { log: [start(), measured("30/200")] }, "2026-12-01", []],
  [
    "unsettled when it is over",
    { log: [start(), measured("30/200")] },
    "2026-12-05",
    ["eval-unsettled evals.yaml wrong-rate.target"],
  ],
  [
    "a guard that is not met",
    { definitions: guarded, log: [start(guarded), measured("10/200", "40/200")] },
    "2026-12-04",
    ["eval-secondary-not-met evals.yaml refusals.target"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(evalEvidence, poc, day)).toEqual(expected);
});
