import { expect, test } from "vitest";
import { exchangeRate } from "../../src/checks/exchange-rate.ts";
import { checked, type Row } from "../support/checked.ts";
import { valueAt } from "../../src/diagnostics/place.ts";
import { SOUND, entry, known, money, spent, start } from "../support/records.ts";

test.each<Row>([
  ["the currency of the cap", { log: [start(), entry("2026-11-23", { spend: [spent("5 EUR")] })] }, "2026-11-24", []],
  ["a currency with a rate", { log: [start(), entry("2026-11-23", { spend: [spent("5 USD")] })] }, "2026-11-24", []],
  ["a rate in the line", { log: [start(), entry("2026-11-23", { spend: [spent("5 GBP", "tokens", "1.15")] })] }, "2026-11-24", []],
  [
    "one for each currency",
    { log: [start(), entry("2026-11-23", { spend: [spent("5 EUR"), spent("5 GBP"), spent("7 GBP")] }), entry("2026-11-24", { spend: [spent("900 JPY")] })] },
    "2026-11-24",
    ["exchange-rate-missing log/112312x.yaml spend[1].amount", "exchange-rate-missing log/112412x.yaml spend[0].amount"],
  ],
  ["rates that could not be read", { log: [start(), entry("2026-11-23", { spend: [spent("5 GBP")] })], unreadable: [valueAt("costs.yaml")] }, "2026-11-24", []],
  ["a planned line", { definitions: { ...SOUND, costs: { ...SOUND.costs, planned: [{ category: "tokens", amount: money("300 GBP") }] } } }, "2026-11-24", ["exchange-rate-missing costs.yaml planned[0].amount"]],
  ["an input of the business case", { definitions: { ...SOUND, value: { ...SOUND.value, buildCost: known(money("90000 GBP")), changeCost: known(money("5 JPY")) } } }, "2026-11-20", ["exchange-rate-missing value.yaml build_cost", "exchange-rate-missing value.yaml change_cost"]],
  ["a threshold of the business case", { definitions: { ...SOUND, value: { ...SOUND.value, impactThreshold: money("90000 GBP") } } }, "2026-11-20", ["exchange-rate-missing value.yaml thresholds.impact"]],
])("%s", (_, poc, day, expected) => {
  expect(checked(exchangeRate, poc, day)).toEqual(expected);
});
