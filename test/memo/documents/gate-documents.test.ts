import { describe, expect, test } from "vitest";
import { MEMOS } from "../../../src/app/documents/documents.ts";
import type { Gate } from "../../../src/domain/records/gate.ts";
import { decidedNoGo, emptyRecords, entry, sampleRecords, standingAt } from "./sample-records.ts";
import { GATE_KINDS, gateDocumentOf, JOURNEY_END, journeyRecords, shippedGates } from "./gate-records.ts";
import { goldenPage } from "./golden-page.ts";
import { HOSTILE_TEXTS, withTexts } from "./hostile-records.ts";
import { markdownStructure } from "../text/markdown-structure.ts";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { pageOf } from "../../support/page-of.ts";
import { POC, run, world } from "../../support/run.ts";

test.each(GATE_KINDS)("%s of an empty draft, of a PoC that was decided, and of one on its way", async (kind) => {
  await expect(gateDocumentOf(kind, emptyRecords, "2026-11-23")).toMatchFileSnapshot(`golden/${kind}-empty-draft.md`);
  await expect(gateDocumentOf(kind, sampleRecords, "2026-12-07")).toMatchFileSnapshot(`golden/${kind}-decided.md`);
  await expect(gateDocumentOf(kind, journeyRecords, JOURNEY_END)).toMatchFileSnapshot(`golden/${kind}-journey.md`);
});

test.each(GATE_KINDS)("%s of the example", async (kind) => {
  const { exitCode, stdout, stderr } = await run(
    ["memo", kind, "-o", "-", "--as-of", "2026-11-20"],
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-23T09:00:00+01:00" }),
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`golden/${kind}-example.md`);
});

test.each(GATE_KINDS)("%s as a page", async (kind) => {
  const document = MEMOS.find((memo) => memo.kind === kind)!;
  const attack = "</td><script>alert(1)</script> **b** {{title}} | \u202e\n# Go";
  for (const [name, poc, records, day] of [
    ["empty-draft", "a PoC that was just scaffolded", emptyRecords, "2026-11-23"],
    ["journey", "a PoC on its way through the gates", journeyRecords, JOURNEY_END],
    ["hostile", "that PoC with an attack in each text", withTexts(journeyRecords, attack), JOURNEY_END],
  ] as const) {
    const page = pageOf(document, standingAt(records, day));
    await expect(goldenPage(`${kind} of ${poc}, as of ${day}`, page)).toMatchFileSnapshot(
      `golden/${kind}-${name}.html`,
    );
  }
});

test.each(GATE_KINDS)("%s of the example as a page", async (kind) => {
  const { stdout } = await run(
    ["memo", kind, "--format", "html", "-o", "-", "--as-of", "2026-11-20"],
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-23T09:00:00+01:00" }),
  );
  expect(stdout).toMatch(/^<!doctype html>/);
  await expect(goldenPage(`${kind} of examples/retrieval-poc as of 2026-11-20`, stdout)).toMatchFileSnapshot(
    `golden/${kind}-example.html`,
  );
});

