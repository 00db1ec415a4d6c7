import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idText, quietText } from "../../../src/memo/comment/quiet-text.ts";
import { HOSTILE_TEXTS } from "../../output/hostile-texts.ts";

const Z = "\u200b";

describe("nobody is pinged and nothing is linked", () => {
  test.each([
    ["ask @marta", `ask @${Z}marta`],
    ["ask @acme/platform-team", `ask @${Z}acme/platform-team`],
    ["mail ana@example.com", `mail ana@${Z}example.com`],
    ["fixes #12", `fixes \\#${Z}12`],
    ["acme/poc#12", `acme/poc#${Z}12`],
    ["GH-7 and gh-8", `GH-${Z}7 and gh-${Z}8`],
    ["merge !34", `merge !${Z}34`],
    ["epic &9", `epic &amp;${Z}9`],
    ["milestone %3", `milestone %${Z}3`],
    ["~bug", `\\~${Z}bug`],
    ["at 5cf2d0ba1", `at 5cf2d0${Z}ba1`],
    ["5CF2D0BA10", `5CF2D0${Z}BA10`],
    ["https://github.com/acme/poc/issues/4", `https:${Z}//github.com/acme/poc/issues/4`],
    ["https://gitlab.com/a/b/-/merge_requests/4", `https:${Z}//gitlab.com/a/b/-/merge_requests/4`],
  ])("%j", (text, shown) => {
    expect(quietText(text)).toBe(shown);
  });

  test.each(["50% of 200", "a defaced page", "https://wiki.example.com/guardrails", "8% < 12"])(
    "%j links to nothing",
    (text) => {
      expect(quietText(text)).not.toContain(Z);
    },
  );

  test("whatever is written", () => {
    const PINGS = /@[\p{L}\p{N}]|#\d|\bGH-\d|![\d]|\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/iu;
    const part = fc.constantFrom(
      "@",
      "#",
      "GH-",
      "!",
      "a",
      "1",
      "deadbeef1",
      " ",
      "\n",
      "`",
      "\\",
      "|",
      "<",
      "://",
      "/issues/",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(quietText(parts.join(""))).not.toMatch(PINGS);
      }),
    );
  });
});

test.each(HOSTILE_TEXTS.map((text) => [text]))("%j opens no markup, cell or line", (text) => {
  const shown = quietText(`| ${text} <!-- -->`);
  expect(shown).not.toMatch(/[\n\r]|(?<!\\)\||<!--|<[a-z]/i);
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  expect(`${shown}${idText(text)}`).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
});

test("a text with a key is not shown", () => {
  expect(quietText("the key is AKIAABCDEFGHIJKLMNOP")).not.toContain("AKIA");
});

test("long texts are cut, and no character is cut in two", () => {
  expect(quietText("😀".repeat(400), 10)).toBe(`${"😀".repeat(10)}…`);
});
