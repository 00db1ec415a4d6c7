import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText, type Person } from "../../domain/scalars/person.ts";
import { quantityText, type Quantity } from "../../domain/scalars/quantity.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";

/** What a reason may hold besides its code. A bigint that is no money and no decimal does not type-check. */
type Datum = string | number | boolean | undefined | Money | Decimal | Quantity | Person | readonly Datum[] | Data;

interface Data {
  readonly [key: string]: Datum;
}

/** A reason: its code, its data under names of its own, and the sentence. */
export interface ReasonJson {
  readonly code: string;
  /** For people. */
  readonly text: string;
  readonly [key: string]: JsonValue;
}

/**
 * A reason with its code, its data and the sentence: `{"code": "not-measured", "eval": "wrong-rate", "text": "not
 * measured yet"}`. Keys are in snake case; money, decimals, quantities and people are texts as everywhere; what is not
 * known is `null`, and so is a bound that is infinite.
 */
export function reasonJson(reason: Data & { readonly code: string }, text: string): ReasonJson {
  return { ...dataJson(reason), code: reason.code, text };
}

/** Data of the domain under its own names. */
export function dataJson(data: Data): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [snakeCase(key), datumJson(value)]));
}

function datumJson(value: Datum): JsonValue {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map(datumJson);
  if (isMoney(value)) return moneyText(value);
  if (isDecimal(value)) return shortDecimalText(value);
  if (isQuantity(value)) return quantityText(value);
  return isPerson(value) ? personText(value) : dataJson(value);
}

type Thing = Money | Decimal | Quantity | Person | Data;

function isList(value: readonly Datum[] | Thing): value is readonly Datum[] {
  return Array.isArray(value);
}

function isMoney(value: Thing): value is Money {
  return "minor" in value;
}

function isDecimal(value: Thing): value is Decimal {
  return "digits" in value;
}

function isQuantity(value: Exclude<Thing, Money | Decimal>): value is Quantity {
  return "amount" in value && "unit" in value;
}

function isPerson(value: Person | Data): value is Person {
  return "name" in value;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
