import { describe, expect, test } from "vitest";
import type { ModelPrice } from "../../../src/domain/records/costs.ts";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { moneyDecimal, moneyText } from "../../../src/domain/scalars/money.ts";
import {
  parseTokenCount,
  parseTokenUse,
  tokenCountText,
  tokenUseText,
} from "../../../src/domain/records/tokens/tokens.ts";
import { missingPrices, priceCurrencies, tokenCost } from "../../../src/domain/records/tokens/token-prices.ts";
import { parseUnitPrice } from "../../../src/domain/scalars/unit-price.ts";
import { read, refused } from "../scalars/outcome.ts";

const priced = (input?: string, cachedInput?: string, output?: string): ModelPrice => ({
  model: "gpt-4.1",
  ...(input === undefined ? {} : { input: read(parseUnitPrice(input)) }),
  ...(cachedInput === undefined ? {} : { cachedInput: read(parseUnitPrice(cachedInput)) }),
  ...(output === undefined ? {} : { output: read(parseUnitPrice(output)) }),
});
const use = (text: string) => read(parseTokenUse("gpt-4.1", text));

describe("a count of tokens", () => {
  test.each([
    ["0", 0, "0"],
    ["48211", 48_211, "48211"],
    ["310k", 310_000, "310k"],
    ["310000", 310_000, "310k"],
    ["1.2M", 1_200_000, "1.2M"],
    ["1.234567M", 1_234_567, "1234567"],
    ["0.001k", 1, "1"],
    ["2G", 2_000_000_000, "2G"],
    ["1.5g", 1_500_000_000, "1.5G"],
    ["1 M", 1_000_000, "1M"],
    ["1000G", 1_000_000_000_000, "1000G"],
  ])("%s", (text, count, again) => {
    expect(read(parseTokenCount(text))).toBe(count);
    expect(tokenCountText(count)).toBe(again);
  });

  test.each([
    ["1.5", "invalid-number"],
    ["1.2345k", "invalid-number"],
    ["1,200", "invalid-number"],
    ["1.2B", "invalid-number"],
    ["-5", "invalid-number"],
    ["+5", "invalid-number"],
    ["1e6", "invalid-number"],
    ["0x10", "invalid-number"],
    ["007", "invalid-number"],
    ["١٢", "invalid-number"],
    ["k", "invalid-number"],
    ["", "invalid-number"],
    ["1001G", "invalid-value"],
    ["9".repeat(400), "invalid-number"],
  ])("refuses %s", (text, code) => {
    expect(refused(parseTokenCount(text)).code).toBe(code);
  });

  test.each([
    ["1,200", "write 1200"],
    ["1.2B", "write 1.2G"],
  ])("%s: %s", (text, hint) => {
    expect(refused(parseTokenCount(text)).hint).toBe(hint);
  });
});

describe("what went in and came out", () => {
  test.each([
    ["1.2M/310k", "1.2M/310k"],
    ["1200000 / 310000", "1.2M/310k"],
    ["1.2M/310k cached 800k", "1.2M/310k cached 800k"],
    ["1.2M/0 cached 1.2M", "1.2M/0 cached 1.2M"],
    ["5/0 cached 0", "5/0"],
    ["1.2M/310k written 200k cached 800k", "1.2M/310k cached 800k written 200k"],
    ["1.2M/310k written-1h 100k batch above 200000", "1.2M/310k written-1h 100k above 200k batch"],
  ])("%s", (text, again) => {
    expect(tokenUseText(use(text))).toBe(again);
  });

  test.each([
    ["more from the cache than went in", "800k/1k cached 801k", "invalid-value"],
    ["nothing at all", "0/0", "invalid-value"],
    ["no output", "1.2M", "invalid-number"],
    ["three parts", "1/2/3", "invalid-number"],
    ["a word that is none", "1M/1k cache 1k", "invalid-number"],
    ["the cache of nothing", "1M/1k cached", "invalid-number"],
    ["more read and written than went in", "1M/1k cached 800k written 150k written-1h 51k", "invalid-value"],
    ["a part twice", "1M/1k cached 1k cached 2k", "invalid-number"],
    ["batch twice", "1M/1k batch batch", "invalid-number"],
    ["a part that is no number", "1M/lots", "invalid-number"],
  ])("%s is refused", (_, text, code) => {
    expect(refused(parseTokenUse("m", text)).code).toBe(code);
  });
});

