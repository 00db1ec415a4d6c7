import { describe, expect, test } from "vitest";
import { conditionsOf, countConditions } from "../../../src/domain/gates/open-conditions.ts";
import { gateSection } from "../../../src/memo/sections/gate-section.ts";
import { gateInputOf } from "../../../src/memo/documents/gate-document.ts";
import { gatesText } from "../../../src/output/views/gate-text.ts";
import { condition, gateOf, NOTHING_FOUND, SHIPPED_GATES, way } from "../../support/gates.ts";
import { entry, lacking, standing, start, type Poc } from "../../support/records.ts";
import { plainStyle } from "../../../src/output/terminal/style.ts";

const DEFINITIONS = lacking("owner");
const POC: Poc = { definitions: DEFINITIONS, log: [start(DEFINITIONS)] };
const DAY = "2026-11-26";
const KINDS = SHIPPED_GATES.flatMap(({ artifacts }) => artifacts.flatMap(({ document }) => document ?? []));

const found = (...kinds: readonly string[]) => ({
  ...NOTHING_FOUND,
  documents: kinds.map((document) => ({
    document,
    path: `memos/${document}-${DAY}.md`,
    state: "current" as const,
    changed: [],
  })),
});

describe.each(SHIPPED_GATES.map(({ id }, k) => [id, k] as const))("the conditions of %s", (_, k) => {
  test("are counted alike whichever documents are rendered", () => {
    const counts = [[], KINDS].map((kinds) => countConditions(way(SHIPPED_GATES, POC, DAY, found(...kinds)).gates[k]!));
    const [{ documents: before, ...bare }, { documents: after, ...rendered }] = counts as [
      (typeof counts)[0],
      (typeof counts)[0],
    ];
    expect(rendered).toEqual(bare);
    expect([before, after]).toEqual([1, k === 1 ? 1 : 0]);
  });

  test("have one figure on the terminal, in the picture and in the documents", () => {
    const gates = way(SHIPPED_GATES, POC, DAY, found());
    const gate = gates.gates[k]!;
    const { met, open, of } = countConditions(gate);
    const box = gateInputOf(gates, standing(POC, DAY), "decision", []).way[k];
    expect(box).toMatchObject({ met, of });
    expect(conditionsOf(gate).length).toBeGreaterThan(of);
    if (gate.place !== "here") return;
    const shown = gatesText(
      { standing: standing(POC, DAY), way: gates, shown: gate },
      plainStyle({ columns: 100, unicode: true }),
    );
    expect(shown).toContain(`${open} of ${of} conditions open`);
    expect(shown).toContain(`${met} of ${of} conditions met`);
    expect(gateSection(gate).standing).toContain(`${open} of ${of} conditions`);
  });
});

test.each([
  ["nothing is done", [], { met: 0, open: 2, of: 2, documents: 1 }],
  ["one is closed", ["g.a"], { met: 1, open: 1, of: 2, documents: 1 }],
  ["only the document is left", ["g.a", "g.b"], { met: 2, open: 0, of: 2, documents: 1 }],
])("where %s", (_, items, count) => {
  const gate = gateOf(0, "g", {
    exit: [condition("a"), condition("b")],
    artifacts: [condition("page", { document: "business-case" })],
  });
  const log = items.map((item, k) =>
    entry(`2026-11-2${k + 4}`, { attest: [{ item, evidence: "https://example.com/1" }] }),
  );
  expect(countConditions(way([gate], { log: [start(), ...log] }, DAY).gates[0]!)).toEqual(count);
});
