import { SPEND_CATEGORIES, type Costs, type PriceTier, type TokenPrices } from "../../domain/records/costs.ts";
import { parseTokenCount, tokenCountText } from "../../domain/records/tokens/tokens.ts";
import { currencyCodes, currencyExponent } from "../../domain/scalars/currency.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { ok, problem } from "../../domain/scalars/parsed.ts";
import type { UnitPrice } from "../../domain/scalars/unit-price.ts";
import { fields, list, mapOf, mapped, optional, required, type Field, type Fields, once } from "./field.ts";
import { choice, date, decimalWithin, parsedText, price, text, unitPrice } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const LONGEST_NAME = 200;

export const costsSchema = once((): Field<Costs> =>
  mapped(
    fields({
      ...costFields(),
      planned: optional(list(plannedCost()), "Planned", "Expected costs.", [{ category: "tokens", amount: "300 EUR" }]),
    }),
    ({ planned, ...written }): Costs => ({
      ...costsOf(written),
      planned: (planned ?? []).map((line) => withoutUndefined(line)),
    }),
  ),
);

/** Currency, rates and prices: what an organisation may say for all of its PoCs. */
export function costFields() {
  return {
    currency: optional(
      currency(),
      "Currency",
      "The currency of all figures: that of the spend cap unless stated.",
      "EUR",
    ),
    exchange: optional(mapOf(currency(), exchangeRate()), "Exchange rates", "Foreign currencies by their code.", {
      USD: { rate: 0.92, date: "2026-11-20", source: "ECB" },
    }),
    hourly_rates: optional(
      mapOf(name(), price()),
      "Hourly rates",
      "Price of an hour by role or name; `default` is for everyone else.",
      { default: "95 EUR" },
    ),
    models: optional(mapOf(name(), modelPrice()), "Models", "Prices of models per million tokens.", {
      "gpt-4.1": { input: "2.00 USD", output: "8.00 USD" },
    }),
  };
}

type WrittenCosts = Fields<ReturnType<typeof costFields>>;

export function costsOf(written: WrittenCosts): Costs {
  return withoutUndefined({
    currency: written.currency,
    exchange: [...(written.exchange ?? [])].map(([code, { rate, date: day, source }]) =>
      withoutUndefined({ currency: code, rate, date: day, source }),
    ),
    hourlyRates: written.hourly_rates ?? new Map(),
    models: [...(written.models ?? [])].map(([model, { batch, above, date: day, source, ...prices }]) =>
      withoutUndefined({
        model,
        ...tokenPrices(prices),
        batch: batch && tokenPrices(batch),
        above: above && tiers(above),
        date: day,
        source,
      }),
    ),
    planned: [],
  });
}

export function currency(): Field<string> {
  return parsedText({ type: "string", pattern: "^[A-Z]{3}$" }, "an ISO 4217 currency code", (written) => {
    if (currencyExponent(written) !== undefined) return ok(written);
    const close = nearest(written, currencyCodes());
    return problem(
      "unknown-currency",
      "an ISO 4217 currency code such as EUR",
      close === undefined ? {} : { hint: `did you mean ${close}?` },
    );
  });
}

function name(): Field<string> {
  return text("a name", LONGEST_NAME);
}

export function exchangeRate() {
  return fields({
    rate: required(
      decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
      "Rate",
      "How much one unit of this currency is worth in the currency of the PoC.",
      0.92,
    ),
    date: optional(date(), "Date", "The day the rate was taken.", "2026-11-20"),
    source: optional(text(), "Source", "Where it was taken from.", "ECB"),
  });
}

function priceFields() {
  return {
    input: optional(unitPrice(), "Input", "Price of a million input tokens.", "2.00 USD"),
    cached_input: optional(
      unitPrice(),
      "Cached input",
      "Price of a million input tokens read from the cache.",
      "0.50 USD",
    ),
    cache_write: optional(
      unitPrice(),
      "Cache write",
      "Price of a million input tokens written to the cache.",
      "3.75 USD",
    ),
    cache_write_1h: optional(
      unitPrice(),
      "Cache write, an hour",
      "Price of a million input tokens written to the cache for an hour.",
      "6.00 USD",
    ),
    output: optional(unitPrice(), "Output", "Price of a million output tokens.", "8.00 USD"),
  };
}

function batchPrices() {
  return optional(fields(priceFields()), "Batch", "Prices of batch requests.", {
    input: "1.00 USD",
    output: "4.00 USD",
  });
}

function modelPrice() {
  return fields({
    ...priceFields(),
    batch: batchPrices(),
    above: optional(
      mapOf(tokenCount(), fields({ ...priceFields(), batch: batchPrices() })),
      "Above",
      "Prices of requests with more tokens than the key. Prices that are left out are as for shorter requests.",
      { "200k": { input: "4.00 USD", output: "12.00 USD" } },
    ),
    date: optional(date(), "Date", "The day the prices were taken.", "2026-11-20"),
    source: optional(text(), "Source", "Where they were taken from.", "price list of the vendor"),
  });
}

/** `200k` or 200000, as the shortest of these. */
function tokenCount(): Field<string> {
  return parsedText({ type: "string" }, "a number of tokens such as 200k", (written) => {
    const count = parseTokenCount(written);
    if (!count.ok) return count;
    return count.value > 0 ? ok(tokenCountText(count.value)) : problem("invalid-value", "a number of tokens above 0");
  });
}

interface WrittenPrices {
  readonly input?: UnitPrice | undefined;
  readonly cached_input?: UnitPrice | undefined;
  readonly cache_write?: UnitPrice | undefined;
  readonly cache_write_1h?: UnitPrice | undefined;
  readonly output?: UnitPrice | undefined;
}

function tokenPrices(written: WrittenPrices): TokenPrices {
  const { input, cached_input: cachedInput, cache_write: cacheWrite, cache_write_1h: cacheWrite1h, output } = written;
  return withoutUndefined({ input, cachedInput, cacheWrite, cacheWrite1h, output });
}

interface WrittenTier extends WrittenPrices {
  readonly batch?: WrittenPrices | undefined;
}

function tiers(written: ReadonlyMap<string, WrittenTier>): readonly PriceTier[] {
  return [...written]
    .map(([key, { batch, ...prices }]) => {
      const tokens = parseTokenCount(key);
      return withoutUndefined({
        tokens: tokens.ok ? tokens.value : 0,
        ...tokenPrices(prices),
        batch: batch && tokenPrices(batch),
      });
    })
    .sort((a, b) => a.tokens - b.tokens);
}

function plannedCost() {
  return fields({
    category: required(choice(SPEND_CATEGORIES), "Category", "What the money goes to.", ...SPEND_CATEGORIES),
    amount: required(price(), "Amount", "How much.", "300 EUR"),
    note: optional(text(), "Note", "What for.", "Two full runs of the eval set a day"),
  });
}
