import type { Decimal } from "../domain/scalars/decimal.ts";

/** More digits than any bill has; an exponent beyond that is no amount. */
const MOST_DIGITS = 60;

/**
 * All digits of a number as programs write it, `0.003835980000000000000000000000` and `2.5e-06` among them; undefined
 * where it is none. Money is added as it was written, and rounded only where it is shown.
 */
export function readExactDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  if (digits === "" || digits.length > MOST_DIGITS) return undefined;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MOST_DIGITS) return undefined;
  const signed = BigInt(digits) * (sign === "-" ? -1n : 1n);
  return scale >= 0 ? shortened(signed, scale) : { digits: signed * 10n ** BigInt(-scale), scale: 0 };
}

/** As many digits as a double holds whatever the number is. */
const DOUBLE_DIGITS = 15;

/**
 * The same of an amount that a program added up in doubles: `0.00022500000000000002` is what that leaves of 0.000225.
 */
export function readDoubleDecimal(text: string): Decimal | undefined {
  const exact = readExactDecimal(text);
  if (exact === undefined) return undefined;
  const size = exact.digits < 0n ? -exact.digits : exact.digits;
  if (String(size).length <= DOUBLE_DIGITS) return exact;
  return readExactDecimal(Number(`${exact.digits}e-${exact.scale}`).toPrecision(DOUBLE_DIGITS));
}

/** Without trailing zeros, so that sums of many rows stay small. */
function shortened(digits: bigint, scale: number): Decimal {
  let [short, places] = [digits, scale];
  while (places > 0 && short % 10n === 0n) {
    short /= 10n;
    places--;
  }
  return { digits: short, scale: places };
}
