import { expect, test } from "vitest";
import { startLate } from "../../../src/checks/charter/start-late.ts";
import { checked, type Row } from "../../support/checked.ts";
import { CHARTER, date, lacking, start, withCharter } from "../../support/records.ts";

const LOST = "timebox-days-lost poc.yaml timebox.start";
const PASSED = "kill-criterion-day-passed kill-criteria.yaml no-better.by";
const onSaturday = withCharter({ timebox: { ...CHARTER.timebox!, start: date("2026-11-21") } });

test.each<Row>([
  ["10.9: before the first day", {}, "2026-11-20", []],
  ["on the first day", {}, "2026-11-23", []],
  ["a day late", {}, "2026-11-24", [LOST]],
  ["a day late, and started", { log: [start()] }, "2026-11-24", []],
  ["from a Saturday, on Monday", { definitions: onSaturday }, "2026-11-23", []],
  ["on the day of a kill criterion", {}, "2026-12-02", [LOST]],
  ["after it", {}, "2026-12-03", [LOST, PASSED]],
  ["when all is over", {}, "2026-12-14", [LOST, PASSED]],
  ["without a timebox", { definitions: lacking("timebox") }, "2026-11-24", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(startLate, poc, day)).toEqual(expected);
});
