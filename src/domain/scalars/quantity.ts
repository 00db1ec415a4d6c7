import {
  compareDecimals,
  decimal,
  decimalNumber,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  shortDecimalText,
  type Decimal,
} from "./decimal.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { currencyExponent } from "./currency.ts";

/** A number with its unit: `12%`, `5pp`, `1.8 s`, `0.04 EUR`, `3.5` (no unit). */
export interface Quantity {
  readonly amount: Decimal;
  /** "" if there is none; `%`, `pp` (percentage points), `s`, `EUR`, or any word of the eval's own. */
  readonly unit: string;
}

/** Units of time by their length in milliseconds: these, and no others, convert into each other. */
const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1000],
  ["min", 60_000],
  ["h", 3_600_000],
]);

/** Reads `12%`, `5 pp`, `1.8 s`. */
export function parseQuantity(text: string): Parsed<Quantity> {
  const match = /^(-?[\d.,eE+]+?) ?(%|[A-Za-z][A-Za-z/_-]{0,23})?$/.exec(text.trim());
  if (!match) return problem("invalid-quantity", "a number with its unit, such as 12%, 5pp or 1.8 s");
  const amount = parseDecimal(match[1]!);
  if (!amount.ok) return amount;
  return ok({ amount: amount.value, unit: match[2] ?? "" });
}

/** Canonical text: `12%`, `5pp`, `1.8 s`. `parseQuantity` reads it back to an equal quantity. */
export function quantityText(quantity: Quantity): string {
  const number = shortDecimalText(quantity.amount);
  if (quantity.unit === "") return number;
  return quantity.unit === "%" || quantity.unit === "pp" ? number + quantity.unit : `${number} ${quantity.unit}`;
}

/** `quantity` expressed in `unit`, or undefined where the one does not convert into the other. */
export function quantityIn(quantity: Quantity, unit: string): Quantity | undefined {
  if (quantity.unit === unit) return quantity;
  const from = MILLISECONDS.get(quantity.unit);
  const to = MILLISECONDS.get(unit);
  if (from === undefined || to === undefined) return undefined;
  const amount = divideDecimals(multiplyDecimals(quantity.amount, decimal(from)), decimal(to), 12);
  return { amount, unit };
}

/** Negative, zero or positive; undefined where the units do not compare. */
export function compareQuantities(a: Quantity, b: Quantity): number | undefined {
  const converted = quantityIn(a, b.unit);
  return converted === undefined ? undefined : compareDecimals(converted.amount, b.amount);
}

/**
 * As a plain number for statistics: percentages and points as fractions (12% is 0.12), everything else as it stands.
 */
export function quantityNumber(quantity: Quantity): number {
  const number = decimalNumber(quantity.amount);
  return quantity.unit === "%" || quantity.unit === "pp" ? number / 100 : number;
}

/** Costs and times are skewed to the right, and a mean of few of them says little. */
export function isCurrencyOrTime(quantity: Quantity | undefined): boolean {
  if (quantity === undefined) return false;
  const unit = quantity.unit.split("/")[0]!;
  return ["ms", "s", "min", "h"].includes(unit) || currencyExponent(unit) !== undefined;
}
