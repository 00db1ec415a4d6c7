import {
  addDecimals,
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
import { eitherOf, numberReadings, soleReading } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { plainCharacters } from "./readings/plain-characters.ts";
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

/** The unit of time that a word means: `s` for `sec`. */
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

/** Nobody works more than a day in a day. */
const MOST_HOURS = decimal(24);

const NUMBER = "(?:\\d{1,15}(?:\\.\\d{1,15}|,\\d{1,2})?|[.,]\\d{1,2})";
const HOURS = "(?:h|hrs?|hours?)";
const MINUTES = "(?:m|mins?|minutes?|')";
const DAYS = "(?:d|days?)";

const CLOCK = new RegExp(`^(\\d{1,2}):(\\d{2})(?: ?${HOURS})?$`);
const PLAIN = new RegExp(`^(${NUMBER})(?: ?(?:(?<h>${HOURS})|(?<d>${DAYS})|(?<m>${MINUTES})))?$`);
const BOTH = new RegExp(`^(\\d{1,2}) ?${HOURS}(?: and)?,? ?(\\d{1,2})( ?${MINUTES})?$`);
const DAYS_AND_MORE = new RegExp(`^(${NUMBER}) ?${DAYS}(?: and|,)? ?(\\d.*)$`);
/** As ISO 8601 writes a span of time. */
const SPAN = /^pt(?:(\d{1,2})h)?(?:(\d{1,4})m)?$/;
/** Two digits that end in zero may be minutes: `1.30` is an hour and a half to one reader, 1.3 h to another. */
const LIKE_A_CLOCK = new RegExp(`^(\\d{1,2})[.,]([1-4]0)(?: ?${HOURS})?$`);

/** Times in words, and fractions; in the figures that they stand for. */
const WORDED: readonly (readonly [RegExp, string])[] = [
  [/ ?½/g, ".5"],
  [/ ?¼/g, ".25"],
  [/ ?¾/g, ".75"],
  [/^(\d{1,2}) 1\/2\b/, "$1.5"],
  [/^1\/2\b/, "0.5"],
  [/^1\/4\b/, "0.25"],
  [/^3\/4\b/, "0.75"],
  [/^(?:an|one) hour and a half$/, "1.5h"],
  [/^(?:a )?half(?: an| a)?[ -]hour$/, "0.5h"],
  [/^(?:a )?quarter(?: of an)?[ -]hour$/, "0.25h"],
  [/^three[ -]quarters? of an hour$/, "0.75h"],
  [/^(?:a )?half(?: a)?[ -]day$/, "0.5d"],
  [/^(one|two|three|four|five|six|seven|eight|nine|ten) and a half /, "$1.5 "],
  [/^an? (?=hour|day|min)/, "1 "],
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
    (word, k) => [new RegExp(`^${word}(?=\\.5 | h| d| m)`), String(k + 1)] as const,
  ),
];

/** Every one of them has a word or a fraction in it, and hours in an entry have neither. */
const MAY_BE_WORDED = /[½¼¾/]|[a-z]{2}/;

/** Hours as the tool writes them, which no other reading fits. Without this line they would be read like all others. */
const FIGURE_ALONE = /^\d{1,3}(?:\.\d)?$/;

/**
 * Reads `2`, `1.5`, `1,5h`, `1.5 hours`, `90m`, `90 min`, `1:30`, `1h30`, `1h 30m`, `half an hour`, `2d`. A point or
 * comma is decimal; what has two readings, as `1.30`, is refused with both.
 *
 * @param hoursOfDay what a working day of one person counts; without it days are refused
 */
export function parseWorkHours(text: string, hoursOfDay?: Decimal): Parsed<WorkHours> {
  const figure = FIGURE_ALONE.test(text) ? parseNumber(text) : undefined;
  if (figure?.ok === true) return bounded({ hours: figure.value, bare: true, rewritten: false });
  const plain = plainCharacters(text).toLowerCase().replace(/\s+/g, " ");
  const said = MAY_BE_WORDED.test(plain)
    ? WORDED.reduce((one, [word, figure]) => one.replace(word, figure), plain)
    : plain;
  return readWorkHours(said, said !== plain, hoursOfDay);
}

