import { numberLabel } from "../../domain/scalars/labels.ts";
import { WEEKDAYS, type CivilDate, type Weekday } from "../../domain/scalars/calendar.ts";
import { compareDecimals, decimal, decimalOf, parseNumber, type Decimal } from "../../domain/scalars/decimal.ts";
import { parseDuration, parseWorkHours } from "../../domain/scalars/duration.ts";
import { parseIdentifier } from "../../domain/scalars/identifier.ts";
import { parseInstant, type Instant } from "../../domain/scalars/instant.ts";
import { moneyText, parseMoney, type Money } from "../../domain/scalars/money.ts";
import { readingsHint, wholeReadings } from "../../domain/scalars/number-readings.ts";
import { parseWord, wordsLabel } from "../../domain/scalars/word.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseWrittenDate } from "../../domain/scalars/readings/parse-day.ts";
import { parsePerson, type Person } from "../../domain/scalars/person.ts";
import { parseQuantity, type Quantity } from "../../domain/scalars/quantity.ts";
import { parseWhole } from "../../domain/scalars/whole.ts";
import { parseTokenPrice, type UnitPrice } from "../../domain/scalars/unit-price.ts";
import { leaf, type Field, type JsonLeaf } from "./field.ts";
import { LONGEST_FIELD } from "../yaml/source-file.ts";
import type { Written } from "../yaml/written.ts";

/** A plain number, as a pattern of JSON Schema. */
export const PLAIN = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";

function wrongType(expected: string, written: Written): Parsed<never> {
  const quoted =
    typeof written === "number" || typeof written === "boolean" ? { hint: `put it in quotes: "${written}"` } : {};
  return { ok: false, problem: { code: "wrong-type", expected, ...quoted } };
}

/** Text that says something: not only blanks. */
export function text(expected = "text", longest = LONGEST_FIELD): Field<string> {
  const read = (written: Written): Parsed<string> => {
    if (typeof written !== "string") return wrongType(expected, written);
    if (written.length > longest)
      return problem("too-long", `at most ${numberLabel(longest)}`, {
        found: `${numberLabel(written.length)} characters`,
      });
    return saysSomething(written) ? ok(written) : problem("invalid-value", expected);
  };
  return leaf({ type: "string", minLength: 1 }, read, "kept");
}

/** Whether there is more than blanks; nearly every text begins with a letter, so the quick test comes first. */
function saysSomething(written: string): boolean {
  const first = written.charCodeAt(0);
  return (first > 32 && first < 127) || written.trim() !== "";
}

/** Text as it is, even if it is empty. */
const LONGEST_TERM = 200;

/** Names of terms, and of what an entry repeats from the files. */
export function term(): Field<string> {
  return text("the name of a term", LONGEST_TERM);
}

export function anyText(): Field<string> {
  return leaf({ type: "string" }, (written) =>
    typeof written === "string" ? ok(written) : wrongType("text", written),
  );
}

/** A log repeats itself: the same people, evals and categories thousands of times. More than this is not repetition. */
const MOST_REMEMBERED = 1000;

/**
 * Text that a parser of the domain reads. Plain numbers are handed to it as text, for its hints are better than ours.
 */
export function parsedText<T>(json: JsonLeaf, expected: string, parse: (text: string) => Parsed<T>): Field<T> {
  const remembered = new Map<string, Parsed<T>>();
  const numbers = new Map<number, Parsed<T>>();
  return leaf(json, (written) => {
    if (typeof written === "string") {
      const known = remembered.get(written);
      if (known !== undefined) return known;
      const read = parse(written);
      if (remembered.size < MOST_REMEMBERED) remembered.set(written, read);
      return read;
    }
    if (typeof written !== "number") return { ok: false, problem: { code: "wrong-type", expected } };
    const known = numbers.get(written);
    if (known !== undefined) return known;
    const read = parse(String(written));
    if (numbers.size < MOST_REMEMBERED) numbers.set(written, read);
    return read;
  });
}

const ID_JSON = { type: "string", pattern: "^[a-z0-9][a-z0-9_-]{0,63}$" };

export function id(): Field<string> {
  return parsedText(ID_JSON, "an id of lower-case letters, digits and hyphens", parseIdentifier);
}

/** People write amounts in many ways; the parser knows them, and a pattern would underline half of them. */
const AMOUNT_JSON = { type: "string", minLength: 1 };

export function money(): Field<Money> {
  return parsedText(AMOUNT_JSON, "an amount such as 12.40 EUR", (written) => parseMoney(written));
}

/** An amount that cannot be negative: a cap, a price, a cost. */
export function price(): Field<Money> {
  return parsedText(AMOUNT_JSON, "an amount such as 12.40 EUR", (written) => {
    const amount = parseMoney(written);
    if (!amount.ok || amount.value.minor >= 0n) return amount;
    const hint = `write ${moneyText({ ...amount.value, minor: -amount.value.minor })}`;
    return problem("invalid-value", "an amount of zero or more", { hint });
  });
}

/** A price per million tokens, which may have more digits than its currency. */
export function unitPrice(): Field<UnitPrice> {
  return parsedText(AMOUNT_JSON, "a price such as 0.075 USD", parseTokenPrice);
}

export function date(): Field<CivilDate> {
  return parsedText({ type: "string", minLength: 1 }, "a date such as 2026-11-23", parseWrittenDate);
}

