import * as fc from "fast-check";
import Handlebars from "handlebars";
import { expect, test } from "vitest";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { MARKDOWN_HELPERS } from "../../../src/memo/template/markdown-helpers.ts";
import { markdownText } from "../../../src/memo/text/markdown-text.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import type { Partials } from "../../../src/memo/template/rendering.ts";
import { AS_TEXT } from "../../../src/memo/template/template-helper.ts";
import { emptyRecords, sampleRecords, standingAt } from "../documents/sample-records.ts";
import { shippedPartials, shippedTemplate } from "./shipped.ts";
import { runs } from "../../support/properties.ts";

/** What Handlebars' own compiler and runtime make of a template, with every value escaped by a helper. */
function compiled(text: string, view: object, partials: Partials): string {
  const engine = Handlebars.create();
  const escaped = (source: string) => Handlebars.parse(source);
  for (const [name, helper] of MARKDOWN_HELPERS)
    engine.registerHelper(name, (...args) => helper.run(args.slice(0, -1), AS_TEXT));
  engine.registerHelper("eq", (a, b) => a === b);
  engine.registerHelper("md", (value) => markdownText(String(value)));
  for (const [name, partial] of partials)
    engine.registerPartial(name, engine.compile(withEscapes(escaped(partial.text)), { strict: true }));
  return engine.compile(withEscapes(escaped(text)), { strict: true })(view, { allowProtoPropertiesByDefault: false });
}

/** `{{x}}` becomes `{{{md x}}}`, and calls of helpers are left as they are. */
function withEscapes(program: hbs.AST.Program): hbs.AST.Program {
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (mustache) => {
    const { path } = mustache as hbs.AST.MustacheStatement & { path: hbs.AST.PathExpression };
    Object.assign(mustache, { escaped: false });
    if (MARKDOWN_HELPERS.has(path.original)) return;
    Object.assign(mustache, {
      params: [path],
      path: { ...path, original: "md", parts: ["md"], depth: 0, data: false },
    });
  };
  visitor.accept(program);
  return program;
}

const partials = shippedPartials();

test.each([
  ["decided", sampleRecords, "2026-12-07"],
  ["running", sampleRecords, "2026-11-26"],
  ["draft", emptyRecords, "2026-11-23"],
] as const)("the memo that is %s is the one that Handlebars makes", (_, records, date) => {
  const template = shippedTemplate("memo/decision.md.hbs");
  const view = decisionView(standingAt(records, date), { toolVersion: "0.1.0", fingerprint: "0" });
  expect(renderTemplate(template, view, partials)).toEqual({ ok: true, text: compiled(template.text, view, partials) });
});

const view = {
  a: "1|2",
  yes: true,
  no: false,
  list: ["x", "y"],
  none: [],
  rows: [
    { a: "in", list: ["z"] },
    { a: "on", list: [] },
  ],
  obj: { a: "deep", list: ["q"] },
};
const space = fc.constantFrom("", " ", "\n", "\n\n", " \n  ", "text", "text\n", "\n text");
const { piece } = fc.letrec<{ piece: string; body: string }>((tie) => ({
  body: fc.array(fc.oneof(space, tie("piece")), { maxLength: 4 }).map((parts) => parts.join("")),
  piece: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    space,
    fc.constantFrom(
      "{{a}}",
      "{{~a}}",
      "{{a~}}",
      "{{! c }}",
      "{{!-- c --~}}",
      "{{> p}}",
      "  {{> p}}\n",
      "{{> p @root.obj}}",
      "{{> p a='k'}}",
      "{{@root.a}}",
      "{{./a}}",
      "{{this.a}}",
    ),
    fc
      .tuple(fc.constantFrom("yes", "no", "list", "none"), tie("body"), tie("body"))
      .map(([name, one, two]) => `{{#if @root.${name}}}${one}{{else}}${two}{{/if}}`),
    fc
      .tuple(fc.constantFrom("yes", "no"), tie("body"), tie("body"))
      .map(([name, one, two]) => `{{#if @root.no}}${one}{{else if @root.${name}}}${two}{{/if}}`),
    fc
      .tuple(fc.constantFrom("rows", "none"), tie("body"), tie("body"))
      .map(([name, one, two]) => `{{#each @root.${name}}}${one}{{@index}}{{else}}${two}{{/each}}`),
    tie("body").map((body) => `{{#with @root.obj}}${body}{{/with}}`),
    tie("body").map((body) => `{{#each rows as |row|}}{{row.a}}${body}{{/each}}`.replace("rows as", "@root.rows as")),
  ),
}));

test("any template of what is supported reads as in Handlebars", () => {
  const small: Partials = new Map([["p", { name: "p.md.hbs", text: "[{{a}}]\nsecond\n" }]]);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (parts) => {
      const text = parts.join("");
      expect(renderTemplate({ name: "t.md.hbs", text }, view, small), text).toEqual({
        ok: true,
        text: compiled(text, view, small),
      });
    }),
    { numRuns: runs(300) },
  );
});
