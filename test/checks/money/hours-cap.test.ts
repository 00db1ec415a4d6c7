import { expect, test } from "vitest";
import { hoursCap } from "../../../src/checks/money/hours-cap.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, hours, meeting, number, start, withCharter } from "../../support/records.ts";

const definitions = withCharter({ hoursCap: number("10") });

test.each<Row>([
  ["no cap", { log: [start(), entry("2026-11-23", { time: [hours("24")] })] }, "2026-11-24", []],
  [
    "exactly the cap",
    { definitions, log: [start(definitions), entry("2026-11-23", { time: [hours("10")] })] },
    "2026-11-24",
    [],
  ],
  [
    "over by a meeting",
    {
      definitions,
      log: [
        start(definitions),
        entry("2026-11-23", { time: [hours("8")] }),
        entry("2026-11-24", { time: [meeting("0.5", 5)] }),
      ],
    },
    "2026-11-24",
    ["hours-cap-breached log/112412x.yaml time"],
  ],
  [
    "heading over it on the third day",
    { definitions, log: [start(definitions), entry("2026-11-23", { time: [hours("3.1")] })] },
    "2026-11-25",
    ["hours-projected-over poc.yaml hours_cap"],
  ],
  [
    "two days foretell nothing",
    { definitions, log: [start(definitions), entry("2026-11-23", { time: [hours("3.1")] })] },
    "2026-11-24",
    [],
  ],
  [
    "heading for exactly the cap",
    { definitions, log: [start(definitions), entry("2026-11-23", { time: [hours("3")] })] },
    "2026-11-25",
    [],
  ],
  [
    "when it is over nothing is foretold",
    { definitions, log: [start(definitions), entry("2026-11-23", { time: [hours("9")] })] },
    "2026-12-07",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(hoursCap, poc, day)).toEqual(expected);
});
