import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChecklist } from "../../../src/document/reading/read-checklist.ts";
import { hostileText } from "../../properties/arbitrary-entry.ts";

const FILE = "templates/checklists/release.yaml";
const HEAD = "checklist: release\ntitle: Release\nitems:\n";

/** What is wrong with a list, each with its place: `4:12 value-not-allowed`. */
function faults(text: string, name = "release"): readonly string[] {
  const { checklist, diagnostics } = readChecklist(name, FILE, text);
  expect(checklist === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, location: { span } }) => `${span.line}:${span.column} ${code}`);
}

test("a list that says all it can", () => {
  const { checklist } = readChecklist(
    "release",
    FILE,
    `checklist: release\ntitle: Release\npurpose: >\n  Ready\n  to go.\nasked: after-go\nitems:\n  - {id: a, text: A, closed_by: do it, evidence: same-runtime, role: engineer}\n  - {id: b, text: B, check: npm test, cwd: ../service, role: platform}\n  - {id: c, text: C, by: person}\n  - {id: d, text: D}\n`,
  );
  expect(checklist).toEqual({
    name: "release",
    title: "Release",
    purpose: "Ready to go.",
    asked: "after-go",
    items: [
      { id: "a", text: "A", closedBy: "do it", evidence: "same-runtime", role: "engineer", attestable: true },
      {
        id: "b",
        text: "B",
        closedBy: "poc checklist release --run",
        check: "npm test",
        cwd: "../service",
        role: "platform",
        attestable: false,
      },
      {
        id: "c",
        text: "C",
        closedBy: "attest it with a link that shows it",
        peopleOnly: true,
        attestable: true,
      },
      { id: "d", text: "D", closedBy: "attest it with a link that shows it", attestable: true },
    ],
  });
});

describe("faulty lists", () => {
  test.each<[string, string, readonly string[]]>([
    ["no YAML", `${HEAD}  - {id: a`, ["4:11 invalid-yaml"]],
    ["nothing", "", ["1:1 file-empty"]],
    ["a list where a map is meant", "- id: a\n", ["1:1 wrong-type"]],
    ["no items", "checklist: release\ntitle: Release\n", ["1:1 missing-field"]],
    ["an empty list", "checklist: release\ntitle: Release\nitems: []\n", ["3:8 invalid-value"]],
    ["an unknown key", `${HEAD}  - {id: a, text: A, owner: Ana}\n`, ["4:22 unknown-key"]],
    ["an unknown derivation", `${HEAD}  - {id: a, text: A, evidence: same-runtim}\n`, ["4:32 value-not-allowed"]],
    ["an unknown role", `${HEAD}  - {id: a, text: A, role: cfo}\n`, ["4:28 value-not-allowed"]],
    [
      "an unknown time",
      "checklist: release\ntitle: Release\nasked: later\nitems:\n  - {id: a, text: A}\n",
      ["3:8 value-not-allowed"],
    ],
    ["an id twice", `${HEAD}  - {id: a, text: A}\n  - {id: a, text: B}\n`, ["5:10 duplicate-id"]],
    ["an id that is none", `${HEAD}  - {id: A b, text: A}\n`, ["4:10 invalid-id"]],
    ["prototype keys", `${HEAD}  - {id: a, text: A, __proto__: x}\n`, ["4:22 unknown-key"]],
    [
      "evidence and people only",
      `${HEAD}  - {id: a, text: A, evidence: committed, by: person}\n`,
      ["4:5 fields-conflict"],
    ],
    [
      "a command and people only",
      `${HEAD}  - {id: a, text: A, check: npm test, by: person}\n`,
      ["4:5 fields-conflict"],
    ],
    [
      "a command and evidence",
      `${HEAD}  - {id: a, text: A, check: npm test, evidence: committed}\n`,
      ["4:5 fields-conflict"],
    ],
    ["a folder without a command", `${HEAD}  - {id: a, text: A, cwd: service}\n`, ["4:5 fields-conflict"]],
    [
      "a folder of another machine",
      `${HEAD}  - {id: a, text: A, check: make, cwd: /home/ana}\n`,
      ["4:5 invalid-value"],
    ],
    [
      "a command of several lines",
      `${HEAD}  - id: a\n    text: A\n    check: |\n      make\n      make test\n`,
      ["6:12 invalid-value"],
    ],
    ["a text of nothing", `${HEAD}  - {id: a, text: " "}\n`, ["4:19 invalid-value"]],
    [
      "another name than the file",
      "checklist: relese\ntitle: R\nitems:\n  - {id: a, text: A}\n",
      ["1:12 invalid-value"],
    ],
    ["an alias", `${HEAD}  - &a {id: a, text: A}\n  - *a\n`, ["5:5 yaml-feature", "4:8 yaml-feature"]],
  ])("%s", (_, text, expected) => {
    expect([...faults(text)].sort()).toEqual([...expected].sort());
  });

  test("the nearest name is suggested", () => {
    const { diagnostics } = readChecklist("release", FILE, `${HEAD}  - {id: a, text: A, evidence: same-runtim}\n`);
    expect(diagnostics[0]?.hint).toBe("did you mean same-runtime?");
  });

  test("no file takes the place of the exit criteria", () => {
    expect(faults("checklist: exit\ntitle: Easy\nitems:\n  - {id: a, text: A}\n", "exit")).toEqual([
      "1:12 value-not-allowed",
    ]);
  });
});

test("whatever the texts are, they are read as they are or refused, and nothing is thrown", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, text) => {
      const { checklist, diagnostics } = readChecklist(
        "release",
        FILE,
        `checklist: release\ntitle: ${JSON.stringify(title)}\nitems:\n  - {id: a, text: ${JSON.stringify(text)}}\n`,
      );
      expect(diagnostics.length > 0 || checklist?.items[0]?.text === text.trim()).toBe(true);
    }),
  );
});
