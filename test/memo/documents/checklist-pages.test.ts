import { expect, test } from "vitest";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { SHIPPED_CHECKLISTS } from "../../support/checklists.ts";
import { DOCUMENTS, pageOf } from "../../support/page-of.ts";
import { POC, run, world } from "../../support/run.ts";
import { goldenPage } from "./golden-page.ts";
import { withTexts } from "./hostile-records.ts";
import { emptyRecords, sampleRecords, standingAt } from "./sample-records.ts";

const HOSTILE = "</td><script>alert(1)</script> **b** {{title}} | \u202e\n# Go";

test.each(SHIPPED_CHECKLISTS)("the %s checklist of the example as a page", async (name) => {
  const { stdout } = await run(
    ["checklist", name, "--format", "html", "-o", "-", "--as-of", "2026-11-20"],
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-23T09:00:00+01:00" }),
  );
  expect(stdout).toMatch(/^<!doctype html>/);
  await expect(
    goldenPage(`The ${name} checklist of examples/retrieval-poc as of 2026-11-20`, stdout),
  ).toMatchFileSnapshot(`golden/checklist-${name}-example.html`);
});

test.each([
  ["empty-draft", "a PoC that was just scaffolded", emptyRecords, "2026-11-23"],
  ["hostile", "a decided PoC with an attack in each text", withTexts(sampleRecords, HOSTILE), "2026-12-07"],
] as const)("the exit criteria as a page: %s", async (name, poc, records, day) => {
  const document = DOCUMENTS.find(({ kind }) => kind === "checklist-exit")!;
  const page = pageOf(document, standingAt(records, day));
  expect(page).not.toContain("<script");
  await expect(goldenPage(`The exit criteria of ${poc}, as of ${day}`, page)).toMatchFileSnapshot(
    `golden/checklist-exit-${name}.html`,
  );
});
