import { expect, test } from "vitest";
import { capCurrency } from "../../../src/checks/money/cap-currency.ts";
import type { Costs } from "../../../src/domain/records/costs.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, lacking, number } from "../../support/records.ts";

const costs = (of: Partial<Costs>, definitions: Definitions = SOUND): Definitions => ({
  ...definitions,
  costs: { ...definitions.costs, ...of },
});
const rateOf = (currency: string) => ({ exchange: [{ currency, rate: number("1.15") }] });

test.each<Row>([
  ["no currency stated", {}, "2026-11-24", []],
  ["that of the cap", { definitions: costs({ currency: "EUR" }) }, "2026-11-24", []],
  [
    "another than that of the cap",
    { definitions: costs({ currency: "USD" }) },
    "2026-11-24",
    ["currency-conflict costs.yaml currency"],
  ],
  [
    "another, and no cap",
    { definitions: costs({ currency: "USD", exchange: [] }, lacking("spendCap")) },
    "2026-11-24",
    [],
  ],
  ["a rate of a foreign currency", { definitions: costs(rateOf("USD")) }, "2026-11-24", []],
  [
    "a rate of the currency of the cap",
    { definitions: costs(rateOf("EUR")) },
    "2026-11-24",
    ["exchange-rate-of-itself costs.yaml exchange.EUR"],
  ],
  [
    "a rate of the currency stated, without a cap",
    { definitions: costs({ currency: "USD", ...rateOf("USD") }, lacking("spendCap")) },
    "2026-11-24",
    ["exchange-rate-of-itself costs.yaml exchange.USD"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(capCurrency, poc, day)).toEqual(expected);
});
