import { expect, test } from "vitest";
import { logWithoutHours } from "../../../src/checks/conduct/log-without-hours.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, hours, number, start, withCharter } from "../../support/records.ts";

const planned = withCharter({ hoursCap: number("120") });
const { hoursCap: _, ...uncapped } = planned.charter!;
const byDay = { ...planned, charter: { ...uncapped, hoursOfDay: number("8") } };
const unplanned = { ...planned, charter: uncapped };
const note = (day: string) => entry(day, { note: "a line" });
const worked = (day: string) => entry(day, { time: [hours("2")] });

test.each<Row>([
  ["hours on the day before", { definitions: planned, log: [start(planned), worked("2026-11-26")] }, "2026-11-27", []],
  [
    "two days without",
    { definitions: planned, log: [start(planned), worked("2026-11-24"), note("2026-11-26")] },
    "2026-11-27",
    [],
  ],
  [
    "three days without",
    { definitions: planned, log: [start(planned), worked("2026-11-24"), note("2026-11-27")] },
    "2026-11-30",
    ["log-without-hours poc.yaml hours_cap"],
  ],
  [
    "none at all, where a day has hours",
    { definitions: byDay, log: [start(byDay), note("2026-11-25")] },
    "2026-11-26",
    ["log-without-hours poc.yaml hours_a_day"],
  ],
  [
    "a silent log is told apart",
    { definitions: planned, log: [start(planned), worked("2026-11-23")] },
    "2026-12-02",
    [],
  ],
  ["no hours are planned", { definitions: unplanned, log: [start(unplanned), note("2026-11-27")] }, "2026-11-30", []],
  ["over", { definitions: planned, log: [start(planned), note("2026-12-04")] }, "2026-12-08", []],
])("%s", (_name, poc, day, expected) => {
  expect(checked(logWithoutHours, poc, day)).toEqual(expected);
});