function readWorkHours(said: string, worded: boolean, hoursOfDay: Decimal | undefined): Parsed<WorkHours> {
  const together = CLOCK.exec(said) ?? BOTH.exec(said);
  if (together !== null) {
    const [hours, minutes] = [Number(together[1]), Number(together[2])];
    if (minutes > 59) {
      const sum = hours * 60 + minutes;
      const right = `${Math.floor(sum / 60)}:${String(sum % 60).padStart(2, "0")}`;
      return problem("invalid-number", EXPECTED, {
        found: "minutes beside hours go up to 59",
        hint: `write ${right}, or ${minutes}m for the minutes alone`,
      });
    }
    const sum = addDecimals(decimal(hours), ofMinutes(decimal(minutes)));
    return bounded({ hours: sum, bare: false, rewritten: together[3] === undefined });
  }
  const span = SPAN.exec(said);
  if (span !== null && said !== "pt") {
    const sum = addDecimals(decimal(Number(span[1] ?? 0)), ofMinutes(decimal(Number(span[2] ?? 0))));
    return bounded({ hours: sum, bare: false, rewritten: true });
  }
  const doubt = LIKE_A_CLOCK.exec(said);
  if (doubt !== null) {
    const readings = [`${doubt[1]}.${doubt[2]![0]}h`, `${doubt[1]}:${doubt[2]}`];
    return problem("invalid-number", EXPECTED, { hint: `did you mean ${eitherOf(readings)}?`, readings });
  }
  const days = DAYS_AND_MORE.exec(said);
  if (days !== null) return daysAndMore(days[1]!, days[2]!, hoursOfDay);
  const plain = PLAIN.exec(said);
  const number = plain === null ? undefined : parseNumber(plain[1]!.replace(",", "."));
  if (plain === null || number?.ok !== true)
    return problem(/^-\d/.test(said) ? "invalid-value" : "invalid-number", EXPECTED, hinted(said));
  const bare = /^[\d.,]+$/.test(said);
  const { d: inDays, m: inMinutes } = plain.groups ?? {};
  if (inDays !== undefined) {
    if (hoursOfDay === undefined) return problem("invalid-value", EXPECTED, noDay(plain[1]!, number.value));
    return bounded({ hours: multiplyDecimals(number.value, hoursOfDay), bare: false, rewritten: true });
  }
  const hours = inMinutes === undefined ? number.value : ofMinutes(number.value);
  return bounded({ hours, bare, rewritten: worded || plain[1]!.includes(",") });
}

function daysAndMore(days: string, more: string, hoursOfDay: Decimal | undefined): Parsed<WorkHours> {
  const [first, rest] = [readWorkHours(`${days}d`, false, hoursOfDay), readWorkHours(more, false, undefined)];
  if (!first.ok) return first;
  if (!rest.ok) return rest;
  return bounded({ hours: addDecimals(first.value.hours, rest.value.hours), bare: false, rewritten: true });
}

/** Eight hours are the example: how long a day is, the charter does not say. */
function noDay(written: string, days: Decimal): { readonly found: string; readonly hint: string } {
  const hours = shortDecimalText(multiplyDecimals(days, decimal(8)));
  return {
    found: "how many hours a day has is not agreed",
    hint:
      `write ${hours}h for ${written.replace(",", ".")} ${written === "1" ? "day" : "days"} of 8 hours, ` +
      "or state hours_a_day in poc.yaml",
  };
}

function ofMinutes(minutes: Decimal): Decimal {
  return divideDecimals(minutes, decimal(60), 4);
}

