import { expect, test } from "vitest";
import { assumption } from "../../../src/checks/evidence/assumption.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, assumes, decided, entry, result, start } from "../../support/records.ts";

const untested: Definitions = { ...SOUND, assumptions: [{ id: "clean", statement: "It is so", testedBy: [] }] };
const missed = entry("2026-11-30", { results: [result("wrong-rate", "60/200")] });

test.each<Row>([
  ["tested by an eval that was not measured yet", { log: [start()] }, "2026-11-25", []],
  ["a draft asks nobody yet", { definitions: untested }, "2026-11-20", []],
  ["unanswered in the first half", { definitions: untested, log: [start(untested)] }, "2026-11-27", []],
  [
    "unanswered in the second half",
    { definitions: untested, log: [start(untested)] },
    "2026-11-30",
    ["assumption-untested assumptions.yaml clean.id"],
  ],
  [
    "unanswered when it is over",
    { definitions: untested, log: [start(untested)] },
    "2026-12-07",
    ["assumption-untested assumptions.yaml clean.id"],
  ],
  [
    "unanswered and stopped",
    { definitions: untested, log: [start(untested), decided("2026-12-01", "no-go")] },
    "2026-12-07",
    [],
  ],
  [
    "answered by a person",
    { definitions: untested, log: [start(), entry("2026-11-25", assumes("clean", "holds"))] },
    "2026-11-25",
    [],
  ],
  [
    "a person says it is open",
    { definitions: untested, log: [start(), entry("2026-11-25", assumes("clean", "open"))] },
    "2026-11-25",
    [],
  ],
  [
    "a person says it fails",
    { definitions: untested, log: [start(), entry("2026-11-25", assumes("clean", "fails"))] },
    "2026-11-25",
    ["assumption-failed assumptions.yaml clean.id"],
  ],
  ["its eval has missed so far", { log: [start(), missed] }, "2026-12-01", []],
  [
    "its eval missed",
    { log: [start(), missed] },
    "2026-12-04",
    ["assumption-failed assumptions.yaml retrieval-helps.id"],
  ],
  [
    "its eval missed, and the work was stopped",
    { log: [start(), missed, decided("2026-12-01", "no-go")] },
    "2026-12-02",
    [],
  ],
  [
    "a person says otherwise",
    { log: [start(), missed, entry("2026-12-01", assumes("retrieval-helps", "holds"))] },
    "2026-12-04",
    ["assumption-contradicted log/120112x.yaml assumptions.retrieval-helps"],
  ],
  [
    "a person says that it fails, and the evals that it holds",
    {
      log: [
        start(),
        entry("2026-11-30", { results: [result("wrong-rate", "5/200")] }),
        entry("2026-12-01", assumes("retrieval-helps", "fails")),
      ],
    },
    "2026-12-04",
    ["assumption-contradicted log/120112x.yaml assumptions.retrieval-helps"],
  ],
  [
    "a person says the same",
    { log: [start(), missed, entry("2026-12-01", assumes("retrieval-helps", "fails"))] },
    "2026-12-04",
    ["assumption-failed assumptions.yaml retrieval-helps.id"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(assumption, poc, day)).toEqual(expected);
});
