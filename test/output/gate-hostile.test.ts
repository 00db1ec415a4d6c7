import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/domain/records/entry.ts";
import type { Gate } from "../../src/domain/records/gate.ts";
import { gateWay } from "../../src/domain/gates/gate-standing.ts";
import { envelopeJson } from "../../src/output/json/envelope-json.ts";
import { entryJson } from "../../src/output/json/entry-json.ts";
import { passAnswer, waiveAnswer } from "../../src/output/answers/gate-answer.ts";
import { gateWayJson } from "../../src/output/json/gate-json.ts";
import { gatesText } from "../../src/output/views/gate-text.ts";
import { logAnswer } from "../../src/output/answers/log-answer.ts";
import { showText } from "../../src/output/views/show-text.ts";
import { statusText } from "../../src/output/views/status-text.ts";
import { plainStyle, styleOf, type Style } from "../../src/output/terminal/style.ts";
import { condition, gateOf } from "../support/gates.ts";
import { date, decided, entry, standing, start } from "../support/records.ts";
import { FORBIDDEN, HOSTILE_TEXTS } from "./hostile-texts.ts";

/** Gates, passages and waivers with a hostile text in every place that a person may have written. */
function views(text: string, style: Style): readonly (readonly [string, string])[] {
  const approver = { name: text, email: text };
  const asked = (number: number, id: string, more: Partial<Gate> = {}) =>
    gateOf(number, id, {
      title: text,
      purpose: text,
      entry: [condition("begin", { text })],
      exit: [condition("x", { text, closedBy: text }), condition("y", { text, evidence: "decided-go" })],
      artifacts: [condition("file", { text, file: text }), condition("document", { text, document: text })],
      questions: [
        { id: "users", text },
        { id: "left-out", text },
      ],
      pitfall: { text, signs: ["left-out-unsaid", "conditions-open", "one-author", "evidence-silent"] },
      ...more,
    });
  const gates = [asked(0, "a"), asked(1, "b"), asked(2, "c", { dropped: text }), asked(3, "d")];
  const waivers = [
    { item: "a.x", reason: text, approver, until: date("2026-12-05") },
    { item: `b.${text}`, reason: text, approver, until: date("2027-12-05") },
    { item: "b.x", reason: text, approver, until: date("2027-12-05") },
  ];
  const passage: Entry = entry("2026-12-04 10:00", {
    id: "passage",
    by: approver,
    waivers,
    gate: {
      gate: "a",
      number: 0,
      title: text,
      approver,
      conditions: [{ item: "x", state: "waived", basis: "none", because: text, entries: [text] }],
    },
  });
  const word = entry("2026-12-06", {
    by: approver,
    note: text,
    attest: [{ item: "b.users", evidence: text, note: text }],
  });
  const decision = decided("2026-12-05", "conditional", {
    by: approver,
    conditions: [{ what: text, by: date("2026-12-06") }],
  });
  const found = standing({ log: [start(), passage, decision, word] }, "2026-12-30");
  const way = gateWay(gates, found, {
    files: [text],
    documents: [{ document: text, path: text, state: "stale", changed: [text] }],
    checklists: [],
  });
  const report = { folder: text, standing: found, diagnostics: [], ofRecords: [] };
  const refused = {
    ...report,
    entry: undefined,
    gate: way.here,
    asked: way.gates[3],
    missing: way.here!.exit,
    reopened: way.gates[0]!.exit,
    next: undefined,
    faults: [],
  };
  return [
    ...way.gates.map((shown) => [`gate ${shown.gate.id}`, gatesText({ standing: found, way, shown }, style)] as const),
    ["refused", passAnswer(refused, style)],
    ["passed", passAnswer({ ...refused, entry: passage, asked: undefined, next: way.gates[3] }, style)],
    ["waived", waiveAnswer({ ...report, entry: passage, faults: [] }, style)],
    ["status", statusText(report, style)],
    ["show", showText({ standing: found, entries: [passage], single: true }, style)],
    ["log", logAnswer({ standing: found, before: found, entry: passage }, style)],
    ["json", envelopeJson("gate", report, gateWayJson(way, undefined), "/work")],
    [
      "entry json",
      envelopeJson("log", report, { entry: entryJson(passage, found), file: passage.file, readings: [] }, "/work"),
    ],
  ];
}

const plain = plainStyle({ columns: 80, unicode: true });

describe("no view of gates lets a hostile text through", () => {
  test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))("%s", (_, hostile) => {
    for (const [name, text] of views(hostile, plain)) {
      expect(FORBIDDEN.exec(text)?.[0], name).toBeUndefined();
      expect(/^\W*FORGED/m.test(text.replaceAll("\\n", "")), name).toBe(false);
    }
  });

  test("in colour the only escapes are the tool's own", async () => {
    const style = await styleOf({ colour: 1, columns: 80, unicode: true });
    for (const hostile of HOSTILE_TEXTS) {
      for (const [name, text] of views(hostile, style))
        // oxlint-disable-next-line no-control-regex -- the colours are taken away before looking
        expect(FORBIDDEN.exec(text.replace(/\x1b\[[0-9;]*m/g, ""))?.[0], name).toBeUndefined();
    }
  });

  test("a word of 10 KB breaks no layout", () => {
    for (const [name, text] of views("x".repeat(10_000), plain)) {
      if (name.includes("json")) continue;
      expect(
        text.split("\n").filter((line) => line.length > 80),
        name,
      ).toEqual([]);
    }
  });

  test("where only ASCII can be shown nothing else is printed", () => {
    for (const [name, text] of views("漢字 é", plainStyle({ columns: 80, unicode: false }))) {
      if (!name.includes("json")) expect(/[^\x20-\x7e\n]/.exec(text)?.[0], name).toBeUndefined();
    }
  });
});
