import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkedText, markdownText } from "../../../src/memo/text/markdown-text.ts";
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

describe("addresses in a text", () => {
  test.each([
    ["see https://wiki.example.com/a/b.", "see [https://wiki.example.com/a/b](https://wiki.example.com/a/b)."],
    ["HTTP://X.EXAMPLE/?a=1&b=2#top", "[HTTP://X.EXAMPLE/?a=1&b=2#top](HTTP://X.EXAMPLE/?a=1&b=2#top)"],
    ["mailto:ana@example.com", "[mailto:ana@example.com](mailto:ana@example.com)"],
    ["(https://x.example/a_(b))", "([https://x.example/a\\_(b)](https://x.example/a%5F%28b%29))"],
    [
      "https://x.example, https://y.example!",
      "[https://x.example](https://x.example), [https://y.example](https://y.example)!",
    ],
    ["https://x.example/a|b", "[https://x.example/a](https://x.example/a)\\|b"],
    ["https://x.example/*a*", "[https://x.example/\\*a](https://x.example/%2Aa)\\*"],
    ['"https://x.example"', '"[https://x.example](https://x.example)"'],
    ["\u0645\u0631 https://x.example", "\u2068\u0645\u0631\u2069 [https://x.example](https://x.example)"],
  ])("%j becomes %j", (text, shown) => {
    expect(linkedText(text)).toBe(shown);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://x.example",
    "//x.example/a",
    "www.example.com",
    "xhttps://x.example",
    "https://",
    "https:// x.example",
    "mailto:",
    "![x](javascript:alert(1))",
  ])("%j stays text", (text) => {
    expect(linkedText(text)).toBe(markdownText(text));
  });

  test("an address that seems to hold a key is masked and no link", () => {
    const shown = linkedText(`https://x.example/?key=ghp_${"a1B2".repeat(9)}`);
    expect(shown).not.toContain("ghp_");
    expect(shown).not.toMatch(/\]\([^)]*key=[^)]*a1B2/);
  });

  test("what is shown is the text, and every link says where it leads", () => {
    const unit = fc.constantFrom(
      "https://",
      "http://",
      "mailto:",
      "a",
      ".",
      "/",
      "(",
      ")",
      "[",
      "]",
      "*",
      " ",
      "|",
      "<",
      "_",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const links: string[] = [];
        const without = linkedText(text).replace(
          /(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g,
          (_, shown: string, address: string) => {
            links.push(address);
            return shown;
          },
        );
        expect(without.replaceAll("\\", "")).toBe(markdownText(text).replaceAll("\\", ""));
        for (const address of links) expect(address).toMatch(/^(https?:\/\/|mailto:)[^\s<>|*_()[\]]+$/);
      }),
    );
  });
});

describe("text from right to left is isolated as a whole", () => {
  const marked = (text: string) => text.replaceAll("\u2068", "{").replaceAll("\u2069", "}");
  const QUESTION = "\u0647\u0644 \u064a\u0639\u0645\u0644 GPT-4 v2 \u0641\u064a poc 2026";

  test.each([
    [QUESTION, `{${QUESTION}}`],
    [`${QUESTION}.`, `{${QUESTION}}.`],
    [`${QUESTION}: 15.0 pp higher`, `{${QUESTION}}: 15.0 pp higher`],
    [`Stopped: ${QUESTION} (36 of 300).`, `Stopped: {${QUESTION}} (36 of 300).`],
    [`${QUESTION.slice(0, 15)}\u2026`, `{${QUESTION.slice(0, 15)}}\u2026`],
    [`${QUESTION} and ${QUESTION}`, `{${QUESTION}} and {${QUESTION}}`],
    ["\u05e0\u05ea\u05d5\u05e0\u05d9\u05dd 36 of 300", "{\u05e0\u05ea\u05d5\u05e0\u05d9\u05dd} 36 of 300"],
    ["\u05e0\u05ea\u05d5\u05e0\u05d9\u05dd GPT-4 36 of 300", "{\u05e0\u05ea\u05d5\u05e0\u05d9\u05dd GPT-4} 36 of 300"],
    ["plain", "plain"],
  ])("%j is shown as %j", (text, shown) => {
    expect(marked(markdownText(text, [QUESTION]))).toBe(shown);
  });
});
