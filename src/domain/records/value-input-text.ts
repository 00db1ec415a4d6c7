import {
  compareDecimals,
  decimal,
  multiplyDecimals,
  parseDecimal,
  parseNumber,
  shortDecimalText,
  type Decimal,
} from "../scalars/decimal.ts";
import { moneyDecimal, parseMoney, type Money } from "../scalars/money.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { plainCharacters } from "../scalars/readings/plain-characters.ts";
import { parseWhole } from "../scalars/whole.ts";
import type { ValueInputSpec } from "./value-inputs.ts";

/** What an input may be, as a noun phrase. */
export function limitText({ role, least, most, whole }: ValueInputSpec): string {
  if (role !== "factor")
    return least === undefined ? `an amount of at most ${most}` : `an amount from ${least} to ${most}`;
  const number = whole ? "a whole number" : "a number";
  return least === undefined ? `${number} of at most ${most}` : `${number} from ${least} to ${most}`;
}

/** An amount that the input may be: `48 EUR`. */
export function parseInputAmount(spec: ValueInputSpec, text: string): Parsed<Money> {
  const amount = parseMoney(text);
  if (!amount.ok) return amount;
  return isWithin(spec, moneyDecimal(amount.value)) ? amount : problem("invalid-value", limitText(spec));
}

/** A number that the input may be: `120`, `2.5`. */
export function parseInputNumber(spec: ValueInputSpec, text: string): Parsed<Decimal> {
  const number = spec.whole ? parseWhole(text, limitText(spec)) : parseNumber(text);
  if (!number.ok) return number;
  return isWithin(spec, number.value) ? number : problem("invalid-value", limitText(spec));
}

function isWithin({ least, most }: ValueInputSpec, figure: Decimal): boolean {
  return (
    (least === undefined || compareDecimals(figure, decimal(least)) >= 0) && compareDecimals(figure, decimal(most)) <= 0
  );
}

/** A hundred years: longer than any idea lives. */
const MOST_MONTHS = 1200;

/** `write 12 months` for `12 mths` and for `1 year`; undefined where it is not told what is meant. */
function monthsHint(text: string): string | undefined {
  const match = /^(\d+(?:[.,]\d+)?) ?(m|y)[a-z.]*$/i.exec(text.trim());
  const number = match && parseDecimal(match[1]!.replace(",", "."));
  if (match === null || number?.ok !== true) return undefined;
  const months = match[2]!.toLowerCase() === "y" ? multiplyDecimals(number.value, decimal(12)) : number.value;
  return `write ${shortDecimalText(months)} months`;
}

/** The longest payback that is acceptable: `12 months`, or the number alone. */
export function parsePaybackThreshold(text: string): Parsed<Decimal> {
  const expected = "a number of months such as 12 months";
  const count = parseNumber(plainCharacters(text).replace(/ ?(?:months?|mos?)$/i, ""));
  const years = /^(.*\d) ?(?:years?|yrs?|y)$/i.exec(text.trim());
  const inYears = years === null ? undefined : parseNumber(years[1]!);
  if (inYears?.ok === true)
    return parsePaybackThreshold(shortDecimalText(multiplyDecimals(inYears.value, decimal(12))));
  if (!count.ok) {
    const hint = monthsHint(text);
    return problem(count.problem.code, expected, hint === undefined ? {} : { hint });
  }
  if (count.value.digits <= 0n) return problem("invalid-value", "more than 0 months");
  return compareDecimals(count.value, decimal(MOST_MONTHS)) > 0
    ? problem("invalid-value", `at most ${MOST_MONTHS} months`)
    : ok(count.value);
}

/** The least annual net impact that is worth it: `100000 EUR`. */
export function parseImpactThreshold(text: string): Parsed<Money> {
  const amount = parseMoney(text);
  return amount.ok && amount.value.minor <= 0n ? problem("invalid-value", "an amount above zero") : amount;
}
