import { describe, expect, test } from "vitest";
import { NO_COSTS, type Costs } from "../../../../src/domain/records/costs.ts";
import { costTermsOf } from "../../../../src/domain/records/terms/cost-terms.ts";
import { moneyText } from "../../../../src/domain/scalars/money.ts";
import { standingOf } from "../../../../src/domain/standing/standing.ts";
import {
  amended,
  asOf,
  entry,
  hours,
  killOf,
  money,
  number,
  person,
  records,
  SOUND,
  spent,
  start,
} from "../../../support/records.ts";

const BOB = person("Bob <bob@example.com>");

const AGREED: Costs = {
  ...NO_COSTS,
  currency: "EUR",
  exchange: [{ currency: "USD", rate: number("0.92") }],
  hourlyRates: new Map([
    ["default", money("95 EUR")],
    ["Ana Ruiz", money("120 EUR")],
  ]),
};

function rates(...own: readonly (readonly [name: string, rate: string])[]): Costs {
  return { ...AGREED, hourlyRates: new Map(own.map(([name, rate]) => [name, money(rate)])) };
}

const LOG = [
  entry("2026-11-24 10:00", { spend: [spent("100 USD")], time: [hours("10")] }),
  entry("2026-11-24 11:00", { by: BOB, time: [hours("10")] }),
];

/** The state on 26 November of a PoC that began with these costs and has others in its file since. */
function edited(costs: Costs, more: Parameters<typeof entry>[1] = {}) {
  const log = [{ ...start({ ...SOUND, costs: AGREED }), ...more }, ...LOG];
  return standingOf(records({ definitions: { ...SOUND, costs }, log }), asOf("2026-11-26"));
}

describe("rates of the PoC's own are frozen at its start", () => {
  const all = [
    ["default", "95 EUR"],
    ["Ana Ruiz", "120 EUR"],
  ] as const;

  test.each<[what: string, costs: Costs, drift: readonly (string | undefined)[][]]>([
    ["nothing is edited", AGREED, []],
    [
      "the rate of everybody is lowered",
      rates(["default", "1 EUR"], all[1]),
      [["costs.hourly_rates.default", "95.00 EUR", "1.00 EUR"]],
    ],
    [
      "the rate of a person is lowered",
      rates(all[0], ["Ana Ruiz", "1 EUR"]),
      [["costs.hourly_rates.Ana Ruiz", "120.00 EUR", "1.00 EUR"]],
    ],
    ["a rate is removed", rates(all[0]), [["costs.hourly_rates.Ana Ruiz", "120.00 EUR", undefined]]],
    [
      "a person gets a rate of their own",
      rates(...all, ["Bob", "1 EUR"]),
      [["costs.hourly_rates.Bob", undefined, "1.00 EUR"]],
    ],
    [
      "an exchange rate is lowered",
      { ...AGREED, exchange: [{ currency: "USD", rate: number("0.0092") }] },
      [["costs.exchange.USD", "0.92", "0.0092"]],
    ],
    ["an exchange rate is removed", { ...AGREED, exchange: [] }, [["costs.exchange.USD", "0.92", undefined]]],
    ["the currency is another", { ...AGREED, currency: "USD" }, [["costs.currency", "EUR", "USD"]]],
    [
      "a currency that had no rate gets one",
      {
        ...AGREED,
        exchange: [...AGREED.exchange, { currency: "GBP", rate: number("1.2") }],
      },
      [],
    ],
  ])("%s", (_, costs, drift) => {
    const standing = edited(costs);
    expect(standing.drift.map(({ term, frozen, current }) => [term, frozen, current])).toEqual(drift);
    expect([moneyText(standing.spend.total), moneyText(standing.effort.cost!)]).toEqual(["92.00 EUR", "2150.00 EUR"]);
  });

  test("a rate that cannot be read leaves the agreed one", () => {
    const unread = { ...rates(all[0]), unread: [["hourly_rates", "Ana Ruiz"]] };
    expect(moneyText(edited(unread).effort.cost!)).toBe("2150.00 EUR");
  });

  test("without an agreed rate, one that is added counts", () => {
    const log = [start({ ...SOUND, costs: NO_COSTS }), ...LOG.slice(1)];
    const standing = standingOf(records({ definitions: { ...SOUND, costs: AGREED }, log }), asOf("2026-11-26"));
    expect([standing.drift, moneyText(standing.effort.cost!)]).toEqual([[], "950.00 EUR"]);
  });

  test("a start of an older build froze no rates, so those of the file count", () => {
    const terms = [...start().start!.terms].filter(([term]) => !term.startsWith("costs."));
    const standing = edited(rates(["default", "1 EUR"]), { start: { terms: new Map(terms) } });
    expect([standing.drift, moneyText(standing.effort.cost!)]).toEqual([[], "20.00 EUR"]);
  });

  test("a start of an older build froze rates of the organisation, and others may be added", () => {
    const own = [...start().start!.terms].filter(([term]) => !term.startsWith("costs."));
    const terms = new Map([...own, ...costTermsOf(AGREED)].filter(([term]) => term !== "costs.hourly_rates"));
    const standing = edited(rates(...all, ["Bob", "1 EUR"]), { start: { terms } });
    expect([standing.drift, moneyText(standing.effort.cost!)]).toEqual([[], "1210.00 EUR"]);
  });
});

describe("an amendment", () => {
  const costly = { ...SOUND, costs: AGREED, killCriteria: [killOf({ id: "dear", when: "effort.total > 2000 EUR" })] };

  test("changes the rate, and what was tripped by the agreed one stays tripped", () => {
    const log = [start(costly), ...LOG, amended("2026-11-26", "costs.hourly_rates.default", "95.00 EUR", "1.00 EUR")];
    const costs = rates(["default", "1 EUR"], ["Ana Ruiz", "120 EUR"]);
    const standing = standingOf(records({ definitions: { ...costly, costs }, log }), asOf("2026-11-27"));
    expect([standing.drift, moneyText(standing.effort.cost!)]).toEqual([[], "1210.00 EUR"]);
    const kill = ({ verdict, because }: (typeof standing.kill)[number]) => [verdict, because.code];
    expect(standing.kill.map(kill)).toEqual([["tripped", "stays-tripped"]]);
    expect(standing.first.kill.map(kill)).toEqual([["tripped", "figure"]]);
  });

  test("adds the rate of a person", () => {
    const log = [start(costly), ...LOG, amended("2026-11-26", "costs.hourly_rates.Bob", undefined, "100.00 EUR")];
    const costs = rates(["default", "95 EUR"], ["Ana Ruiz", "120 EUR"], ["Bob", "100 EUR"]);
    const standing = standingOf(records({ definitions: { ...costly, costs }, log }), asOf("2026-11-27"));
    expect([standing.drift, moneyText(standing.effort.cost!)]).toEqual([[], "2200.00 EUR"]);
  });
});
