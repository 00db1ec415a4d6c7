import { expect, test } from "vitest";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { SHIPPED_CHECKLISTS } from "../../support/checklists.ts";
import { DOCUMENTS, pageOf } from "../../support/page-of.ts";
import { POC, run, world } from "../../support/run.ts";
import { withTexts } from "./hostile-records.ts";
import { emptyRecords, sampleRecords, standingAt } from "./sample-records.ts";

/** The pages of checklists; their style is that of every page, and stands in the golden pages of the decision memo. */

const HOSTILE = "</td><script>alert(1)</script> **b** {{title}} | \u202e\n# Go";

const unstyled = (page: string): string => page.replace(/<style>[^]*?<\/style>/, "");

test.each(SHIPPED_CHECKLISTS)("the %s checklist of the example as a page", async (name) => {
  const { stdout } = await run(
    ["checklist", name, "--format", "html", "-o", "-", "--as-of", "2026-11-20"],
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-23T09:00:00+01:00" }),
  );
  expect(stdout).toMatch(/^<!doctype html>/);
  await expect(unstyled(stdout)).toMatchFileSnapshot(`golden/checklist-${name}-example.html`);
});

test.each([
  ["empty-draft", emptyRecords, "2026-11-23"],
  ["hostile", withTexts(sampleRecords, HOSTILE), "2026-12-07"],
] as const)("the exit criteria of a PoC that is %s as a page", async (name, records, day) => {
  const document = DOCUMENTS.find(({ kind }) => kind === "checklist-exit")!;
  const page = pageOf(document, standingAt(records, day));
  expect(page).not.toContain("<script");
  await expect(unstyled(page)).toMatchFileSnapshot(`golden/checklist-exit-${name}.html`);
});
