import { expect, test } from "vitest";
import { withdrawnAct } from "../../../src/checks/conduct/withdrawn-act.ts";
import { termsOf } from "../../../src/domain/records/terms.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, SOUND, start } from "../../support/records.ts";

const again = entry("2026-11-24", { id: "again", start: { terms: termsOf(SOUND) } });
const undo = (id: string) => entry("2026-11-25", { id: "undo", undo: { entry: id, reason: "two branches" } });

test.each<Row>([
  ["two starts, none withdrawn", { log: [start(), again] }, "2026-11-26", []],
  [
    "the later one withdrawn",
    { log: [start(), again, undo("again")] },
    "2026-11-26",
    ["act-withdrawn log/undo.yaml undo.entry"],
  ],
  ["the first one stays", { log: [start(), again, undo("start00")] }, "2026-11-26", []],
  ["one start stays", { log: [start(), undo("start00")] }, "2026-11-26", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(withdrawnAct, poc, day)).toEqual(expected);
});
