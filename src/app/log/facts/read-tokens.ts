import type { Costs, ModelPrice } from "../../../domain/records/costs.ts";
import type { SpendLine } from "../../../domain/records/entry.ts";
import { nearest } from "../../../domain/scalars/nearest.ts";
import {
  PRICE_KEYS,
  missingPrices,
  priceCurrencies,
  priceOf,
  tierOf,
  tokenCost,
  type PriceKey,
} from "../../../domain/records/tokens/token-prices.ts";
import {
  TOKEN_PARTS,
  parseTokenUse,
  tokenCountText,
  tokenUseText,
  type TokenUse,
} from "../../../domain/records/tokens/tokens.ts";
import { isUnread } from "../../../domain/records/unread.ts";
import { unitPriceText } from "../../../domain/scalars/unit-price.ts";
import { pair, type FlagProblems } from "./flag-problems.ts";
import { rateOfToday, type SpendContext } from "./read-spend.ts";
import { listLabel } from "../../../domain/scalars/labels.ts";

const FLAG = "--tokens";

/**
 * Reads `gpt-4.1=1.2M/310k`, `gpt-4.1=1.2M/310k cached 800k`, each with `: what for` if need be. The amount is that of
 * the price list as it is now, and it is kept: a later change of costs.yaml moves no total.
 */
export function readTokens(text: string, context: SpendContext, problems: FlagProblems): SpendLine | undefined {
  const parts = pair(text);
  if (parts === undefined)
    return problems.add(
      FLAG,
      `found "${text.slice(0, 60)}", expected a model and its tokens`,
      "write --tokens gpt-4.1=1.2M/310k",
    );
  const [model, rest] = parts;
  const [counts = "", ...words] = rest.split(":");
  const use = problems.take(`${FLAG} ${model.slice(0, LONGEST_MODEL)}`, counts, parseTokenUse(model, counts.trim()));
  const price = priced(model, context, problems);
  const cost = use && price && costOf(price, use, context.costs, problems);
  if (use === undefined || cost === undefined) return undefined;
  const note = words.join(":").trim();
  const rate = rateOfToday(cost.amount.currency, context);
  return {
    ...cost,
    category: "tokens",
    ...(note === "" ? {} : { note }),
    ...(rate === undefined ? {} : { rate }),
    ...(context.basis === "billed" ? {} : { basis: context.basis ?? "metered" }),
    tokens: use,
  };
}

function priced(model: string, { costs, currency }: SpendContext, problems: FlagProblems): ModelPrice | undefined {
  const known = costs.models.find((price) => price.model === model);
  if (known !== undefined) return known;
  const close = nearest(
    model,
    costs.models.map((price) => price.model),
  );
  const like = costs.models.find((price) => price.model === close) ?? costs.models[0];
  const edit = listEdit({ model }, ["input", "output"], (like && priceCurrencies(like)[0]) ?? currency);
  return problems.add(
    FLAG,
    `costs.yaml has no price for the model "${model.slice(0, LONGEST_MODEL)}"`,
    close === undefined ? edit : `did you mean ${close}? If not, ${edit}`,
  );
}

function costOf(price: ModelPrice, use: TokenUse, costs: Costs, problems: FlagProblems) {
  const cost = tokenCost(price, use);
  if (cost !== undefined) return cost;
  const [currency = "USD", ...others] = priceCurrencies(price);
  if (others.length > 0)
    return problems.add(
      FLAG,
      `the prices of ${price.model} are in ${listLabel([currency, ...others])}, expected one currency`,
      `state them all in ${currency}, in costs.yaml under models:`,
    );
  const { above, batch } = use;
  if (above !== undefined && tierOf(price, above) === undefined)
    return problems.add(FLAG, noTier(price, above), tierHint(price, above, currency));
  const missing = missingPrices(price, use);
  const unread = missing.filter((key) => isUnread(costs, "models", price.model, key));
  if (unread.length > 0)
    return problems.add(
      FLAG,
      `the price for ${listLabel(unread.map((key) => PRICE_WORDS[key]))} tokens of ${price.model} in costs.yaml ` +
        "cannot be read",
      "poc check says what is wrong with it",
    );
  const what = listLabel(missing.map((key) => PRICE_WORDS[key]));
  if (batch === true)
    return problems.add(
      FLAG,
      `costs.yaml has no batch price for ${what} tokens of ${price.model}`,
      `state it in costs.yaml at models: ${price.model}: ${above === undefined ? "" : "above: "}batch:`,
    );
  const whole =
    missing.length === 1 && missing[0] === "cached_input"
      ? `; or log all of it at the full price: --tokens "${price.model}=${tokenUseText({ ...use, cached: 0 })}"`
      : "";
  return problems.add(
    FLAG,
    `costs.yaml has no price for ${what} tokens of ${price.model}`,
    listEdit(price, missing, currency) + whole,
  );
}

function noTier({ model, above = [] }: ModelPrice, tokens: number): string {
  const there = above.map((tier) => tokenCountText(tier.tokens));
  const rest = there.length === 0 ? "" : `; it has prices above ${listLabel(there)}`;
  return `costs.yaml has no prices for requests above ${tokenCountText(tokens)} tokens of ${model}${rest}`;
}

function tierHint({ model, above = [] }: ModelPrice, tokens: number, currency: string): string {
  if (above.length > 0) return `write above ${tokenCountText(above[0]!.tokens)}, or leave it out`;
  return (
    `write under models: ${model}: in costs.yaml: ` +
    `above: { ${tokenCountText(tokens)}: { input: … ${currency}, output: … ${currency} } }`
  );
}

/** A longer name is not a name to repeat. */
const LONGEST_MODEL = 60;

const PRICE_WORDS: Readonly<Record<PriceKey, string>> = {
  input: "input",
  cached_input: "cached input",
  cache_write: "cache write",
  cache_write_1h: "one-hour cache write",
  output: "output",
};

/** The line of costs.yaml as it has to be, with what is there and a gap for what is missing. */
function listEdit(price: ModelPrice, missing: readonly PriceKey[], currency: string): string {
  const fields = PRICE_KEYS.flatMap((key) => {
    const stated = priceOf(price, key);
    return stated !== undefined
      ? [`${key}: ${unitPriceText(stated)}`]
      : missing.includes(key)
        ? [`${key}: … ${currency}`]
        : [];
  });
  if (price.model.length > LONGEST_MODEL) return "state it under models: in costs.yaml, per million tokens";
  const name = /^[a-z][\w./-]*$/i.test(price.model) ? price.model : JSON.stringify(price.model);
  return `write under models: in costs.yaml, per million tokens: ${name}: { ${fields.join(", ")} }`;
}

/**
 * `--tokens m=1.2M/310k cached 800k` without quotes: the shell takes the cached tokens for the text, and they would be
 * billed in full.
 */
export function cachedApart(tokens: readonly string[], pieces: readonly string[], problems: FlagProblems): void {
  const at = pieces.findIndex(
    (piece, index) => TOKEN_PARTS.some((part) => part === piece) && /^\d[\d.]*[kMG]?$/i.test(pieces[index + 1] ?? ""),
  );
  const bare = tokens.find((text) => !text.includes(pieces[at] ?? ""));
  if (at < 0 || bare === undefined) return;
  const cached = `${pieces[at]!} ${pieces[at + 1]!}`;
  problems.add(
    FLAG,
    `found "${cached.slice(0, 60)}" separate from its tokens, expected both in one pair of quotes`,
    `write --tokens "${bare.trim().slice(0, 80)} ${cached.slice(0, 60)}"`,
  );
}
