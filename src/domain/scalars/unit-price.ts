import { decimalText, type Decimal } from "./decimal.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { parseWrittenAmount } from "./written-amount.ts";

/**
 * What a million tokens cost: exact, and with as many digits as the price list has, which may be more than the currency
 * does.
 */
export interface UnitPrice {
  readonly amount: Decimal;
  readonly currency: string;
}

/** As many as a decimal may have. */
const MOST_DIGITS = 15;

/** Reads `0.075 USD`: zero or more, with any number of digits after the point that a decimal may have. */
export function parseUnitPrice(text: string): Parsed<UnitPrice> {
  const expected = "a price such as 0.075 USD";
  const written = parseWrittenAmount(text, expected, () => MOST_DIGITS);
  if (!written.ok) return written;
  const { number: amount, currency } = written.value;
  return amount.digits < 0n ? problem("invalid-value", "a price of zero or more") : ok({ amount, currency });
}

/** As it is written in costs.yaml; `parseUnitPrice` reads it back to the same price. */
export function unitPriceText({ amount, currency }: UnitPrice): string {
  return `${decimalText(amount)} ${currency}`;
}
