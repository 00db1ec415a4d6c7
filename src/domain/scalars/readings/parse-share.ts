import {
  decimal,
  decimalNumber,
  divideDecimals,
  multiplyDecimals,
  shortDecimalText,
  type Decimal,
} from "../decimal.ts";
import { eitherOf } from "../number-readings.ts";
import { ok, problem, type Parsed } from "../parsed.ts";
import { parseQuantity } from "../quantity.ts";
import { plainCharacters } from "./plain-characters.ts";

const HUNDRED = decimal(100);

/**
 * Reads a share as a percentage from 0 to 100: `60%`, `60 percent`, `0.6`, `60`, `3/4`, `half`. A one alone may be all
 * of it or a hundredth, and is refused with both.
 */
export function parseShare(text: string): Parsed<Decimal> {
  const expected = "a share such as 60%";
  const said = plainCharacters(text).toLowerCase();
  const worded = WORDS.get(said);
  if (worded !== undefined) return ok(decimal(worded), `${worded}%`);
  const fraction = /^(\d{1,4}) ?\/ ?(\d{1,4})$/.exec(said);
  if (fraction !== null && Number(fraction[2]) > 0)
    return within(
      divideDecimals(multiplyDecimals(decimal(Number(fraction[1])), HUNDRED), decimal(Number(fraction[2])), 1),
      true,
      expected,
    );
  const quantity = parseQuantity(said);
  if (!quantity.ok) return problem("invalid-value", expected, hintOf(quantity.problem));
  const { amount, unit } = quantity.value;
  if (unit === "%") return within(amount, quantity.read !== undefined, expected);
  if (unit !== "") return problem("invalid-value", expected, { hint: `write ${shortDecimalText(amount)}%` });
  const number = decimalNumber(amount);
  if (number === 1) {
    const readings = ["100%", "1%"];
    return problem("invalid-value", expected, { hint: `did you mean ${eitherOf(readings)}?`, readings });
  }
  // Above one it can only be percent; below one it can only be a part of one.
  return within(number > 1 ? amount : multiplyDecimals(amount, HUNDRED), true, expected);
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ["half", 50],
  ["a half", 50],
  ["quarter", 25],
  ["a quarter", 25],
  ["three quarters", 75],
  ["all", 100],
  ["full", 100],
  ["none", 0],
]);

function within(percent: Decimal, rewritten: boolean, expected: string): Parsed<Decimal> {
  const number = decimalNumber(percent);
  if (number < 0 || number > 100) return problem("invalid-value", `${expected}, from 0% to 100%`);
  return ok(percent, rewritten ? `${shortDecimalText(percent)}%` : undefined);
}

function hintOf({ hint }: { readonly hint?: string }): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}
