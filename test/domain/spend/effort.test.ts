import { expect, test } from "vitest";
import { effortStanding } from "../../../src/domain/spend/effort.ts";
import type { Costs } from "../../../src/domain/records/costs.ts";
import { decimalText, type Decimal } from "../../../src/domain/scalars/decimal.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { MARTA, SOUND, entry, hours, meeting, money, number } from "../../support/records.ts";

const text = (value: Decimal | undefined) => value && decimalText(value);
const rated = (...rates: [string, string][]): Costs => ({
  ...SOUND.costs,
  hourlyRates: new Map(rates.map(([name, rate]) => [name, money(rate)])),
});

const LOG = [
  entry("2026-11-23", { time: [hours("2.5"), meeting("0.5", 4)] }),
  entry("2026-11-24", { by: MARTA, time: [hours("1")] }),
  entry("2026-11-25", { note: "no time" }),
];

test("hours are hours of people: a meeting counts for each who sat in it", () => {
  const found = effortStanding(LOG, undefined, SOUND.costs, "EUR");
  expect([text(found.hours), text(found.meetingHours)]).toEqual(["5.5", "2.0"]);
  expect([...found.byPerson].map(([name, own]) => [name, text(own)])).toEqual([
    ["Ana Ruiz", "2.5"],
    ["Marta Weiss", "1"],
  ]);
  expect(found.entries).toEqual(["112312x", "112412x"]);
});

test.each([
  ["one rate for all", rated(["default", "85 EUR"]), "467.50 EUR"],
  [
    "a rate by name; meetings at that of everyone",
    rated(["default", "100 EUR"], ["Marta Weiss", "200 EUR"]),
    "650.00 EUR",
  ],
  ["a rate in a foreign currency", rated(["default", "100 USD"]), "506.00 EUR"],
  ["hours without a rate", rated(["Marta Weiss", "200 EUR"]), undefined],
  ["a rate without an exchange rate", rated(["default", "100 GBP"]), undefined],
])("the cost: %s", (_, costs, expected) => {
  const { cost } = effortStanding(LOG, undefined, costs, "EUR");
  expect(cost && moneyText(cost)).toBe(expected);
});

test("no hours cost nothing, with or without a rate", () => {
  expect(moneyText(effortStanding([], undefined, rated(), "EUR").cost!)).toBe("0.00 EUR");
});

test.each([
  ["exactly the cap", "5.5", undefined],
  ["over it by the second entry", "5.4", "112412x"],
  ["over it by the first", "4", "112312x"],
])("%s", (_, cap, brokenBy) => {
  expect(effortStanding(LOG, number(cap), SOUND.costs, "EUR").brokenBy?.id).toBe(brokenBy);
});
