import { MONTHS, type Actual, type ForecastLine } from "../records/forecast/forecast.ts";
import { countText, parseCount } from "../scalars/count.ts";
import { compareDecimals, decimal, divideDecimals, multiplyDecimals } from "../scalars/decimal.ts";
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

/**
 * Reads what came true of a line, in the unit of its forecast: `91%` or `182/200` for a share, `0.05 EUR` for money,
 * `9` or `9 months` for a payback, which may also be `never`. A number without a unit is refused where a unit is
 * needed, with the text that was probably meant.
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
  const read = parseQuantity(said);
  if (!read.ok) {
    const { code, hint, readings } = read.problem;
    return problem(code, expected, { ...optional("hint", hint), ...optional("readings", readings) });
  }
  const meant = line.kind === "payback" ? monthsOf(read.value) : quantityIn(read.value, line.figure.unit);
  if (meant === undefined) return problem("invalid-value", expected, hintOf(line, read.value));
  return isPossible(line, meant) ? ok(meant, read.read) : problem("invalid-value", expected);
}

function monthsOf({ amount, unit }: Quantity): Quantity | undefined {
  if (unit === "" || MONTH.test(unit)) return { amount, unit: MONTHS };
  return YEAR.test(unit) ? { amount: multiplyDecimals(amount, decimal(12)), unit: MONTHS } : undefined;
}

/** A share lies between nothing and all of it; what costs money or time costs nothing at least. */
function isPossible({ kind, figure }: ForecastLine, { amount }: Quantity): boolean {
  if (kind === "value") return true;
  if (figure.unit === "%" && compareDecimals(amount, HUNDRED) > 0) return compareDecimals(figure.amount, HUNDRED) > 0;
  const signed = kind === "metric" && (figure.unit !== "%" || compareDecimals(figure.amount, ZERO) < 0);
  return signed || compareDecimals(amount, ZERO) >= 0;
}

function expectedOf({ kind, figure: { unit } }: ForecastLine): string {
  if (kind === "payback") return "months until it pays back, such as 9, or never";
  if (unit === "%") return "a share from 0% to 100%, such as 91% or 182/200";
  if (unit === "") return "a number without a unit, such as 3.5";
  const money = currencyExponent(unit) !== undefined;
  return `${money ? "an amount" : "a figure"} in ${unit}, such as ${money ? "0.05" : "1.8"} ${unit}`;
}

/** A number that lacks its unit, or has another one. */
function hintOf({ figure: { unit } }: ForecastLine, { amount, unit: found }: Quantity): { readonly hint?: string } {
  if (unit === MONTHS) return {};
  if (found === "") return { hint: `write ${quantityText({ amount, unit })}` };
  if (unit === "") return { hint: `write ${quantityText({ amount, unit: "" })}` };
  return { hint: `the forecast is in ${unit === "%" ? "percent" : unit}: convert it, and write it in that` };
}
