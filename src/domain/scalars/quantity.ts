import {
  compareDecimals,
  decimal,
  decimalNumber,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  parseNumber,
  shortDecimalText,
  type Decimal,
} from "./decimal.ts";
import { eitherOf } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { currencyExponent } from "./currency.ts";
import { currencyOfMark } from "./readings/currency-marks.ts";
import { plainCharacters } from "./readings/plain-characters.ts";

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

const EXPECTED = "a number with its unit, such as 12%, 5pp or 1.8 s";
const BY_LETTER = /^(-?(?:0|[1-9]\d*)(?:\.\d+)?) ?(%|[A-Za-z][A-Za-z/_-]{0,23})?$/;
const FIGURE = "[-+]?(?:\\d[\\d.,' _]*(?:[eE]\\+?\\d{1,2}(?![\\d]))?|[.,]\\d+)";
/**
 * A currency may stand on either side of the number, and be a part of the unit: `0.04 €/task`. They are made where they
 * are needed: they take tables of Unicode, and most quantities are written plainly.
 */
const UNIT_BEHIND = "%|(?:[A-Za-z]{1,2}\\$|\\p{Sc})(?:/[A-Za-z_-]{1,20})?|[A-Za-z][A-Za-z/_. -]{0,23}";
const FIGURE_FIRST = `^(${FIGURE}) ?(${UNIT_BEHIND})?$`;
const CURRENCY_FIRST = `^(\\p{Sc}|[A-Za-z]{1,2}\\$|[A-Z]{3}) ?(${FIGURE})(/[A-Za-z_-]{1,20})?$`;
const WITHIN = /^[^\d-]*(-?\d[\d.,]*) ?(%|pp|[a-zA-Z/]{1,20})?/;

/** Reads `12%`, `5 pp`, `1.8 s`; and what people write that has one reading: `12 percent`, `0,04 €`, `1'200 ms`. */
export function parseQuantity(text: string): Parsed<Quantity> {
  const match = BY_LETTER.exec(text.trim());
  const amount = match === null ? undefined : parseDecimal(match[1]!);
  return amount?.ok === true ? ok({ amount: amount.value, unit: unitMeant(match![2] ?? "") }) : peoplesQuantity(text);
}

function peoplesQuantity(text: string): Parsed<Quantity> {
  const said = plainCharacters(text).replace(/ +/g, " ");
  const turned = new RegExp(CURRENCY_FIRST, "u").exec(said);
  const sorted = turned === null ? said : `${turned[2]} ${turned[1]}${turned[3] ?? ""}`;
  const match = new RegExp(FIGURE_FIRST, "u").exec(sorted);
  const unit = currencyUnit(match?.[2] ?? "");
  if (match === null || unit === undefined) return problem("invalid-quantity", EXPECTED, within(said));
  const [first = "", ...others] = unit;
  const number = parseNumber(match[1]!.trim());
  const written = (figure: string) => unit.map((one) => quantityWritten(figure, one));
  if (!number.ok) {
    const readings = (number.problem.readings ?? []).flatMap(written);
    return problem("invalid-number", EXPECTED, readings.length === 0 ? {} : doubt(readings));
  }
  const figure = shortDecimalText(number.value);
  if (others.length > 0) return problem("invalid-quantity", EXPECTED, doubt(written(figure).slice(0, 4)));
  const quantity = { amount: number.value, unit: first };
  return ok(quantity, quantityText(quantity));
}

function doubt(readings: readonly string[]): { readonly hint: string; readonly readings: readonly string[] } {
  return { hint: readings.length === 1 ? `write ${readings[0]!}` : `did you mean ${eitherOf(readings)}?`, readings };
}

/** The quantity in a text that says more: `about 12%`, `12 % of all`. */
function within(said: string): { readonly hint?: string } {
  const match = said.length > 60 ? null : WITHIN.exec(said);
  const number = match === null ? undefined : parseNumber(match[1]!.replace(/[.,]$/, ""));
  if (match === null || number?.ok !== true || /\d/.test(said.slice(match[0].length))) return {};
  return { hint: `write ${quantityText({ amount: number.value, unit: unitMeant(match[2] ?? "") })}` };
}

const PERCENT: ReadonlySet<string> = new Set(["percent", "pct", "per cent", "perc", "prozent"]);
const POINTS: ReadonlySet<string> = new Set(["percentage points", "percentage point", "p.p.", "pts.", "%-points"]);

/** Other words for a percentage. Every other word is a unit of the eval's own. */
function unitMeant(unit: string): string {
  const word = unit.toLowerCase();
  return PERCENT.has(word) ? "%" : POINTS.has(word) ? "pp" : unit;
}

/** The unit with its currency by code: one, or several where the sign is shared; undefined if it is not a unit. */
function currencyUnit(unit: string): readonly string[] | undefined {
  const meant = unitMeant(unit.trim());
  if (meant === "" || /^(?:%|[A-Za-z][A-Za-z/_-]{0,23})$/.test(meant)) return [meant];
  const [mark = "", ...rest] = meant.split("/");
  const codes = currencyOfMark(mark);
  return codes === undefined || codes.coins ? undefined : codes.codes.map((code) => [code, ...rest].join("/"));
}

function quantityWritten(figure: string, unit: string): string {
  return unit === "" || unit === "%" || unit === "pp" ? figure + unit : `${figure} ${unit}`;
}

/**
 * The standard deviation beside a mean, which may repeat the unit of the mean: `0.02` and `0.02 EUR` beside `0.09 EUR`.
 */
export function parseSpreadOf(text: string, mean: Quantity): Parsed<Decimal> {
  const plain = parseNumber(text);
  if (plain.ok) return plain;
  const quantity = parseQuantity(text);
  const same = quantity.ok ? quantityIn(quantity.value, mean.unit) : undefined;
  return same === undefined ? plain : ok(same.amount);
}

/** Canonical text: `12%`, `5pp`, `1.8 s`. `parseQuantity` reads it back to an equal quantity. */
export function quantityText(quantity: Quantity): string {
  return quantityWritten(shortDecimalText(quantity.amount), quantity.unit);
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

const AMOUNTS: ReadonlySet<string> = new Set(
  "us ns d day days sec secs second seconds minute minutes hour hours b byte bytes kb mb gb tb kib mib gib tib".split(
    " ",
  ),
);

/** Whether nothing is measured below zero in a unit: money, time and bytes, also per something: `EUR/task`. */
export function isNeverNegative(unit: string): boolean {
  const first = unit.split("/")[0]!;
  return isCurrencyOrTime({ amount: decimal(0), unit }) || AMOUNTS.has(first.toLowerCase());
}