describe("the cost", () => {
  const FULL = priced("2.00 USD", "0.50 USD", "8.00 USD");
  test.each([
    ["input and output", FULL, "1.2M/310k", "4.88 USD"],
    // 0.4 × 2.00 + 0.8 × 0.50 + 0.31 × 8.00: what came from the cache is not paid in full as well.
    ["with a cache", FULL, "1.2M/310k cached 800k", "3.68 USD"],
    ["all from the cache", FULL, "1.2M/0 cached 1.2M", "0.60 USD"],
    ["output alone needs no price of input", priced(undefined, undefined, "8.00 USD"), "0/1M", "8.00 USD"],
    ["all from the cache needs no full price", priced(undefined, "0.5 USD"), "1M/0 cached 1M", "0.50 USD"],
    ["a price of three digits", priced("0.075 USD"), "1M/0", "0.08 USD"],
    ["a tenth of a cent, many times", priced("0.001 USD"), "1G/0", "1.00 USD"],
    ["half a cent goes to the even neighbour, down", priced("0.025 USD"), "1M/0", "0.02 USD"],
    ["and up", priced("0.035 USD"), "1M/0", "0.04 USD"],
    ["added up before it is rounded", priced("0.004 USD", undefined, "0.004 USD"), "1M/1M", "0.01 USD"],
    ["of a free model", priced("0 USD", undefined, "0 USD"), "1G/1G", "0.00 USD"],
    ["without a minor unit", priced("300 JPY"), "1.5M/0", "450 JPY"],
    ["of 0.5 yen to the even yen", priced("0.5 JPY"), "1M/0", "0 JPY"],
    ["of 1.5 yen to the even yen", priced("1.5 JPY"), "1M/0", "2 JPY"],
    ["with three digits", priced("0.6125 KWD"), "1M/0", "0.612 KWD"],
    ["with four digits", priced("0.00015 CLF"), "1M/0", "0.0002 CLF"],
    ["of more than a double holds", priced("123456789.123456789 USD"), "1000G/0", "123456789123456.79 USD"],
  ])("%s", (_, price, text, expected) => {
    expect(moneyText(tokenCost(price, use(text))!.amount)).toBe(expected);
  });

  test.each([
    ["no price of the cache", priced("2 USD", undefined, "8 USD"), "1M/1M cached 1k", ["cached_input"]],
    ["no price of the output", priced("2 USD"), "1M/1", ["output"]],
    ["no price at all", priced(), "1M/1 cached 5", ["input", "cached_input", "output"]],
    ["what is not needed is not missed", priced("2 USD"), "1M/0", []],
  ])("%s", (_, price, text, missing) => {
    expect(missingPrices(price, use(text))).toEqual(missing);
    expect(tokenCost(price, use(text)) === undefined).toBe(missing.length > 0);
  });

  const usd = (text: string) => read(parseUnitPrice(`${text} USD`));
  const SONNET: ModelPrice = {
    model: "claude-sonnet-4-5",
    input: usd("3"),
    cachedInput: usd("0.30"),
    cacheWrite: usd("3.75"),
    cacheWrite1h: usd("6"),
    output: usd("15"),
    batch: { input: usd("1.5"), output: usd("7.5") },
    above: [{ tokens: 200_000, input: usd("6"), cachedInput: usd("0.6"), output: usd("22.5") }],
  };
  test.each([
    // 0.1 × 3 + 0.8 × 0.30 + 0.05 × 3.75 + 0.05 × 6 + 0.1 × 15
    ["written to the cache", "1M/100k cached 800k written 50k written-1h 50k", "2.5275"],
    ["a batch", "1M/100k batch", "2.25"],
    ["a longer context", "1M/100k above 200k", "8.25"],
    [
      "a longer context, where the tier states no price of its own",
      "1M/0 cached 500k written 500k above 200k",
      "2.175",
    ],
    ["to the last digit", "1/1", "0.000018"],
  ])("%s", (_, text, expected) => {
    const cost = tokenCost(SONNET, use(text))!;
    expect(shortDecimalText(cost.exact ?? moneyDecimal(cost.amount))).toBe(expected);
  });

  test.each([
    ["a batch from the cache", "1M/1k cached 1k batch", ["cached_input"]],
    ["a length that no price is stated for", "1M/1k above 128k", ["input", "output"]],
    ["a batch of a longer context", "1M/1k above 200k batch", ["input", "output"]],
  ])("%s has no price, and no neighbour's", (_, text, missing) => {
    expect(missingPrices(SONNET, use(text))).toEqual(missing);
    expect(tokenCost(SONNET, use(text))).toBeUndefined();
  });

  test("of several currencies cannot be told", () => {
    const mixed = priced("2 USD", "1 EUR", "8 USD");
    expect(priceCurrencies(mixed)).toEqual(["USD", "EUR"]);
    expect(tokenCost(mixed, use("1M/1M"))).toBeUndefined();
  });
});
