import { describe, expect, test } from "vitest";
import { matchesFile, type FoundDocument, type GateStanding } from "../../../src/domain/gates/gate-standing.ts";
import { openConditions, reopenedConditions } from "../../../src/domain/gates/open-conditions.ts";
import { closingOf } from "../../../src/wording/gate-reasons.ts";
import type { Entry, PassedCondition } from "../../../src/domain/records/entry.ts";
import { condition, gateOf, passed, waived, way } from "../../support/gates.ts";
import { amended, decided, entry, start } from "../../support/records.ts";

const attested = (when: string, item: string, note?: string): Entry =>
  entry(when, {
    id: `word${when.slice(8, 10)}`,
    attest: [{ item, evidence: "https://example.com/1", ...(note === undefined ? {} : { note }) }],
  });

const committed = (when: string, item: string, budget: string): Entry => ({
  ...attested(when, item),
  stated: new Map([["mvp.budget", budget]]),
});

describe("where a PoC stands", () => {
  const gates = [gateOf(0, "a"), gateOf(1, "b"), gateOf(2, "c")];
  const places = (log: readonly Entry[], of = gates) =>
    way(of, { log }, "2026-12-10")
      .gates.map(({ place }) => place)
      .join(" ");

  test.each<[string, readonly Entry[], string]>([
    ["before the first", [], "here ahead ahead"],
    ["after the first", [passed("2026-11-20", "a")], "passed here ahead"],
    [
      "after the last",
      [passed("2026-11-20", "a"), passed("2026-11-21", "b", "a"), passed("2026-11-22", "c", "b")],
      "passed passed passed",
    ],
    ["a passage that skips does not count", [passed("2026-11-22", "c", "b")], "here ahead ahead"],
    ["a passage is not there before its day", [passed("2026-12-11", "a")], "here ahead ahead"],
  ])("%s", (_, log, expected) => {
    expect(places(log)).toBe(expected);
  });

  test("a gate that an organisation drops is passed by", () => {
    const dropped = [gateOf(0, "a"), gateOf(1, "b", { dropped: "pilots are run elsewhere" }), gateOf(2, "c")];
    expect(places([passed("2026-11-20", "a")], dropped)).toBe("passed dropped here");
  });

  test("a gate that comes in before one that is passed is passed over, and takes nothing back", () => {
    const log = [passed("2026-11-20", "a"), passed("2026-11-21", "c", "a")];
    expect(places(log)).toBe("passed passed-over passed");
  });

  test("a no-go ends the way", () => {
    expect(way(gates, { log: [start(), decided("2026-12-04", "no-go")] }, "2026-12-10").endedBy).toBe("120412x");
    expect(way(gates, { log: [start(), decided("2026-12-04", "go")] }, "2026-12-10").endedBy).toBeUndefined();
  });
});

