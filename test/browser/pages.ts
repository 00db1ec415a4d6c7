import { committedFiles, onDisk } from "../examples/committed.ts";
import { withTexts } from "../memo/documents/hostile-records.ts";
import { emptyRecords, sampleRecords, standingAt } from "../memo/documents/sample-records.ts";
import { DOCUMENTS, pageOf } from "../support/page-of.ts";
import { POC, run, world } from "../support/run.ts";

export interface TestPage {
  readonly name: string;
  readonly html: string;
  /** Text that a reader must find on it. */
  readonly says: string;
}

/** Script, Markdown, template syntax, letters from right to left, and a word of ten kilobytes, in every field. */
const HOSTILE = `</td><script>document.title="broken out"</script><img src="https://example.com/pixel.png" onerror="alert(1)"> **b** {{title}} [x](javascript:alert(1)) \u202e שלום עולם مرحبا ${"W".repeat(10_000)}`;

/** Every page that the tool can make of a complete PoC, and every template with an empty PoC and a hostile one. */
export async function testPages(): Promise<readonly TestPage[]> {
  const example = onDisk(committedFiles("retrieval-poc"), POC);
  const pages: TestPage[] = [];
  for (const document of DOCUMENTS) {
    const list = /^checklist-(.+)$/.exec(document.kind)?.[1];
    const command = list === undefined ? ["memo", document.kind] : ["checklist", list];
    const { stdout } = await run(
      [...command, "--format", "html", "-o", "-"],
      world({ disk: example, now: "2026-11-20T10:20:00+01:00" }),
    );
    pages.push({ name: `${document.kind} of the example`, html: stdout, says: "Retrieval for the safety assistant" });
    // The checklists share one template, and the memo is the document that looks different while a PoC is running.
    if (list !== undefined && list !== "exit") continue;
    if (document.kind === "decision")
      pages.push({
        name: `${document.kind} of a running PoC`,
        html: pageOf(document, standingAt(sampleRecords, "2026-11-25")),
        says: "Retrieval for the policy assistant",
      });
    pages.push(
      {
        name: `${document.kind} of an empty draft`,
        html: pageOf(document, standingAt(emptyRecords, "2026-11-23")),
        says: "the PoC has no title",
      },
      {
        name: `${document.kind} of a hostile PoC`,
        html: pageOf(document, standingAt(withTexts(sampleRecords, HOSTILE), "2026-12-07")),
        says: '<script>document.title="broken out"</script>',
      },
    );
  }
  return pages;
}
