import { expect, test } from "vitest";
import { checklistView } from "../../../src/memo/documents/checklist-view.ts";
import type { Records } from "../../../src/domain/records/records.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { shippedChecklist } from "../../support/checklists.ts";
import { emptyRecords, sampleRecords, standingAt } from "./sample-records.ts";
import { shippedPartials, shippedTemplate } from "../template/shipped.ts";

function checklist(records: Records, date: string, name: string): string {
  const view = checklistView(standingAt(records, date), shippedChecklist(name), {
    toolVersion: "0.1.0",
    fingerprint: "0",
  });
  const rendered = renderTemplate(shippedTemplate("checklist/checklist.md.hbs"), view, shippedPartials());
  if (!rendered.ok) throw new Error(rendered.diagnostic.message);
  return rendered.text;
}

test.each([
  ["exit", "decided", sampleRecords, "2026-12-07"],
  ["exit", "running", sampleRecords, "2026-11-25"],
  ["exit", "empty-draft", emptyRecords, "2026-11-23"],
  ["mvp", "decided", sampleRecords, "2026-12-07"],
  ["essentials", "decided", sampleRecords, "2026-12-07"],
  ["customer-facing", "decided", sampleRecords, "2026-12-07"],
  ["groundwork", "running", sampleRecords, "2026-11-25"],
  ["teardown", "decided", sampleRecords, "2026-12-07"],
] as const)("the %s checklist of a PoC that is %s", async (name, state, records, date) => {
  const text = checklist(records, date, name);
  await expect(text).toMatchFileSnapshot(`golden/checklist-${name}-${state}.md`);
  // But the places that the cited ids lead to.
  expect(text.replace(/<a id="[a-z0-9]+"><\/a>/g, "")).not.toMatch(/<[A-Za-z/!]/);
});

test("a box is ticked by evidence alone", () => {
  const standing = standingAt(sampleRecords, "2026-11-25");
  const met = standing.exitCriteria.items.filter((item) => item.state === "met").length;
  const text = checklist(sampleRecords, "2026-11-25", "exit");
  expect(text.match(/- \[x\] /g)?.length ?? 0).toBe(met);
  expect(text.match(/- \[ \] /g)).toHaveLength(standing.exitCriteria.items.length - met);
});
