import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { gateSection, type GateRow } from "../../../src/memo/sections/gate-section.ts";
import { condition, gateOf, passed, waived, way } from "../../support/gates.ts";
import { decided, entry, start } from "../../support/records.ts";

const GATE = gateOf(2, "g", {
  title: "Proof of value",
  entry: [condition("begin")],
  exit: [
    condition("shown", { evidence: "terms-frozen" }),
    condition("said"),
    condition("against", { evidence: "decided-go" }),
    condition("left", { closedBy: "do it" }),
  ],
  artifacts: [condition("paper", { document: "decision" })],
  questions: [
    { id: "users", text: "Who?" },
    { id: "left-out", text: "Who not?" },
    { id: "habits", text: "What else?" },
  ],
  pitfall: { text: "Friendly users", signs: ["left-out-unsaid"] },
});

const word = (when: string, item: string, note?: string): Entry =>
  entry(when, {
    id: `word${when.slice(8, 10)}`,
    attest: [{ item, evidence: "https://example.com/1", ...(note === undefined ? {} : { note }) }],
  });
const LOG = [
  start(),
  decided("2026-12-01", "no-go"),
  word("2026-12-02", "g.said", "as minuted"),
  word("2026-12-03", "g.users", "Twelve clerks"),
  word("2026-12-04", "g.habits"),
  waived("2026-12-05", "g.left", "2026-12-31"),
];

function section(log: readonly Entry[] = LOG, day = "2026-12-10") {
  return gateSection(
    way([gateOf(0, "first"), GATE], { log: [...log, passed("2026-11-20", "first")] }, day, {
      files: [],
      documents: [{ document: "decision", path: "memos/decision-2026-12-01.md", state: "stale", changed: ["a", "b"] }],
      checklists: [],
    }).gates[1]!,
  );
}

describe("the rows of a gate", () => {
  const told = ({ id, state, basis, met, because }: GateRow) => [id, state, basis, met, because];

  test("say what is met, by what, and what is open", () => {
    expect(section().exit.map(told)).toEqual([
      ["g.shown", "Met", "by evidence", true, "frozen on Mon 23 Nov 2026 by Ana Ruiz"],
      ["g.said", "Met", "on a person's word", true, "Ana Ruiz: as minuted, https://example.com/1"],
      ["g.against", "Failed", "", false, "No-go, by Marta Weiss on Tue 1 Dec 2026"],
      ["g.left", "Waived", "", false, "not attested yet"],
    ]);
    expect(section().artifacts.map(told)).toEqual([
      ["g.paper", "Stale", "", false, "memos/decision-2026-12-01.md is out of date: 2 changes since it was rendered"],
    ]);
    expect(section().entry.map(told)).toEqual([["g.begin", "Open", "", false, "not attested yet"]]);
  });

  test("say how an open one is closed, and who answers for a waived one", () => {
    expect(section().exit.map(({ closedBy }) => closedBy)).toEqual([
      "",
      "",
      "",
      "do it, or poc log --attest g.left=LINK",
    ]);
    expect(section().exit[3]!.waiver).toBe("waived until Thu 31 Dec 2026, by Marta Weiss: later");
    expect(section(LOG, "2027-01-01").exit[3]).toMatchObject({
      state: "Open",
      waiver: "a waiver expired on Thu 31 Dec 2026, by Marta Weiss: later",
    });
  });

  test("name the entries they rest on", () => {
    expect(section().exit.map(({ entries }) => entries)).toEqual([["start00"], ["word02"], ["120112x"], ["waive05"]]);
  });
});

test("questions are answered in words, or open", () => {
  expect(section().questions.map(({ answered, answer, link, by, date }) => [answered, answer, link, by, date])).toEqual(
    [
      [true, "Twelve clerks", "https://example.com/1", "Ana Ruiz", "Thu 3 Dec 2026"],
      [false, "OPEN: not answered yet", "", "", ""],
      [true, "OPEN: answered by a link only", "https://example.com/1", "Ana Ruiz", "Fri 4 Dec 2026"],
    ],
  );
});

describe("the gate as a whole", () => {
  test("is named, and its signs are told", () => {
    const { label, number, title, passed: done, standing, signs, noSigns } = section();
    expect({ label, number, title, done, standing }).toEqual({
      label: "Gate 2: Proof of value",
      number: "2",
      title: "Proof of value",
      done: false,
      standing: "Not passed: 2 of 5 conditions are open",
    });
    expect(signs.map(({ entries }) => entries)).toEqual([["word03"]]);
    expect(noSigns).toBe("");
  });

  test("says who approved it, once it is passed", () => {
    const { passed: done, standing, entries } = section([...LOG, passed("2026-12-09", "g", "first")]);
    expect({ done, standing, entries }).toEqual({
      done: true,
      standing: "Passed on Wed 9 Dec 2026, approved by Marta Weiss",
      entries: ["pass09g"],
    });
  });

  test.each<[string, string]>([
    ["ahead", gateSection(way([gateOf(0, "first"), GATE], { log: [] }, "2026-12-10").gates[1]!).standing],
    [
      "dropped",
      gateSection(way([gateOf(0, "first", { dropped: "not ours" })], { log: [] }, "2026-12-10").gates[0]!).standing,
    ],
    [
      "passed over",
      gateSection(way([GATE, gateOf(3, "later")], { log: [passed("2026-12-01", "later")] }, "2026-12-10").gates[0]!)
        .standing,
    ],
    ["ready", gateSection(way([gateOf(0, "first")], { log: [] }, "2026-12-10").gates[0]!).standing],
  ])("%s", (name, standing) => {
    expect(standing).toBe(
      {
        ahead: "Not reached: the previous gate comes first",
        dropped: "Not needed here: not ours",
        "passed over": "Not passed: it was added after a later gate was passed",
        ready: "Ready to pass: no condition is open",
      }[name],
    );
  });

  test("is text to its leaves, and a truth value where a template asks", () => {
    const leaves = (value: unknown): unknown[] =>
      Array.isArray(value)
        ? value.flatMap(leaves)
        : typeof value === "object" && value !== null
          ? Object.values(value).flatMap(leaves)
          : [value];
    expect([...new Set(leaves(section()).map((leaf) => typeof leaf))].sort()).toEqual(["boolean", "string"]);
  });
});
