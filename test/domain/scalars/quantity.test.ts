import { describe, expect, it } from "vitest";
import {
  compareQuantities,
  parseQuantity,
  quantityIn,
  quantityNumber,
  quantityText,
} from "../../../src/domain/scalars/quantity.ts";
import { read, refused } from "./outcome.ts";

const quantity = (text: string) => read(parseQuantity(text));

describe("parseQuantity", () => {
  it.each([
    ["12%", "12%"],
    ["12 %", "12%"],
    ["5 pp", "5pp"],
    ["1.80 s", "1.8 s"],
    ["1.8s", "1.8 s"],
    ["0.04 EUR", "0.04 EUR"],
    ["3.5", "3.5"],
    ["-2 EUR/task", "-2 EUR/task"],
    [" 250 ms ", "250 ms"],
  ])("reads %j as %s", (text, canonical) => {
    expect(quantityText(quantity(text))).toBe(canonical);
  });

  it.each([
    ["", "invalid-quantity"],
    ["%", "invalid-quantity"],
    ["about 3", "invalid-quantity"],
    ["12 % of all", "invalid-quantity"],
  ])("refuses %j", (text, code) => {
    expect(refused(parseQuantity(text)).code).toBe(code);
  });
});

describe("units", () => {
  it("converts times and nothing else", () => {
    expect(quantityText(quantityIn(quantity("1.5 s"), "ms")!)).toBe("1500 ms");
    expect(quantityText(quantityIn(quantity("90 min"), "h")!)).toBe("1.5 h");
    expect(quantityIn(quantity("1 EUR"), "USD")).toBeUndefined();
    expect(quantityIn(quantity("3 constructor"), "ms")).toBeUndefined();
    expect(quantityIn(quantity("1"), "s")).toBeUndefined();
  });

  it("compares over units of time", () => {
    expect(compareQuantities(quantity("1200 ms"), quantity("1.2 s"))).toBe(0);
    expect(compareQuantities(quantity("2 s"), quantity("1 min"))).toBeLessThan(0);
    expect(compareQuantities(quantity("2 s"), quantity("1 EUR"))).toBeUndefined();
  });

  it("is a fraction for statistics where it is a percentage", () => {
    expect(quantityNumber(quantity("12%"))).toBe(0.12);
    expect(quantityNumber(quantity("5pp"))).toBe(0.05);
    expect(quantityNumber(quantity("12"))).toBe(12);
  });
});
