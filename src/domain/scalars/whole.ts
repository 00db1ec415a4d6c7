import { parseDecimal, type Decimal } from "./decimal.ts";
import { readingsHint, wholeReadings } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/**
 * Reads a count of people or things, `1200`: in plain digits, for `1.200` is twelve hundred to one reader and no number
 * of people to another.
 */
export function parseWhole(text: string, expected: string): Parsed<Decimal> {
  if (/^-?(0|[1-9]\d*)$/.test(text)) return parseDecimal(text);
  const hint = readingsHint(wholeReadings(text), text);
  return problem("invalid-number", expected, hint === undefined ? {} : { hint });
}

/** Reads a count from `least` to `most`, both as they are typed. */
export function parseWholeWithin(text: string, least: number, most: number, expected: string): Parsed<number> {
  const whole = parseWhole(text.trim(), expected);
  if (!whole.ok) return whole;
  const number = Number(whole.value.digits);
  return number >= least && number <= most ? ok(number) : problem("invalid-value", expected);
}
