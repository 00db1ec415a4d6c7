import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUnseen, visibleText } from "../../../src/domain/scalars/visible-text.ts";

test.each([
  ["plain, grüße, 日本, 👍", "plain, grüße, 日本, 👍"],
  ["\u001b[31mred\u0007", "\\x1b[31mred\\x07"],
  ["a\nb\rc\td", "a\\nb\\rc\\td"],
  ["\u009b31m\u007f", "\\x9b31m\\x7f"],
  ["\u202egnp\u2066\u200e", "\\u202egnp\\u2066\\u200e"],
  ["\ud83d alone \udc4d", "\\ud83d alone \\udc4d"],
  ["a\u200db", "a\\u200db"],
  ["👩\u200d💻", "👩\u200d💻"],
  ["\u{e0041}", "\\u{e0041}"],
])("%j is written out", (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

test("line feeds stay where they are asked for, and CR LF is one", () => {
  expect(visibleText("a\r\nb\n\rc", { lines: true })).toBe("a\nb\n\\rc");
});

test("nothing unseen is left in what is shown, but the joiners of letters", () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join("x");
  const left = [...visibleText(all)].filter((character) => isUnseen(character.codePointAt(0)!));
  expect(left).toEqual([]);
});

describe("what is harmless is passed without being looked at, with the same result", () => {
  // The first character is none of those, so that the rest is looked at letter by letter.
  const looked = (text: string, lines: boolean) => visibleText(`\0${text}`, { lines }).slice(String.raw`\x00`.length);

  test.each([[false], [true]])("every character, with line feeds kept: %s", (lines) => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    const others = codes.filter((code) => {
      const text = `a${String.fromCharCode(code)}b`;
      return visibleText(text, { lines }) !== looked(text, lines);
    });
    expect(others).toEqual([]);
  });

  test("texts of them", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."aé·–…→≤€\n\r\t\u00ad\u200d\u200b\u2028\u2060\ufe0f👩") });
    fc.assert(
      fc.property(texts, fc.boolean(), (text, lines) => {
        expect(visibleText(text, { lines })).toBe(looked(text, lines));
      }),
    );
  });
});
