import { describe, expect, it, test } from "vitest";
import { parseTokenPrice, parseUnitPrice, unitPriceText } from "../../../src/domain/scalars/unit-price.ts";
import { read, refused } from "./outcome.ts";

test.each(["2.00 USD", "0.075 USD", "0.000000000000001 EUR", "0 EUR", "150 JPY", "0.5 JPY", "2.5 CLF"])(
  "reads %s, and writes it as it was",
  (text) => {
    expect(unitPriceText(read(parseUnitPrice(text)))).toBe(text);
  },
);

test.each([
  ["2.00", "invalid-amount", "add the currency: 2.00 EUR"],
  ["-1 USD", "invalid-value", undefined],
  ["0.0000000000000001 USD", "invalid-amount", undefined],
  ["free", "invalid-amount", undefined],
])("refuses %s", (text, code, hint) => {
  expect(refused(parseUnitPrice(text))).toMatchObject({ code, ...(hint === undefined ? {} : { hint }) });
});

describe("issue 10, item 25: a price per million tokens", () => {
  it.each([
    ["0.40 USD"],
    ["0.075 USD"],
    ["0.001 USD"],
    ["0 EUR"],
    ["0.00 USD"],
    ["10000 USD"],
    ["15000 JPY"],
    ["150000 INR"],
  ])("may be %s", (text) => {
    expect(parseTokenPrice(text).ok).toBe(true);
  });

  it.each([
    ["0.0000004 USD", "write 0.40 USD if 0.0000004 USD is the price of one token"],
    ["0.0000016 EUR", "write 1.60 EUR if 0.0000016 EUR is the price of one token"],
    ["0.00000000125 USD", "write 0.00125 USD if 0.00000000125 USD is the price of one token"],
    ["0.00006 JPY", "write 60 JPY if 0.00006 JPY is the price of one token"],
    ["0.00099 USD", "write 990.00 USD if 0.00099 USD is the price of one token"],
    ["400000 USD", "write 0.40 USD if 400000 USD is the price of a million million tokens"],
    ["10000.01 EUR", "write 0.01000001 EUR if 10000.01 EUR is the price of a million million tokens"],
  ])("is not %s", (text, hint) => {
    expect(refused(parseTokenPrice(text))).toMatchObject({ code: "price-implausible", hint });
  });
});
