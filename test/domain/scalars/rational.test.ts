import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDecimals, decimalText, parseDecimal } from "../../../src/domain/scalars/decimal.ts";
import {
  addRationals,
  comparableDecimal,
  compareRationals,
  divideRationals,
  multiplyRationals,
  productOf,
  rational,
  rationalNumber,
  rationalOf,
  roundRational,
  subtractRationals,
  sumOf,
  ZERO,
  type Rational,
} from "../../../src/domain/scalars/rational.ts";
import { must, number } from "../../support/records.ts";

const bigint = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const fraction = fc
  .tuple(
    bigint,
    bigint.filter((n) => n !== 0n),
  )
  .map(([a, b]) => rational(a, b));

describe("fractions", () => {
  test.each<[bigint, bigint, Rational]>([
    [6n, 4n, { numerator: 3n, denominator: 2n }],
    [6n, -4n, { numerator: -3n, denominator: 2n }],
    [0n, -7n, { numerator: 0n, denominator: 1n }],
  ])("%s over %s in lowest terms", (numerator, denominator, expected) => {
    expect(rational(numerator, denominator)).toEqual(expected);
  });

  test("nothing is over zero", () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => divideRationals(rational(1n), ZERO)).toThrow(RangeError);
  });

  test.each<[string, string, string, string]>([
    ["2/3", "0.66", "0.67", "0.67"],
    ["-2/3", "-0.67", "-0.66", "-0.67"],
    ["1/8", "0.12", "0.13", "0.12"],
    ["3/8", "0.37", "0.38", "0.38"],
    ["5/1", "5.00", "5.00", "5.00"],
  ])("%s down, up, and half to even", (text, down, up, even) => {
    const [a, b] = text.split("/").map(BigInt);
    const value = rational(a!, b!);
    expect(
      [roundRational(value, 2, "down"), roundRational(value, 2, "up"), roundRational(value, 2)].map(decimalText),
    ).toEqual([down, up, even]);
  });

  test("sums and products take no notice of order, and undo each other", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(sumOf([a, b, c])).toEqual(addRationals(addRationals(c, a), b));
        expect(productOf([c, b, a])).toEqual(multiplyRationals(multiplyRationals(a, b), c));
        expect(subtractRationals(addRationals(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(multiplyRationals(divideRationals(a, b), b)).toEqual(a);
      }),
    );
  });

  test("a decimal that stands for a fraction compares with every decimal as the fraction does", () => {
    const decimals = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.stringMatching(/^\d{1,15}$/))
      .map(([whole, rest]) => must(parseDecimal(`${whole}.${rest}`)));
    fc.assert(
      fc.property(
        fc.bigInt({ min: -99999n, max: 99999n }),
        fc.bigInt({ min: 1n, max: 9999n }),
        decimals,
        (a, b, decimal) => {
          const value = rational(a, b);
          expect(Math.sign(compareDecimals(comparableDecimal(value), decimal))).toBe(
            compareRationals(value, rationalOf(decimal)),
          );
        },
      ),
    );
  });

  test("the nearest double, be the two ever so long", () => {
    expect(rationalNumber(rational(1n, 3n))).toBe(1 / 3);
    expect(rationalNumber(rational(-(10n ** 60n) - 1n, 3n * 10n ** 60n))).toBeCloseTo(-1 / 3, 15);
    expect(rationalNumber(rationalOf(number("0.000000000000001")))).toBe(1e-15);
    expect(rationalNumber(ZERO)).toBe(0);
  });
});
