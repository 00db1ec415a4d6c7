import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MEMOS } from "../../../src/app/documents/documents.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { markdownPage } from "../../../src/memo/page/markdown-page.ts";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { DOCUMENTS, pageOf } from "../../support/page-of.ts";
import { POC, run, world } from "../../support/run.ts";
import { goldenPage } from "../documents/golden-page.ts";
import { harmless, HOSTILE_TEXTS, withTexts } from "../documents/hostile-records.ts";
import { pageStructure } from "./page-structure.ts";
import { emptyRecords, sampleRecords, standingAt } from "../documents/sample-records.ts";

const [DECISION] = MEMOS;
const STYLE = readFileSync("templates/page/page.css", "utf8");
const HOSTILE = `</td></style><script>alert("1")</script> <img src=x onerror=alert(1)> **b** {{title}} [x](javascript:alert(1)) | & 'q' \u202e שלום عربى\n# Decision: GO`;

// Its text is the committed one of examples/, which test/examples/replay.test.ts holds it to.
test("the page of the example is small enough to forward", async () => {
  const { stdout, exitCode } = await run(
    ["memo", "--format", "html", "-o", "-"],
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-20T10:05:00+01:00" }),
  );

  expect(exitCode).toBe(0);
  expect(stdout.length).toBeLessThan(200_000);
});

test.each([
  ["empty-draft", "a PoC that was just scaffolded", emptyRecords, "2026-11-23"],
  ["hostile", "a decided PoC with an attack in each text", withTexts(sampleRecords, HOSTILE), "2026-12-07"],
] as const)("the page of the decision memo: %s", async (name, poc, records, date) => {
  const page = pageOf(DECISION!, standingAt(records, date));
  await expect(goldenPage(`The decision memo of ${poc}, as of ${date}`, page)).toMatchFileSnapshot(
    `../documents/golden/decision-${name}.html`,
  );
});

test.each(DOCUMENTS)("the page of $kind has the style sheet once, as it is", (document) => {
  const page = pageOf(document, standingAt(sampleRecords, "2026-12-07"));
  expect(page.split("<style>")).toHaveLength(2);
  expect(page).toContain(`<style>\n${STYLE.trim()}\n</style>\n`);
});

test.each(["light", "dark"])("every mark that carries meaning has a contrast of 3 to 1 on %s paper", (scheme) => {
  const blocks = [...STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, block = ""]) => block);
  const block = scheme === "light" ? blocks[0]! : blocks[1]!;
  const colours = new Map([...block.matchAll(/--([a-z-]+): #([0-9a-f]{6})/g)].map(([, name, hex]) => [name!, hex!]));
  const low = ["ink", "soft", "series", "limit", "good", "bad", "caution", "open"].flatMap((name) =>
    ["paper", "good-wash", "open-wash"]
      .filter((ground) => contrast(colours.get(name)!, colours.get(ground)!) < 3)
      .map((ground) => `${name} on ${ground}`),
  );
  expect(low).toEqual([]);
});

/** WCAG 2: relative luminance of both, the lighter over the darker. */
function contrast(a: string, b: string): number {
  const light = (hex: string) =>
    [0, 2, 4]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, k) => sum + part * [0.2126, 0.7152, 0.0722][k]!, 0);
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
  return (more! + 0.05) / (less! + 0.05);
}

