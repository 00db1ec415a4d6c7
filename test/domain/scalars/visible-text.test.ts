import { expect, test } from "vitest";
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
