import * as fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { asciiText } from "../../src/output/terminal/ascii-text.ts";
import { addedWidths, displayWidth, pad, truncate, wrap } from "../../src/output/terminal/display-width.ts";
import { line, safe, type Safe } from "../../src/output/terminal/safe.ts";
import { FORBIDDEN } from "./hostile-texts.ts";

describe("safe", () => {
  test.each([
    ["plain text stays", "plain text stays"],
    ["a\nb\tc\rd", "a\\nb\\tc\\rd"],
    ["\x1b[31m", "\\x1b[31m"],
    ["\x9b", "\\x9b"],
    ["\x7f", "\\x7f"],
    ["\u202eabc", "\\u202eabc"],
    ["\ud800x", "\\ud800x"],
    ["\u{e0041}", "\\u{e0041}"],
    ["wrong\u200d-rate", "wrong\\u200d-rate"],
    ["👩\u200d👧", "👩\u200d👧"],
    ["می\u200cخواهم", "می\u200cخواهم"],
    ["❤\ufe0f", "❤\ufe0f"],
    ["go\ufe0f", "go\\ufe0f"],
    ["Müller 漢字 ✓", "Müller 漢字 ✓"],
  ])("%j is shown as %j", (raw, shown) => {
    expect(safe(raw)).toBe(shown);
  });

  test("keeps line feeds where asked, and reads CR LF as one", () => {
    expect(safe("a\r\nb\nc\rd", { lines: true })).toBe("a\nb\nc\\rd");
  });

  test("lets nothing through, and changes nothing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const shown = safe(raw);
        expect(FORBIDDEN.test(shown)).toBe(false);
        expect(shown).not.toContain("\n");
        expect(safe(shown)).toBe(shown);
      }),
    );
  });

  test("line puts safe text between the tool's own words", () => {
    expect(line`day ${3} of ${safe("\x07")}`).toBe("day 3 of \\x07");
  });
});

describe("width", () => {
  test.each([
    ["abc", 3],
    ["漢字", 4],
    ["한글", 4],
    ["e\u0301", 1],
    ["👍", 2],
    ["❤\ufe0f", 2],
    ["é", 1],
    ["├─●─┤", 5],
    ["\x1b[31mred\x1b[39m", 3],
    ["", 0],
    ["ｆｕｌｌ", 8],
    ["👩\u200d👧", 2],
    ["👍🏽", 2],
    ["🇩🇪🇫🇷", 4],
    ["\u1112\u1161\u11ab\u1100\u1173\u11af", 4],
    ["می\u200cخواهم", 7],
    ["か\u3099", 2],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text as Safe)).toBe(width);
  });

  test("of a letter that needs no table is that of the table, alone and after what joins", () => {
    for (let code = 0x20; code < 0xd800; code++) {
      const letter = String.fromCharCode(code) as Safe;
      // Where the table differs, it takes half a syllable for a whole one, and a joiner for a letter.
      if (/[\u1100-\u11ff\u200c\u200d]/.test(letter)) continue;
      const alone = stringWidth(letter);
      expect([code, displayWidth(letter)]).toEqual([code, alone]);
      if (alone === 1 && !/\p{M}|\p{Extended_Pictographic}/u.test(letter))
        expect([code, addedWidths(["👩\u200d" as Safe, letter])[1]]).toEqual([code, alone]);
    }
  });

  const letters = ["a", "b", " ", "-", "\n", "漢", "e\u0301", "\u1112\u1161\u11ab", "می\u200cخ"];
  const emoji = ["👍", "❤\ufe0f", "👩\u200d👧", "👍🏽", "🇩🇪"];
  const anything = fc
    .string({ unit: fc.constantFrom(...letters, ...emoji) })
    .map((text) => safe(text, { lines: true }));

  test("wrap fits, and loses nothing but spaces", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrap(text, columns);
        for (const row of lines) expect(displayWidth(row)).toBeLessThanOrEqual(columns);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("truncate fits and marks what it cut; pad fills", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 40 }), (text, columns) => {
        const flat = safe(text);
        const cut = truncate(flat, columns, line`…`);
        expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
        if (displayWidth(flat) <= columns) expect(cut).toBe(flat);
        else expect(cut === flat).toBe(false);
        expect(displayWidth(pad(cut, columns))).toBe(columns);
      }),
    );
  });
});

test.each([
  [
    ["a", "e", "\u0301", "b"],
    [1, 1, 0, 1],
  ],
  [
    ["❤", "\ufe0f", "!"],
    [1, 1, 1],
  ],
  [
    ["👩", "\u200d", "👧", "x"],
    [2, 0, 0, 1],
  ],
  [
    ["漢", "字"],
    [2, 2],
  ],
  [
    ["\\x07", "é"],
    [4, 1],
  ],
] as const)("of %j each piece adds %j columns", (pieces, widths) => {
  expect(addedWidths(pieces as readonly string[] as readonly Safe[])).toEqual(widths);
});

test("ASCII spells out what it can and escapes the rest", () => {
  expect(asciiText("Müller, ≥ 40 % – 12 €, 漢")).toBe("Muller, >= 40 % - 12 EUR, \\u{6f22}");
});
