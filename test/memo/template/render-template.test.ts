import { describe, expect, test } from "vitest";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import type { Partials } from "../../../src/memo/template/rendering.ts";

const view = {
  title: "A | B",
  empty: "",
  yes: true,
  no: false,
  rows: [
    { name: "one", entries: ["aaaaaa1"] },
    { name: "two", entries: ["aaaaaa1", "aaaaaa2", "aaaaaa3", "aaaaaa4", "aaaaaa5"] },
  ],
  words: ["x", "y"],
  none: [],
  deep: { inner: { leaf: "leaf" } },
  url: "https://example.com/a(b)|c",
  bad: "javascript:alert(1)",
  lines: "first\n# second\n\nthird",
};

function render(text: string, partials: Readonly<Record<string, string>> = {}, name = "templates/memo/mine.md.hbs") {
  const named: Partials = new Map(
    Object.entries(partials).map(([key, partial]) => [
      key,
      { name: `templates/partials/${key}.md.hbs`, text: partial },
    ]),
  );
  return renderTemplate({ name, text }, view, named);
}

function rendered(text: string, partials: Readonly<Record<string, string>> = {}): string {
  const result = render(text, partials);
  if (!result.ok) throw new Error(result.diagnostic.message);
  return result.text;
}

/** `file:line:column: message (hint)` */
function fault(text: string, partials: Readonly<Record<string, string>> = {}, name?: string): string {
  const result = render(text, partials, name);
  if (result.ok) throw new Error(`rendered: ${result.text.slice(0, 200)}`);
  const { location, message, hint, code } = result.diagnostic;
  expect(code).toBe("invalid-template");
  return `${location.file.replace("templates/", "")}:${location.span.line}:${location.span.column}: ${message}${hint === undefined ? "" : ` (${hint})`}`;
}

