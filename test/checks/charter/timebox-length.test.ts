import { expect, test } from "vitest";
import { timeboxLength } from "../../../src/checks/charter/timebox-length.ts";
import { checked, type Row } from "../../support/checked.ts";
import { CHARTER, amended, start, withCharter } from "../../support/records.ts";

const lasting = (workingDays: number) => withCharter({ timebox: { ...CHARTER.timebox!, workingDays } });

test.each<Row>([
  ["ten days", {}, "2026-11-20", []],
  ["fifteen days", { definitions: lasting(15) }, "2026-11-20", []],
  ["sixteen days", { definitions: lasting(16) }, "2026-11-20", ["timebox-too-long poc.yaml timebox.working_days"]],
  [
    "sixteen days, frozen so by hand",
    { definitions: lasting(16), log: [start(lasting(16))] },
    "2026-11-25",
    ["timebox-too-long poc.yaml timebox.working_days"],
  ],
  [
    "sixteen days by an amendment",
    { definitions: lasting(16), log: [start(), amended("2026-12-01", "timebox.working_days", "10", "16")] },
    "2026-12-02",
    ["timebox-too-long log/120112x.yaml amend.changes.timebox.working_days"],
  ],
  [
    "fifteen days, with an extension",
    { definitions: lasting(15), log: [start(), amended("2026-12-01", "timebox.working_days", "10", "15")] },
    "2026-12-02",
    [],
  ],
  [
    "10.7: a hundred more, approved by the owner",
    { definitions: lasting(110), log: [start(), amended("2026-12-01", "timebox.working_days", "10", "110")] },
    "2026-12-02",
    ["timebox-too-long log/120112x.yaml amend.changes.timebox.working_days"],
  ],
  [
    "10.7: a start that was moved by two weeks",
    { log: [start(), amended("2026-11-26", "timebox.start", "2026-11-23", "2026-12-07")] },
    "2026-12-08",
    ["timebox-too-long poc.yaml timebox.working_days"],
  ],
  ["sixteen days in the file, ten agreed", { definitions: lasting(16), log: [start()] }, "2026-12-02", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(timeboxLength, poc, day)).toEqual(expected);
});
