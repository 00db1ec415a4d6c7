import { test, expect } from "vitest";
import { spendAmount } from "../../../src/checks/money/spend-amount.ts";
import { checked, type Row } from "../../support/checked.ts";
import { amount, entry, lacking, money, spent, start, withCharter } from "../../support/records.ts";

const paid = (...amounts: string[]) => [start(), entry("2026-11-24", { spend: amounts.map((one) => spent(one)) })];
const ABSURD = "spend-amount-absurd log/112412x.yaml spend[0].amount";

test.each<Row>([
  ["over the cap is not absurd", { log: paid("5000 EUR") }, "2026-11-24", []],
  ["a hundred caps", { log: paid("200000 EUR") }, "2026-11-24", []],
  ["a cent more", { log: paid("200000.01 EUR") }, "2026-11-24", [ABSURD]],
  ["as much back", { log: paid("-200000.01 EUR") }, "2026-11-24", [ABSURD]],
  ["converted it is less", { log: paid("210000 USD") }, "2026-11-24", []],
  ["converted it is more", { log: paid("220000 USD") }, "2026-11-24", [ABSURD]],
  ["several lines that add up to it", { log: paid("150000 EUR", "150000 EUR") }, "2026-11-24", []],
  ["no cap", { definitions: lacking("spendCap"), log: paid("900000 EUR").slice(1) }, "2026-11-24", []],
  [
    "a cap of nothing",
    { definitions: withCharter({ spendCap: money("0 EUR") }), log: paid("5 EUR") },
    "2026-11-24",
    [],
  ],
  [
    "an estimate that a bill replaced",
    {
      log: [
        start(),
        entry("2026-11-24", { spend: [amount("estimated 300000 EUR data")] }),
        entry("2026-11-25", { spend: [amount("300 EUR data", "112412x")] }),
      ],
    },
    "2026-11-25",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(spendAmount, poc, day)).toEqual(expected);
});
