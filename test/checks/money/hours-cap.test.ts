import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { hoursCap } from "../../../src/checks/money/hours-cap.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, hours, meeting, number, start, withCharter } from "../../support/records.ts";

const definitions = withCharter({ hoursCap: number("10") });

const worked = (...log: Entry[]) => ({ definitions, log: [start(definitions), ...log] });
const undone = (when: string, of: string) => entry(when, { id: "undo", undo: { entry: of } });

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
  [
    "over, and withdrawn on its day",
    worked(entry("2026-11-24 10:00", { id: "long", time: [hours("12")] }), undone("2026-11-24 11:00", "long")),
    "2026-11-24",
    ["hours-cap-was-breached log/long.yaml time"],
  ],
  [
    "over, withdrawn, and over with other hours",
    worked(
      entry("2026-11-24 10:00", { id: "long", time: [hours("12")] }),
      undone("2026-11-24 11:00", "long"),
      entry("2026-11-24 12:00", { id: "more", time: [hours("11")] }),
    ),
    "2026-11-24",
    ["hours-cap-breached log/more.yaml time"],
  ],
  [
    "withdrawn, and never over",
    worked(entry("2026-11-24 10:00", { id: "long", time: [hours("9")] }), undone("2026-11-24 11:00", "long")),
    "2026-11-24",
    [],
  ],
  [
    "over only by what was logged after the correction",
    worked(
      entry("2026-11-24 10:00", { id: "long", time: [hours("9")] }),
      undone("2026-11-24 11:00", "long"),
      entry("2026-11-24 12:00", { id: "again", time: [hours("9")] }),
    ),
    "2026-11-24",
    [],
  ],
  [
    "the correction is withdrawn itself, so the hours are over",
    worked(
      entry("2026-11-24 10:00", { id: "long", time: [hours("12")] }),
      undone("2026-11-24 11:00", "long"),
      entry("2026-11-24 12:00", { id: "back", undo: { entry: "undo" } }),
    ),
    "2026-11-24",
    ["hours-cap-breached log/long.yaml time"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(hoursCap, poc, day)).toEqual(expected);
});
