import { currencyExponent } from "./currency.ts";
import { decimalText, divideHalfEven, roundDecimal, type Decimal } from "./decimal.ts";
import type { Money } from "./money.ts";
import { moneyLabel } from "./labels.ts";

/** Money for a number of things: 13.60 EUR for 300 tasks. It is kept as it is, because the quotient may never end. */
export interface MoneyRatio {
  readonly amount: Money;
  /** Above zero. */
  readonly per: bigint;
}

/** An amount with more digits than its currency has, for a number of things. */
export function exactRatio(amount: Decimal, count: number, currency: string): MoneyRatio {
  const exponent = currencyExponent(currency) ?? 2;
  let { digits, scale } = roundDecimal(amount, Math.max(amount.scale, exponent));
  while (scale > exponent && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return { amount: { minor: digits, currency }, per: BigInt(count) * 10n ** BigInt(scale - exponent) };
}

/** `0.00037 EUR`: an amount with as many digits as it takes to tell it from nothing. */
export function exactLabel(amount: Decimal, currency: string): string {
  return ratioLabel(exactRatio(amount, 1, currency));
}

/** What `factor` of them cost, rounded once, half to even, to the minor unit. */
export function ratioTimes({ amount, per }: MoneyRatio, factor: Decimal): Money {
  return {
    minor: divideHalfEven(amount.minor * factor.digits, per * 10n ** BigInt(factor.scale)),
    currency: amount.currency,
  };
}

/** Digits that people can use. A quotient that ends sooner is shown in full. */
const SIGNIFICANT = 100n;
const MOST_DECIMALS = 12;

/** `0.0453 EUR`: as many decimals as it takes to tell a task from a task, and never fewer than the currency has. */
export function ratioLabel({ amount, per }: MoneyRatio): string {
  const exponent = currencyExponent(amount.currency) ?? 2;
  let scale = exponent;
  let whole = amount.minor;
  while (scale < MOST_DECIMALS && whole % per !== 0n && size(whole) / per < SIGNIFICANT) {
    scale++;
    whole *= 10n;
  }
  const digits = divideHalfEven(whole, per);
  return scale === exponent
    ? moneyLabel({ ...amount, minor: digits })
    : `${decimalText({ digits, scale })} ${amount.currency}`;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
