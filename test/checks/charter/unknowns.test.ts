import { expect, test } from "vitest";
import { unknowns } from "../../../src/checks/charter/unknowns.ts";
import { checked, type Row } from "../../support/checked.ts";
import { withCharter } from "../../support/records.ts";

const asked = (...unknowns: readonly [question: string, ...answeredBy: string[]][]) => ({
  definitions: withCharter({ unknowns: unknowns.map(([question, ...answeredBy]) => ({ question, answeredBy })) }),
});

test.each<Row>([
  ["one", {}, "2026-11-20", []],
  ["two", asked(["a", "wrong-rate"], ["b", "wrong-rate", "no-better"]), "2026-11-20", []],
  [
    "three",
    asked(["a", "wrong-rate"], ["b", "wrong-rate"], ["c", "wrong-rate"]),
    "2026-11-20",
    ["too-many-unknowns poc.yaml unknowns[2]"],
  ],
  [
    "issue 10, 4: nothing answers the second",
    asked(["a", "wrong-rate"], ["b"]),
    "2026-11-20",
    ["unknown-unanswerable poc.yaml unknowns[1]"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(unknowns, poc, day)).toEqual(expected);
});
