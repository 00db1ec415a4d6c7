import { expect, test } from "vitest";
import { notStarted } from "../../../src/checks/conduct/not-started.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, entry, hours, start, withCharter } from "../../support/records.ts";

test.each<Row>([
  ["a draft", {}, "2026-11-20", ["poc-not-started poc.yaml timebox.start"]],
  [
    "a draft whose timebox has begun and that holds work",
    { log: [entry("2026-11-24", { time: [hours("3")] })] },
    "2026-11-25",
    ["poc-not-started poc.yaml timebox.start"],
  ],
  [
    "a draft without a timebox",
    { definitions: { ...withCharter({}), charter: { ...SOUND.charter!, timebox: undefined as never } } },
    "2026-11-25",
    ["poc-not-started poc.yaml timebox.start"],
  ],
  ["one that was started", { log: [start()] }, "2026-11-25", []],
  ["one that will have been started", { log: [start()] }, "2026-11-20", ["poc-not-started poc.yaml timebox.start"]],
])("%s", (_, poc, day, expected) => {
  expect(checked(notStarted, poc, day)).toEqual(expected);
});