describe("renders", () => {
  test.each<[string, string]>([
    ["{{title}}", "A \\| B"],
    ["{{deep.inner.leaf}} {{deep/inner/leaf}}", "leaf leaf"],
    ["{{#if yes}}a{{else}}b{{/if}}{{#if no}}a{{else}}b{{/if}}{{#if empty}}a{{/if}}{{#if none}}a{{/if}}", "ab"],
    ["{{#if no}}a{{else if yes}}b{{else}}c{{/if}}", "b"],
    ["{{#unless no}}a{{/unless}}{{^if yes}}b{{/if}}", "a"],
    ["{{#each words}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}", "0x, 1y"],
    ["{{#each none}}x{{else}}nothing{{/each}}", "nothing"],
    ["{{#each rows}}{{name}} of {{../title}} {{/each}}", "one of A \\| B two of A \\| B "],
    ["{{#each rows as |row|}}{{#each row.entries}}{{row.name}}{{/each}}{{/each}}", "onetwotwotwotwotwo"],
    ["{{#with deep.inner}}{{leaf}} {{@root.url}}{{/with}}", "leaf https://example.com/a(b)\\|c"],
    ["{{#if (eq deep.inner.leaf 'leaf')}}same{{/if}}{{#if (eq title 'x')}}other{{/if}}", "same"],
    ["{{rows.length}}", "2"],
    ["{{! gone }}a{{!-- {{gone}} --}}b \\{{title}}", "ab {{title}}"],
    ["{{link 'see | this' url}}", "[see \\| this](https://example.com/a%28b%29%7Cc)"],
    ["{{link bad bad}}", "javascript:alert(1)"],
    ["{{#each rows}}{{cite entries}};{{/each}}", "[aaaaaa1];[aaaaaa1] [aaaaaa2] [aaaaaa3] and 2 more;"],
    ["{{#each rows}}{{cite-all entries}};{{/each}}", "[aaaaaa1];[aaaaaa1] [aaaaaa2] [aaaaaa3] [aaaaaa4] [aaaaaa5];"],
    [
      "{{anchor 'aaaaaa1'}}{{anchor 'x\"y'}}|{{reference 'aaaaaa1'}}{{reference 'a b'}}",
      '<a id="aaaaaa1"></a>|[aaaaaa1]: #aaaaaa1',
    ],
    ["{{block lines}}", "> first\n> \\# second\n>\n> third"],
  ])("%s", (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  test("partials, with values of their own, and indented where they stand alone", () => {
    expect(
      rendered("{{> row deep.inner}} {{> pair left=title right='r'}}", {
        row: "({{leaf}})",
        pair: "{{left}}/{{right}}",
      }),
    ).toBe("(leaf) A \\| B/r");
    expect(rendered("- list\n  {{> item}}\nend", { item: "one\ntwo\n" })).toBe("- list\n  one\n  two\nend");
  });
});

describe("faults, with their place", () => {
  test.each<[string, string]>([
    ["a\n  {{tilte}}", "memo/mine.md.hbs:2:5: there is no tilte here (did you mean title?)"],
    ["{{deep.inner.laef}}", "memo/mine.md.hbs:1:3: there is no laef here: deep.inner.laef (did you mean leaf?)"],
    ["{{#each rows}}\n{{nmae}}{{/each}}", "memo/mine.md.hbs:2:3: there is no nmae here (did you mean name?)"],
    ["{{#if tilte}}x{{/if}}", "memo/mine.md.hbs:1:7: there is no tilte here (did you mean title?)"],
    ["{{title.length}}", "memo/mine.md.hbs:1:3: title.length leads into a text, which has no length"],
    ["{{rows}}", "memo/mine.md.hbs:1:3: rows is a list, not a text (write {{#each rows}}…{{/each}})"],
    [
      "{{deep}}",
      "memo/mine.md.hbs:1:3: deep is an object, not a text (write {{#with deep}}…{{/with}}, or a name in it: inner)",
    ],
    ["{{../title}}", "memo/mine.md.hbs:1:3: nothing lies above: ../title leaves the document"],
    ["{{@indxe}}", "memo/mine.md.hbs:1:3: there is no @indxe here (there is @root)"],
    [
      "{{{title}}}",
      "memo/mine.md.hbs:1:1: values cannot be put in raw (write {{…}} with two braces: it is safe in this document)",
    ],
    [
      "{{&title}}",
      "memo/mine.md.hbs:1:1: values cannot be put in raw (write {{…}} with two braces: it is safe in this document)",
    ],
    ["{{lnik title url}}", "memo/mine.md.hbs:1:3: there is no helper lnik (did you mean link?)"],
    ["{{link title}}", "memo/mine.md.hbs:1:1: link is written {{link text url}}"],
    ["{{cite title}}", "memo/mine.md.hbs:1:1: cite is written {{cite entries}}"],
    [
      "{{#rows}}x{{/rows}}",
      "memo/mine.md.hbs:1:4: there is no block rows (write {{#if rows}}, {{#each rows}} or {{#with rows}})",
    ],
    ["{{#each title}}x{{/each}}", "memo/mine.md.hbs:1:9: {{#each}} needs a list, and this is not one"],
    ["{{#if (lookup rows 0)}}x{{/if}}", "memo/mine.md.hbs:1:8: only eq can stand in parentheses, not lookup"],
    ["{{#if}}x{{/if}}", "memo/mine.md.hbs:1:1: {{#if}} takes exactly one value"],
    ["a\nb {{#each rows}}\nc", "memo/mine.md.hbs:2:3: {{#each rows}} is never closed (close it with {{/…}})"],
    ["a\n{{/if}}", "memo/mine.md.hbs:2:1: this closes a block that is not open"],
    ["{{#if yes}}\n{{/each}}", "memo/mine.md.hbs:1:4: {{#if}} is closed by {{/each}}"],
    ["{{title", "memo/mine.md.hbs:1:1: this {{ is never closed (close it with }})"],
    ["{{title}\n}", "memo/mine.md.hbs:1:1: this {{ is never closed (close it with }})"],
    ["{{else}}", "memo/mine.md.hbs:1:1: this {{else}} belongs to no block"],
    [
      "{{#*inline 'x'}}y{{/inline}}",
      "memo/mine.md.hbs:1:1: decorators, inline partials and partial blocks are not supported (write a partial of its own: {{> name}})",
    ],
    ["{{> (lookup this 'x')}}", "memo/mine.md.hbs:1:1: the name of a partial cannot be computed"],
    ["{{> sourcse}}", "memo/mine.md.hbs:1:5: there is no partial sourcse (did you mean sources?)"],
    [
      "{{> ../../etc/passwd}}",
      "memo/mine.md.hbs:1:5: there is no partial ../../etc/passwd (there is sources, broken, again)",
    ],
    ["{{> broken}}", "partials/broken.md.hbs:2:3: there is no nothing here (there is title, empty"],
    ["{{> again}}", "partials/again.md.hbs:1:1: the partial again calls itself"],
    ["{{title name=title}}", "memo/mine.md.hbs:1:9: only partials take name=value"],
    [
      '<a href="{{url}}">',
      "memo/mine.md.hbs:1:10: a value cannot be made safe within an HTML tag or comment (put it between tags, or use {{link text url}} or {{anchor id}})",
    ],
    [
      "<!-- {{title}} -->",
      "memo/mine.md.hbs:1:6: a value cannot be made safe within an HTML tag or comment (put it between tags, or use {{link text url}} or {{anchor id}})",
    ],
    [
      "[x]({{#if yes}}{{url}}{{/if}})",
      "memo/mine.md.hbs:1:16: a value cannot be made safe as the address of a link (write {{link text url}})",
    ],
    [
      "[x]: {{url}}",
      "memo/mine.md.hbs:1:6: a value cannot be made safe in the definition of a link (write {{link text url}} or {{reference id}})",
    ],
  ])("%s", (text, expected) => {
    expect(fault(text, { sources: "s", broken: "x\n{{nothing}}", again: "{{> again}}" })).toContain(expected);
  });

  test("nothing but the view can be reached", () => {
    for (const path of [
      "constructor",
      "__proto__",
      "toString",
      "deep.constructor",
      "rows.map",
      "this.constructor",
      "deep.inner.__proto__",
      "@root.constructor",
      "hasOwnProperty",
    ]) {
      expect(fault(`{{${path}}}`)).toMatch(/there is no/);
    }
    expect(fault("{{lookup deep 'constructor'}}")).toMatch(/there is no helper lookup/);
  });

  test("the source line is part of the diagnostic", () => {
    const result = render("a\n  {{tilte}} b");
    expect(!result.ok && result.diagnostic.location).toEqual({
      file: "templates/memo/mine.md.hbs",
      span: { line: 2, column: 5, endLine: 2, endColumn: 10 },
      source: "  {{tilte}} b",
    });
  });
});

describe("hostile templates end quickly", () => {
  const nested = (count: number, open: string, close: string) => open.repeat(count) + "x" + close.repeat(count);

  test.each<[string, string, string]>([
    ["deep blocks", nested(5000, "{{#if yes}}", "{{/if}}"), "nests more than 50 levels"],
    ["deep blocks behind escapes", nested(5000, "\\{{{{#if yes}}", "{{/if}}"), "nests more than 50 levels"],
    ["deep else chains", `{{#if no}}${"{{else if no}}".repeat(5000)}{{/if}}`, "nests more than 50 levels"],
    ["deep parentheses", `{{#if ${"(eq ".repeat(60)}yes${" yes)".repeat(60)}}}x{{/if}}`, "nests more than 50 levels"],
    ["nested loops", nested(40, "{{#each @root.words}}", "{{/each}}"), "loops without end"],
    ["large templates", "x".repeat(300 * 1024), "larger than 256 KiB"],
    [
      "a large document",
      nested(12, "{{#each @root.words}}", "{{/each}}").replace("x", "x".repeat(10_000)),
      "larger than 5 MB",
    ],
    ["a run of line ends", `${"\n".repeat(250_000)}{{#if}}`, ""],
    ["open tags", "{{".repeat(100_000), ""],
    ["open comments", "{{!--".repeat(50_000), ""],
    ["many small blocks", `${"{{#if yes}}x{{/if}}".repeat(13_000)}{{nope}}`, "there is no nope"],
  ])("%s", (_, text, expected) => {
    expect(fault(text)).toContain(expected);
  });

  test("partials that multiply", () => {
    const partials = Object.fromEntries(
      Array.from({ length: 12 }, (_, level) => [`p${level}`, level === 11 ? "" : `{{> p${level + 1}}}`.repeat(10)]),
    );
    expect(fault("{{> p0}}", partials)).toMatch(/loops without end/);
  });
});

test("YAML templates print one scalar for each value, whatever it holds", () => {
  const result = renderTemplate(
    {
      name: "templates/scaffold/x.yaml.hbs",
      text: "# {{comment note}}\na: {{note}}\nb: {{number n}}\nc: {{number note}}\n",
    },
    { note: "x: # y\nz: 1", n: "10" },
  );
  expect(result).toEqual({ ok: true, text: '# x: # y z: 1\na: "x: # y\\nz: 1"\nb: 10\nc: TBD\n' });
});

describe("a page of HTML", () => {
  const page = (text: string, view: object = { v: `"><b>&'` }) => renderTemplate({ name: "page.html.hbs", text }, view);

  test("takes values between tags and within quotes, and makes them safe", () => {
    const rendered = page('<p title="{{v}}">{{v}}</p>');
    expect(rendered).toEqual({
      ok: true,
      text: '<p title="&quot;&gt;&lt;b&gt;&amp;&#39;">&quot;&gt;&lt;b&gt;&amp;&#39;</p>',
    });
  });

  test.each([
    "<p title={{v}}>",
    "<p {{v}}>",
    '<p class="a" {{v}}="b">',
    "<{{v}}>",
    "<!-- {{v}} -->",
    "<script>{{v}}</script>",
    "<style>p { color: {{v}} }</style>",
    '{{#if v}}<p title="{{/if}}x{{v}}',
  ])("refuses a value in %s", (text) => {
    const { ok } = page(text);
    expect(ok).toBe(text.startsWith("{{#if"));
  });
});
