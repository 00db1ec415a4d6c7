import { compareDecimals, decimal, shortDecimalText, type Decimal } from "./decimal.ts";
import { problem, type Parsed } from "./parsed.ts";
import { parseQuantity, quantityIn, type Quantity } from "./quantity.ts";

/** What people type for a minute and a second; too easily misread to be taken as it is. */
const SLIPS: Readonly<Record<string, string>> = {
  m: "min",
  mins: "min",
  minute: "min",
  minutes: "min",
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  hour: "h",
  hours: "h",
  hr: "h",
  msec: "ms",
};

/** The unit of time that a word for one stands for: `s` of `sec`. */
export function timeUnitMeant(unit: string): string | undefined {
  const word = unit.toLowerCase();
  return Object.hasOwn(SLIPS, word) ? SLIPS[word] : undefined;
}

const A_DAY = decimal(24 * 3_600_000);

/** Reads how long one output takes or is looked at: `1.8 s`, `450 ms`, `0.5 min`. No unit is guessed. */
export function parseDuration(text: string): Parsed<Quantity> {
  const expected = "a time of at most 24 h, such as 450 ms, 1.8 s, 0.5 min or 1 h";
  const quantity = parseQuantity(text);
  if (!quantity.ok)
    return problem(
      quantity.problem.code,
      expected,
      quantity.problem.hint === undefined ? {} : { hint: quantity.problem.hint },
    );
  const { amount, unit } = quantity.value;
  const milliseconds = durationIn(quantity.value, "ms");
  if (milliseconds === undefined) {
    const number = shortDecimalText(amount);
    const hint =
      unit === ""
        ? `say in what: ${number} s or ${number} min`
        : Object.hasOwn(SLIPS, unit)
          ? `write ${number} ${SLIPS[unit]}`
          : undefined;
    return problem("invalid-quantity", expected, hint === undefined ? {} : { hint });
  }
  if (amount.digits < 0n) return problem("invalid-value", expected, { found: "less than no time" });
  return compareDecimals(milliseconds, A_DAY) > 0 ? problem("invalid-value", expected) : quantity;
}

/** A time as a number of another unit; undefined where it is no time. */
export function durationIn(time: Quantity, unit: "ms" | "s" | "min" | "h"): Decimal | undefined {
  return quantityIn(time, unit)?.amount;
}
