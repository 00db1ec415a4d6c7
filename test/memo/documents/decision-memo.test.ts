import { expect, test } from "vitest";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import type { Records } from "../../../src/domain/records/records.ts";
import { emptyRecords, sampleRecords, standingAt } from "./sample-records.ts";
import { shippedPartials, shippedTemplate } from "../template/shipped.ts";

const meta = { toolVersion: "0.1.0", fingerprint: "0123456789abcdef" };

export function memoOf(records: Records, date: string): string {
  const rendered = renderTemplate(
    shippedTemplate("memo/decision.md.hbs"),
    decisionView(standingAt(records, date), meta),
    shippedPartials(),
  );
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostic, null, 2));
  return rendered.text;
}

test.each([
  ["decided", sampleRecords, "2026-12-07"],
  ["running", sampleRecords, "2026-11-25"],
  ["empty-draft", emptyRecords, "2026-11-23"],
] as const)("a memo that is %s", async (name, records, date) => {
  await expect(memoOf(records, date)).toMatchFileSnapshot(`golden/decision-${name}.md`);
});
