import { expect, test } from "vitest";
import { EXIT_CRITERIA } from "../../../src/domain/records/checklist-items.ts";
import { checklistView } from "../../../src/memo/documents/checklist-view.ts";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { harmless, HOSTILE_TEXTS, withTexts } from "./hostile-records.ts";
import { markdownStructure } from "../text/markdown-structure.ts";
import { sampleRecords, standingAt } from "./sample-records.ts";
import { shippedPartials, shippedTemplate } from "../template/shipped.ts";

const meta = { toolVersion: "0.1.0", fingerprint: "0" };
const partials = shippedPartials();
const memo = shippedTemplate("memo/decision.md.hbs");
const checklist = shippedTemplate("checklist/checklist.md.hbs");

function documents(text: string): readonly string[] {
  const standing = standingAt(withTexts(sampleRecords, text), "2026-12-07");
  return [
    renderTemplate(memo, decisionView(standing, meta), partials),
    renderTemplate(checklist, checklistView(standing, EXIT_CRITERIA, meta), partials),
  ].map((rendered) => (rendered.ok ? rendered.text : rendered.diagnostic.message));
}

test.each(HOSTILE_TEXTS.filter((text) => text.trim() !== "").map((text) => [text.slice(0, 60), text]))(
  "structure does not change for %j",
  (_, text) => {
    expect(documents(text).map(markdownStructure)).toEqual(documents(harmless(text)).map(markdownStructure));
  },
);

test("what cannot be seen is spelled out", () => {
  const [text] = documents("\u202eOG\u0007");
  expect(text).toContain("\\\\u202eOG\\\\x07");
  expect(["\u202e", "\u0007"].filter((character) => text!.includes(character))).toEqual([]);
});

test("template syntax in data is text", () => {
  expect(documents("{{title}}")[0]).toContain("# {{title}}");
});
