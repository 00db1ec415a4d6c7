import { describe, expect, it } from "vitest";
import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalNumber,
  decimalOf,
  decimalText,
  divideDecimals,
  divideHalfEven,
  parseDecimal,
  roundDecimal,
  shortDecimalText,
} from "../../../src/domain/scalars/decimal.ts";
import { read, refused } from "./outcome.ts";

const number = (text: string) => read(parseDecimal(text));

describe("parseDecimal", () => {
  it.each(["0", "-0", "12.40", "-3", "0.000001", "123456789012345", "0.123456789012345"])(
    "keeps every digit of %s",
    (text) => {
      expect(decimalText(number(text))).toBe(text === "-0" ? "0" : text);
    },
  );

  it.each([
    "",
    "1e3",
    "0x10",
    "08",
    "+1",
    ".5",
    "5.",
    "1_000",
    "1 000",
    "١٢",
    "NaN",
    "Infinity",
    "-",
    "--1",
    "1.2.3",
    "1234567890123456",
    "0.1234567890123456",
    "1\n",
  ])("refuses %j", (text) => {
    expect(refused(parseDecimal(text)).code).toBe("invalid-number");
  });

  it("knows a decimal comma", () => {
    expect(refused(parseDecimal("12,40")).hint).toBe("write 12.40, with a point");
  });
});

describe("decimalOf", () => {
  it.each([
    [2.5, "2.5"],
    [0.1, "0.1"],
    [1e-7, "0.0000001"],
    [-0.00000025, "-0.00000025"],
    [0, "0"],
  ])("reads %d exactly", (value, text) => {
    expect(decimalText(read(decimalOf(value)))).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-30, 1.23456789012e-7])("refuses %d", (value) => {
    expect(refused(decimalOf(value)).code).toBe("invalid-number");
  });
});

describe("arithmetic", () => {
  it("adds what floats do not", () => {
    expect(shortDecimalText(addDecimals(number("0.1"), number("0.2")))).toBe("0.3");
  });

  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
  ])("divides %d by %d to %d, halves to even", (a, b, quotient) => {
    expect(divideHalfEven(a, b)).toBe(quotient);
  });

  it("rounds and compares over different scales", () => {
    expect(decimalText(roundDecimal(number("2.345"), 2))).toBe("2.34");
    expect(decimalText(roundDecimal(number("2"), 2))).toBe("2.00");
    expect(decimalText(divideDecimals(number("1"), number("3"), 4))).toBe("0.3333");
    expect(compareDecimals(number("2.50"), number("2.5"))).toBe(0);
    expect(compareDecimals(decimal(2), number("2.5"))).toBeLessThan(0);
    expect(decimalNumber(number("-0.25"))).toBe(-0.25);
  });
});
