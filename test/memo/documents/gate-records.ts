import { readFileSync, readdirSync } from "node:fs";
import { MEMOS } from "../../../src/app/documents/documents.ts";
import { readGates } from "../../../src/document/reading/read-gates.ts";
import { checklistStanding } from "../../../src/domain/standing/checklist.ts";
import type { Entry, PassedCondition } from "../../../src/domain/records/entry.ts";
import { gateWay } from "../../../src/domain/gates/gate-standing.ts";
import { gateItemId, type Gate } from "../../../src/domain/records/gate.ts";
import type { Records } from "../../../src/domain/records/records.ts";
import { gateInputOf } from "../../../src/memo/documents/gate-document.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { date, money } from "../../support/records.ts";
import { entry, sampleRecords, standingAt } from "./sample-records.ts";
import { SHIPPED_CHECKLISTS, shippedChecklist } from "../../support/checklists.ts";
import { shippedPartials, shippedTemplate } from "../template/shipped.ts";

/** The sample PoC on its way after the decision: gates passed, questions answered, a pilot that runs. */

export function shippedGates(): readonly Gate[] {
  const files = readdirSync("templates/gates").sort();
  const { gates, diagnostics } = readGates(
    files.map((base) => ({
      base,
      name: `templates/gates/${base}`,
      text: readFileSync(`templates/gates/${base}`, "utf8"),
    })),
    SHIPPED_CHECKLISTS,
  );
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics[0]));
  return gates;
}

const GATES = shippedGates();
const LISTS = ["mvp", "essentials", "customer-facing"];
const { by: marta } = sampleRecords.log.at(-1)!;
const { by: jonas } = sampleRecords.log.find(({ by }) => by.name.startsWith("Jonas"))!;

function passed(id: string, moment: string, number: number, conditions: readonly PassedCondition[] = []): Entry {
  const gate = GATES[number]!;
  const after = GATES[number - 1];
  return entry(
    id,
    moment,
    {
      gate: {
        gate: gate.id,
        number,
        title: gate.title,
        ...(after === undefined ? {} : { after: after.id }),
        approver: marta,
        conditions,
      },
    },
    marta,
  );
}

/** Everything that a person can attest of a gate, but for `left`; each question in words of its own. */
function answered(id: string, moment: string, number: number, left: readonly string[] = []): Entry {
  const gate = GATES[number]!;
  const conditions = [...gate.exit, ...gate.artifacts].filter(
    (item) => item.attestable && !("document" in item && item.document !== undefined),
  );
  const attest = [
    ...gate.questions.map((question) => ({
      item: gateItemId(gate, question),
      evidence: `https://example.com/answers/${question.id}`,
      note: `Our answer on ${question.id}`,
    })),
    ...conditions.map((item) => ({ item: gateItemId(gate, item), evidence: `https://example.com/shown/${item.id}` })),
  ];
  return entry(id, moment, { attest: attest.filter(({ item }) => !left.includes(item)) }, jonas);
}

export const journeyRecords: Records = {
  ...sampleRecords,
  log: [
    ...sampleRecords.log,
    answered("aaaaac1", "2026-12-07T09:00", 0),
    passed("aaaaac2", "2026-12-07T10:00", 0, [
      { item: "threshold", state: "met", basis: "evidence", because: "a payback of at most 12 months", entries: [] },
    ]),
    entry(
      "aaaaac3",
      "2026-12-07T11:00",
      {
        waivers: [
          {
            item: "feasibility-poc.risks",
            reason: "The register is with security until January",
            approver: marta,
            until: date("2027-01-15"),
          },
        ],
      },
      marta,
    ),
    passed("aaaaac4", "2026-12-07T12:00", 1),
    answered("aaaaac5", "2027-01-11T15:00", 2, ["proof-of-value.left-out"]),
    entry(
      "aaaaac6",
      "2027-01-12T15:00",
      {
        results: [
          { eval: "wrong-rate", count: { x: 15, n: 200 }, arm: "reranker-k8", evidence: "https://example.com/runs/60" },
        ],
      },
      jonas,
    ),
    entry(
      "aaaaac7",
      "2027-02-20T15:00",
      {
        waivers: [
          {
            item: "controlled-pilot.availability",
            reason: "The board meets in March",
            approver: marta,
            until: date("2027-02-28"),
          },
        ],
      },
      marta,
    ),
    passed("aaaaac8", "2027-01-18T10:00", 2),
    answered("aaaaac9", "2027-02-08T10:00", 3, ["mvp-slice.on-call", "mvp-slice.worst-input"]),
    entry(
      "aaaaad0",
      "2027-02-15T09:00",
      {
        waivers: [
          {
            item: "mvp-slice.on-call",
            reason: "The rota begins in March; until then Priya answers",
            approver: marta,
            until: date("2027-03-31"),
          },
        ],
      },
      marta,
    ),
    passed("aaaaad1", "2027-02-15T10:00", 3, [
      { item: "on-call", state: "waived", basis: "none", because: "nobody has attested it", entries: [] },
    ]),
    entry(
      "aaaaad2",
      "2027-02-22T10:00",
      {
        spend: [
          { amount: money("310.00 EUR"), category: "tokens" },
          { amount: money("12.00 GBP"), category: "licences" },
        ],
      },
      jonas,
    ),
    answered("aaaaad3", "2027-02-26T10:00", 4, ["controlled-pilot.availability", "controlled-pilot.silence"]),
    answered("aaaaad4", "2027-03-01T10:00", 5, ["scale.red-team"]),
  ],
};

export const JOURNEY_END = "2027-03-02";

const META = { toolVersion: "0.1.0", fingerprint: "0123456789abcdef" };

/** Kinds of the documents of gates, but for the decision memo. */
export const GATE_KINDS = MEMOS.map(({ kind }) => kind).filter((kind) => kind !== "decision");

/** A document as of the end of a day, made without any folder around it. */
export function gateDocumentOf(kind: string, records: Records, date: string, gates: readonly Gate[] = GATES): string {
  const standing = standingAt(records, date);
  const memo = MEMOS.find((candidate) => candidate.kind === kind)!;
  const way = gateWay(gates, standing, {
    files: ["value.yaml"],
    documents: [],
    checklists: LISTS.map(shippedChecklist),
  });
  const view = memo.view(standing, META, () =>
    gateInputOf(way, standing, kind, [
      checklistStanding(shippedChecklist("mvp"), standing),
      checklistStanding(shippedChecklist("essentials"), standing),
    ]),
  );
  const rendered = renderTemplate(shippedTemplate(memo.template), view, shippedPartials());
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostic, null, 2));
  return rendered.text;
}
