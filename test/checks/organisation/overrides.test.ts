import { expect, test } from "vitest";
import { overrides } from "../../../src/checks/organisation/overrides.ts";
import { NO_COSTS, type Costs } from "../../../src/domain/records/costs.ts";
import { checked, type Row } from "../../support/checked.ts";
import { money, number, SOUND } from "../../support/records.ts";

const SHARED: Costs = {
  ...NO_COSTS,
  currency: "EUR",
  exchange: [{ currency: "USD", rate: number("0.92") }],
  hourlyRates: new Map([["default", money("95 EUR")]]),
  models: [{ model: "gpt-4.1", input: { amount: number("2.00"), currency: "USD" } }],
};

function stating(own: Partial<Costs>) {
  const organisation = { file: "poc-org.yaml", source: "poc-org.yaml", costs: SHARED, policy: {}, lines: new Map() };
  return { definitions: { ...SOUND, organisation, ownCosts: { ...NO_COSTS, ...own } } };
}

test.each<Row>([
  ["no organisation", {}, "2026-11-20", []],
  ["nothing stated twice", stating({}), "2026-11-20", []],
  ["the same in other words", stating({ exchange: [{ currency: "USD", rate: number("0.920") }] }), "2026-11-20", []],
  ["another currency", stating({ currency: "CHF" }), "2026-11-20", ["organisation-overridden costs.yaml currency"]],
  [
    "rates and prices of its own",
    stating({
      exchange: [{ currency: "USD", rate: number("0.90") }],
      hourlyRates: new Map([
        ["default", money("120 EUR")],
        ["Ana Ruiz", money("140 EUR")],
      ]),
      models: [{ model: "gpt-4.1", input: { amount: number("1.50"), currency: "USD" } }],
    }),
    "2026-11-20",
    [
      "organisation-overridden costs.yaml exchange.USD",
      "organisation-overridden costs.yaml hourly_rates.default",
      "organisation-overridden costs.yaml models.gpt-4.1",
    ],
  ],
])("%s", (_name, poc, day, expected) => {
  expect(checked(overrides, poc, day)).toEqual(expected);
});
