import { expect, test } from "vitest";
import { priceText } from "../../../src/domain/scalars/unit-price.ts";
import { statedPrices } from "../../../src/domain/records/tokens/token-prices.ts";
import { faultsOf, readPrices } from "../read-sample.ts";

const SPECIMEN = '"sample_spec":{"litellm_provider":"one of","mode":"one of","input_cost_per_token":0.0}';
const map = (fields: string, model = "claude-x") =>
  `{${SPECIMEN},"${model}":{"litellm_provider":"anthropic","mode":"chat",${fields}}}`;
const prices = (text: string) =>
  readPrices("prices.json", text).read.models.map(({ price }) => [
    price.model,
    ...statedPrices(price).map((one) => `${one.path.join(".")} ${priceText(one.price)}`),
  ]);

// Fields and figures as in the map of 2026-08; per token there, per million here.
test.each([
  [
    "cache, an hour of it, and a tier",
    '"input_cost_per_token":3e-06,"output_cost_per_token":1.5e-05,"cache_read_input_token_cost":3e-07,' +
      '"cache_creation_input_token_cost":3.75e-06,"cache_creation_input_token_cost_above_1hr":6e-06,' +
      '"input_cost_per_token_above_200k_tokens":6e-06,"output_cost_per_token_above_200k_tokens":2.25e-05',
    [
      ..."input 3.00|cached_input 0.30|cache_write 3.75|cache_write_1h 6.00|output 15.00".split("|"),
      ..."above.200k.input 6.00|above.200k.output 22.50".split("|"),
    ],
  ],
  [
    "batches",
    '"input_cost_per_token":2e-06,"output_cost_per_token":8e-06,"input_cost_per_token_batches":1e-06',
    ["input 2.00", "output 8.00", "batch.input 1.00"],
  ],
  [
    "a tier at 199999",
    '"input_cost_per_token":2e-06,"input_cost_per_token_above_199999_tokens":4e-06',
    ["input 2.00", "above.199999.input 4.00"],
  ],
  [
    "tiers as a list",
    '"tiered_pricing":[{"range":[0,32000],"input_cost_per_token":1e-06,"output_cost_per_token":5e-06},' +
      '{"range":[32000,128000],"input_cost_per_token":1.8e-06,"output_cost_per_token":9e-06}]',
    ["input 1.00", "output 5.00", "above.32k.input 1.80", "above.32k.output 9.00"],
  ],
  ["the noise of doubles", '"input_cost_per_token":2.9999999999999997e-06', ["input 3.00"]],
  ["digits below a cent", '"input_cost_per_token":7.5e-08', ["input 0.075"]],
  ["a free model", '"input_cost_per_token":0.0,"output_cost_per_token":0', ["input 0.00", "output 0.00"]],
  [
    "an embedding, without output",
    '"input_cost_per_token":2e-08,"output_cost_per_token":0.0',
    ["input 0.02", "output 0.00"],
  ],
])("%s", (_, fields, expected) => {
  expect(prices(map(fields))).toEqual([["claude-x", ...expected.map((price) => `${price} USD`)]]);
});

test("the specimen is no model, and what is paid by the image has no price by the token", () => {
  const { read } = readPrices(
    "prices.json",
    `{${SPECIMEN},"dall-e-2":{"litellm_provider":"openai","mode":"image_generation","input_cost_per_pixel":2.4414e-07},` +
      '"jp.amazon.nova-2-lite-v1:0":{"litellm_provider":"bedrock","input_cost_per_token":3.3e-07}}',
  );
  expect(read.models.map(({ price }) => price.model)).toEqual(["jp.amazon.nova-2-lite-v1:0"]);
  expect(read.notes).toEqual(["left out: 1 model without a price per token"]);
});

test.each([
  ["a price per million in the place of one per token", '"input_cost_per_token":3.0', /more than 1,000 USD/],
  ["a thousand times too high", '"input_cost_per_token":3e-06,"output_cost_per_token":1.5e-02', /more than 1,000 USD/],
  ["a million times too low", '"input_cost_per_token":3e-12', /less than 0.001 USD/],
  ["a negative price", '"input_cost_per_token":3e-06,"output_cost_per_token":-1e-06', /not a price/],
  ["a price in words", '"input_cost_per_token":3e-06,"output_cost_per_token":"free"', /not a price/],
  [
    "a cache that is dearer than the input",
    '"input_cost_per_token":3e-06,"cache_read_input_token_cost":3e-05',
    /cache/,
  ],
  [
    "a write that is ten times the input",
    '"input_cost_per_token":3e-06,"cache_creation_input_token_cost":3e-05',
    /cache/,
  ],
])("%s is a fault of that model alone", (_, fields, found) => {
  const text = map(fields).replace(/\}$/, ',"good":{"litellm_provider":"x","input_cost_per_token":1e-06}}');
  const { read, problems } = readPrices("prices.json", text);
  expect(problems).toEqual([]);
  expect(read.models.map(({ price, faults }) => [price.model, faults.length > 0])).toEqual([
    ["claude-x", true],
    ["good", false],
  ]);
  expect(read.models[0]?.faults.join()).toMatch(found);
});

test.each([
  ["no model", `{${SPECIMEN}}`, /no model/],
  ["a model twice", '{"a":{"litellm_provider":"x","input_cost_per_token":1e-06},"a":{}}', /twice/],
  [
    "a model without an object",
    '{"a":{"litellm_provider":"x","input_cost_per_token":1e-06},"b":3}',
    /without an object/,
  ],
])("%s is a fault", (_, text, found) => {
  expect(
    faultsOf(() => readPrices("p.json", text))
      .map(({ message }) => message)
      .join(),
  ).toMatch(found);
});
