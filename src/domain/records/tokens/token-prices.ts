import type { ModelPrice, TokenPrices } from "../costs.ts";
import {
  addDecimals,
  compareDecimals,
  decimal,
  multiplyDecimals,
  roundDecimal,
  type Decimal,
} from "../../scalars/decimal.ts";
import { moneyDecimal, roundedMoney, type Money } from "../../scalars/money.ts";
import type { UnitPrice } from "../../scalars/unit-price.ts";
import { tokenCountText, type TokenUse } from "./tokens.ts";

/** The prices of a model, by their keys in costs.yaml. */
export const PRICE_KEYS = ["input", "cached_input", "cache_write", "cache_write_1h", "output"] as const;
export type PriceKey = (typeof PRICE_KEYS)[number];

const FIELDS = {
  input: "input",
  cached_input: "cachedInput",
  cache_write: "cacheWrite",
  cache_write_1h: "cacheWrite1h",
  output: "output",
} as const satisfies { readonly [K in PriceKey]: keyof TokenPrices };

export function priceOf(prices: TokenPrices, key: PriceKey): UnitPrice | undefined {
  return prices[FIELDS[key]];
}

/** Where the prices of a tier or of batches stand within a model, and what they are. */
interface PriceGroup {
  /** `[]`, `["batch"]`, `["above", "200k"]`, `["above", "200k", "batch"]` */
  readonly path: readonly string[];
  readonly prices: TokenPrices;
}

/** All prices of a model, those of batches and of longer contexts among them. */
function priceGroups(price: ModelPrice): readonly PriceGroup[] {
  const batch = (path: readonly string[], prices: TokenPrices | undefined) =>
    prices === undefined ? [] : [{ path, prices }];
  return [
    { path: [], prices: price },
    ...batch(["batch"], price.batch),
    ...(price.above ?? []).flatMap((tier) => [
      { path: ["above", tokenCountText(tier.tokens)], prices: tier },
      ...batch(["above", tokenCountText(tier.tokens), "batch"], tier.batch),
    ]),
  ];
}

/** One price, and where it stands within its model: `["batch", "input"]`. */
export interface StatedPrice {
  readonly path: readonly string[];
  readonly price: UnitPrice;
}

/** All prices that are stated of a model, in the order of the file. */
export function statedPrices(price: ModelPrice): readonly StatedPrice[] {
  return priceGroups(price).flatMap(({ path, prices }) =>
    PRICE_KEYS.flatMap((key) => {
      const stated = priceOf(prices, key);
      return stated === undefined ? [] : [{ path: [...path, key], price: stated }];
    }),
  );
}

/** The currencies of a price list's line, in the order of its keys: more than one cannot be added up. */
export function priceCurrencies(price: ModelPrice): readonly string[] {
  return [...new Set(statedPrices(price).map(({ price: { currency } }) => currency))];
}

/**
 * The price of a kind of tokens for these requests. A tier of longer contexts states what is dearer there, and the rest
 * is as below it; what a batch costs is stated for it or is not known.
 */
function priceFor(price: ModelPrice, key: PriceKey, { above, batch }: TokenUse): UnitPrice | undefined {
  const tier = tierOf(price, above);
  if (above !== undefined && tier === undefined) return undefined;
  if (batch === true) return priceOf((tier === undefined ? price.batch : tier.batch) ?? {}, key);
  return (tier && priceOf(tier, key)) ?? priceOf(price, key);
}

/** The prices of requests above this many tokens; undefined if none are stated for that length. */
export function tierOf(
  price: ModelPrice,
  above: number | undefined,
): (TokenPrices & { batch?: TokenPrices }) | undefined {
  return above === undefined ? undefined : price.above?.find(({ tokens }) => tokens === above);
}

function counts({ input, cached, written = 0, writtenHour = 0, output }: TokenUse): Readonly<Record<PriceKey, number>> {
  return {
    input: input - cached - written - writtenHour,
    cached_input: cached,
    cache_write: written,
    cache_write_1h: writtenHour,
    output,
  };
}

/** Prices that these tokens need and the list does not state. */
export function missingPrices(price: ModelPrice, use: TokenUse): readonly PriceKey[] {
  return PRICE_KEYS.filter((key) => counts(use)[key] > 0 && priceFor(price, key, use) === undefined);
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
    const each = priceFor(price, key, use);
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
