import { describe, expect, test } from "vitest";
import { locate } from "../../../src/document/places/locate.ts";
import { readGates } from "../../../src/document/reading/read-gates.ts";
import type { GateArtifact } from "../../../src/domain/records/gate.ts";
import { SHIPPED_GATES } from "../../support/gates.ts";

const GATE = `title: Pilot
purpose: To be sure
exit:
  - { id: x, text: It holds }
pitfall: { text: Haste }
`;

/** What is wrong with files of gates, as `poc gate` says it: `gates/2-pilot.yaml:3:5 missing-field`. */
function faults(files: Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics, sources } = readGates(
    Object.entries(files).map(([base, text]) => ({ base, name: `gates/${base}`, text })),
    ["mvp"],
  );
  return diagnostics.map((diagnostic) => {
    const { location, code } = locate(sources, diagnostic);
    return `${location.file}:${location.span.line}:${location.span.column} ${code}`;
  });
}

const gatesOf = (files: Readonly<Record<string, string>>) =>
  readGates(
    Object.entries(files).map(([base, text]) => ({ base, name: `gates/${base}`, text })),
    ["mvp"],
  ).gates;

describe("the gates that ship", () => {
  test("are six, in the order of the way", () => {
    expect(SHIPPED_GATES.map(({ number, id }) => `${number} ${id}`)).toEqual([
      "0 value-hypothesis",
      "1 feasibility-poc",
      "2 proof-of-value",
      "3 mvp-slice",
      "4 controlled-pilot",
      "5 scale",
    ]);
  });

  test.each(SHIPPED_GATES.map((gate) => [gate.id, gate] as const))(
    "%s says all that a gate says, and each condition can be closed",
    (_, gate) => {
      expect(
        [gate.entry, gate.exit, gate.artifacts, gate.questions, gate.pitfall.signs].every((part) => part.length > 0),
      ).toBe(true);
      expect(gate.artifacts.filter(({ document }) => document !== undefined)).toHaveLength(1);
      const items: readonly GateArtifact[] = [...gate.entry, ...gate.exit, ...gate.artifacts];
      for (const item of items)
        expect(
          item.attestable || (item.evidence ?? item.checklist ?? item.file ?? item.document) !== undefined,
          item.id,
        ).toBe(true);
      for (const item of gate.exit.filter(({ evidence }) => evidence !== undefined))
        expect(item.closedBy, item.id).toMatch(/\S/);
    },
  );

  test("only the decision cannot be waived", () => {
    expect(
      SHIPPED_GATES.flatMap((gate) =>
        [...gate.entry, ...gate.exit, ...gate.artifacts]
          .filter(({ waivable }) => !waivable)
          .map(({ id }) => `${gate.id}.${id}`),
      ),
    ).toEqual(["feasibility-poc.decision"]);
  });
});

