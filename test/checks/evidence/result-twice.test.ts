import { expect, test } from "vitest";
import { resultTwice } from "../../../src/checks/evidence/result-twice.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, result, start } from "../../support/records.ts";

const from = (when: string, id: string, sha256: string, arm = "") =>
  entry(when, { id, results: [result("wrong-rate", "22/200", { arm, values: { file: "runs.csv", sha256 } })] });

test.each<Row>([
  ["one", { log: [start(), from("2026-11-24", "a", "aa")] }, "2026-11-26", []],
  [
    "the same file again",
    { log: [start(), from("2026-11-24", "a", "aa"), from("2026-11-25", "b", "aa")] },
    "2026-11-26",
    ["results-twice log/b.yaml results[0].values"],
  ],
  ["another file", { log: [start(), from("2026-11-24", "a", "aa"), from("2026-11-25", "b", "bb")] }, "2026-11-26", []],
  [
    "the same file on another arm",
    { log: [start(), from("2026-11-24", "a", "aa", "x"), from("2026-11-25", "b", "aa", "y")] },
    "2026-11-26",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(resultTwice, poc, day)).toEqual(expected);
});
