import { expect, test } from "vitest";
import { resultValid } from "../../../src/checks/evidence/result-valid.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, entry, evalOf, result, start } from "../../support/records.ts";

const mean: Definitions = { ...SOUND, evals: [evalOf({ id: "latency", measure: "mean", target: "value <= 2 s" })] };
const logged = (evalId: string, figure: string) => [
  start(evalId === "latency" ? mean : SOUND),
  entry("2026-11-25", { results: [result(evalId, figure)] }),
];

test.each<Row>([
  ["as the eval asks", { log: logged("wrong-rate", "22/200") }, "2026-11-25", []],
  [
    "seconds for a share",
    { log: logged("wrong-rate", "2 s") },
    "2026-11-25",
    ["result-unit-mismatch log/112512x.yaml results[0].value"],
  ],
  [
    "a mean without its spread",
    { definitions: mean, log: logged("latency", "2 s") },
    "2026-11-25",
    ["result-contradicts log/112512x.yaml results[0]"],
  ],
  [
    "euros for seconds",
    { definitions: mean, log: logged("latency", "2 EUR") },
    "2026-11-25",
    ["result-unit-mismatch log/112512x.yaml results[0].value"],
  ],
  [
    "a count for a mean",
    { definitions: mean, log: logged("latency", "2/20") },
    "2026-11-25",
    ["result-contradicts log/112512x.yaml results[0]"],
  ],
  [
    "a wrong one on an arm that is not judged",
    {
      log: [
        ...logged("wrong-rate", "22/200"),
        entry("2026-11-26", { results: [result("wrong-rate", "2 s", { arm: "other" })] }),
      ],
    },
    "2026-11-26",
    ["result-unit-mismatch log/112612x.yaml results[0].value"],
  ],
  [
    "a wrong one that was followed by a right one",
    { log: [...logged("wrong-rate", "2 s"), entry("2026-11-26", { results: [result("wrong-rate", "22/200")] })] },
    "2026-11-26",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(resultValid, poc, day)).toEqual(expected);
});
