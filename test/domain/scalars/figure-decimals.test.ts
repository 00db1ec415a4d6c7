import { expect, test } from "vitest";
import { decimalsFor, figureTexts, type FigureScale } from "../../../src/domain/scalars/figure.ts";

const EUR: FigureScale = { kind: "unit", unit: "EUR" };

/** Alone and together with its range, a figure is written alike. */
test.each<[string, readonly [number, number, number], readonly string[]]>([
  ["cents of an answer", [0.046, 0.038, 0.0541], ["0.046 EUR", "0.038 EUR", "0.054 EUR"]],
  ["a narrow range", [0.0429917, 0.0416, 0.0444], ["0.0430 EUR", "0.0416 EUR", "0.0444 EUR"]],
  ["a range of half a cent", [0.045, 0.0427, 0.0473], ["0.045 EUR", "0.043 EUR", "0.047 EUR"]],
  ["seconds", [1.84, 1.6, 2.1], ["1.84 EUR", "1.60 EUR", "2.10 EUR"]],
  ["hundreds", [412.3, 380.25, 444.5], ["412.30 EUR", "380.25 EUR", "444.50 EUR"]],
])("%s", (_, [estimate, low, high], written) => {
  const decimals = decimalsFor(EUR, 300, high - low);
  expect(figureTexts([estimate, low, high], undefined, EUR, decimals)).toEqual(written);
  expect(figureTexts([low, high], undefined, EUR, decimals)).toEqual(written.slice(1));
  expect(figureTexts([estimate], undefined, EUR, decimals)).toEqual(written.slice(0, 1));
});
