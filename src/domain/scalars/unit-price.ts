import { currencyExponent } from "./currency.ts";
import { compareDecimals, decimal, decimalText, parseDecimal, shortDecimalText, type Decimal } from "./decimal.ts";
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
  const written = parseWrittenAmount(text, { expected, most: () => MOST_DIGITS });
  if (!written.ok) return written;
  const { number: amount, currency } = written.value;
  return amount.digits < 0n
    ? problem("invalid-value", "a price of zero or more")
    : ok({ amount, currency }, written.read);
}

/** A million tokens for less than a thousandth of a unit, or for more than ten thousand, are of another price list. */
const LEAST = parsePlain("0.001");
const MOST = decimal(10_000);

/** Currencies of about the worth of a dollar; a million tokens may well cost more than ten thousand yen. */
const MAIN: ReadonlySet<string> = new Set("AUD CAD CHF EUR GBP NZD SGD USD".split(" "));

/** Most price lists are per token or per million; the one is the other with its point moved. */
const PER_MILLION = 6;

/**
 * Reads a price per million tokens: nothing, or what such a price may be. A list per token, as LiteLLM keeps it, says
 * 0.0000004 where 0.40 is meant, and every run would cost nothing.
 */
export function parseTokenPrice(text: string): Parsed<UnitPrice> {
  const price = parseUnitPrice(text);
  if (!price.ok || price.value.amount.digits === 0n) return price;
  const { amount, currency } = price.value;
  if (compareDecimals(amount, LEAST) < 0) {
    const perMillion = shifted(amount, PER_MILLION);
    return problem(
      "price-implausible",
      `a price per million tokens, of at least ${shortDecimalText(LEAST)} ${currency}`,
      {
        hint: `write ${priceText({ amount: perMillion, currency })} if ${text} is the price of one token`,
      },
    );
  }
  if (!MAIN.has(currency) || compareDecimals(amount, MOST) <= 0) return price;
  return problem("price-implausible", `a price per million tokens, of at most ${shortDecimalText(MOST)} ${currency}`, {
    hint:
      `write ${priceText({ amount: shifted(amount, -PER_MILLION), currency })} if ${text} is the price ` +
      "of a million million tokens",
  });
}

function parsePlain(text: string): Decimal {
  const read = parseDecimal(text);
  if (!read.ok) throw new RangeError(`${text} is not a decimal`);
  return read.value;
}

function shifted({ digits, scale }: Decimal, places: number): Decimal {
  return places >= scale
    ? { digits: digits * 10n ** BigInt(places - scale), scale: 0 }
    : { digits, scale: scale - places };
}

/** With at least the digits of its currency: `0.40 USD`. */
export function priceText({ amount, currency }: UnitPrice): string {
  const short = shortDecimalText(amount);
  const [whole = "", fraction = ""] = short.split(".");
  const digits = currencyExponent(currency) ?? 2;
  const padded = digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
  return `${fraction.length >= digits ? short : padded} ${currency}`;
}

/** As it is written in costs.yaml; `parseUnitPrice` reads it back to the same price. */
export function unitPriceText({ amount, currency }: UnitPrice): string {
  return `${decimalText(amount)} ${currency}`;
}
