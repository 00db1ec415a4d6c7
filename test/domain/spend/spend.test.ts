import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { inCurrency, spendCurrency } from "../../../src/domain/spend/spend.ts";
import { NO_COSTS } from "../../../src/domain/records/costs.ts";
import { SOUND, entry, lacking, money, number, spent, standing, start, withCharter } from "../../support/records.ts";

const spend = (log: readonly Entry[], day: string, definitions: Definitions = SOUND) =>
  standing({ definitions, log: [start(definitions), ...log] }, day).spend;
const paid = (day: string, ...amounts: string[]) => entry(day, { spend: amounts.map((amount) => spent(amount)) });

describe("the total against the cap", () => {
  test("nothing spent", () => {
    const found = spend([], "2026-11-25");
    expect(moneyText(found.total)).toBe("0.00 EUR");
    expect(found).toMatchObject({ share: 0, brokenBy: undefined, items: [] });
  });

  test("three times 0.10 is 0.30, not more", () => {
    const definitions = withCharter({ spendCap: money("0.30 EUR") });
    const found = spend([paid("2026-11-25", "0.10 EUR", "0.10 EUR", "0.10 EUR")], "2026-11-25", definitions);
    expect(found).toMatchObject({ share: 1, brokenBy: undefined, remaining: money("0.00 EUR") });
  });

  test("each line is rounded for itself, so that the rows add up", () => {
    // 0.046 and 0.0552 round to 0.05 and 0.06; their sum of 0.1012 would round to 0.10.
    const found = spend([paid("2026-11-25", "0.05 USD", "0.06 USD")], "2026-11-25");
    expect(found.items.map((item) => moneyText(item.converted!))).toEqual(["0.05 EUR", "0.06 EUR"]);
    expect(moneyText(found.total)).toBe("0.11 EUR");
  });

  test("a rate in the line goes before that in costs.yaml", () => {
    expect(
      moneyText(spend([entry("2026-11-25", { spend: [spent("10 USD", "tokens", "0.50")] })], "2026-11-25").total),
    ).toBe("5.00 EUR");
  });

  test("a currency without a rate is in no sum", () => {
    const found = spend([paid("2026-11-25", "10 GBP", "5 EUR")], "2026-11-25");
    expect(moneyText(found.total)).toBe("5.00 EUR");
    expect(found.unconverted.map((item) => moneyText(item.amount))).toEqual(["10.00 GBP"]);
  });

  test("the entry that broke it is the one after which it stayed broken", () => {
    const log = [
      paid("2026-11-24", "2001 EUR"),
      paid("2026-11-25", "-500 EUR"),
      paid("2026-11-26", "600 EUR"),
      paid("2026-11-27", "1 EUR"),
    ];
    expect(spend(log, "2026-11-24").brokenBy?.id).toBe("112412x");
    expect(spend(log, "2026-11-25").brokenBy).toBeUndefined();
    expect(spend(log, "2026-11-27").brokenBy?.id).toBe("112612x");
  });

  test("a cap of nothing has no share, and a cent breaks it", () => {
    const definitions = withCharter({ spendCap: money("0 EUR") });
    expect(spend([], "2026-11-25", definitions)).toMatchObject({ share: undefined, brokenBy: undefined });
    expect(spend([paid("2026-11-25", "0.01 EUR")], "2026-11-25", definitions).brokenBy?.id).toBe("112512x");
  });

  test("without a cap nothing is left of it", () => {
    expect(spend([paid("2026-11-25", "5 EUR")], "2026-11-25", lacking("spendCap"))).toMatchObject({
      cap: undefined,
      remaining: undefined,
      share: undefined,
      brokenBy: undefined,
    });
  });
});

describe("the rows by category", () => {
  test("planned beside spent, empty rows left out", () => {
    const definitions: Definitions = {
      ...SOUND,
      costs: { ...SOUND.costs, planned: [{ category: "data", amount: money("100 USD") }] },
    };
    const found = spend(
      [entry("2026-11-25", { spend: [spent("5 EUR", "tokens"), spent("6 EUR", "tokens"), spent("7 EUR", "other")] })],
      "2026-11-25",
      definitions,
    );
    expect(
      found.byCategory.map((row) => [row.category, moneyText(row.planned), moneyText(row.spent), row.entries]),
    ).toEqual([
      ["tokens", "0.00 EUR", "11.00 EUR", ["112512x"]],
      ["data", "92.00 EUR", "0.00 EUR", []],
      ["other", "0.00 EUR", "7.00 EUR", ["112512x"]],
    ]);
    expect(moneyText(found.planned)).toBe("92.00 EUR");
  });
});

describe("the projection", () => {
  test("before the first day there is none", () => {
    expect(spend([], "2026-11-22")).toMatchObject({ burnRate: undefined, projected: undefined, breaksOn: undefined });
  });

  test("the mean of the days begun, carried to the end", () => {
    const found = spend([paid("2026-11-23", "300 EUR"), paid("2026-11-24", "200 EUR")], "2026-11-24");
    expect(moneyText(found.burnRate!)).toBe("250.00 EUR");
    expect(moneyText(found.projected!)).toBe("2500.00 EUR");
    // 8 × 250 is the cap exactly; the ninth day is Thursday 3 December.
    expect(found.breaksOn).toBe("2026-12-03");
  });

  test("exactly the cap at the end breaks nothing", () => {
    expect(spend([paid("2026-11-23", "200 EUR")], "2026-11-23").breaksOn).toBeUndefined();
  });

  test("what is broken already has no day to break on", () => {
    expect(spend([paid("2026-11-23", "2001 EUR")], "2026-11-23").breaksOn).toBeUndefined();
  });

  test("over a weekend the mean is that of Friday", () => {
    const log = [paid("2026-11-23", "500 EUR")];
    expect(moneyText(spend(log, "2026-11-29").burnRate!)).toBe("100.00 EUR");
  });

  test("when it is over the projection is the total", () => {
    expect(moneyText(spend([paid("2026-11-23", "500 EUR")], "2026-12-20").projected!)).toBe("500.00 EUR");
  });
});

describe("currencies", () => {
  test.each([
    ["of the cap", money("1 SEK"), "USD", "SEK"],
    ["of costs.yaml where there is no cap", undefined, "USD", "USD"],
    ["euros where nothing says", undefined, undefined, "EUR"],
  ])("figures are in the currency %s", (_, cap, currency, expected) => {
    expect(spendCurrency(cap, { ...NO_COSTS, ...(currency === undefined ? {} : { currency }) })).toBe(expected);
  });

  test.each([
    ["its own currency needs no rate", "5 EUR", undefined, "5.00 EUR"],
    ["by costs.yaml", "5 USD", undefined, "4.60 EUR"],
    ["by the rate stated", "5 USD", "0.5", "2.50 EUR"],
    ["from a currency without a minor unit", "1000 JPY", "0.0062", "6.20 EUR"],
    ["no rate, no guess", "5 GBP", undefined, undefined],
  ])("%s", (_, amount, rate, expected) => {
    const converted = inCurrency(money(amount), "EUR", SOUND.costs, rate === undefined ? undefined : number(rate));
    expect(converted && moneyText(converted)).toBe(expected);
  });
});
