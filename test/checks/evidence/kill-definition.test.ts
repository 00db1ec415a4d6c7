import { expect, test } from "vitest";
import { killDefinition } from "../../../src/checks/evidence/kill-definition.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, killOf, lacking } from "../../support/records.ts";

const withKill = (...killCriteria: Definitions["killCriteria"]): Definitions => ({ ...SOUND, killCriteria });
const by = (day: string) => ({ definitions: withKill(killOf({ ask: "Is it?", by: day })) });

test.each<Row>([
  ["a whole one", {}, "2026-11-20", []],
  ["none", { definitions: withKill() }, "2026-11-20", ["kill-criterion-missing kill-criteria.yaml"]],
  [
    "none that could be read",
    { definitions: withKill(), unreadable: [valueAt("kill-criteria.yaml")] },
    "2026-11-20",
    [],
  ],
  [
    "no day",
    { definitions: withKill(killOf({ ask: "Is it?" })) },
    "2026-11-20",
    ["kill-criterion-undated kill-criteria.yaml no-better.by"],
  ],
  [
    "a day that could not be read",
    { definitions: withKill(killOf({ ask: "Is it?" })), unreadable: [valueAt("kill-criteria.yaml", 0, "by")] },
    "2026-11-20",
    [],
  ],
  ["on the first day", by("2026-11-23"), "2026-11-20", []],
  ["on the last day", by("2026-12-04"), "2026-11-20", []],
  [
    "after the last day",
    by("2026-12-05"),
    "2026-11-20",
    ["kill-criterion-outside-timebox kill-criteria.yaml no-better.by"],
  ],
  [
    "before the first day",
    by("2026-11-22"),
    "2026-11-20",
    ["kill-criterion-outside-timebox kill-criteria.yaml no-better.by"],
  ],
  [
    "no timebox to lie in",
    { definitions: { ...lacking("timebox"), killCriteria: [killOf({ ask: "Is it?", by: "2027-01-01" })] } },
    "2026-11-20",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(killDefinition, poc, day)).toEqual(expected);
});
