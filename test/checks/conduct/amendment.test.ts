import { expect, test } from "vitest";
import { amendment } from "../../../src/checks/conduct/amendment.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, amended, money, start, withCharter } from "../../support/records.ts";

const raised = withCharter({ spendCap: money("2500 EUR") }, SOUND);

test.each<Row>([
  ["none", { log: [start()] }, "2026-11-25", []],
  [
    "before any result",
    { definitions: raised, log: [start(), amended("2026-11-24", "spend_cap", "2000.00 EUR", "2500.00 EUR", 0)] },
    "2026-11-25",
    [],
  ],
  [
    "after results",
    { definitions: raised, log: [start(), amended("2026-11-24", "spend_cap", "2000.00 EUR", "2500.00 EUR", 3)] },
    "2026-11-25",
    ["terms-amended-late log/112412x.yaml amend.changes.spend_cap"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(amendment, poc, day)).toEqual(expected);
});
