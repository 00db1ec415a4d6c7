import { expect, test } from "vitest";
import { spendCap } from "../../../src/checks/money/spend-cap.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { amount, decided, entry, lacking, spent, start } from "../../support/records.ts";

/** Entries of one amount each, one a day from the first day on. */
const days = (...amounts: string[]): readonly Entry[] => [
  start(),
  ...amounts.map((amount, k) => entry(`2026-11-${23 + k}`, { spend: [spent(amount)] })),
];

test.each<Row>([
  ["no cap", { definitions: lacking("spendCap") }, "2026-11-20", ["spend-cap-missing poc.yaml spend_cap"]],
  [
    "a cap that could not be read",
    { definitions: lacking("spendCap"), unreadable: [valueAt("poc.yaml", "spend_cap")] },
    "2026-11-20",
    [],
  ],
  ["little spent", { log: days("10 EUR", "10 EUR") }, "2026-11-24", []],
  [
    "exactly the cap is not over, and near",
    { log: days("2000 EUR") },
    "2026-11-23",
    ["spend-cap-near poc.yaml spend_cap"],
  ],
  [
    "a cent over",
    { log: days("2000 EUR", "0.01 EUR") },
    "2026-11-24",
    ["spend-cap-breached log/112412x.yaml spend[0].amount"],
  ],
  [
    "over by one of two lines",
    { log: [start(), entry("2026-11-24", { spend: [spent("1 EUR"), spent("2000 EUR")] })] },
    "2026-11-24",
    ["spend-cap-breached log/112412x.yaml spend"],
  ],
  [
    "the entry that broke it, not the last",
    { log: days("2001 EUR", "1 EUR") },
    "2026-11-24",
    ["spend-cap-breached log/112312x.yaml spend[0].amount"],
  ],
  [
    "over and back by a refund",
    { log: days("2001 EUR", "-500 EUR") },
    "2026-11-24",
    ["spend-cap-was-breached log/112312x.yaml spend"],
  ],
  [
    "over twice, and back",
    { log: days("2001 EUR", "-500 EUR", "600 EUR", "-2000 EUR") },
    "2026-11-26",
    ["spend-cap-was-breached log/112312x.yaml spend"],
  ],
  [
    "a refund beside what it refunds",
    { log: [start(), entry("2026-11-24", { spend: [spent("2001 EUR"), spent("-500 EUR")] })] },
    "2026-11-24",
    [],
  ],
  [
    "over and back and over: it is over",
    { log: days("2001 EUR", "-500 EUR", "600 EUR") },
    "2026-11-25",
    ["spend-cap-breached log/112512x.yaml spend[0].amount"],
  ],
  [
    "projected on the third day",
    { log: days("200 EUR", "200 EUR", "300 EUR") },
    "2026-11-25",
    ["spend-projected-over poc.yaml spend_cap"],
  ],
  ["two days foretell nothing", { log: days("400 EUR", "400 EUR") }, "2026-11-24", []],
  ["nine tenths on the last day", { log: days("1800 EUR") }, "2026-12-04", ["spend-cap-near poc.yaml spend_cap"]],
  ["just under nine tenths", { log: days("1799.99 EUR") }, "2026-12-04", []],
  [
    "over by an estimate that a bill replaced",
    {
      log: [
        ...days("500 EUR"),
        entry("2026-11-24", { id: "guess", spend: [amount("estimated 1600 EUR data")] }),
        entry("2026-11-25", { spend: [amount("900 EUR data", "guess")] }),
      ],
    },
    "2026-12-04",
    ["spend-cap-was-breached log/guess.yaml spend"],
  ],
  [
    "over by an estimate that a bill replaced on its day",
    {
      log: [
        ...days("500 EUR"),
        entry("2026-11-24 10:00", { id: "guess", spend: [amount("estimated 1600 EUR data")] }),
        entry("2026-11-24 11:00", { spend: [amount("900 EUR data", "guess")] }),
      ],
    },
    "2026-12-04",
    [],
  ],
  [
    "over by the bill",
    {
      log: [
        ...days("500 EUR"),
        entry("2026-11-24", { id: "guess", spend: [amount("estimated 900 EUR data")] }),
        entry("2026-11-25", { spend: [amount("1501 EUR data", "guess")] }),
      ],
    },
    "2026-12-04",
    ["spend-cap-breached log/112512x.yaml spend[0].amount"],
  ],
  ["near but decided", { log: [...days("1900 EUR"), decided("2026-11-24", "go")] }, "2026-11-25", []],
  [
    "over and decided",
    { log: [...days("2100 EUR"), decided("2026-11-24", "no-go")] },
    "2026-11-25",
    ["spend-cap-breached log/112312x.yaml spend[0].amount"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(spendCap, poc, day)).toEqual(expected);
});
