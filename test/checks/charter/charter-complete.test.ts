import { expect, test } from "vitest";
import { charterComplete } from "../../../src/checks/charter/charter-complete.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { SOUND, lacking, withCharter } from "../../support/records.ts";

test.each<Row>([
  ["a whole one", {}, "2026-11-20", []],
  ["no question", { definitions: lacking("question") }, "2026-11-20", ["charter-incomplete poc.yaml question"]],
  [
    "no unknowns",
    { definitions: withCharter({ unknowns: [] }) },
    "2026-11-20",
    ["charter-incomplete poc.yaml unknowns"],
  ],
  ["no timebox", { definitions: lacking("timebox") }, "2026-11-20", ["charter-incomplete poc.yaml timebox"]],
  [
    "a timebox that could not be read",
    { definitions: lacking("timebox"), unreadable: [valueAt("poc.yaml", "timebox", "start")] },
    "2026-11-20",
    [],
  ],
  [
    "no charter at all, which the reader reports",
    { definitions: { ...SOUND, charter: undefined as never } },
    "2026-11-20",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(charterComplete, poc, day)).toEqual(expected);
});
