import { expect, test } from "vitest";
import { logSilent } from "../../../src/checks/conduct/log-silent.ts";
import { checked, type Row } from "../../support/checked.ts";
import { CHARTER, date, decided, entry, start, withCharter } from "../../support/records.ts";

const note = (day: string) => entry(day, { note: "a line" });
const holiday = withCharter({ timebox: { ...CHARTER.timebox!, holidays: [date("2026-11-25")] } });

test.each<Row>([
  ["a line on the day itself", { log: [start(), note("2026-11-25")] }, "2026-11-25", []],
  ["one day missed", { log: [start(), note("2026-11-24")] }, "2026-11-26", []],
  ["two days missed", { log: [start(), note("2026-11-24")] }, "2026-11-27", ["log-silent log/112412x.yaml at"]],
  ["a weekend is no silence", { log: [start(), note("2026-11-27")] }, "2026-12-01", []],
  ["a holiday is none either", { definitions: holiday, log: [start(holiday), note("2026-11-24")] }, "2026-11-27", []],
  ["started before the first day", { log: [start(undefined, "2026-11-16 09:00")] }, "2026-11-24", []],
  [
    "silent from the first day on",
    { log: [start(undefined, "2026-11-16 09:00")] },
    "2026-11-25",
    ["log-silent log/start00.yaml at"],
  ],
  ["not started", { log: [note("2026-11-24")] }, "2026-11-27", []],
  ["over", { log: [start()] }, "2026-12-08", []],
  ["decided", { log: [start(), decided("2026-11-24", "no-go")] }, "2026-12-02", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(logSilent, poc, day)).toEqual(expected);
});
