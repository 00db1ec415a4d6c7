import type { ModelPrice } from "./costs.ts";
import {
  addDecimals,
  compareDecimals,
  decimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  shortDecimalText,
  type Decimal,
} from "../scalars/decimal.ts";
import { moneyDecimal, roundedMoney, type Money } from "../scalars/money.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import type { UnitPrice } from "../scalars/unit-price.ts";

/** Tokens that went into a model and came out of it. */
export interface TokenUse {
  readonly model: string;
  /** All of the input, cached or not. */
  readonly input: number;
  /** The part of the input that came from the cache: paid at the cached price, and not at the full one as well. */
  readonly cached: number;
  readonly output: number;
}

/** More than this is not a proof of concept, and still far from what a double holds exactly. */
export const MOST_TOKENS = 1_000_000_000_000;

const EXPECTED = "a number of tokens such as 1.2M, 310k or 48211";
const ZEROS: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, g: 9 };

/** Reads `1.2M`, `310k`, `48211`: whole tokens, exactly. */
export function parseTokenCount(text: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?) ?([kKmMgG]?)$/.exec(text);
  const number = match && parseDecimal(match[1]!);
  if (match === null || number?.ok !== true) return problem("invalid-number", EXPECTED, tokenHint(text));
  const zeros = ZEROS[match[2]!.toLowerCase()]!;
  if (number.value.scale > zeros) {
    return problem("invalid-number", EXPECTED, {
      found: zeros === 0 ? "decimals need a suffix: k, M or G" : "that is not a whole number of tokens",
    });
  }
  const count = number.value.digits * 10n ** BigInt(zeros - number.value.scale);
  return count > BigInt(MOST_TOKENS)
    ? problem("invalid-value", `at most ${tokenCountText(MOST_TOKENS)} tokens`)
    : ok(Number(count));
}

function tokenHint(text: string): { readonly hint?: string } {
  if (/^\d+(\.\d+)? ?[bB]$/.test(text)) return { hint: `write ${text.slice(0, -1).trim()}G` };
  return /^\d{1,3}(,\d{3})+$/.test(text) ? { hint: `write ${text.replaceAll(",", "")}` } : {};
}

/** The shortest exact way to write it: `1.2M`, `310k`, `48211`. `parseTokenCount` reads it back. */
export function tokenCountText(count: number): string {
  const plain = String(count);
  const suffix = plain.length > 9 ? "G" : plain.length > 6 ? "M" : plain.length > 3 ? "k" : "";
  const short = shortDecimalText({ digits: BigInt(count), scale: ZEROS[suffix.toLowerCase()]! }) + suffix;
  return short.length < plain.length ? short : plain;
}

/** Reads `1.2M/310k` or `1.2M/310k cached 800k`: input, output, and how much of the input came from the cache. */
export function parseTokenUse(model: string, text: string): Parsed<TokenUse> {
  const expected = "input and output tokens such as 1.2M/310k, or 1.2M/310k cached 800k";
  const match = /^([^/\s]+) ?\/ ?([^/\s]+)(?: +cached +([^/\s]+))?$/.exec(text);
  if (match === null) return problem("invalid-number", expected);
  const [input, output, cached] = [match[1]!, match[2]!, match[3] ?? "0"].map((part) => ({
    part,
    count: parseTokenCount(part),
  }));
  for (const { part, count } of [input!, output!, cached!]) {
    if (!count.ok)
      return problem(count.problem.code, count.problem.expected, {
        found: count.problem.found ?? part,
        ...(count.problem.hint === undefined ? {} : { hint: count.problem.hint }),
      });
  }
  const use = { model, input: taken(input!.count), cached: taken(cached!.count), output: taken(output!.count) };
  const fault = tokenProblem(use);
  return fault === undefined ? ok(use) : problem("invalid-value", fault);
}

function taken(count: Parsed<number>): number {
  return count.ok ? count.value : 0;
}

/** What is expected of counts that are each right and together wrong; undefined where nothing is wrong. */
export function tokenProblem({ input, cached, output }: TokenUse): string | undefined {
  if (cached > input) return `at most the ${tokenCountText(input)} of the input to come from the cache`;
  return input + output === 0 ? "at least one token" : undefined;
}

/** As it is typed: `1.2M/310k cached 800k`. `parseTokenUse` reads it back. */
export function tokenUseText({ input, cached, output }: TokenUse): string {
  return `${tokenCountText(input)}/${tokenCountText(output)}${cached === 0 ? "" : ` cached ${tokenCountText(cached)}`}`;
}

/** The prices of a model, by their keys in costs.yaml. */
export const PRICE_KEYS = ["input", "cached_input", "output"] as const;
export type PriceKey = (typeof PRICE_KEYS)[number];

export function priceOf(price: ModelPrice, key: PriceKey): UnitPrice | undefined {
  return key === "input" ? price.input : key === "output" ? price.output : price.cachedInput;
}

/** The currencies of a price list's line, in the order of its keys: more than one cannot be added up. */
export function priceCurrencies(price: ModelPrice): readonly string[] {
  return [...new Set(PRICE_KEYS.flatMap((key) => priceOf(price, key)?.currency ?? []))];
}

function counts({ input, cached, output }: TokenUse): Readonly<Record<PriceKey, number>> {
  return { input: input - cached, cached_input: cached, output };
}

/** Prices that these tokens need and the list does not state. */
export function missingPrices(price: ModelPrice, use: TokenUse): readonly PriceKey[] {
  return PRICE_KEYS.filter((key) => counts(use)[key] > 0 && priceOf(price, key) === undefined);
}

/** What tokens cost: to the minor unit, and exactly where that has more digits. */
export interface TokenCost {
  readonly amount: Money;
  readonly exact?: Decimal;
}

/** More digits than this are behind no price, and no decimal holds them. */
const MOST_DECIMALS = 15;

/**
 * What tokens cost by a price list: added up exactly, and rounded once, half to even, to the minor unit of the price's
 * currency. Undefined where a price is missing or the prices are in several currencies.
 */
export function tokenCost(price: ModelPrice, use: TokenUse): TokenCost | undefined {
  const [currency, ...others] = priceCurrencies(price);
  if (currency === undefined || others.length > 0 || missingPrices(price, use).length > 0) return undefined;
  let total: Decimal = decimal(0);
  for (const key of PRICE_KEYS) {
    const each = priceOf(price, key);
    if (each !== undefined) total = addDecimals(total, multiplyDecimals(each.amount, decimal(counts(use)[key])));
  }
  const all = trimmed({ digits: total.digits, scale: total.scale + PER_MILLION });
  const amount = roundedMoney(all, currency);
  const exact = all.scale > MOST_DECIMALS ? trimmed(roundDecimal(all, MOST_DECIMALS)) : all;
  return compareDecimals(exact, moneyDecimal(amount)) === 0 ? { amount } : { amount, exact };
}

/** Without the zeros at its end. */
function trimmed({ digits, scale }: Decimal): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return { digits, scale };
}

/** Prices are those of a million tokens: six more digits after the point. */
const PER_MILLION = 6;
