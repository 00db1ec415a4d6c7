import {
  addDecimals,
  compareDecimals,
  decimal,
  decimalNumber,
  divideDecimals,
  parseDecimal,
  shortDecimalText,
  type Decimal,
} from "./decimal.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
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

/** A time as a number of another unit; undefined where it is not a time. */
export function durationIn(time: Quantity, unit: "ms" | "s" | "min" | "h"): Decimal | undefined {
  return quantityIn(time, unit)?.amount;
}

/** How long somebody worked, as it was written: `1.5`, `1:30`, `1h30`, `90m`. */
export interface WorkHours {
  /** In hours, to four digits after the point: more than none, at most a day. */
  readonly hours: Decimal;
  /** A number without a unit, which counts as hours. */
  readonly bare: boolean;
  /** Whether the text says it in other figures than those that are stored, beyond a change of unit: `1:30`, `1,5`. */
  readonly rewritten: boolean;
}

const EXPECTED = "hours such as 2, 1.5, 1:30 or 90m, more than 0 and at most 24";

/** A day, which nobody works more than. */
const MOST_HOURS = decimal(24);

const NUMBER = "\\d{1,15}(?:\\.\\d{1,15}|,\\d{1,2})?";
const HOURS = "(?:h|hrs?|hours?)";
const MINUTES = "(?:m|mins?|minutes?)";

const CLOCK = new RegExp(`^(\\d{1,2}):(\\d{2})(?: ?${HOURS})?$`);
const PLAIN = new RegExp(`^(${NUMBER})(?: ?(?:(${HOURS})|${MINUTES}))?$`);
const BOTH = new RegExp(`^(\\d{1,2}) ?${HOURS}(?: and)? ?(\\d{1,2})( ?${MINUTES})?$`);

/** Everything that `parseWorkHours` takes, as a pattern of JSON Schema. */
export const WORK_HOURS_PATTERN =
  `^(\\d+(\\.\\d+|,\\d{1,2})?( ?[A-Za-z]+)?|\\d{1,2}:\\d{2}( ?[A-Za-z]+)?` +
  `|\\d{1,2} ?[A-Za-z]+( and)? ?\\d{1,2}( ?[A-Za-z]+)?)$`;

/**
 * Reads `2`, `1.5`, `1,5h`, `1.5 hours`, `90m`, `90 min`, `1:30`, `1h30`, `1h 30m`. A point or comma is decimal; a
 * comma before three digits could separate thousands, and is refused.
 */
export function parseWorkHours(text: string): Parsed<WorkHours> {
  const said = text.trim().toLowerCase().replace(/\s+/g, " ");
  const together = CLOCK.exec(said) ?? BOTH.exec(said);
  if (together !== null) {
    const [hours, minutes] = [Number(together[1]), Number(together[2])];
    if (minutes > 59)
      return problem("invalid-number", EXPECTED, { hint: "minutes beside hours go up to 59: write 1:30 or 90m" });
    return bounded(addDecimals(decimal(hours), ofMinutes(decimal(minutes))), false, together[3] === undefined);
  }
  const plain = PLAIN.exec(said);
  const number = plain === null ? undefined : parseDecimal(plain[1]!.replace(",", ".").replace(/^0+(?=\d)/, ""));
  if (plain === null || number?.ok !== true)
    return problem(/^-\d/.test(said) ? "invalid-value" : "invalid-number", EXPECTED, hinted(said));
  const bare = /^[\d.,]+$/.test(said);
  const hours = bare || plain[2] !== undefined ? number.value : ofMinutes(number.value);
  return bounded(hours, bare, plain[1]!.includes(","));
}

function ofMinutes(minutes: Decimal): Decimal {
  return divideDecimals(minutes, decimal(60), 4);
}

function bounded(hours: Decimal, bare: boolean, rewritten: boolean): Parsed<WorkHours> {
  const short = parseDecimal(shortDecimalText(hours));
  if (!short.ok || hours.digits <= 0n) return problem("invalid-value", EXPECTED);
  if (compareDecimals(hours, MOST_HOURS) > 0)
    return problem("invalid-value", EXPECTED, bare ? { hint: minutesHint(short.value) } : {});
  return ok({ hours: short.value, bare, rewritten });
}

/** More hours than a day has are most likely minutes. */
function minutesHint(number: Decimal): string {
  const text = shortDecimalText(number);
  return decimalNumber(number) > 24 * 60 ? "log each day by itself" : `for minutes, write ${text}m`;
}

function hinted(said: string): { readonly hint?: string } {
  const part = /^(\d{1,2}):(\d)$/.exec(said);
  if (part !== null) return { hint: `write ${part[1]}:0${part[2]} or ${part[1]}:${part[2]}0` };
  if (/^[.,]\d+ ?h?$/.test(said)) return { hint: `write 0${said.replace(",", ".")}` };
  if (/^\d{1,3},\d{3}$/.test(said)) return { hint: `write ${said.replace(",", ".")}, with a point` };
  return {};
}

/** `1 h 30 min`, `45 min`, `2 h`: to the minute, for people. */
export function workHoursLabel(hours: Decimal): string {
  const minutes = Math.round(decimalNumber(hours) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole === 0 ? [] : [`${whole} h`]), ...(rest === 0 && whole > 0 ? [] : [`${rest} min`])].join(" ");
}
