import { MONTHS, type Actual, type ForecastLine } from "../records/forecast/forecast.ts";
import { countText, parseCount } from "../scalars/count.ts";
import {
  compareDecimals,
  decimal,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  type Decimal,
} from "../scalars/decimal.ts";
import { moneyDecimal, parseMoney } from "../scalars/money.ts";
import { eitherOf, numberReadings } from "../scalars/number-readings.ts";
import { currencyExponent } from "../scalars/currency.ts";
import { optional } from "../scalars/optional.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { parseQuantity, quantityIn, quantityText, type Quantity } from "../scalars/quantity.ts";

/** More digits of a share say nothing. */
const SHARE_DIGITS = 6;

const YEAR = /^(?:years?|y|yr|yrs)$/i;
const MONTH = /^(?:months?|mo|mos|m)$/i;
const NEVER = /^(?:never|∞)$/i;
const HUNDRED = decimal(100);
const ZERO = decimal(0);
const ONE = decimal(1);

/**
 * Reads what came true of a line, in the unit of its forecast: `91%`, `182/200` or `0.91` for a share, `0.05 EUR` for
 * money, `9` or `9 months` for a payback, which may also be `never`. Any other number without a unit is refused where a
 * unit is needed, with every text that may have been meant.
 */
export function parseActual(line: ForecastLine, text: string): Parsed<Actual> {
  const said = text.trim();
  const expected = expectedOf(line);
  if (NEVER.test(said))
    return line.kind === "payback"
      ? ok("never", said === "never" ? undefined : "never")
      : problem("invalid-value", expected);
  const share = line.figure.unit === "%" ? parseCount(said) : undefined;
  if (share?.ok === true) {
    const { x, n } = share.value;
    const amount = divideDecimals(multiplyDecimals(decimal(x), HUNDRED), decimal(n), SHARE_DIGITS);
    return ok({ amount, unit: "%" }, `${countText(share.value)}, ${quantityText({ amount, unit: "%" })}`);
  }
  if (line.kind === "value") return parseYearlyValue(line, said, expected);
  const read = parseQuantity(said);
  if (!read.ok) {
    const { code, hint, readings } = read.problem;
    return problem(code, expected, { ...optional("hint", hint), ...optional("readings", readings) });
  }
  const meant = line.kind === "payback" ? monthsOf(read.value) : quantityIn(read.value, line.figure.unit);
  if (meant === undefined) return unitProblem(line, said, read.value, expected);
  return isPossible(line, meant) ? ok(meant, read.read) : problem("invalid-value", expected);
}

/** Whole amounts of a year have the digits of their currency, so that `210.000 EUR` may be 210000 EUR as well. */
function parseYearlyValue({ figure: { unit } }: ForecastLine, said: string, expected: string): Parsed<Actual> {
  const money = parseMoney(said);
  if (!money.ok) {
    const bare = parseMoney(said, unit);
    if (bare.ok) return doubt(expected, [quantityText({ amount: moneyDecimal(bare.value), unit })]);
    const { code, found, hint, readings } = bare.problem;
    return problem(code, expected, {
      ...optional("found", found),
      ...optional("hint", hint),
      ...optional("readings", readings),
    });
  }
  const { currency } = money.value;
  return currency === unit
    ? ok({ amount: moneyDecimal(money.value), unit }, money.read)
    : problem("invalid-value", expected, { hint: otherUnit(unit) });
}

/** A number that lacks its unit, or has another one. `0.91` is a share, as it is in `poc log`; 1 may be 1% or 100%. */
function unitProblem(
  { figure: { unit } }: ForecastLine,
  said: string,
  found: Quantity,
  expected: string,
): Parsed<Actual> {
  const { amount } = found;
  if (unit === MONTHS) return problem("invalid-value", expected);
  if (unit === "") return problem("invalid-value", expected, { hint: `write ${quantityText({ amount, unit })}` });
  if (found.unit !== "") return problem("invalid-value", expected, { hint: otherUnit(unit) });
  const share = quantityText({ amount: multiplyDecimals(amount, HUNDRED), unit: "%" });
  if (unit === "%" && isPartOfOne(amount)) return ok({ amount: multiplyDecimals(amount, HUNDRED), unit }, share);
  const numbers = numberReadings(said).map(parseDecimal);
  const amounts = numbers.length === 0 ? [amount] : numbers.flatMap((number) => (number.ok ? [number.value] : []));
  const one = unit === "%" && compareDecimals(amount, ONE) === 0 ? [share] : [];
  return doubt(expected, [...one, ...amounts.map((number) => quantityText({ amount: number, unit }))]);
}

function doubt(expected: string, readings: readonly string[]): Parsed<never> {
  const hint = readings.length === 1 ? `write ${readings[0]!}` : `did you mean ${eitherOf(readings)}?`;
  return problem("invalid-value", expected, { hint, readings });
}

function otherUnit(unit: string): string {
  return `the forecast is in ${unit === "%" ? "percent" : unit}: convert it, and write it in that`;
}

function isPartOfOne(amount: Decimal): boolean {
  return compareDecimals(amount, ZERO) > 0 && compareDecimals(amount, ONE) < 0;
}

function monthsOf({ amount, unit }: Quantity): Quantity | undefined {
  if (unit === "" || MONTH.test(unit)) return { amount, unit: MONTHS };
  return YEAR.test(unit) ? { amount: multiplyDecimals(amount, decimal(12)), unit: MONTHS } : undefined;
}

/** A share lies between 0% and 100%; money and time cannot be negative. */
function isPossible({ kind, figure }: ForecastLine, { amount }: Quantity): boolean {
  if (kind === "value") return true;
  if (figure.unit === "%" && compareDecimals(amount, HUNDRED) > 0) return compareDecimals(figure.amount, HUNDRED) > 0;
  const signed = kind === "metric" && (figure.unit !== "%" || compareDecimals(figure.amount, ZERO) < 0);
  return signed || compareDecimals(amount, ZERO) >= 0;
}

/** What a person can answer for a line, with an example. */
export function expectedOf({ kind, figure: { unit } }: ForecastLine): string {
  if (kind === "payback") return "months until it pays back, such as 9, or never";
  if (unit === "%") return "a share from 0% to 100%, such as 91% or 182/200";
  if (unit === "") return "a number without a unit, such as 3.5";
  const money = currencyExponent(unit) !== undefined;
  return `${money ? "an amount" : "a figure"} in ${unit}, such as ${money ? "0.05" : "1.8"} ${unit}`;
}
