import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText, type Person } from "../../domain/scalars/person.ts";
import { quantityText, type Quantity } from "../../domain/scalars/quantity.ts";

/** Values of the domain that JSON has as texts. */
type Written = Money | Decimal | Quantity | Person;

/** What a reason may contain besides its code. A bigint that is neither money nor a decimal does not type-check. */
type Datum = string | number | boolean | undefined | Written | readonly Datum[] | Data;

interface Data {
  readonly [key: string]: Datum;
}

/**
 * Data of the domain in JSON. Keys are in snake case; money, decimals, quantities and people are texts as everywhere;
 * what is not known is null, and so is a bound that is infinite. `scripts/output-schemas.ts` makes schemas by the same
 * rules.
 */
export type DataJson<Value> = Value extends undefined
  ? null
  : Value extends Written
    ? string
    : Value extends number
      ? Value | null
      : Value extends string | boolean
        ? Value
        : Value extends readonly (infer Item)[]
          ? readonly DataJson<Item>[]
          : { readonly [Key in keyof Value as SnakeCase<Key & string>]: DataJson<Value[Key]> };

/**
 * A reason with its code, its data and the sentence:
 * `{"code": "not-measured", "eval": "wrong-rate", "text": "not measured yet"}`.
 */
export type ReasonJson<Reason> = Reason extends undefined ? never : DataJson<Reason> & { readonly text: string };

/** A row of a table of codes: the code, its data, and what stands around them. */
export type CodedJson<Table, Around> = {
  readonly [Code in keyof Table]: Around & { readonly code: Code; readonly data: DataJson<Table[Code]> };
}[keyof Table];

type SnakeCase<Key extends string> = Key extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Key;

export function reasonJson<Reason extends Data>(reason: Reason, text: string): ReasonJson<Reason> {
  return { ...dataJson(reason), text } as ReasonJson<Reason>;
}

export function codedJson<Table, Around extends object>(
  code: keyof Table,
  data: Data,
  around: Around,
): CodedJson<Table, Around> {
  return { code, data: dataJson(data), ...around } as CodedJson<Table, Around>;
}

/** Data of the domain under its own names. */
export function dataJson<Value extends Data>(data: Value): DataJson<Value> {
  const entries = Object.entries(data).map(([key, value]) => [snakeCase(key), datumJson(value)]);
  // The compiler cannot follow keys through fromEntries; the schemas are tested against what is printed.
  return Object.fromEntries(entries) as DataJson<Value>;
}

function datumJson(value: Datum): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object") return value;
  if (isList(value)) return value.map(datumJson);
  if (isMoney(value)) return moneyText(value);
  if (isDecimal(value)) return shortDecimalText(value);
  if (isQuantity(value)) return quantityText(value);
  return isPerson(value) ? personText(value) : dataJson(value);
}

function isList(value: readonly Datum[] | Written | Data): value is readonly Datum[] {
  return Array.isArray(value);
}

function isMoney(value: Written | Data): value is Money {
  return "minor" in value;
}

function isDecimal(value: Written | Data): value is Decimal {
  return "digits" in value;
}

function isQuantity(value: Exclude<Written, Money | Decimal> | Data): value is Quantity {
  return "amount" in value && "unit" in value;
}

function isPerson(value: Person | Data): value is Person {
  return "name" in value;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
