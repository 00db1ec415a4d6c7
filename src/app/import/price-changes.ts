import { editField, UneditableField } from "../../document/editing/edit-field.ts";
import { DEFINITION_FILES, type Records } from "../../domain/records/records.ts";
import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { compareDecimals } from "../../domain/scalars/decimal.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { priceText, type UnitPrice } from "../../domain/scalars/unit-price.ts";
import { priceCurrencies, statedPrices } from "../../domain/records/tokens/token-prices.ts";
import type { PricedModel, ReadPrices } from "../../imports/format.ts";
import { RecordsFault } from "../ports/faults.ts";
import type { Folder } from "../ports/ports.ts";
import type { ImportProblems } from "./import-problems.ts";
import { onlyRows, type OnlyLabels } from "./only-rows.ts";
import type { ReadFile } from "./read-import.ts";

/** What happens to the prices of one model in costs.yaml. */
export interface PriceChange {
  readonly file: ReadFile;
  readonly model: string;
  readonly fate: "new" | "changed" | "same";
  readonly day: CivilDate;
  /** Prices that the file states, with what costs.yaml has in their place. */
  readonly prices: readonly PriceDifference[];
}

export interface PriceDifference {
  /** `["output"]`, `["above", "200k", "input"]` */
  readonly path: readonly string[];
  readonly before: UnitPrice | undefined;
  readonly after: UnitPrice;
}

/**
 * A map with this few models is an excerpt made by a person, so all of them are meant; of a larger one, only the models
 * that the PoC names are.
 */
const MOST_OF_EXCERPT = 30;

/**
 * What a map of prices changes in costs.yaml: the models that `--only model=…` names, else all of an excerpt, else
 * those that the PoC names. A model that is not in the map stays without a price.
 */
export function priceChanges(
  file: ReadFile,
  { models }: ReadPrices,
  { records, only, day }: { readonly records: Records; readonly only: OnlyLabels; readonly day: CivilDate | undefined },
  problems: ImportProblems,
): readonly PriceChange[] {
  const known = new Map(records.definitions.costs.models.map((price) => [price.model, price]));
  const taken = picked(file, models, only, namesIn(records), problems);
  const dated = day ?? dayIn(file.name);
  if (dated === undefined)
    problems.add(
      `${file.path}: the day of its prices is unknown`,
      "give it: --date 2026-11-24; or put it into the name of the file: prices-2026-11-24.json",
    );
  for (const { line, price, faults } of taken)
    for (const fault of faults)
      problems.add(
        `${file.path}:${line}: ${price.model}: ${fault}`,
        "look at the vendor's price list; import the other models with --only model=NAME",
      );
  if (dated === undefined) return [];
  return taken.map(({ price }): PriceChange => {
    const before = known.get(price.model);
    const [currency] = before === undefined ? [] : priceCurrencies(before);
    if (currency !== undefined && currency !== "USD")
      problems.add(
        `${file.path}: the prices of ${price.model} are in USD, and costs.yaml has them in ${currency}`,
        "remove the model from costs.yaml, or leave it out here: --only model=NAME",
      );
    const stated = new Map((before === undefined ? [] : statedPrices(before)).map((one) => [keyOf(one), one.price]));
    const prices = statedPrices(price).map((one) => ({
      path: one.path,
      before: stated.get(keyOf(one)),
      after: one.price,
    }));
    const same = prices.every(isSame);
    const fate = before === undefined ? "new" : same ? "same" : "changed";
    return { file, model: price.model, fate, day: dated, prices };
  });
}

function isSame({ before, after }: PriceDifference): boolean {
  return before !== undefined && compareDecimals(before.amount, after.amount) === 0;
}

function keyOf({ path }: { readonly path: readonly string[] }): string {
  return path.join("\n");
}

function picked(
  { path }: ReadFile,
  models: readonly PricedModel[],
  only: OnlyLabels,
  names: ReadonlySet<string>,
  problems: ImportProblems,
): readonly PricedModel[] {
  if (only.size > 0) {
    const rows = models.map((model) => ({ model, labels: { model: model.price.model } }));
    const found = onlyRows(path, rows, only, problems).map(({ model }) => model);
    const there = new Set(found.map(({ price }) => price.model));
    const missing = (only.get("model") ?? []).filter((name) => !there.has(name));
    if (missing.length > 0)
      problems.add(
        `${path}: it has no price for ${listLabel(missing)}`,
        "use the names in the file, with their prefix: azure/gpt-4.1",
      );
    return found;
  }
  if (models.length <= MOST_OF_EXCERPT) return models;
  const own = models.filter(({ price }) => names.has(price.model));
  if (own.length === 0)
    problems.add(
      `${path}: it has ${countLabel(models.length, "model")}, but the PoC names none of them`,
      "name the models: --only model=NAME",
    );
  return own;
}

/** Models that costs.yaml, results and spend name. */
function namesIn({ definitions, log }: Records): ReadonlySet<string> {
  return new Set([
    ...definitions.costs.models.map(({ model }) => model),
    ...log.flatMap(({ results, spend }) => [
      ...results.flatMap(({ model }) => model ?? []),
      ...spend.flatMap(({ model, tokens }) => tokens?.model ?? model ?? []),
    ]),
  ]);
}

/** Models that the PoC names and that have no price, before or after: their tokens cannot be turned into money. */
export function unpricedModels(records: Records, changes: readonly PriceChange[]): readonly string[] {
  const priced = new Set([
    ...changes.map(({ model }) => model),
    ...records.definitions.costs.models.flatMap((price) => (statedPrices(price).length > 0 ? [price.model] : [])),
  ]);
  return [...namesIn(records)].filter((model) => !priced.has(model)).sort();
}

/** The day in the name of a file: `model_prices_2026-11-24.json`. */
function dayIn(name: string): CivilDate | undefined {
  const text = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  const day = text === undefined ? undefined : parseDate(text);
  return day?.ok === true ? day.value : undefined;
}

const LARGEST = 1024 * 1024;

/**
 * Writes the prices into costs.yaml: what stands there keeps its place, its comments and its layout.
 *
 * @throws RecordsFault where the file is written in a way that a price cannot be put in
 */
export function writePrices(folder: Folder, changes: readonly PriceChange[]): void {
  const name = DEFINITION_FILES.costs;
  const there = folder.kind(name) !== undefined;
  const before = there ? new TextDecoder().decode(folder.read(name, LARGEST)) : "models:\n";
  // An empty map in braces gives way to one with a line for each price.
  let after = before.replace(/^models:[ \t]*\{[ \t]*\}/m, "models:");
  try {
    for (const { file, model, day, prices } of changes) {
      // All of them: what an organisation states for a model counts only where costs.yaml does not name the model.
      for (const { path, after: price } of prices)
        after = editField(after, ["models", model, ...path], priceText(price));
      after = editField(after, ["models", model, "date"], day);
      after = editField(after, ["models", model, "source"], file.name);
    }
  } catch (error) {
    if (error instanceof UneditableField)
      throw new RecordsFault(`${name}: ${error.message}`, "write the prices of each model on a line");
    throw error;
  }
  if (there) folder.replace(name, after, before);
  else folder.create(name, after);
}
