import { expect, test } from "vitest";
import { unknowns } from "../../../src/checks/charter/unknowns.ts";
import { checked, type Row } from "../../support/checked.ts";
import { withCharter } from "../../support/records.ts";

test.each<Row>([
  ["one", {}, "2026-11-20", []],
  ["two", { definitions: withCharter({ unknowns: ["a", "b"] }) }, "2026-11-20", []],
  [
    "three",
    { definitions: withCharter({ unknowns: ["a", "b", "c"] }) },
    "2026-11-20",
    ["too-many-unknowns poc.yaml unknowns[2]"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(unknowns, poc, day)).toEqual(expected);
});
