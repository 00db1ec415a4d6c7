import { currencyCodes, currencyExponent } from "./currency.ts";
import { parseDecimal, type Decimal } from "./decimal.ts";
import { nearest } from "./nearest.ts";
import { numberReadings, readingsHint } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/** `0.075 USD` taken apart: what amounts of money and prices per unit have in common. */
export interface WrittenAmount {
  /** As it was written, for messages. */
  readonly quantity: string;
  readonly number: Decimal;
  readonly currency: string;
  /** Digits after the point that the currency has. */
  readonly exponent: number;
}

/**
 * Reads a quantity, a space and an ISO 4217 code.
 *
 * @param most digits after the point that are right, by those of the currency; a hint suggests no more
 */
export function parseWrittenAmount(
  text: string,
  expected: string,
  most: (exponent: number) => number,
): Parsed<WrittenAmount> {
  const match = /^(\S+) +([A-Z]{3})$/.exec(text);
  if (!match) {
    const hint = rewritten(text, most);
    return problem("invalid-amount", expected, hint === undefined ? {} : { hint });
  }
  const [, quantity = "", currency = ""] = match;
  const exponent = currencyExponent(currency);
  if (exponent === undefined) {
    const close = nearest(currency, currencyCodes());
    return problem("unknown-currency", "an ISO 4217 currency code", {
      found: currency,
      within: [text.length - 3, text.length],
      ...(close === undefined ? {} : { hint: `did you mean ${close}?` }),
    });
  }
  const number = parseDecimal(quantity);
  if (!number.ok) {
    const hint = amountsHint(quantity, currency, most);
    return problem("invalid-amount", expected, {
      within: [0, quantity.length],
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return ok({ quantity, number: number.value, currency, exponent });
}

/** The amounts that a quantity in another form may mean, each with no more digits than are right. */
export function amountsHint(
  quantity: string,
  currency: string,
  most: (exponent: number) => number,
): string | undefined {
  const digits = most(currencyExponent(currency) ?? 2);
  const amounts = numberReadings(quantity)
    .filter((reading) => (reading.split(".")[1] ?? "").length <= digits)
    .map((reading) => `${reading} ${currency}`);
  return readingsHint(amounts, quantity);
}

const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };

/** How an amount that was written otherwise is written. */
function rewritten(text: string, most: (exponent: number) => number): string | undefined {
  const signed = text
    .trim()
    .replace(/[€$£]/, (sign) => ` ${SIGNS[sign]!} `)
    .trim();
  const first = /^([A-Za-z]{3}) *(-?\d.*)$/.exec(signed);
  const last = /^(-?\d.*?) *([A-Za-z]{3})$/.exec(signed);
  const [quantity, code] = first === null ? [last?.[1], last?.[2]] : [first[2], first[1]];
  if (quantity === undefined || code === undefined)
    return /^-?\d+(\.\d+)?$/.test(text) ? `add the currency: ${text} EUR` : undefined;
  const currency = code.toUpperCase();
  return parseDecimal(quantity).ok ? `write ${quantity} ${currency}` : amountsHint(quantity, currency, most);
}
