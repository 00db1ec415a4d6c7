import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownText } from "../../../src/memo/text/markdown-text.ts";
import { lineStructure } from "./markdown-structure.ts";
import { runs } from "../../support/properties.ts";

test.each([
  ["plain words stay, with 46.3%, C#, R&D, a_b and k=8", "plain words stay, with 46.3%, C#, R&D, a_b and k=8"],
  ["a | b", "a \\| b"],
  ["two\nlines\r\nthree", "two lines three"],
  ["# Decision: GO", "\\# Decision: GO"],
  ["issue #12 ##", "issue \\#12 \\#\\#"],
  ["<b>bold</b>", "&lt;b>bold&lt;/b>"],
  ["-->", "--&gt;"],
  ["> quoted", "&gt; quoted"],
  ["[x](javascript:1)", "\\[x\\](javascript:1)"],
  ["*a* _b_ ~~c~~ `d` $e$", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\$e\\$"],
  ["- item", "\\- item"],
  ["-5%", "-5%"],
  ["---", "\\---"],
  ["12. twelfth", "12\\. twelfth"],
  ["12.40 EUR", "12.40 EUR"],
  ["&lt; & &#60;", "&amp;lt; & &amp;#60;"],
  ["back\\slash", "back\\\\slash"],
  ["\u202eGO", "\\\\u202eGO"],
  ["", ""],
])("%j is written %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});

const marks = fc.constantFrom(
  ..."\\`*_{}[]()#+-.!|~<>&$=:;\"'/ \n\r\t\u2028ax1^@%?,\u202e\u0000",
  "http://a.b",
  "<!--",
  "-->",
  "<b>",
  "&lt",
  "](",
  "![",
  "```",
  "[aaaaaa1]",
  "{{",
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(marks, { maxLength: 20 }).map((parts) => parts.join("")),
);

describe("any text", () => {
  const structure = (template: (text: string) => string) => (text: string) => {
    const shown = markdownText(text);
    fc.pre(shown !== "");
    expect(lineStructure(template(shown)), template(shown)).toBe(lineStructure(template("x")));
  };

  test("stays on one line", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect([..."\n\r\v\f\u0085\u2028\u2029"].filter((end) => markdownText(text).includes(end))).toEqual([]);
      }),
    );
  });

  test.each<[string, (text: string) => string]>([
    ["starts no block at the start of a line", (text) => text],
    ["opens no table cell", (text) => `| a | ${text} | b |`],
    ["changes no heading", (text) => `## ${text}`],
    ["opens nothing within a line", (text) => `- **x** ${text} **y**`],
    ["stays quoted", (text) => `> ${text}`],
  ])("%s", (_, template) => {
    fc.assert(fc.property(texts, structure(template)), { numRuns: runs(500) });
  });

  test("is harmless beside any other", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        fc.pre(markdownText(a) !== "" && markdownText(b) !== "");
        expect(lineStructure(`| ${markdownText(a)}${markdownText(b)} |`)).toBe(lineStructure("| x |"));
      }),
    );
  });
});

test("the check itself sees what breaks out", () => {
  for (const text of ["a | b", "# x", "<b>", "[x](y)", "`x`", "**x**", "$x$"])
    expect(lineStructure(`| ${text} |`) + lineStructure(text)).not.toBe(lineStructure("| x |") + lineStructure("x"));
});
