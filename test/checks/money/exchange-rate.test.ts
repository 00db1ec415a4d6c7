import { expect, test } from "vitest";
import { exchangeRate } from "../../../src/checks/money/exchange-rate.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { ExchangeRate } from "../../../src/domain/records/costs.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, date, entry, known, money, number, spent, start } from "../../support/records.ts";

const rated = (of: Partial<ExchangeRate>): Definitions => ({
  ...SOUND,
  costs: { ...SOUND.costs, exchange: [{ currency: "USD", rate: number("0.92"), ...of }] },
});
const dollars = (day: string, rate?: string) => [start(), entry(day, { spend: [spent("5 USD", "tokens", rate)] })];

test.each<Row>([
  ["the currency of the cap", { log: [start(), entry("2026-11-23", { spend: [spent("5 EUR")] })] }, "2026-11-24", []],
  ["a currency with a rate", { log: [start(), entry("2026-11-23", { spend: [spent("5 USD")] })] }, "2026-11-24", []],
  [
    "a rate in the line",
    { log: [start(), entry("2026-11-23", { spend: [spent("5 GBP", "tokens", "1.15")] })] },
    "2026-11-24",
    [],
  ],
  [
    "one for each currency",
    {
      log: [
        start(),
        entry("2026-11-23", { spend: [spent("5 EUR"), spent("5 GBP"), spent("7 GBP")] }),
        entry("2026-11-24", { spend: [spent("900 JPY")] }),
      ],
    },
    "2026-11-24",
    [
      "exchange-rate-missing log/112312x.yaml spend[1].amount",
      "exchange-rate-missing log/112412x.yaml spend[0].amount",
    ],
  ],
  [
    "rates that could not be read",
    { log: [start(), entry("2026-11-23", { spend: [spent("5 GBP")] })], unreadable: [valueAt("costs.yaml")] },
    "2026-11-24",
    [],
  ],
  [
    "a rate of the day itself",
    { definitions: rated({ date: date("2026-11-24"), source: "ECB" }), log: dollars("2026-11-24") },
    "2026-11-25",
    [],
  ],
  [
    "a rate of the day after",
    { definitions: rated({ date: date("2026-11-25"), source: "ECB" }), log: dollars("2026-11-24") },
    "2026-11-25",
    ["exchange-rate-later log/112412x.yaml spend[0].amount"],
  ],
  [
    "the first of several lines",
    {
      definitions: rated({ date: date("2026-11-25"), source: "ECB" }),
      log: [...dollars("2026-11-24"), entry("2026-11-23", { spend: [spent("1 EUR"), spent("2 USD")] })],
    },
    "2026-11-25",
    ["exchange-rate-later log/112312x.yaml spend[1].amount"],
  ],
  [
    "a rate that the line took from the list",
    { definitions: rated({ date: date("2026-11-25"), source: "ECB" }), log: dollars("2026-11-24", "0.920") },
    "2026-11-25",
    ["exchange-rate-later log/112412x.yaml spend[0].amount"],
  ],
  [
    "a rate of its own",
    { definitions: rated({ date: date("2026-11-25"), source: "ECB" }), log: dollars("2026-11-24", "0.91") },
    "2026-11-25",
    [],
  ],
  [
    "a rate that nothing is converted by",
    { definitions: rated({ date: date("2026-12-24"), source: "ECB" }) },
    "2026-11-25",
    [],
  ],
  [
    "a rate without a day",
    { definitions: rated({ source: "ECB" }), log: dollars("2026-11-24") },
    "2026-11-25",
    ["exchange-rate-unsourced costs.yaml exchange.USD"],
  ],
  [
    "a rate without a source",
    { definitions: rated({ date: date("2026-11-20") }) },
    "2026-11-20",
    ["exchange-rate-unsourced costs.yaml exchange.USD"],
  ],
  [
    "a rate of which a part could not be read",
    { definitions: rated({ source: "ECB" }), unreadable: [valueAt("costs.yaml", "exchange", "USD", "date")] },
    "2026-11-20",
    [],
  ],
  [
    "a planned line",
    {
      definitions: { ...SOUND, costs: { ...SOUND.costs, planned: [{ category: "tokens", amount: money("300 GBP") }] } },
    },
    "2026-11-24",
    ["exchange-rate-missing costs.yaml planned[0].amount"],
  ],
  [
    "the price of an hour",
    {
      definitions: {
        ...SOUND,
        costs: {
          ...SOUND.costs,
          hourlyRates: new Map([
            ["Ana Ruiz", money("80 USD")],
            ["Ben", money("80 GBP")],
            ["default", money("60 GBP")],
          ]),
        },
      },
    },
    "2026-11-24",
    ["exchange-rate-missing costs.yaml hourly_rates.Ben"],
  ],
  [
    "an input of the business case",
    {
      definitions: {
        ...SOUND,
        value: { ...SOUND.value, buildCost: known(money("90000 GBP")), changeCost: known(money("5 JPY")) },
      },
    },
    "2026-11-20",
    ["exchange-rate-missing value.yaml build_cost", "exchange-rate-missing value.yaml change_cost"],
  ],
  [
    "a threshold of the business case",
    { definitions: { ...SOUND, value: { ...SOUND.value, impactThreshold: money("90000 GBP") } } },
    "2026-11-20",
    ["exchange-rate-missing value.yaml thresholds.impact"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(exchangeRate, poc, day)).toEqual(expected);
});
