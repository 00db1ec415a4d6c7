import { describe, expect, test } from "vitest";
import { NO_COSTS, type Costs } from "../../../../src/domain/records/costs.ts";
import { withSharedCosts } from "../../../../src/domain/records/organisation/shared-costs.ts";
import { agreedCosts } from "../../../../src/domain/records/terms/cost-terms.ts";
import { decimalText } from "../../../../src/domain/scalars/decimal.ts";
import { moneyText } from "../../../../src/domain/scalars/money.ts";
import { standingOf } from "../../../../src/domain/standing/standing.ts";
import { asOf, entry, hours, money, number, records, SOUND, spent, start } from "../../../support/records.ts";

const SHARED: Costs = {
  ...NO_COSTS,
  currency: "EUR",
  exchange: [{ currency: "USD", rate: number("0.92"), source: "ECB" }],
  hourlyRates: new Map([
    ["default", money("95 EUR")],
    ["architect", money("150 EUR")],
  ]),
};

/** A PoC whose costs.yaml says only what it is given, under an organisation that says this by now. */
function under(shared: Costs, own: Costs = NO_COSTS) {
  const organisation = { file: "poc-org.yaml", source: "../poc-org.yaml", costs: shared, policy: {}, lines: new Map() };
  return { ...SOUND, costs: withSharedCosts(own, shared), ownCosts: own, organisation };
}

describe("what costs.yaml does not say is what the organisation says", () => {
  test("missing values are filled in, stated ones stay", () => {
    const own = { ...NO_COSTS, hourlyRates: new Map([["default", money("120 EUR")]]) };
    const { currency, exchange, hourlyRates } = withSharedCosts(own, SHARED);
    expect(currency).toBe("EUR");
    expect(exchange.map(({ currency: code, rate }) => `${code} ${decimalText(rate)}`)).toEqual(["USD 0.92"]);
    expect([...hourlyRates].map(([name, rate]) => `${name} ${moneyText(rate)}`)).toEqual([
      "default 120.00 EUR",
      "architect 150.00 EUR",
    ]);
  });

  test("a value that cannot be read is not replaced", () => {
    const own = { ...NO_COSTS, unread: [["hourly_rates", "default"], ["currency"]] };
    const { currency, hourlyRates } = withSharedCosts(own, SHARED);
    expect({ currency, names: [...hourlyRates.keys()] }).toEqual({ currency: undefined, names: ["architect"] });
  });

  test("rates into another currency than that of the PoC are left out", () => {
    expect(withSharedCosts({ ...NO_COSTS, currency: "CHF" }, SHARED).exchange).toEqual([]);
  });
});

describe("once the PoC has started", () => {
  const log = [
    start(under(SHARED)),
    entry("2026-11-24", { spend: [spent("100 USD")], time: [hours("10")] }),
    entry("2026-11-25", { spend: [spent("10 GBP")] }),
  ];
  const changed: Costs = {
    ...SHARED,
    exchange: [
      { currency: "USD", rate: number("0.80") },
      { currency: "GBP", rate: number("1.20") },
    ],
    hourlyRates: new Map([["default", money("200 EUR")]]),
  };
  const standing = standingOf(records({ definitions: under(changed), log }), asOf("2026-11-26"));

  test("the frozen rates rule, and a rate that is new counts", () => {
    expect(moneyText(standing.spend.total)).toBe("104.00 EUR");
    expect(standing.effort.cost && moneyText(standing.effort.cost)).toBe("950.00 EUR");
  });

  test("the change shows as drift, in the file of the organisation", () => {
    expect(standing.drift.map(({ term, frozen, current, place }) => [term, frozen, current, place.file])).toEqual([
      ["costs.exchange.USD", "0.92", "0.8", "../poc-org.yaml"],
      ["costs.hourly_rates.default", "95.00 EUR", "200.00 EUR", "../poc-org.yaml"],
      ["costs.hourly_rates.architect", "150.00 EUR", undefined, "../poc-org.yaml"],
    ]);
  });

  test("without the file of the organisation the frozen rates rule still", () => {
    const costs = agreedCosts(NO_COSTS, start(under(SHARED)).start!.terms);
    expect([costs.currency, costs.exchange.length, costs.hourlyRates.size]).toEqual(["EUR", 1, 2]);
  });
});
