import { expect, test } from "vitest";
import { entryTime } from "../../../src/checks/conduct/entry-time.ts";
import { checked, type Row } from "../../support/checked.ts";
import { standingOf } from "../../../src/domain/standing/standing.ts";
import { passed } from "../../support/gates.ts";
import { answers, asOf, decided, entry, hours, records, result, spent, start } from "../../support/records.ts";
import { told } from "../../support/told.ts";

test.each<Row>([
  [
    "within the timebox",
    {
      log: [
        start(),
        entry("2026-11-23", { spend: [spent("5 EUR")] }),
        entry("2026-12-04 23:00", { time: [hours("1")] }),
      ],
    },
    "2026-12-04",
    [],
  ],
  [
    "work before it",
    { log: [start(), entry("2026-11-22", { time: [hours("1")] })] },
    "2026-11-23",
    ["entry-outside-timebox log/112212x.yaml at"],
  ],
  [
    "work after it",
    { log: [start(), entry("2026-12-05", { results: [result("wrong-rate", "22/200")] })] },
    "2026-12-06",
    ["entry-outside-timebox log/120512x.yaml at"],
  ],
  ["work of a draft", { log: [entry("2026-11-16", { time: [hours("1")] })] }, "2026-11-20", []],
  [
    "notes, answers and acts may come later",
    {
      log: [
        start(),
        entry("2026-12-05", { note: "memo sent" }),
        entry("2026-12-06", answers("no-better", "no")),
        decided("2026-12-07", "no-go"),
      ],
    },
    "2026-12-08",
    [],
  ],
  [
    "work after the decision",
    { log: [start(), decided("2026-11-25", "no-go"), entry("2026-11-26", { spend: [spent("5 EUR")] })] },
    "2026-11-27",
    ["entry-after-decision log/112612x.yaml at"],
  ],
  [
    "after both, said once",
    { log: [start(), decided("2026-11-25", "go"), entry("2026-12-08", { spend: [spent("5 EUR")] })] },
    "2026-12-09",
    ["entry-after-decision log/120812x.yaml at"],
  ],
  [
    "work after a gate that was passed on the decision",
    {
      log: [
        start(),
        decided("2026-12-04", "go"),
        passed("2026-12-05", "feasibility-poc"),
        entry("2026-12-08", { results: [result("wrong-rate", "22/200")] }),
      ],
    },
    "2026-12-09",
    [],
  ],
  [
    "a gate that was passed before the decision excuses nothing",
    {
      log: [
        start(),
        passed("2026-11-24", "value-hypothesis"),
        decided("2026-11-25", "go"),
        entry("2026-11-26", { time: [hours("1")] }),
      ],
    },
    "2026-11-27",
    ["entry-after-decision log/112612x.yaml at"],
  ],
  [
    "work after an extension",
    { log: [start(), decided("2026-11-25", "extend"), entry("2026-11-26", { spend: [spent("5 EUR")] })] },
    "2026-11-27",
    [],
  ],
  [
    "as of an earlier day later entries are not there",
    { log: [start(), entry("2026-12-08", { spend: [spent("5 EUR")] })] },
    "2026-11-27",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(entryTime, poc, day)).toEqual(expected);
});

test.each([
  ["as clocks differ", "2026-11-25 12:05", []],
  ["by more", "2026-11-25 12:06", ["entry-in-future log/112512x.yaml at"]],
] as const)("in the future, %s", (_, when, expected) => {
  const poc = records({ log: [start(), entry(when, { note: "too early" })] });
  const now = standingOf(poc, asOf("2026-11-25 12:00", true));
  expect(entryTime.run(now).map(told)).toEqual(expected);
});
