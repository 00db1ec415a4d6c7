import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { byTime } from "../../../src/domain/records/log.ts";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { date, entry } from "../../support/records.ts";
import { harmless, HOSTILE_TEXTS } from "./hostile-records.ts";
import { markdownStructure } from "../text/markdown-structure.ts";
import { sampleRecords, standingAt } from "./sample-records.ts";
import { shippedPartials, shippedTemplate } from "../template/shipped.ts";

/** The decision memo of a PoC whose gates were passed by people who write what they like. */
function memo(text: string): string {
  const approver = { name: text };
  const passage: Entry = entry("2026-12-05", {
    id: "passage",
    waivers: [{ item: "value-hypothesis.one-pager", reason: text, approver, until: date("2026-12-06") }],
    gate: {
      gate: "value-hypothesis",
      number: 0,
      title: text,
      approver,
      conditions: [{ item: "one-pager", state: "waived", basis: "none", because: text, entries: [] }],
    },
  });
  const standing = standingAt({ ...sampleRecords, log: [...sampleRecords.log, passage].sort(byTime) }, "2026-12-07");
  const rendered = renderTemplate(
    shippedTemplate("memo/decision.md.hbs"),
    decisionView(standing, { toolVersion: "0.1.0", fingerprint: "0" }),
    shippedPartials(),
  );
  return rendered.ok ? rendered.text : rendered.diagnostic.message;
}

test("the memo says which gate was passed and what somebody answers for", () => {
  const text = memo("Marta Weiss");
  expect(text).toMatch(
    /value-hypothesis\.one-pager: a waiver expired on Sun 6 Dec 2026, by Marta Weiss: Marta Weiss\. *\\?\[/,
  );
  expect(text).toContain("gate 0 passed: Marta Weiss, approved by Marta Weiss");
});

test.each(HOSTILE_TEXTS.filter((text) => text.trim() !== "").map((text) => [text.slice(0, 60), text]))(
  "structure does not change for %j",
  (_, text) => {
    expect(markdownStructure(memo(text))).toEqual(markdownStructure(memo(harmless(text))));
  },
);
