import { currencyCodes, currencyExponent } from "./currency.ts";
import { parseDecimal, type Decimal } from "./decimal.ts";
import { nearest } from "./nearest.ts";
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

/** Reads a quantity, a space and an ISO 4217 code; how many digits are right is up to the caller. */
export function parseWrittenAmount(text: string, expected: string): Parsed<WrittenAmount> {
  const match = /^(\S+) +([A-Z]{3})$/.exec(text);
  if (!match) {
    const hint = rewritten(text);
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
    const { hint } = number.problem;
    return problem("invalid-amount", expected, {
      within: [0, quantity.length],
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return ok({ quantity, number: number.value, currency, exponent });
}

/** How an amount that was written otherwise is written. */
function rewritten(text: string): string | undefined {
  const swapped = /^([A-Z]{3}) ?(-?\d+(?:\.\d+)?)$/.exec(text);
  if (swapped !== null) return `write ${swapped[2]} ${swapped[1]}`;
  const joined = /^(-?\d+(?:\.\d+)?) *([A-Za-z]{3})$/.exec(text);
  if (joined !== null) return `write ${joined[1]} ${joined[2]!.toUpperCase()}`;
  return /^-?\d+(\.\d+)?$/.test(text) ? `add the currency: ${text} EUR` : undefined;
}
