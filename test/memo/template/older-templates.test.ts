import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MEMOS } from "../../../src/app/documents/documents.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { viewOf } from "../../support/page-of.ts";
import { sampleRecords, standingAt } from "../documents/sample-records.ts";
import { shippedPartials, shippedTemplate } from "./shipped.ts";

/** Copies that people made of templates as they shipped before: whatever they name is still there. */

const older = (name: string) => ({ name, text: readFileSync(`test/memo/template/older/${name}.md.hbs`, "utf8") });
const standing = standingAt(sampleRecords, "2026-12-07");

test.each(["decision", "business-case"])("a template of an older build: %s", (kind) => {
  const document = MEMOS.find((one) => one.kind === kind)!;
  const rendered = renderTemplate(older(kind), viewOf(document, standing), shippedPartials());
  expect(rendered).toMatchObject({ ok: true });
});

test("a partial of an older build, in a shipped document", () => {
  const document = MEMOS.find((one) => one.kind === "business-case")!;
  const partials = new Map([...shippedPartials(), ["closing", older("closing")]]);
  const rendered = renderTemplate(shippedTemplate(document.template), viewOf(document, standing), partials);
  expect(rendered).toMatchObject({ ok: true });
});
