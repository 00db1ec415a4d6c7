// Money is counted in minor units and never converted on the way, so that totals are exact. The packages for money
// bring their own currencies, roundings and formats, and each command would load them.

import { currencyExponent } from "./currency.ts";
import { decimalText, divideHalfEven, tenTo, type Decimal } from "./decimal.ts";
import { ok, type Parsed } from "./parsed.ts";
import { parseWrittenAmount } from "./written-amount.ts";

/** An exact amount in the minor unit of its currency: 12.40 EUR is 1240n. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * Reads `12.40 EUR`, and what people write for it that has one reading: `€12`, `12,40 EUR`, `1.200,50 €`, `12k eur`.
 *
 * @param currency of amounts that name none, where there is one; it also settles signs that currencies share
 */
export function parseMoney(text: string, currency?: string): Parsed<Money> {
  const written = parseWrittenAmount(text, { expected: "an amount such as 12.40 EUR", most: MINOR_DIGITS, currency });
  if (!written.ok) return written;
  const { number, currency: code, exponent } = written.value;
  return ok({ minor: number.digits * tenTo(exponent - number.scale), currency: code }, written.read);
}

const MINOR_DIGITS = (exponent: number) => exponent;

function exponentOf(currency: string): number {
  const exponent = currencyExponent(currency);
  if (exponent === undefined) throw new RangeError(`not an ISO 4217 code: ${currency}`);
  return exponent;
}

export function moneyDecimal(money: Money): Decimal {
  return { digits: money.minor, scale: exponentOf(money.currency) };
}

/** The canonical text, as it is written in files: `1240.00 EUR`. `parseMoney` reads it back to the same money. */
export function moneyText(money: Money): string {
  return `${decimalText(moneyDecimal(money))} ${money.currency}`;
}

/** An amount with all its digits: what was calculated, where that is known, else the money itself. */
export function exactAmount({ amount, exact }: { readonly amount: Money; readonly exact?: Decimal }): Decimal {
  return exact ?? moneyDecimal(amount);
}

export function zeroMoney(currency: string): Money {
  return { minor: 0n, currency };
}

/** The sum of amounts of one currency. Mixing currencies is a fault of the caller: convert first. */
export function addMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtractMoney(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let minor = 0n;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new RangeError(`cannot add ${amount.currency} to ${currency}`);
    minor += amount.minor;
  }
  return { minor, currency };
}

export function compareMoney(a: Money, b: Money): number {
  assertSameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** `money × factor`, rounded half to even to the minor unit. */
export function multiplyMoney(money: Money, factor: Decimal): Money {
  return {
    minor: divideHalfEven(money.minor * factor.digits, tenTo(factor.scale)),
    currency: money.currency,
  };
}

/** `amount` of whole units of a currency as money, rounded half to even to its minor unit. */
export function roundedMoney(amount: Decimal, currency: string): Money {
  const exponent = exponentOf(currency);
  const minor =
    amount.scale <= exponent
      ? amount.digits * tenTo(exponent - amount.scale)
      : divideHalfEven(amount.digits, tenTo(amount.scale - exponent));
  return { minor, currency };
}

/** `money` in another currency at `rate` units of `to` for one unit of its own, rounded half to even. */
export function convertMoney(money: Money, rate: Decimal, to: string): Money {
  const from = moneyDecimal(money);
  const numerator = from.digits * rate.digits * tenTo(exponentOf(to));
  return { minor: divideHalfEven(numerator, tenTo(from.scale + rate.scale)), currency: to };
}

/** `part / whole` as a float, for bars and percentages; NaN where the whole is zero. */
export function moneyShare(part: Money, whole: Money): number {
  assertSameCurrency(part, whole);
  return Number(part.minor) / Number(whole.minor);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`cannot mix ${a.currency} and ${b.currency}`);
}
