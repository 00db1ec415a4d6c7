import type { Decimal } from "./decimal.ts";
import { divideHalfEven } from "./decimal.ts";

/** An exact fraction in lowest terms, its denominator above zero: what divisions leave exact where a decimal cannot. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** @throws RangeError where the denominator is zero */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError("a fraction cannot have the denominator 0");
  const divisor = greatestDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };

export function rationalOf({ digits, scale }: Decimal): Rational {
  return rational(digits, 10n ** BigInt(scale));
}

export function addRationals(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtractRationals(a: Rational, b: Rational): Rational {
  return addRationals(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiplyRationals(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The same as multiplying one by one, and brought into lowest terms only once, which is what takes the time. */
export function productOf(factors: readonly Rational[]): Rational {
  let [numerator, denominator] = [1n, 1n];
  for (const factor of factors) {
    numerator *= factor.numerator;
    denominator *= factor.denominator;
  }
  return rational(numerator, denominator);
}

export function sumOf(terms: readonly Rational[]): Rational {
  let [numerator, denominator] = [0n, 1n];
  for (const term of terms) {
    if (term.denominator === denominator) numerator += term.numerator;
    else {
      numerator = numerator * term.denominator + term.numerator * denominator;
      denominator *= term.denominator;
    }
  }
  return rational(numerator, denominator);
}

/** @throws RangeError where `b` is zero */
export function divideRationals(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  return signOf(subtractRationals(a, b));
}

export function signOf({ numerator }: Rational): number {
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

export type Rounding = "half-even" | "up" | "down";

/**
 * The decimal of `scale` digits after the point that is nearest, or the nearest at or above (`up`), or at or below
 * (`down`).
 */
export function roundRational(
  { numerator, denominator }: Rational,
  scale: number,
  rounding: Rounding = "half-even",
): Decimal {
  const scaled = numerator * 10n ** BigInt(scale);
  if (rounding === "half-even") return { digits: divideHalfEven(scaled, denominator), scale };
  const cut = scaled / denominator;
  const rest = scaled % denominator;
  const step = rest === 0n ? 0n : rounding === "up" ? (rest > 0n ? 1n : 0n) : rest < 0n ? -1n : 0n;
  return { digits: cut + step, scale };
}

/** More digits after the point than any decimal that is read has; see `parseDecimal`. */
const COMPARED = 15;

/**
 * A decimal that compares with every decimal that can be read as the fraction itself does: the same number where it has
 * an end, else one that lies between the same neighbours. For comparisons; it has too many digits to be shown.
 */
export function comparableDecimal(value: Rational): Decimal {
  const below = roundRational(value, COMPARED, "down");
  const exact = below.digits * value.denominator === value.numerator * 10n ** BigInt(COMPARED);
  return exact ? below : { digits: below.digits * 10n + 5n, scale: COMPARED + 1 };
}

/** For statistics and drawing only, where a float is what is wanted. */
export function rationalNumber({ numerator, denominator }: Rational): number {
  // Sixty-four bits more than a double holds, so that the quotient is right to its last bits whatever the sizes.
  const shift = BigInt(Math.max(0, bits(denominator) - bits(numerator) + 64));
  return Number((numerator << shift) / denominator) / 2 ** Number(shift);
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
