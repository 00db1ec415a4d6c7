import { expect, test } from "vitest";
import { decision } from "../../../src/checks/conduct/decision.ts";
import { checked, type Row } from "../../support/checked.ts";
import { ANA, date, decided, start } from "../../support/records.ts";
import type { Decision } from "../../../src/domain/records/entry.ts";

const log = (outcome: Decision["outcome"], more: Partial<Decision> = {}) => [
  start(),
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
])("%s", (_, poc, day, expected) => {
  expect(checked(decision, poc, day)).toEqual(expected);
});