test("the decision memo tells what was learned: answers with who gave them, and what nobody has answered", () => {
  const log = [
    ...sampleRecords.log,
    entry("aaaaaa1", "2026-12-06T09:00", {
      attest: [{ item: "feasibility-poc.surprise", evidence: "https://example.com/s", note: "Old rules win" }],
    }),
  ];
  const text = pageOf(
    MEMOS.find(({ kind }) => kind === "decision")!,
    standingAt({ ...sampleRecords, log }, "2026-12-07"),
  );
  expect(text).toMatch(
    />D\. What was learned[^]*<\/h2>[^]*Old rules win \([^]*href="#aaaaaa1"[^]*OPEN<\/strong> not answered yet/,
  );
});

/** Gates as an organisation might write them, with every text replaced. */
function gatesWith(text: string): readonly Gate[] {
  return shippedGates().map((gate) => ({
    ...gate,
    title: text,
    purpose: text,
    pitfall: { ...gate.pitfall, text },
    entry: gate.entry.map((item) => ({ ...item, text, closedBy: text })),
    exit: gate.exit.map((item) => ({ ...item, text, closedBy: text })),
    artifacts: gate.artifacts.map((item) => ({ ...item, text, closedBy: text })),
    questions: gate.questions.map((question) => ({ ...question, text })),
  }));
}

describe.each(GATE_KINDS)("a hostile PoC: %s", (kind) => {
  const hostile = (text: string) =>
    markdownStructure(gateDocumentOf(kind, withTexts(journeyRecords, text), JOURNEY_END, gatesWith(text)));
  const benign = hostile("x");

  test("its text moves no heading, table, list, link or tag", () => {
    for (const text of HOSTILE_TEXTS.filter((candidate) => candidate.trim() !== ""))
      expect(hostile(text), text.slice(0, 60)).toEqual(benign);
  });

  test("what cannot be seen is spelled out, template syntax is text, long words stay whole", () => {
    const text = gateDocumentOf(
      kind,
      withTexts(journeyRecords, "\u202e{{title}}\u0007"),
      JOURNEY_END,
      gatesWith("<script>"),
    );
    expect(text).toContain("\\\\u202e{{title}}\\\\x07");
    expect(["\u202e", "\u0007", "<script"].filter((found) => text.includes(found))).toEqual([]);
    expect(gateDocumentOf(kind, withTexts(journeyRecords, "w".repeat(10_000)), JOURNEY_END)).toContain(
      "w".repeat(10_000),
    );
  });

  test("as it is rendered", async () => {
    const text = "<b>|*x*\n# {{title}} [a](javascript:x) \u202e";
    await expect(
      gateDocumentOf(kind, withTexts(journeyRecords, text), JOURNEY_END, gatesWith(text)),
    ).toMatchFileSnapshot(`golden/${kind}-hostile.md`);
  });
});

describe("every link in a document leads into its appendix", () => {
  test.each(GATE_KINDS)("%s", (kind) => {
    const text = gateDocumentOf(kind, journeyRecords, JOURNEY_END);
    const cited = new Set([...text.matchAll(/(?<!\])\[([a-z0-9]{7})\](?!:)/g)].map(([, id]) => id));
    const defined = new Set([...text.matchAll(/^\[([a-z0-9]{7})\]: #\1$/gm)].map(([, id]) => id));
    const anchored = new Set([...text.matchAll(/<a id="([a-z0-9]{7})"><\/a>/g)].map(([, id]) => id));
    expect([...cited].filter((id) => !defined.has(id!) || !anchored.has(id!))).toEqual([]);
    expect([...defined].filter((id) => !anchored.has(id!))).toEqual([]);
  });
});

describe("what the records cannot answer is open, and what the gates ask is not lost", () => {
  test.each(GATE_KINDS)("%s asks every question of its gate, each with the command that answers it", (kind) => {
    const text = gateDocumentOf(kind, emptyRecords, "2026-11-23");
    const gate = shippedGates().find(({ artifacts }) => artifacts.some(({ document }) => document === kind))!;
    for (const question of gate.questions) {
      expect(text).toContain(`**${question.text}** OPEN: not answered yet`);
      expect(text).toContain(`- ${question.text} \`poc log --attest ${gate.id}.${question.id}=LINK "the answer"\``);
    }
    for (const item of gate.exit.filter(({ attestable }) => attestable)) expect(text).toContain(item.text);
  });

  test.each(GATE_KINDS)(
    "%s shows what an organisation has added to its gate, and says so where there is no gate",
    (kind) => {
      const gates = shippedGates();
      const more = gates.map((gate) => ({
        ...gate,
        questions: [...gate.questions, { id: "added", text: "Has the works council agreed?" }],
        exit: [...gate.exit, { id: "council", text: "The works council has agreed", attestable: true, waivable: true }],
      }));
      const text = gateDocumentOf(kind, emptyRecords, "2026-11-23", more);
      expect(text).toContain("Has the works council agreed?");
      expect(text).toContain("The works council has agreed");
      expect(gateDocumentOf(kind, emptyRecords, "2026-11-23", [])).toContain("> **Not needed** No gate. Nothing.");
      const dropped = gates.map((gate) => ({ ...gate, dropped: "we have no pilots" }));
      expect(gateDocumentOf(kind, emptyRecords, "2026-11-23", dropped)).toContain(
        "Not needed here: we have no pilots.",
      );
    },
  );

  test.each(GATE_KINDS.filter((kind) => kind !== "business-case"))("%s says that it was decided to stop", (kind) => {
    const text = gateDocumentOf(kind, decidedNoGo, "2026-12-07");
    expect(text).toContain("> **No-go** Marta Weiss decided on Fri 4 Dec 2026 to stop");
  });
});
