// Decimals are a bigint and a scale, without a library: the tool needs six operations and exact results, and a general
// library costs every start more than all of them.

import { numberReadings, readingsHint, soleReading } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/**
 * An exact decimal number: `digits / 10^scale`. Money, rates and business inputs are decimals, never floats.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** More digits than this is a slip of the keyboard, and a way to make arithmetic slow. */
const MOST_DIGITS = 15;

/**
 * Reads what people write for a number, where it has one reading: `1'200`, `12,5`, `1.200,50`, `1.2k`. What has two, as
 * `1,200`, is refused with both.
 */
export function parseNumber(text: string): Parsed<Decimal> {
  const sole = DECIMAL.test(text) ? undefined : soleReading(numberReadings(text), text);
  if (sole === undefined) return parseDecimal(text);
  const number = parseDecimal(sole);
  return number.ok ? ok(number.value, sole) : number;
}

/** Reads `-12.40`. Exponents, hexadecimals, thousands separators, signs in front, infinities are refused. */
export function parseDecimal(text: string): Parsed<Decimal> {
  const expected = "a plain decimal number such as 12.40";
  if (!DECIMAL.test(text)) {
    const readings = numberReadings(text);
    const hint = readingsHint(readings, text);
    const point = hint !== undefined && hint === `write ${text.replace(",", ".")}` ? ", with a point" : "";
    return problem("invalid-number", expected, hint === undefined ? {} : { hint: hint + point, readings });
  }
  const [whole = "", fraction = ""] = text.split(".");
  if (whole.replace("-", "").length > MOST_DIGITS || fraction.length > MOST_DIGITS) {
    return problem("invalid-number", `at most ${MOST_DIGITS} digits on each side of the point`);
  }
  return ok({ digits: BigInt(whole + fraction), scale: fraction.length });
}

export function decimal(whole: number | bigint): Decimal {
  return { digits: BigInt(whole), scale: 0 };
}

/** The decimal that a JavaScript number prints as; for numbers that YAML or a flag already read. */
export function decimalOf(number: number): Parsed<Decimal> {
  // Small numbers print with an exponent, which no decimal has; where the digits do not suffice it stays, and is
  // refused.
  const fixed = number !== 0 && Math.abs(number) < 1e-6 ? number.toFixed(MOST_DIGITS).replace(/0+$/, "") : "";
  return parseDecimal(Number(fixed) === number && fixed !== "" ? fixed : String(number));
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [digitsAt(a, scale), digitsAt(b, scale), scale];
}

/** Powers of ten that were asked for: to make one takes longer than to multiply by it. */
const POWERS: bigint[] = [];

/** Ten to the power of a whole number from 0 on. */
export function tenTo(power: number): bigint {
  return (POWERS[power] ??= 10n ** BigInt(power));
}

/** The digits at a larger scale. Most decimals that meet have the same scale. */
function digitsAt({ digits, scale }: Decimal, larger: number): bigint {
  return scale === larger ? digits : digits * tenTo(larger - scale);
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { digits: x + y, scale };
}

/**
 * A sum that grows by one decimal after another. Each step makes a number and no object, because a long log would need
 * a hundred thousand of them.
 */
export class DecimalSum {
  #digits = 0n;
  #scale = 0;

  add({ digits, scale }: Decimal): void {
    if (scale > this.#scale) {
      this.#digits *= tenTo(scale - this.#scale);
      this.#scale = scale;
    }
    this.#digits += scale === this.#scale ? digits : digits * tenTo(this.#scale - scale);
  }

  value(): Decimal {
    return { digits: this.#digits, scale: this.#scale };
  }

  isOver(limit: Decimal): boolean {
    return limit.scale === this.#scale ? this.#digits > limit.digits : compareDecimals(this.value(), limit) > 0;
  }
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { digits: -b.digits, scale: b.scale });
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The nearest integer to `numerator / denominator`, halves to the even neighbour (the banker's rule). */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  if (denominator === 1n) return numerator;
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** `a / b` rounded half to even at `scale` digits after the point. `b` must not be zero. */
export function divideDecimals(a: Decimal, b: Decimal, scale: number): Decimal {
  const [x, y] = aligned(a, b);
  return { digits: divideHalfEven(x * tenTo(scale), y), scale };
}

export function roundDecimal(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { digits: value.digits * tenTo(scale - value.scale), scale };
  return { digits: divideHalfEven(value.digits, tenTo(value.scale - scale)), scale };
}

/** All digits, trailing zeros kept: `12.40`. */
export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, "0");
  const point = digits.length - value.scale;
  const text = value.scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}

/** The shortest text of the same number: `12.4`, not `12.40`. What two equal decimals have in common. */
export function shortDecimalText(value: Decimal): string {
  const text = decimalText(value);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** For statistics and drawing only, where a float is what is wanted. */
export function decimalNumber(value: Decimal): number {
  return Number(decimalText(value));
}