describe("a condition", () => {
  const stateOf = (
    item: Parameters<typeof condition>[1],
    log: readonly Entry[] = [],
    day = "2026-12-10",
    documents: readonly FoundDocument[] = [],
    files: readonly string[] = [],
  ) => {
    const gate = gateOf(0, "g", { artifacts: [condition("x", item)] });
    const { state, basis } = way([gate], { log }, day, { files, documents, checklists: [] }).here!.artifacts[0]!;
    return `${state} ${basis}`;
  };
  const found = (state: FoundDocument["state"]): readonly FoundDocument[] => [
    { document: "decision", path: "memos/decision-2026-12-04.md", state, changed: ["k7f3q2m"] },
  ];

  test.each<[string, string, string]>([
    ["nobody said anything", stateOf({}), "open none"],
    ["somebody did", stateOf({}, [attested("2026-12-01", "g.x")]), "met person"],
    [
      "somebody did, for the budget of now",
      stateOf({ evidence: "budget-named" }, [committed("2026-12-01", "g.x", "120000.00 EUR")]),
      "met person",
    ],
    [
      "somebody did, for a smaller budget",
      stateOf({ evidence: "budget-named" }, [committed("2026-12-01", "g.x", "12000.00 EUR")]),
      "open none",
    ],
    ["of another gate", stateOf({}, [attested("2026-12-01", "h.x")]), "open none"],
    ["later than that day", stateOf({}, [attested("2026-12-11", "g.x")]), "open none"],
    ["the records show it", stateOf({ evidence: "terms-frozen" }, [start()]), "met evidence"],
    ["they do not", stateOf({ evidence: "terms-frozen" }), "open none"],
    [
      "they do not, somebody does",
      stateOf({ evidence: "terms-frozen" }, [attested("2026-12-01", "g.x")]),
      "met person",
    ],
    [
      "where nobody's word is enough",
      stateOf({ evidence: "terms-frozen", attestable: false }, [attested("2026-12-01", "g.x")]),
      "open none",
    ],
    [
      "they speak against it, whatever anybody says",
      stateOf({ evidence: "decided-go" }, [start(), decided("2026-12-04", "no-go"), attested("2026-12-05", "g.x")]),
      "failed evidence",
    ],
    ["a file is there", stateOf({ file: "value.yaml" }, [], "2026-12-10", [], ["value.yaml"]), "met evidence"],
    ["a file is not", stateOf({ file: "value.yaml" }, [], "2026-12-10", [], ["costs.yaml"]), "open none"],
    ["a document is current", stateOf({ document: "decision" }, [], "2026-12-10", found("current")), "met evidence"],
    [
      "a document is there, and nobody looked",
      stateOf({ document: "decision" }, [], "2026-12-10", found("there")),
      "met evidence",
    ],
    ["a document is not poc's", stateOf({ document: "decision" }, [], "2026-12-10", found("foreign")), "met evidence"],
    ["a document is missing", stateOf({ document: "business-case" }, [], "2026-12-10", found("current")), "open none"],
    [
      "a document is stale, whatever anybody says",
      stateOf({ document: "decision" }, [attested("2026-12-05", "g.x")], "2026-12-10", found("stale")),
      "stale evidence",
    ],
    ["a document was edited", stateOf({ document: "decision" }, [], "2026-12-10", found("edited")), "open none"],
    [
      "a document was edited, and somebody vouches for it",
      stateOf({ document: "decision" }, [attested("2026-12-05", "g.x")], "2026-12-10", found("edited")),
      "met person",
    ],
    ["it is waived", stateOf({}, [waived("2026-12-01", "g.x", "2026-12-10")]), "waived none"],
    ["the waiver has expired", stateOf({}, [waived("2026-12-01", "g.x", "2026-12-09")]), "open none"],
    [
      "it was met all the same",
      stateOf({}, [waived("2026-12-01", "g.x", "2026-12-09"), attested("2026-12-02", "g.x")]),
      "met person",
    ],
    [
      "a waiver by hand of what cannot be waived",
      stateOf({ waivable: false }, [waived("2026-12-01", "g.x", "2026-12-31")]),
      "open none",
    ],
  ])("%s", (_, state, expected) => {
    expect(state).toBe(expected);
  });
});

describe("a gate that is passed", () => {
  const gate = gateOf(0, "g", {
    exit: [condition("x"), condition("y", { evidence: "decided-go" }), condition("added")],
  });
  const conditions: readonly PassedCondition[] = [
    { item: "x", state: "waived", basis: "none", because: "nobody has attested it", entries: [] },
    { item: "y", state: "met", basis: "evidence", because: "Go, by Marta Weiss", entries: ["dec"] },
  ];
  const passage = {
    ...passed("2026-12-01", "g", undefined, { conditions }),
    waivers: waived("2026-12-01", "g.x", "2026-12-05").waivers!,
  };
  const at = (day: string, ...more: Entry[]): GateStanding => way([gate], { log: [passage, ...more] }, day).gates[0]!;
  const states = (standing: GateStanding) => standing.exit.map(({ state }) => state).join(" ");

  test("keeps what was met when it was, whatever came after", () => {
    expect(states(at("2026-12-10", start(), decided("2026-12-08", "no-go")))).toBe("open met open");
  });

  test("opens again what was waived, once the day has passed", () => {
    expect(states(at("2026-12-05"))).toBe("waived met open");
    expect(states(at("2026-12-06"))).toBe("open met open");
    expect(states(at("2026-12-06", attested("2026-12-06", "g.x")))).toBe("met met open");
    expect(states(at("2026-12-06", waived("2026-12-06", "g.x", "2026-12-31")))).toBe("waived met open");
  });

  test("does not ask for what was added since", () => {
    const reopened = (day: string) => reopenedConditions(way([gate], { log: [passage] }, day)).map(({ id }) => id);
    expect(reopened("2026-12-05")).toEqual([]);
    expect(reopened("2026-12-06")).toEqual(["g.x"]);
  });
});

