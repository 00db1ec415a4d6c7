import { describe, expect, test } from "vitest";
import type { SpendLine } from "../../../src/domain/records/entry.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { convertedSpend } from "../../../src/domain/spend/converted-spend.ts";
import { otherWorth } from "../../../src/domain/spend/currency-worth.ts";
import { SOUND, entry, number, spent, standing, start } from "../../support/records.ts";

test.each<[string, string, string, number | undefined]>([
  ["USD", "EUR", "0.92", undefined],
  ["USD", "EUR", "0.2", undefined],
  ["USD", "EUR", "0.0001", 0.92],
  ["USD", "EUR", "9.2", 0.92],
  ["JPY", "EUR", "0.0061", undefined],
  ["JPY", "EUR", "163", 0.0061],
  ["EUR", "JPY", "163", undefined],
  ["EUR", "JPY", "0.0061", 1 / 0.0061],
  ["GBP", "USD", "1.27", undefined],
  ["XAF", "EUR", "3", undefined],
])("a rate that money cannot have: one %s in %s is %s", (currency, into, rate, expected) => {
  const about = otherWorth(currency, into, number(rate));
  expect(about === undefined ? undefined : about.toFixed(6)).toBe(expected?.toFixed(6));
});

describe("what a total was converted from", () => {
  const rates: Definitions = {
    ...SOUND,
    costs: { ...SOUND.costs, exchange: [{ currency: "USD", rate: number("0.92") }] },
  };

  test.each<[string, readonly SpendLine[], readonly string[]]>([
    ["its own currency", [spent("100 EUR")], []],
    ["a small part", [spent("100 EUR"), spent("10 USD")], []],
    ["less than half", [spent("100 EUR"), spent("100 USD")], []],
    ["half and more", [spent("100 EUR"), spent("140 USD")], ["140.00 USD at 0.92 to 0.92"]],
    [
      "several rates",
      [spent("100 EUR"), spent("140 USD"), spent("10 USD", "tokens", "0.9")],
      ["150.00 USD at 0.9 to 0.92"],
    ],
    [
      "a part that is small because its rate cannot be right",
      [spent("100 EUR"), spent("50000 USD", "tokens", "0.0001")],
      ["50000.00 USD at 0.0001 to 0.0001"],
    ],
    ["a currency without a rate", [spent("100 EUR"), spent("400 GBP")], []],
  ])("%s", (_, spend, expected) => {
    const { spend: told, definitions } = standing(
      { definitions: rates, log: [start(rates), entry("2026-11-24", { spend })] },
      "2026-11-25",
    );
    const found = convertedSpend(told, definitions.costs);
    expect(
      found.map(
        ({ amount, lowest, highest }) =>
          `${moneyText(amount)} at ${shortDecimalText(lowest)} to ${shortDecimalText(highest)}`,
      ),
    ).toEqual(expected);
  });
});
