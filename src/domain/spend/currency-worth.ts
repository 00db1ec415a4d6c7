import { decimalNumber, type Decimal } from "../scalars/decimal.ts";

/**
 * About what one unit of a currency is worth in EUR: magnitudes of 2024 and 2025, which are good for finding a rate
 * that is inverted, or off by a power of ten, and for nothing else. Currencies that lose half their value in a year are
 * left out, and so are those that few people pay for models in.
 */
const IN_EUR: Readonly<Record<string, number>> = {
  AED: 0.25,
  AUD: 0.6,
  BRL: 0.16,
  CAD: 0.64,
  CHF: 1.05,
  CLP: 0.001,
  CNY: 0.13,
  COP: 0.00022,
  CZK: 0.04,
  DKK: 0.134,
  EUR: 1,
  GBP: 1.17,
  HKD: 0.117,
  HUF: 0.0025,
  IDR: 0.000057,
  ILS: 0.25,
  INR: 0.0107,
  ISK: 0.0068,
  JPY: 0.0061,
  KRW: 0.00066,
  KWD: 2.98,
  MXN: 0.05,
  MYR: 0.2,
  NOK: 0.086,
  NZD: 0.54,
  PHP: 0.016,
  PLN: 0.235,
  QAR: 0.25,
  RON: 0.2,
  SAR: 0.24,
  SEK: 0.09,
  SGD: 0.68,
  THB: 0.026,
  TWD: 0.028,
  USD: 0.92,
  VND: 0.000036,
  ZAR: 0.05,
};

/** So many times more or less than its magnitude is no rate that anybody paid. */
const FACTOR = 5;

/**
 * About what one unit of `currency` is worth in `into`, where a rate lies farther from it than money can; undefined
 * where the rate may be right, and where one of the currencies is not in the table.
 */
export function otherWorth(currency: string, into: string, rate: Decimal): number | undefined {
  const [one, other] = [IN_EUR[currency], IN_EUR[into]];
  if (one === undefined || other === undefined || currency === into) return undefined;
  const about = one / other;
  const stated = decimalNumber(rate);
  return stated < about / FACTOR || stated > about * FACTOR ? about : undefined;
}
