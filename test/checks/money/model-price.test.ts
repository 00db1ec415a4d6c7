import { expect, test } from "vitest";
import { modelPrice } from "../../../src/checks/money/model-price.ts";
import type { ModelPrice } from "../../../src/domain/records/costs.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { parseUnitPrice } from "../../../src/domain/scalars/unit-price.ts";
import { checked, type Row } from "../../support/checked.ts";
import { SOUND, must } from "../../support/records.ts";

const price = (text: string) => must(parseUnitPrice(text));
const listed = (...models: ModelPrice[]): { definitions: Definitions } => ({
  definitions: { ...SOUND, costs: { ...SOUND.costs, models } },
});

test.each<Row>([
  ["no models", {}, "2026-11-20", []],
  ["a model without a price", listed({ model: "m" }), "2026-11-20", []],
  [
    "one currency",
    listed({ model: "m", input: price("0.075 USD"), cachedInput: price("0.01 USD"), output: price("8 USD") }),
    "2026-11-20",
    [],
  ],
  [
    "each its own",
    listed({ model: "m", input: price("1 USD") }, { model: "n", input: price("1 EUR") }),
    "2026-11-20",
    [],
  ],
  [
    "two in one",
    listed({ model: "gpt-4.1", input: price("1 USD"), cachedInput: price("1 USD"), output: price("1 EUR") }),
    "2026-11-20",
    ["model-prices-mixed costs.yaml models.gpt-4.1.output"],
  ],
  [
    "three in one are one problem",
    listed({ model: "m", input: price("1 USD"), cachedInput: price("1 JPY"), output: price("1 EUR") }),
    "2026-11-20",
    ["model-prices-mixed costs.yaml models.m.cached_input"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(modelPrice, poc, day)).toEqual(expected);
});