export function instant(): Field<Instant> {
  const pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})$";
  return parsedText({ type: "string", pattern }, "a moment such as 2026-11-25T16:20:00+01:00", parseInstant);
}

export function person(): Field<Person> {
  return parsedText({ type: "string" }, "a person such as Ana Ruiz <ana@example.com>", parsePerson);
}

export function quantity(): Field<Quantity> {
  return parsedText({ type: ["string", "number"] }, "a number with its unit, such as 12%, 5pp or 1.8 s", parseQuantity);
}

/** How long somebody worked: a number of hours, or as people write it otherwise: 1:30, 90m. */
export function workHours(): Field<Decimal> {
  const json = { type: ["number", "string"], exclusiveMinimum: 0, maximum: 24 };
  return parsedText(json, "hours such as 2, 1:30 or 90m", (written) => {
    const work = parseWorkHours(written);
    return work.ok ? ok(work.value.hours) : work;
  });
}

/** How long something takes, with its unit. */
export function duration(): Field<Quantity> {
  return parsedText({ type: "string" }, "a time such as 450 ms, 1.8 s, 0.5 min or 1 h", parseDuration);
}

/** For the empty text. */
export const EXAMPLE_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export function sha256(): Field<string> {
  return parsedText({ type: "string", pattern: "^[0-9a-f]{64}$" }, "a sha256 of 64 hexadecimal digits", (written) => {
    const hash = written.toLowerCase();
    return /^[0-9a-f]{64}$/.test(hash) ? ok(hash) : problem("invalid-value", "a sha256 of 64 hexadecimal digits");
  });
}

/** One of a few words. */
export function choice<const T extends string>(words: readonly T[]): Field<T> {
  const expected = wordsLabel(words);
  const taken = new Map<Written, Parsed<T>>(words.map((word) => [word, ok(word)]));
  return leaf({ type: "string", enum: words }, (written) => {
    const word = taken.get(written);
    if (word !== undefined) return word;
    if (typeof written === "boolean" && (words as readonly string[]).includes(written ? "yes" : "no")) {
      return problem("wrong-type", expected, { hint: `write ${written ? "yes" : "no"}` });
    }
    if (typeof written !== "string") return wrongType(expected, undefined);
    return parseWord(written, words);
  });
}

export function weekdayName(): Field<Weekday> {
  return parsedText({ type: "string", enum: WEEKDAYS }, "a day of the week", (written) => {
    const day = parseWord(written, WEEKDAYS);
    return day.ok ? ok((WEEKDAYS.indexOf(day.value) + 1) as Weekday) : day;
  });
}

export function flag(): Field<boolean> {
  return leaf({ type: "boolean" }, (written) => {
    if (typeof written === "boolean") return ok(written);
    const hint =
      written === "yes" || written === "on"
        ? "write true"
        : written === "no" || written === "off"
          ? "write false"
          : undefined;
    return problem("wrong-type", "true or false", hint === undefined ? {} : { hint });
  });
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Field<number> {
  const expected = `a whole number from ${least} to ${most}`;
  return leaf({ type: "integer", minimum: least, maximum: most }, (written) => {
    if (typeof written !== "number") return problem("wrong-type", expected, wholeHint(written));
    return Number.isInteger(written) && written >= least && written <= most
      ? ok(written)
      : problem("invalid-value", expected);
  });
}

/** The possible meanings of a count in another form: `1.200`, `1,200`, `"1200"`. */
function wholeHint(written: Written): { readonly hint?: string } {
  if (typeof written !== "string") return {};
  const hint = /^\d+$/.test(written)
    ? `write ${written}, without quotes`
    : readingsHint(wholeReadings(written), written);
  return hint === undefined ? {} : { hint };
}

/** An exact number; also in quotes, for more digits than a double holds. */
function readDecimal(written: Written, expected: string): Parsed<Decimal> {
  if (typeof written === "number") return decimalOf(written);
  if (typeof written === "string") return parseNumber(written);
  return problem("wrong-type", expected);
}

function readWhole(written: Written, expected: string): Parsed<Decimal> {
  if (typeof written === "string") return parseWhole(written, expected);
  const number = readDecimal(written, expected);
  return number.ok && number.value.scale > 0 ? problem("invalid-value", expected) : number;
}

export interface DecimalLimits {
  readonly expected: string;
  /** Whether a fraction makes no sense, as of people. */
  readonly whole?: boolean;
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
}

export function decimalWithin({ expected, whole: isWhole, least, above, most }: DecimalLimits): Field<Decimal> {
  const json = {
    type: ["number", "string"],
    ...(least === undefined ? {} : { minimum: least }),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(most === undefined ? {} : { maximum: most }),
  };
  const [floor, base, ceiling] = [least, above, most].map((limit) =>
    limit === undefined ? undefined : decimal(limit),
  );
  return leaf(json, (written) => {
    const number = isWhole === true ? readWhole(written, expected) : readDecimal(written, expected);
    if (!number.ok) return number;
    const outside =
      (floor !== undefined && compareDecimals(number.value, floor) < 0) ||
      (base !== undefined && compareDecimals(number.value, base) <= 0) ||
      (ceiling !== undefined && compareDecimals(number.value, ceiling) > 0);
    return outside ? problem("invalid-value", expected) : number;
  });
}
