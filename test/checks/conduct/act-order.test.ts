import { expect, test } from "vitest";
import { actOrder } from "../../../src/checks/conduct/act-order.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, start } from "../../support/records.ts";

const note = entry("2026-11-24 16:00", { id: "note", note: "A run" });
const dated = (when: string, after: string) => ({ ...start(undefined, when), after });

test.each<Row>([
  ["written after what it follows", { log: [note, dated("2026-11-24 17:00", "note")] }, "2026-11-26", []],
  [
    "dated before it",
    { log: [note, dated("2026-11-23 09:00", "note")] },
    "2026-11-26",
    ["act-dated-back log/start00.yaml at"],
  ],
  ["after one that is not there", { log: [dated("2026-11-23 09:00", "gone")] }, "2026-11-26", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(actOrder, poc, day)).toEqual(expected);
});
