import { expect, test } from "vitest";
import { killVerdict } from "../../../src/checks/evidence/kill-verdict.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, answers, decided, entry, killOf, result, spent, start } from "../../support/records.ts";

const asked: Definitions = { ...SOUND, killCriteria: [killOf({ ask: "Is it?", by: "2026-11-27" })] };
const paid: Definitions = { ...SOUND, killCriteria: [killOf({ when: "spend.total > 100 EUR", by: "2026-12-02" })] };
const yes = entry("2026-11-25", answers("no-better", "yes"));

test.each<Row>([
  ["pending", { log: [start()] }, "2026-11-25", []],
  [
    "tripped by a result",
    { log: [start(), entry("2026-11-25", { results: [result("wrong-rate", "120/200")] })] },
    "2026-11-25",
    ["kill-criterion-tripped kill-criteria.yaml no-better.when"],
  ],
  [
    "tripped by an answer",
    { definitions: asked, log: [start(asked), yes] },
    "2026-11-25",
    ["kill-criterion-tripped kill-criteria.yaml no-better.ask"],
  ],
  [
    "tripped by money before its day",
    { definitions: paid, log: [start(paid), entry("2026-11-25", { spend: [spent("101 EUR")] })] },
    "2026-11-25",
    ["kill-criterion-tripped kill-criteria.yaml no-better.when"],
  ],
  [
    "tripped and stopped",
    { definitions: asked, log: [start(asked), yes, decided("2026-11-26", "no-go")] },
    "2026-11-27",
    [],
  ],
  [
    "tripped and yet a go",
    { definitions: asked, log: [start(asked), yes, decided("2026-11-26", "go")] },
    "2026-11-27",
    ["kill-criterion-tripped kill-criteria.yaml no-better.ask"],
  ],
  [
    "cleared",
    { definitions: asked, log: [start(asked), entry("2026-11-25", answers("no-better", "no"))] },
    "2026-11-30",
    [],
  ],
  ["the day before", { definitions: asked, log: [start(asked)] }, "2026-11-26", []],
  [
    "open on its day",
    { definitions: asked, log: [start(asked)] },
    "2026-11-27",
    ["kill-criterion-overdue kill-criteria.yaml no-better.by"],
  ],
  [
    "open when a go was decided",
    { definitions: asked, log: [start(asked), decided("2026-11-25", "go")] },
    "2026-11-25",
    ["kill-criterion-overdue kill-criteria.yaml no-better.by"],
  ],
  ["open in a draft", { definitions: asked }, "2026-11-30", []],
  [
    "nothing that could be judged",
    {
      definitions: { ...SOUND, killCriteria: [killOf({ by: "2026-11-27" })] },
      log: [start({ ...SOUND, killCriteria: [killOf({ by: "2026-11-27" })] })],
    },
    "2026-11-30",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(killVerdict, poc, day)).toEqual(expected);
});
