import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, dayNumber, parseDate, type CivilDate } from "../../src/domain/scalars/calendar.ts";
import { parseDay } from "../../src/domain/scalars/readings/parse-day.ts";
import { conditionText, parseCondition } from "../../src/domain/scalars/condition.ts";
import { countText, parseCount } from "../../src/domain/scalars/count.ts";
import {
  addDecimals,
  compareDecimals,
  decimalText,
  parseDecimal,
  shortDecimalText,
  subtractDecimals,
} from "../../src/domain/scalars/decimal.ts";
import { baselineText, parseBaseline } from "../../src/domain/records/eval.ts";
import { parseIdentifier, slugText } from "../../src/domain/scalars/identifier.ts";
import { instantText, parseInstant } from "../../src/domain/scalars/instant.ts";
import { moneyText, parseMoney } from "../../src/domain/scalars/money.ts";
import { nearest } from "../../src/domain/scalars/nearest.ts";
import type { Parsed } from "../../src/domain/scalars/parsed.ts";
import { parsePerson, personText } from "../../src/domain/scalars/person.ts";
import { parseQuantity, quantityText } from "../../src/domain/scalars/quantity.ts";
import { expectationText, parseExpectation, parseTarget, targetText } from "../../src/domain/scalars/target.ts";
import {
  parseTokenCount,
  parseTokenUse,
  tokenCountText,
  tokenUseText,
} from "../../src/domain/records/tokens/tokens.ts";
import { parseUnitPrice, unitPriceText } from "../../src/domain/scalars/unit-price.ts";
import { hostileText, money } from "./arbitrary-entry.ts";
import { runs } from "../support/properties.ts";

const TODAY = "2026-11-25" as CivilDate;

interface Parser {
  readonly name: string;
  readonly parse: (text: string) => Parsed<unknown>;
  /** The text that `parse` gave, or the canonical text of its value. */
  readonly again: (text: string) => string | undefined;
  readonly examples: readonly string[];
}

function parser<T>(
  name: string,
  parse: (text: string) => Parsed<T>,
  write: (value: T) => string,
  ...examples: readonly string[]
): Parser {
  const again = (text: string) => {
    const result = parse(text);
    return result.ok ? write(result.value) : undefined;
  };
  return { name, parse, again, examples };
}

const PARSERS: readonly Parser[] = [
  parser("parseDecimal", parseDecimal, decimalText, "-12.40"),
  parser("parseMoney", parseMoney, moneyText, "12.4 EUR", "-5 JPY"),
  parser("parseUnitPrice", parseUnitPrice, unitPriceText, "0.0750 USD"),
  parser("parseTokenCount", parseTokenCount, tokenCountText, "1.20M"),
  parser("parseTokenUse", (text) => parseTokenUse("m", text), tokenUseText, "1.2M/310k cached 800k"),
  parser("parseDate", parseDate, String, "2026-11-25"),
  parser("parseDay", (text) => parseDay(text, TODAY), String, "yesterday", "3 days ago"),
  parser("parseInstant", parseInstant, instantText, "2026-11-25T16:20Z"),
  parser("parseQuantity", parseQuantity, quantityText, "1.80 s", "12 %"),
  parser("parseCount", parseCount, countText, "1 / 2"),
  parser("parseTarget", parseTarget, targetText, "value<=12.0%"),
  parser("parseExpectation", parseExpectation, expectationText, "8 %"),
  parser("parseCondition", parseCondition, conditionText, "a>3.50 s"),
  parser("parseBaseline", parseBaseline, baselineText, "41/200", "20.0%"),
  parser("parsePerson", parsePerson, personText, "Ana  <a@b>"),
  parser("parseIdentifier", parseIdentifier, String, "wrong-rate"),
];

/** Pieces that parsers look for, put together at random: more often read than any text is. */
const pieces = fc
  .array(
    fc.constantFrom(
      "1",
      "0",
      "12.40",
      "-",
      ".",
      ",",
      " ",
      "EUR",
      "USD",
      "%",
      "pp",
      "s",
      "/",
      "value",
      "reduction",
      "gain",
      "difference",
      "<=",
      ">",
      "=",
      "2026",
      "-11",
      "-25",
      "T",
      "16:20",
      ":00",
      "+01:00",
      "Z",
      "Ana",
      "<",
      "a@b",
      "wrong-rate",
      "e3",
      "\n",
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe.each(PARSERS)("$name", ({ parse, again, examples }) => {
  it("never throws, and says what was expected", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, pieces), (text) => {
        const result = parse(text);
        if (result.ok) return;
        expect(result.problem.expected).not.toBe("");
        const [start, end] = result.problem.within ?? [0, 0];
        expect(start <= end && end <= text.length).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("reads what it writes, as the same", () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.constantFrom(...examples)), (text) => {
        const canonical = again(text);
        expect(canonical === undefined || again(canonical) === canonical).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
    expect(examples.map(again)).not.toContain(undefined);
  });

  // 50,000 characters each; where a regular expression goes over the text again and again, this does not end in time.
  it.each(["a", "1", " ", "=", "-", ".", "é", "a ", "1,", "<", "\n", "1 "])(
    "is done with a long row of %j, whatever stands around it",
    (unit) => {
      const row = unit.repeat(50_000 / unit.length);
      for (const [before, after] of [
        ["", ""],
        ["a", "\nb"],
        ["value <=", "\nb"],
        ["a >", "x\n"],
        ["1", "<"],
        ["Ana <", ">"],
        ["1 /", "x"],
      ]) {
        expect(parse(`${before}${row}${after}`).ok).toBeTypeOf("boolean");
      }
    },
  );
});

describe("round trips", () => {
  it("of money", () => {
    fc.assert(
      fc.property(money, (amount) => {
        expect(parseMoney(moneyText(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  it("of dates", () => {
    const day = fc.integer({ min: dayNumber("1900-01-01" as CivilDate), max: dayNumber("9999-12-31" as CivilDate) });
    fc.assert(
      fc.property(day, (number) => {
        const date = civilDate(number);
        expect(parseDate(date)).toEqual({ ok: true, value: date });
        expect(dayNumber(date)).toBe(number);
      }),
    );
  });

  it("of instants, to the second and with their offset", () => {
    const instant = fc.record({
      epochMs: fc.integer({ min: 0, max: 4e9 }).map((seconds) => seconds * 1000),
      offset: fc.integer({ min: -840, max: 840 }),
    });
    fc.assert(
      fc.property(instant, (at) => {
        expect(parseInstant(instantText(at))).toEqual({ ok: true, value: at });
      }),
    );
  });

  it("of decimals, every digit", () => {
    const decimal = fc.record({
      digits: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
      scale: fc.nat(15),
    });
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(parseDecimal(decimalText(a))).toEqual({ ok: true, value: a });
        expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0);
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
        const short = parseDecimal(shortDecimalText(a));
        expect(short.ok && compareDecimals(short.value, a)).toBe(0);
      }),
    );
  });
});

describe("names", () => {
  it("are ids once they are slugs", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const slug = slugText(text);
        expect(slug.length).toBeLessThanOrEqual(40);
        if (slug !== "") expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });

  it("are their own nearest", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.nat(), (words, turn) => {
        const word = words[turn % words.length] ?? "";
        expect(nearest(word, words)).toBe(word);
      }),
    );
  });
});