describe("a gate of one's own", () => {
  test("needs no more than a title, a purpose, an exit and a pitfall", () => {
    const [gate] = gatesOf({ "7-pilot.yaml": GATE });
    expect(gate).toEqual({
      id: "pilot",
      number: 7,
      title: "Pilot",
      purpose: "To be sure",
      entry: [],
      exit: [{ id: "x", text: "It holds", attestable: true, waivable: true }],
      artifacts: [],
      questions: [],
      pitfall: { text: "Haste", signs: [] },
    });
  });

  test("stands by its number, whatever it is called", () => {
    expect(gatesOf({ "10-b.yaml": GATE, "2-c.yaml": GATE, "9-a.yaml": GATE }).map(({ id }) => id)).toEqual([
      "c",
      "a",
      "b",
    ]);
  });

  test("can be dropped, with the reason", () => {
    expect(gatesOf({ "4-pilot.yaml": `${GATE}dropped: Pilots are run elsewhere\n` })[0]).toMatchObject({
      dropped: "Pilots are run elsewhere",
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["nothing is wrong", { "2-pilot.yaml": GATE }, []],
    ["a name without a number", { "pilot.yaml": GATE }, ["gates/pilot.yaml:1:1 invalid-id"]],
    ["an id that is none", { "2-Pilot Gate.yaml": GATE }, ["gates/2-Pilot Gate.yaml:1:1 invalid-id"]],
    ["an id of JavaScript's own", { "2-__proto__.yaml": GATE }, ["gates/2-__proto__.yaml:1:1 invalid-id"]],
    [
      "an id that poc gate takes",
      { "2-pass.yaml": GATE, "3-waive.yaml": GATE },
      ["gates/2-pass.yaml:1:1 invalid-id", "gates/3-waive.yaml:1:1 invalid-id"],
    ],
    ["an id that a checklist has", { "2-mvp.yaml": GATE }, ["gates/2-mvp.yaml:1:1 invalid-id"]],
    ["two with one number", { "2-a.yaml": GATE, "2-b.yaml": GATE }, ["gates/2-b.yaml:1:1 duplicate-id"]],
    ["two with one id", { "2-a.yaml": GATE, "3-a.yaml": GATE }, ["gates/3-a.yaml:1:1 duplicate-id"]],
    [
      "a field is missing",
      { "2-a.yaml": GATE.replace("purpose: To be sure\n", "") },
      ["gates/2-a.yaml:1:1 missing-field"],
    ],
    ["a field that nobody knows", { "2-a.yaml": `${GATE}exits: []\n` }, ["gates/2-a.yaml:6:1 unknown-key"]],
    [
      "evidence that nobody knows",
      { "2-a.yaml": GATE.replace("It holds", "It holds, evidence: terms-frzen") },
      ["gates/2-a.yaml:4:40 value-not-allowed"],
    ],
    [
      "a sign that nobody knows",
      { "2-a.yaml": GATE.replace("Haste", "Haste, signs: [scope-grw]") },
      ["gates/2-a.yaml:5:33 value-not-allowed"],
    ],
    [
      "an id twice in the gate",
      { "2-a.yaml": `${GATE}questions:\n  - { id: x, text: Why? }\n` },
      ["gates/2-a.yaml:7:11 duplicate-id"],
    ],
    [
      "two ways to show an artifact",
      { "2-a.yaml": `${GATE}artifacts:\n  - { id: y, text: t, file: value.yaml, document: decision }\n` },
      ["gates/2-a.yaml:7:5 fields-conflict"],
    ],
    [
      "what nothing can close",
      { "2-a.yaml": GATE.replace("It holds", "It holds, attestable: false") },
      ["gates/2-a.yaml:4:5 fields-conflict"],
    ],
    [
      "a file outside the folder",
      { "2-a.yaml": `${GATE}artifacts:\n  - { id: y, text: t, file: ../secrets.yaml }\n` },
      ["gates/2-a.yaml:7:29 invalid-value"],
    ],
    [
      "a file at the root",
      { "2-a.yaml": `${GATE}artifacts:\n  - { id: y, text: t, file: /etc/passwd }\n` },
      ["gates/2-a.yaml:7:29 invalid-value"],
    ],
    [
      "a star in a folder",
      { "2-a.yaml": `${GATE}artifacts:\n  - { id: y, text: t, file: "*/a.csv" }\n` },
      ["gates/2-a.yaml:7:29 invalid-value"],
    ],
    ["a list where a map should be", { "2-a.yaml": "- a\n- b\n" }, ["gates/2-a.yaml:1:1 wrong-type"]],
    ["no YAML", { "2-a.yaml": "title: [\n" }, ["gates/2-a.yaml:2:1 invalid-yaml"]],
    ["aliases", { "2-a.yaml": `${GATE}dropped: &a why\n` }, ["gates/2-a.yaml:6:13 yaml-feature"]],
    ["nothing at all", { "2-a.yaml": "\n" }, ["gates/2-a.yaml:1:1 file-empty"]],
    ["a prototype", { "2-a.yaml": `${GATE}__proto__: { polluted: yes }\n` }, ["gates/2-a.yaml:6:1 unknown-key"]],
    ["a condition that is left open", { "2-a.yaml": GATE.replace("It holds", "") }, ["gates/2-a.yaml:4:14 wrong-type"]],
  ])("%s", (_, files, expected) => {
    expect(faults(files)).toEqual(expected);
  });
});
