import { expect, test } from "vitest";
import { timeboxExtension } from "../../../src/checks/charter/timebox-extension.ts";
import { checked, type Row } from "../../support/checked.ts";
import { CHARTER, amended, start, withCharter } from "../../support/records.ts";

const lasting = (workingDays: number) => withCharter({ timebox: { ...CHARTER.timebox!, workingDays } });
const TERM = "timebox.working_days";

test.each<Row>([
  ["none", { log: [start()] }, "2026-12-02", []],
  ["one", { definitions: lasting(15), log: [start(), amended("2026-12-01", TERM, "10", "15")] }, "2026-12-02", []],
  [
    "two",
    {
      definitions: lasting(25),
      log: [start(), amended("2026-12-01", TERM, "10", "15"), amended("2026-12-10", TERM, "15", "25")],
    },
    "2026-12-11",
    [`timebox-extended-again log/121012x.yaml amend.changes.${TERM}`],
  ],
  [
    "made shorter is no extension",
    {
      definitions: lasting(8),
      log: [start(), amended("2026-12-01", TERM, "10", "9"), amended("2026-12-02", TERM, "9", "8")],
    },
    "2026-12-02",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(timeboxExtension, poc, day)).toEqual(expected);
});
