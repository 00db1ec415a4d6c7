import { expect, test } from "vitest";
import { timeboxOver } from "../../../src/checks/charter/timebox-over.ts";
import { checked, type Row } from "../../support/checked.ts";
import { amended, decided, lacking, start } from "../../support/records.ts";

test.each<Row>([
  ["the last day", { log: [start()] }, "2026-12-04", []],
  ["the day after", { log: [start()] }, "2026-12-05", ["decision-missing poc.yaml timebox.working_days"]],
  ["decided in time", { log: [start(), decided("2026-12-04", "go")] }, "2026-12-07", []],
  [
    "extended by word only",
    { log: [start(), decided("2026-12-04", "extend")] },
    "2026-12-07",
    ["timebox-over poc.yaml timebox.working_days"],
  ],
  [
    "extended, and that is over too",
    {
      log: [
        start(),
        decided("2026-12-04 11:00", "extend"),
        amended("2026-12-04 12:00", "timebox.working_days", "10", "11"),
      ],
    },
    "2026-12-08",
    ["decision-missing poc.yaml timebox.working_days"],
  ],
  ["never started", {}, "2026-12-08", []],
  ["no timebox", { definitions: lacking("timebox") }, "2026-12-08", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(timeboxOver, poc, day)).toEqual(expected);
});