function bounded({ hours, bare, rewritten }: WorkHours): Parsed<WorkHours> {
  const short = parseDecimal(shortDecimalText(hours));
  if (!short.ok || hours.digits <= 0n) return problem("invalid-value", EXPECTED);
  if (compareDecimals(hours, MOST_HOURS) > 0)
    return problem("invalid-value", EXPECTED, bare ? minutesHint(short.value) : tooLong(short.value));
  return ok({ hours: short.value, bare, rewritten });
}

function tooLong(hours: Decimal): { readonly found: string; readonly hint: string } {
  return { found: `that is ${shortDecimalText(hours)} h`, hint: "log each day by itself" };
}

/** More hours than a day has are most likely minutes. */
function minutesHint(number: Decimal): { readonly hint: string } {
  const text = shortDecimalText(number);
  return { hint: decimalNumber(number) > 24 * 60 ? "log each day by itself" : `for minutes, write ${text}m` };
}

const FIGURE = "(\\d{1,4}(?:[.,]\\d{1,2})?)";
/** A time with words around it that do not change it, or the two ends of one. */
const AROUND = new RegExp(
  "^(?:[~≈<>+-]|about|around|approx\\.?|ca\\.?|circa|nearly|almost|roughly|over|under)? ?" +
    `${FIGURE}(?: ?(?:-|to) ?${FIGURE})? ?` +
    "(h|hours?|hrs?|std|stunden?|heures?|horas?|ore|m|min|minutes?)?(?:/.*| (?:each|per|a) .*|[!?.+…-]+)?$",
);

function hinted(said: string): { readonly hint?: string; readonly readings?: readonly string[] } {
  const part = /^(\d{1,2}):(\d)$/.exec(said);
  if (part !== null) return either([`${part[1]}:0${part[2]}`, `${part[1]}:${part[2]}0`], "write");
  const thousands = /^(\d{1,3}),(\d{3})$/.exec(said);
  if (thousands !== null) return { hint: `write ${said.replace(",", ".").replace(/\.?0+$/, "")}, with a point` };
  const clock = /^(\d{1,2}):(\d{2}) ?(?:-|to|until) ?(\d{1,2}):(\d{2})$/.exec(said);
  if (clock !== null) {
    const minutes = Number(clock[3]) * 60 + Number(clock[4]) - Number(clock[1]) * 60 - Number(clock[2]);
    return minutes > 0 ? { hint: `write ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}` } : {};
  }
  const seconds = /^(\d{1,2}:\d{2}):\d{2}$/.exec(said) ?? /^(\d{1,2}:\d{2}) ?[ap]m$/.exec(said);
  if (seconds !== null) return { hint: `write ${seconds[1]}` };
  const mixed = /^(\d{1,2}[.,]\d{1,2}) ?h ?(\d{1,2}) ?m?$/.exec(said);
  if (mixed !== null) return { hint: `write ${Number(mixed[1]!.replace(",", ".")) * 60 + Number(mixed[2])}m` };
  const plain = soleReading(numberReadings(said), said);
  if (plain !== undefined) return { hint: `write ${plain}` };
  const around = said.length > 60 ? null : AROUND.exec(said);
  if (around === null) return {};
  const unit = around[3]?.startsWith("m") === true ? "m" : "h";
  const figures = [around[1]!, ...(around[2] === undefined ? [] : [around[2]])];
  return either(
    figures.map((figure) => figure.replace(",", ".") + unit),
    figures.length === 1 ? "write" : "did you mean",
  );
}

function either(readings: readonly string[], how: "write" | "did you mean") {
  return { hint: `${how} ${eitherOf(readings)}${how === "write" ? "" : "?"}`, readings };
}

/** `1 h 30 min`, `45 min`, `2 h`: to the minute, for people. */
export function workHoursLabel(hours: Decimal): string {
  const minutes = Math.round(decimalNumber(hours) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole === 0 ? [] : [`${whole} h`]), ...(rest === 0 && whole > 0 ? [] : [`${rest} min`])].join(" ");
}