test("the style of a page fetches nothing and cannot end early", () => {
  expect(STYLE).not.toMatch(/url\(|@import|@font-face|<\/|expression/i);
});

describe("data changes no element, no attribute and no address of a page", () => {
  const structures = (text: string) =>
    DOCUMENTS.map((document) =>
      pageStructure(pageOf(document, standingAt(withTexts(sampleRecords, text), "2026-12-07"))),
    );
  test("there is something to compare", () => {
    expect(structures("x").every((elements) => elements.length > 30)).toBe(true);
  });

  // Each third: what Markdown makes of all of them is tested with the memo, which a page is made from.
  test.each(
    [...HOSTILE_TEXTS.filter((text, k) => text.trim() !== "" && k % 3 === 0), HOSTILE].map((text) => [
      text.slice(0, 60),
      text,
    ]),
  )("%j", (_, text) => {
    expect(structures(text)).toEqual(structures(harmless(text)));
  });
});

describe("of the Markdown of a template", () => {
  const body = (markdown: string) => markdownPage(markdown, new Map()).front.trim();

  test.each([
    ["raw HTML is shown, not passed on", "a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"],
    ["nor as a block", "<div onclick=x>\nb\n</div>", "<p>&lt;div onclick=x&gt;\nb\n&lt;/div&gt;</p>"],
    ["nor as a script", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["a comment says nothing", "a <!-- b --> c", "<p>a  c</p>"],
    [
      "a link leads to the web",
      "[a](https://example.com)",
      '<p><a href="https://example.com" rel="noopener noreferrer">a</a></p>',
    ],
    ["or into the document", "[a](#b)", '<p><a class="cite" href="#b">a</a></p>'],
    ["but to no script", "[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"],
    ["nor to a file", "[a](file:///etc/passwd)", "<p>[a](file:///etc/passwd)</p>"],
    ["nor to data", "[a](data:image/png;base64,AA==)", "<p><a>a</a></p>"],
    ["an image from elsewhere is named", "![logo](https://example.com/a.png)", "<p>logo</p>"],
    [
      "an image that lies in it is shown",
      "![logo](data:image/png;base64,AA==)",
      '<p><img src="data:image/png;base64,AA==" alt="logo"></p>',
    ],
    [
      "but no drawing that could hold a script",
      "![logo](data:image/svg+xml;base64,AA==)",
      "<p>![logo](data:image/svg+xml;base64,AA==)</p>",
    ],
    ["an anchor stays", 'x <a id="abc1234"></a>y', '<p>x <a id="abc1234"></a>y</p>'],
    [
      "an anchor with more to it does not",
      '<a id="a" onclick="b"></a>y',
      "<p>&lt;a id=&quot;a&quot; onclick=&quot;b&quot;&gt;&lt;/a&gt;y</p>",
    ],
    [
      "the anchor of an item is the item's",
      '- <a id="abc1234"></a>**abc1234** x',
      '<ul>\n<li id="abc1234" class="entry"><strong>abc1234</strong> x</li>\n</ul>',
    ],
    ["a mark that is never closed is text", "x <poc-lead>y", "<p>x &lt;poc-lead&gt;y</p>"],
    [
      "a badge needs no colon",
      "<poc-badge-good>Met</poc-badge>: why",
      '<p><strong class="badge good">Met</strong> why</p>',
    ],
    [
      "a box is drawn",
      "- [x] a\n- [ ] b",
      '<ul>\n<li class="task"><span class="box done" role="img" aria-label="done"></span>a</li>\n<li class="task"><span class="box" role="img" aria-label="to do"></span>b</li>\n</ul>',
    ],
    ["a box in data is text", "- \\[x\\] a", "<ul>\n<li>[x] a</li>\n</ul>"],
  ])("%s", (_, markdown, html) => {
    expect(body(markdown)).toBe(html);
  });

  test("cells say what they are, and an empty heading heads nothing", () => {
    expect(body("| | A |\n|---|---|\n| b | c |")).toBe(
      '<div class="table"><table role="table" class="of-2">\n<thead role="rowgroup">\n<tr role="row">\n<td role="cell"></td>\n<th role="columnheader" scope="col">A</th>\n</tr>\n</thead>\n<tbody role="rowgroup">\n<tr role="row">\n<th role="rowheader" scope="row">b</th>\n<td role="cell" data-label="A">c</td>\n</tr>\n</tbody>\n</table></div>',
    );
  });

  test.each([
    [
      "a rule",
      "# T\n\na\n\n---\n\n## Appendix: b",
      { title: "T", front: "<h1>T</h1>\n<p>a</p>\n", appendix: "<h2>Appendix: b</h2>\n" },
    ],
    [
      "a heading",
      "# T\n\na\n\n## Appendix: b",
      { title: "T", front: "<h1>T</h1>\n<p>a</p>\n", appendix: "<h2>Appendix: b</h2>\n" },
    ],
    ["nothing", "a", { title: "", front: "<p>a</p>\n", appendix: "" }],
  ])("%s begins the appendix", (_, markdown, parts) => {
    expect(markdownPage(markdown, new Map())).toEqual(parts);
  });
});

describe("charts and badges in a template", () => {
  const rendered = (text: string, medium: "text" | "page" = "text") => {
    const result = renderTemplate({ name: "memo/own.md.hbs", text }, { verdict: "Not met", empty: "" }, new Map(), {
      medium,
      charts: new Map([
        ["spend", "Spent: 3 EUR | all"],
        ["evals", ""],
      ]),
    });
    return result.ok
      ? result.text
      : `${result.diagnostic.location.span.line}:${result.diagnostic.location.span.column} ${result.diagnostic.message}; ${result.diagnostic.hint}`;
  };

  test.each([
    ['{{chart "spend"}}', "Spent: 3 EUR \\| all", "<!-- chart:spend -->"],
    ['{{chart "evals"}}', "", ""],
    ["{{badge verdict}}", "**Not met**", "<poc-badge-bad>Not met</poc-badge>"],
    ["{{badge empty}}", "", ""],
    ['{{lead "Question"}}', "**Question.**", "<poc-lead>Question</poc-lead>"],
  ])("%s", (template, text, page) => {
    expect([rendered(template), rendered(template, "page")]).toEqual([text, page]);
  });

  test("a chart that there is none of is a fault with its place and the names that there are", () => {
    expect(rendered('a\n {{chart "spent"}}')).toBe(
      "2:2 there is no chart spent; did you mean spend? there is spend, evals",
    );
  });
});
