import { parseDecimal, type Decimal } from "./decimal.ts";
import { readingsHint, soleReading, wholeReadings } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/**
 * Reads a count of people or things: `1200`, `1,200`, `1 200`, `12k`. `1.200` is twelve hundred to one reader and no
 * number of people to another, and is refused.
 */
export function parseWhole(text: string, expected: string): Parsed<Decimal> {
  if (/^-?(0|[1-9]\d*)$/.test(text)) return parseDecimal(text);
  const readings = wholeReadings(text);
  const sole = soleReading(readings, text);
  if (sole !== undefined) {
    const whole = parseDecimal(sole);
    return whole.ok ? ok(whole.value, sole) : whole;
  }
  const hint = readingsHint(readings, text);
  return problem("invalid-number", expected, hint === undefined ? {} : { hint, readings });
}

/** Reads a count from `least` to `most`, both as they are typed. */
export function parseWholeWithin(text: string, least: number, most: number, expected: string): Parsed<number> {
  const whole = parseWhole(text.trim(), expected);
  if (!whole.ok) return whole;
  const number = Number(whole.value.digits);
  return number >= least && number <= most ? ok(number, whole.read) : problem("invalid-value", expected);
}
