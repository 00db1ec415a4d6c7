import type { ModelPrice, PriceTier, TokenPrices } from "../../domain/records/costs.ts";
import { addDecimals, compareDecimals, decimal, type Decimal } from "../../domain/scalars/decimal.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format, PricedModel } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonList, JsonMap, JsonNumber } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";

/** Prices in its fields, per token, by the key of costs.yaml that each is per million. */
const FIELDS = {
  input: "input_cost_per_token",
  cachedInput: "cache_read_input_token_cost",
  cacheWrite: "cache_creation_input_token_cost",
  cacheWrite1h: "cache_creation_input_token_cost_above_1hr",
  output: "output_cost_per_token",
} as const satisfies { readonly [K in keyof TokenPrices]-?: string };
type Kind = keyof typeof FIELDS;
const KINDS = ["input", "cachedInput", "cacheWrite", "cacheWrite1h", "output"] as const satisfies readonly Kind[];

/** The first key of the map describes the fields, and is no model. */
const SPECIMEN = "sample_spec";

/**
 * The map of prices that LiteLLM keeps: dollars per token by the name of the model. It has no date, and at times a
 * price that was meant per million tokens; what cannot be is a fault of that model.
 */
export const modelPrices: Format = {
  name: "model-prices",
  title: "LiteLLM's price map",
  detect: ({ text }) =>
    /"litellm_provider"\s*:/.test(text) && /"(?:input|output)_cost_per_[a-z_]+"\s*:|"mode"\s*:/.test(text) ? 0.95 : 0,
  read(file) {
    const root = readJson(file.whole());
    if (!(root instanceof JsonMap)) throw new ImportFault("found a list, expected an object with a key for each model");
    const models: PricedModel[] = [];
    let other = 0;
    for (const [model, entry] of root.fields) {
      if (model === SPECIMEN) continue;
      if (!(entry instanceof JsonMap)) throw new ImportFault(`found ${model.slice(0, 60)} without an object of prices`);
      const priced = pricedModel(model, entry);
      if (priced === undefined) other++;
      else models.push(priced);
    }
    if (models.length === 0) throw new ImportFault("found no model with a price per token");
    return {
      read: {
        kind: "prices",
        models,
        notes: other === 0 ? [] : [`left out: ${countLabel(other, "model")} without a price per token`],
        leftOut: ["prices of images", "of audio", "of searches"],
      },
      problems: [],
    };
  },
};

function pricedModel(model: string, entry: JsonMap): PricedModel | undefined {
  const faults: string[] = [];
  const priceAt = (map: JsonMap, field: string) => perMillion(map, field, faults);
  const groupAt = (map: JsonMap, suffix: string): TokenPrices =>
    Object.fromEntries(
      KINDS.flatMap((kind) => {
        const price = priceAt(map, `${FIELDS[kind]}${suffix}`);
        return price === undefined ? [] : [[kind, price]];
      }),
    );
  const tiered = entry.maps("tiered_pricing");
  const base = tiered[0] === undefined ? groupAt(entry, "") : groupAt(tiered[0], "");
  if (base.input === undefined && base.output === undefined) return undefined;
  const batch = groupAt(entry, "_batches");
  const above = [...tierLengths(entry)]
    .map(([tokens, suffix]): PriceTier => {
      const ofBatch = groupAt(entry, `${suffix}_batches`);
      return { tokens, ...groupAt(entry, suffix), ...(isStated(ofBatch) ? { batch: ofBatch } : {}) };
    })
    .concat(tiered.slice(1).flatMap((tier) => rangeTier(tier, groupAt(tier, ""))))
    .sort((a, b) => a.tokens - b.tokens);
  const price: ModelPrice = {
    model,
    ...base,
    ...(isStated(batch) ? { batch } : {}),
    ...(above.length === 0 ? {} : { above }),
  };
  for (const group of [price, ...(price.batch ? [price.batch] : []), ...above]) faults.push(...oddPrices(group));
  return { line: entry.line, price, faults: [...new Set(faults)] };
}

function isStated(prices: TokenPrices): boolean {
  return KINDS.some((kind) => prices[kind] !== undefined);
}

/** `input_cost_per_token_above_200k_tokens`: the lengths at which prices change, with the end of the field's name. */
function tierLengths(entry: JsonMap): ReadonlyMap<number, string> {
  const lengths = new Map<number, string>();
  for (const field of entry.fields.keys()) {
    const match = /_above_(\d+)(k?)_tokens(?:_batches)?$/.exec(field);
    if (match !== null && KINDS.some((kind) => field.startsWith(FIELDS[kind])))
      lengths.set(Number(match[1]) * (match[2] === "k" ? 1000 : 1), `_above_${match[1]}${match[2]}_tokens`);
  }
  return lengths;
}

/** An item of `tiered_pricing`, which states where it begins. */
function rangeTier(tier: JsonMap, prices: TokenPrices): readonly PriceTier[] {
  const range = tier.at("range");
  const [from] = range instanceof JsonList ? range.items : [];
  return from instanceof JsonNumber && from.value > 0 && Number.isInteger(from.value)
    ? [{ tokens: from.value, ...prices }]
    : [];
}

/** Dollars per million tokens: the point moves by six. */
function perMillion(map: JsonMap, field: string, faults: string[]) {
  const written = map.at(field);
  if (written === undefined) return undefined;
  const each = written instanceof JsonNumber ? readDoubleDecimal(written.text) : undefined;
  if (each === undefined || each.digits < 0n) {
    faults.push(`${field} is not a price`);
    return undefined;
  }
  return { amount: shifted(each, 6), currency: "USD" };
}

function shifted({ digits, scale }: Decimal, places: number): Decimal {
  const moved =
    places >= scale ? { digits: digits * 10n ** BigInt(places - scale), scale: 0 } : { digits, scale: scale - places };
  return moved;
}

/** A million tokens for more than this means that a price per million was written as one per token. */
const MOST = decimal(1_000);
const LEAST: Decimal = { digits: 1n, scale: 3 };

function oddPrices(prices: TokenPrices): readonly string[] {
  const { input, cachedInput, cacheWrite, cacheWrite1h } = prices;
  const odd: string[] = [];
  for (const kind of KINDS) {
    const price = prices[kind];
    if (price === undefined || price.amount.digits === 0n) continue;
    if (compareDecimals(price.amount, MOST) > 0) odd.push(`${FIELDS[kind]} is more than 1,000 USD a million tokens`);
    else if (compareDecimals(price.amount, LEAST) < 0)
      odd.push(`${FIELDS[kind]} is less than 0.001 USD a million tokens`);
  }
  if (input === undefined || input.amount.digits === 0n) return odd;
  if (cachedInput !== undefined && compareDecimals(cachedInput.amount, input.amount) > 0)
    odd.push("reading from the cache costs more than the input");
  const most = addDecimals(addDecimals(input.amount, input.amount), input.amount);
  for (const write of [cacheWrite, cacheWrite1h])
    if (write !== undefined && compareDecimals(write.amount, most) > 0)
      odd.push("writing to the cache costs more than three times the input");
  return odd;
}
