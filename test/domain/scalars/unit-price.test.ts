import { expect, test } from "vitest";
import { parseUnitPrice, unitPriceText } from "../../../src/domain/scalars/unit-price.ts";
import { read, refused } from "./outcome.ts";

test.each(["2.00 USD", "0.075 USD", "0.000000000000001 EUR", "0 EUR", "150 JPY", "0.5 JPY", "2.5 CLF"])(
  "reads %s, and writes it as it was",
  (text) => {
    expect(unitPriceText(read(parseUnitPrice(text)))).toBe(text);
  },
);

test.each([
  ["2.00", "invalid-amount", "add the currency: 2.00 EUR"],
  ["2,00 USD", "invalid-amount", "write 2.00 USD"],
  ["2.00 USX", "unknown-currency", "did you mean USD?"],
  ["-1 USD", "invalid-value", undefined],
  ["1e-3 USD", "invalid-amount", undefined],
  ["0.0000000000000001 USD", "invalid-amount", undefined],
  ["USD 2.00", "invalid-amount", "write 2.00 USD"],
  ["free", "invalid-amount", undefined],
])("refuses %s", (text, code, hint) => {
  expect(refused(parseUnitPrice(text))).toMatchObject({ code, ...(hint === undefined ? {} : { hint }) });
});
