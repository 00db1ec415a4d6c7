import { expect, test } from "vitest";
import { hoursOfDay } from "../../../src/checks/money/hours-of-day.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { TimeLine } from "../../../src/domain/records/entry.ts";
import { MARTA, entry, hours, meeting, start } from "../../support/records.ts";

const at = (when: string, ...time: readonly TimeLine[]) => entry(when, { time });

test.each<Row>([
  ["a full day and night", { log: [start(), at("2026-11-24 08:00", hours("24"))] }, "2026-11-25", []],
  [
    "a minute more",
    { log: [start(), at("2026-11-24 08:00", hours("24")), at("2026-11-24 18:00", hours("0.0167"))] },
    "2026-11-25",
    ["hours-over-a-day log/112418x.yaml time[0].hours"],
  ],
  [
    "a meeting counts as long as it lasts, not for each who sat in it",
    { log: [start(), at("2026-11-24 08:00", hours("20"), meeting("4", 30))] },
    "2026-11-25",
    [],
  ],
  [
    "over by a meeting",
    { log: [start(), at("2026-11-24 08:00", hours("20"), meeting("4", 2), meeting("0.5", 2))] },
    "2026-11-25",
    ["hours-over-a-day log/112408x.yaml time[2].meeting"],
  ],
  [
    "said once for a day",
    {
      log: [
        start(),
        at("2026-11-24 08:00", hours("20")),
        at("2026-11-24 10:00", hours("5")),
        at("2026-11-24 12:00", hours("5")),
      ],
    },
    "2026-11-25",
    ["hours-over-a-day log/112410x.yaml time[0].hours"],
  ],
  [
    "two days",
    { log: [start(), at("2026-11-24 23:00", hours("20")), at("2026-11-25 01:00", hours("20"))] },
    "2026-11-25",
    [],
  ],
  [
    "two people",
    {
      log: [
        start(),
        at("2026-11-24 08:00", hours("20")),
        entry("2026-11-24 10:00", { by: MARTA, time: [hours("20")] }),
      ],
    },
    "2026-11-25",
    [],
  ],
  [
    "what was withdrawn",
    {
      log: [
        start(),
        at("2026-11-24 08:00", hours("20")),
        at("2026-11-24 10:00", hours("20")),
        entry("2026-11-24 11:00", { undo: { entry: "112410x" } }),
      ],
    },
    "2026-11-25",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(hoursOfDay, poc, day)).toEqual(expected);
});