describe("signs of a pitfall", () => {
  const pitfall = { text: "haste", signs: ["second-extension"] as const };
  const gates = [
    gateOf(0, "a"),
    gateOf(1, "b", { pitfall, entry: [condition("clock", { evidence: "terms-frozen" })] }),
    gateOf(2, "c", { pitfall }),
    gateOf(3, "d", { pitfall, entry: [condition("sandbox")] }),
  ];
  const extended = [
    amended("2026-12-01", "timebox.working_days", "10", "12"),
    amended("2026-12-02", "timebox.working_days", "12", "14"),
  ];
  const shown = (...log: Entry[]) =>
    way(gates, { log }, "2026-12-10").gates.map(({ begun, signs }) => `${begun} ${signs.length}`);

  test("are looked for once a gate is begun, though the one before is not passed", () => {
    expect(shown(start(), ...extended)).toEqual(["false 0", "true 1", "false 0", "false 0"]);
    expect(shown(...extended)).toEqual(["false 0", "false 0", "false 0", "false 0"]);
  });

  test("and where it is reached, or passed", () => {
    expect(shown(start(), ...extended, passed("2026-12-03", "a"))).toEqual([
      "false 0",
      "false 1",
      "false 0",
      "false 0",
    ]);
    expect(shown(start(), ...extended, passed("2026-12-03", "a"), passed("2026-12-04", "b", "a"))).toEqual([
      "false 0",
      "false 1",
      "false 1",
      "false 0",
    ]);
  });
});

describe("what is missing", () => {
  test("is every condition and artifact that is neither met nor waived, and how to close it", () => {
    const gate = gateOf(0, "g", {
      entry: [condition("begin")],
      exit: [condition("x", { closedBy: "do it" }), condition("y"), condition("w")],
      artifacts: [
        condition("memo", { document: "decision" }),
        condition("case", { document: "business-case" }),
        condition("file", { file: "runs/*.csv", attestable: false }),
      ],
      questions: [{ id: "q", text: "Why?" }],
    });
    const { here } = way(
      [gate],
      { log: [attested("2026-12-01", "g.y"), waived("2026-12-01", "g.w", "2026-12-31")] },
      "2026-12-10",
    );
    expect(openConditions(here!).map((item) => [item.id, closingOf(item)!.how, ...closingOf(item)!.commands])).toEqual([
      ["g.begin", "", "poc log --attest g.begin=LINK"],
      ["g.x", "do it", "poc log --attest g.x=LINK"],
      ["g.memo", "", "poc memo", "poc log --attest g.memo=LINK"],
      ["g.case", "", "poc memo business-case", "poc log --attest g.case=LINK"],
      ["g.file", "put runs/*.csv into the folder of the PoC"],
    ]);
  });
});

describe("a question", () => {
  const gate = gateOf(0, "g", { questions: [{ id: "q", text: "Why?" }] });
  const answer = (...log: Entry[]) => way([gate], { log }, "2026-12-10").here!.questions[0]!.answer;

  test("is answered in the words of the attestation, else of its entry", () => {
    expect(answer()).toBeUndefined();
    expect(answer(attested("2026-12-01", "g.q", "because"))).toEqual({
      text: "because",
      link: "https://example.com/1",
      by: "Ana Ruiz",
      date: "2026-12-01",
      entry: "word01",
    });
    expect(answer({ ...attested("2026-12-01", "g.q"), note: "because of the note" })?.text).toBe("because of the note");
    expect(answer(attested("2026-12-01", "g.q"))?.text).toBe("");
  });

  test("is not answered by a note that belongs to several words", () => {
    const both = entry("2026-12-01", {
      note: "a day's work",
      attest: [
        { item: "g.q", evidence: "https://example.com/1" },
        { item: "g.z", evidence: "https://example.com/2" },
      ],
    });
    expect(answer(both)?.text).toBe("");
  });
});

test.each<[string, string, boolean]>([
  ["value.yaml", "value.yaml", true],
  ["value.yaml.bak", "value.yaml", false],
  ["runs/a.csv", "runs/*.csv", true],
  ["runs/a/b.csv", "runs/*.csv", false],
  ["runs.csv", "runs/*.csv", false],
  ["memos/decision-2026-12-04.md", "memos/decision-*", true],
  ["memos/decision-", "memos/decision-*", true],
  ["aba", "ab*ba", false],
  ["a1b2c", "a*b*c", true],
  ["a1c2b", "a*b*c", false],
  ["a".repeat(60), `${"*a".repeat(30)}b`, false],
])("%s is %s: %s", (name, pattern, matches) => {
  expect(matchesFile(name, pattern)).toBe(matches);
});
