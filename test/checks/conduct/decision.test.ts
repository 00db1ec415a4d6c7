import { expect, test } from "vitest";
import { decision } from "../../../src/checks/conduct/decision.ts";
import { checked, type Row } from "../../support/checked.ts";
import { ANA, date, decided, entry, result, start } from "../../support/records.ts";
import type { Decision } from "../../../src/domain/records/entry.ts";

const measured = entry("2026-11-26", {
  id: "measured",
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
  results: [result("wrong-rate", "19/200")],
});
const undo = (when: string) => entry(when, { undo: { entry: "measured" } });
const log = (outcome: Decision["outcome"], more: Partial<Decision> = {}) => [
  start(),
  measured,
  decided("2026-11-27", outcome, more),
];
const signed = { what: "sign the agreement", owner: ANA, by: date("2026-12-18") };

test.each<Row>([
  ["none", { log: [start()] }, "2026-11-27", []],
  ["as recommended", { log: log("go") }, "2026-11-27", []],
  [
    "otherwise, with a reason",
    { log: log("go", { recommended: "no-go", override: "the market will not wait" }) },
    "2026-11-27",
    ["decision-against-recommendation log/112712x.yaml decision.outcome"],
  ],
  [
    "otherwise, without one",
    { log: log("go", { recommended: "no-go" }) },
    "2026-11-27",
    ["decision-reason-missing log/112712x.yaml decision.outcome"],
  ],
  ["a recommendation of no known kind", { log: log("go", { recommended: "ship it" }) }, "2026-11-27", []],
  ["conditions with owner and day", { log: log("conditional", { conditions: [signed] }) }, "2026-12-18", []],
  [
    "a condition that is overdue",
    { log: log("conditional", { conditions: [signed] }) },
    "2026-12-19",
    ["decision-condition-overdue log/112712x.yaml decision.conditions[0]"],
  ],
  [
    "a condition without a day",
    { log: log("conditional", { conditions: [signed, { what: "ask legal", owner: ANA }] }) },
    "2026-12-01",
    ["decision-condition-vague log/112712x.yaml decision.conditions[1]"],
  ],
  [
    "a condition that a later decision settled",
    { log: [...log("conditional", { conditions: [signed] }), decided("2026-12-18", "go")] },
    "2026-12-21",
    [],
  ],
  [
    "a go whose evidence was withdrawn",
    { log: [...log("go"), undo("2026-11-30")] },
    "2026-11-30",
    ["decision-unsupported log/112712x.yaml decision.outcome"],
  ],
  [
    "a conditional go whose evidence was withdrawn",
    { log: [...log("conditional", { conditions: [signed] }), undo("2026-11-30")] },
    "2026-11-30",
    ["decision-unsupported log/112712x.yaml decision.outcome"],
  ],
  [
    "a go against the recommendation has nothing to lose",
    { log: [...log("go", { recommended: "no-go", override: "the market will not wait" }), undo("2026-11-30")] },
    "2026-11-30",
    ["decision-against-recommendation log/112712x.yaml decision.outcome"],
  ],
  [
    "a go that today's rules would not recommend, and nothing was logged since",
    { log: [start(), decided("2026-11-27", "go")] },
    "2026-11-30",
    [],
  ],
  ["a no-go whose evidence was withdrawn", { log: [...log("no-go"), undo("2026-11-30")] }, "2026-11-30", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(decision, poc, day)).toEqual(expected);
});
