import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  compareMoney,
  convertMoney,
  moneyShare,
  moneyText,
  multiplyMoney,
  parseMoney,
  sumMoney,
  zeroMoney,
  type Money,
} from "../../../src/domain/scalars/money.ts";
import { parseDecimal } from "../../../src/domain/scalars/decimal.ts";
import { read, refused } from "./outcome.ts";

const money = (text: string): Money => read(parseMoney(text));
const rate = (text: string) => read(parseDecimal(text));

describe("parseMoney", () => {
  it.each([
    ["12.40 EUR", { minor: 1240n, currency: "EUR" }],
    ["12 EUR", { minor: 1200n, currency: "EUR" }],
    ["-0.05 USD", { minor: -5n, currency: "USD" }],
    ["1200 JPY", { minor: 1200n, currency: "JPY" }],
    ["1.234 KWD", { minor: 1234n, currency: "KWD" }],
    ["0 CHF", { minor: 0n, currency: "CHF" }],
    ["12.40   EUR", { minor: 1240n, currency: "EUR" }],
  ])("reads %s", (text, value) => {
    expect(money(text)).toEqual(value);
  });

  it.each([
    ["12.405 EUR", "invalid-amount"],
    ["12.5 JPY", "invalid-amount"],
    ["12.40", "invalid-amount"],
    ["12.40 EUX", "unknown-currency"],
    ["Infinity EUR", "invalid-amount"],
    ["", "invalid-amount"],
  ])("refuses %j", (text, code) => {
    expect(refused(parseMoney(text)).code).toBe(code);
  });
});

describe("a bare number", () => {
  const digits = fc.stringMatching(/^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,4})?$/);
  const currencies = fc.constantFrom("EUR", "JPY", "KWD", "XXX");

  it("is in the currency that was asked for, as what people write in other ways is", () => {
    fc.assert(
      fc.property(digits, currencies, (number, currency) => {
        // Behind a space a number is read as one that a person wrote.
        expect(parseMoney(number, currency)).toEqual(parseMoney(`${number} `, currency));
      }),
    );
  });
});

describe("arithmetic", () => {
  it("adds and compares amounts of one currency, and no others", () => {
    expect(moneyText(addMoney(money("0.10 EUR"), money("0.20 EUR")))).toBe("0.30 EUR");
    expect(compareMoney(money("0.10 EUR"), money("0.20 EUR"))).toBeLessThan(0);
    expect(() => addMoney(money("1 EUR"), money("1 USD"))).toThrow("cannot mix EUR and USD");
    expect(() => sumMoney([money("1 USD")], "EUR")).toThrow("cannot add USD to EUR");
  });

  it("sums nothing to zero", () => {
    expect(sumMoney([], "JPY")).toEqual(zeroMoney("JPY"));
  });

  it.each([
    ["1.00 EUR", "0.005", "0.00 EUR"],
    ["1.00 EUR", "0.015", "0.02 EUR"],
    ["-1.00 EUR", "0.015", "-0.02 EUR"],
    ["95 EUR", "2.5", "237.50 EUR"],
  ])("multiplies %s by %s to %s, halves to even", (amount, factor, product) => {
    expect(moneyText(multiplyMoney(money(amount), rate(factor)))).toBe(product);
  });

  it.each([
    ["100 USD", "0.92", "EUR", "92.00 EUR"],
    ["1 KWD", "3.05", "EUR", "3.05 EUR"],
    ["1000 JPY", "0.0061", "EUR", "6.10 EUR"],
    ["1 EUR", "163.5", "JPY", "164 JPY"],
  ])("converts %s at %s to %s: %s", (amount, factor, to, converted) => {
    expect(moneyText(convertMoney(money(amount), rate(factor), to))).toBe(converted);
  });

  it("has no share of nothing", () => {
    expect(moneyShare(money("1 EUR"), money("4 EUR"))).toBe(0.25);
    expect(moneyShare(money("0 EUR"), money("0 EUR"))).toBeNaN();
  });
});
