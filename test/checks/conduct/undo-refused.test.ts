import { expect, test } from "vitest";
import { undoRefused } from "../../../src/checks/conduct/undo-refused.ts";
import { checked, type Row } from "../../support/checked.ts";
import { passed, waived } from "../../support/gates.ts";
import { amended, decided, entry, spent, start } from "../../support/records.ts";

const undo = (day: string, of: string) => entry(day, { undo: { entry: of } });

test.each<Row>([
  [
    "of a fact",
    { log: [start(), entry("2026-11-24", { spend: [spent("5 EUR")] }), undo("2026-11-25", "112412x")] },
    "2026-11-25",
    [],
  ],
  [
    "of the start",
    { log: [start(), undo("2026-11-25", "start00")] },
    "2026-11-25",
    ["undo-refused log/112512x.yaml undo.entry"],
  ],
  [
    "of an amendment",
    { log: [start(), amended("2026-11-24", "spend_cap", "2000.00 EUR", "2500.00 EUR"), undo("2026-11-25", "112412x")] },
    "2026-11-25",
    ["undo-refused log/112512x.yaml undo.entry"],
  ],
  [
    "of a decision",
    { log: [start(), decided("2026-11-24", "no-go"), undo("2026-11-25", "112412x")] },
    "2026-11-25",
    ["undo-refused log/112512x.yaml undo.entry"],
  ],
  [
    "of the passage of a gate",
    { log: [start(), passed("2026-11-24", "value-hypothesis"), undo("2026-11-25", "pass24v")] },
    "2026-11-25",
    ["undo-refused log/112512x.yaml undo.entry"],
  ],
  [
    "of a waiver",
    { log: [start(), waived("2026-11-24", "value-hypothesis.one-pager", "2026-12-31"), undo("2026-11-25", "waive24")] },
    "2026-11-25",
    [],
  ],
  ["taken back", { log: [start(), undo("2026-11-25", "start00"), undo("2026-11-26", "112512x")] }, "2026-11-26", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(undoRefused, poc, day)).toEqual(expected);
});
