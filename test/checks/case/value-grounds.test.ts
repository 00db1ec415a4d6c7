import { expect, test } from "vitest";
import { valueGrounds } from "../../../src/checks/case/value-grounds.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Estimate } from "../../../src/domain/records/value.ts";
import type { Decimal } from "../../../src/domain/scalars/decimal.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, decided, entry, number, start } from "../../support/records.ts";

const users = (more: Pick<Estimate<Decimal>, "grade"> & Partial<Estimate<Decimal>>): Definitions => ({
  ...SOUND,
  value: { ...SOUND.value, users: { low: number("100"), likely: number("100"), high: number("100"), ...more } },
});
const counted = entry("2026-11-24", { id: "counted" });
const log = [
  start(),
  counted,
  entry("2026-11-25", { id: "undone1" }),
  entry("2026-11-26", { id: "undo001", undo: { entry: "undone1", reason: "mistyped" } }),
  entry("2026-12-01", { id: "later01" }),
];
const MISSING = "value-source-missing value.yaml users.grade";

test.each<Row>([
  ["measured, with a source", { definitions: users({ grade: "measured", source: "HR" }) }, "2026-11-27", []],
  [
    "measured in an entry that counts",
    { definitions: users({ grade: "measured", entries: ["counted"] }), log },
    "2026-11-27",
    [],
  ],
  ["measured nowhere", { definitions: users({ grade: "measured" }) }, "2026-11-27", [MISSING]],
  [
    "measured for a reason",
    { definitions: users({ grade: "measured", reason: "it feels right" }) },
    "2026-11-27",
    [MISSING],
  ],
  [
    "estimated with a reason",
    { definitions: users({ grade: "estimated", reason: "two of three desks asked" }) },
    "2026-11-27",
    [],
  ],
  ["estimated with a source", { definitions: users({ grade: "estimated", source: "HR" }) }, "2026-11-27", []],
  ["estimated without a reason", { definitions: users({ grade: "estimated" }) }, "2026-11-27", [MISSING]],
  ["asserted", { definitions: users({ grade: "asserted" }) }, "2026-11-27", []],
  [
    "an entry that was withdrawn",
    { definitions: users({ grade: "measured", entries: ["counted", "undone1"] }), log },
    "2026-11-27",
    ["value-entry-withdrawn value.yaml users.entries[1]"],
  ],
  [
    "an entry that was not withdrawn yet",
    { definitions: users({ grade: "measured", entries: ["undone1"] }), log },
    "2026-11-25",
    [],
  ],
  [
    "an entry of a later day",
    { definitions: users({ grade: "measured", entries: ["later01"] }), log },
    "2026-11-27",
    ["value-entry-withdrawn value.yaml users.entries[0]"],
  ],
  [
    "an entry that is not there, which the reader says",
    { definitions: users({ grade: "measured", entries: ["nowhere"] }), log },
    "2026-11-27",
    [],
  ],
  [
    "stopped",
    { definitions: users({ grade: "measured" }), log: [start(), decided("2026-11-25", "no-go")] },
    "2026-11-27",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(valueGrounds, poc, day)).toEqual(expected);
});
