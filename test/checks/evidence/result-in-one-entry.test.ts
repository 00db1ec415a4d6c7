import { expect, test } from "vitest";
import { resultTwice } from "../../../src/checks/evidence/result-twice.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, result } from "../../support/records.ts";

const logged = (...results: ReturnType<typeof result>[]) => ({ log: [entry("2026-11-26", { id: "two", results })] });

test.each<Row>([
  ["one result", logged(result("wrong-rate", "22/200")), "2026-11-26", []],
  [
    "two of one arm",
    logged(result("wrong-rate", "22/200"), result("wrong-rate", "20/200")),
    "2026-11-26",
    [`results-in-one-entry ${entry("2026-11-26", { id: "two" }).file} results[1].eval`],
  ],
  [
    "two arms",
    logged(result("wrong-rate", "22/200", { arm: "a" }), result("wrong-rate", "20/200", { arm: "b" })),
    "2026-11-26",
    [],
  ],
])("%s", (_, given, asOf, found) => {
  expect(checked(resultTwice, given, asOf)).toEqual(found);
});
