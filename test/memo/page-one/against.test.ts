import { describe, expect, test } from "vitest";
import { againstSection } from "../../../src/memo/page-one/against.ts";
import {
  amended,
  ANA,
  assumes,
  decided,
  entry,
  MARTA,
  person,
  result,
  SOUND,
  standing,
  start,
} from "../../support/records.ts";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { pageOne } from "../../../src/memo/page-one/page-one.ts";
import type { Person } from "../../../src/domain/scalars/person.ts";
import type { RiskLevel } from "../../../src/domain/records/risk.ts";

const committed = entry("2026-11-24 10:00", {
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
});
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });

const rated = (level: RiskLevel) => ({
  ...SOUND,
  assumptions: [],
  risks: SOUND.risks.map((risk) => (risk.id === "cost" ? { ...risk, level } : risk)),
});

test("high risks are in a list of their own, and are not nothing", () => {
  const definitions = rated("high");
  const judged = standing({ definitions, log: [start(definitions), met, decided("2026-12-04", "go")] }, "2026-12-04");
  const none = "Nothing in the records beside the open risks below.";
  expect(againstSection(judged, 30)).toMatchObject({ notes: [], none });
  expect(againstSection({ ...judged, risks: [] }, 30)).toMatchObject({ notes: [], none: "Nothing in the records." });
});

test("on whose word a go rests is said after the recommendation has turned, too", () => {
  const turned = entry("2026-12-07", { results: [result("wrong-rate", "120/200")] });
  const log = [start(), committed, met, decided("2026-12-04", "go", { by: MARTA })];
  const words = (poc: typeof log, day: string) =>
    againstSection(standing({ log: poc }, day), 30)
      .notes.map(({ text }) => text)
      .filter((text) => text.includes("says so:"));
  expect(words(log, "2026-12-04")).toHaveLength(1);
  expect(words([...log, turned], "2026-12-07")).toEqual(words(log, "2026-12-04"));
});

test.each<[string, number, readonly string[]]>([
  ["could change the verdict", 20, ["broken"]],
  ["are few, and change nothing", 1, []],
])("cases that broke speak against a go where they %s", (_, errors, entries) => {
  const log = [
    start(),
    committed,
    entry("2026-11-30", { id: "broken", results: [result("wrong-rate", "19/200", { errors })] }),
  ];
  const { notes } = againstSection(standing({ log }, "2026-12-04"), 30);
  expect(notes.filter(({ text }) => text.includes("not counted")).flatMap((note) => note.entries)).toEqual(entries);
});

test.each<[string, string, string | undefined, string | undefined, number, boolean]>([
  ["a target", "evals.wrong-rate.target", "reduction >= 50%", "reduction >= 40%", 1, true],
  ["a lower confidence", "confidence", "95%", "90%", 1, true],
  ["a higher confidence", "confidence", "90%", "95%", 1, false],
  ["a lower confidence before any result", "confidence", "95%", "90%", 0, false],
  ["more cases that may break", "evals.wrong-rate.max_errors", undefined, "40", 1, true],
  ["fewer cases that may break", "evals.wrong-rate.max_errors", "20", "5", 1, false],
  ["the size", "evals.wrong-rate.min_n", "250", "200", 1, true],
  ["the extension", "evals.wrong-rate.extended_n", undefined, "400", 1, true],
  ["a baseline", "evals.wrong-rate.baseline", "41/200", "60/200", 1, true],
  ["a source of cases", "evals.wrong-rate.items_source", "tickets of May", "tickets of June", 1, false],
])(
  "%s that was changed after results speaks against it, where it may make a verdict easier",
  (_, term, from, to, seen, told) => {
    const log = [
      start(),
      committed,
      met,
      amended(seen === 0 ? "2026-11-24 11:00" : "2026-12-01 10:00", term, from, to, seen),
    ];
    const { notes } = againstSection(standing({ log }, "2026-12-04"), 30);
    expect(notes.some(({ code }) => code?.startsWith("term-") === true)).toBe(told);
  },
);

test("what the sponsor said is no news to the sponsor", () => {
  const own = { ...committed, by: MARTA };
  const { notes } = againstSection(standing({ log: [start(), own, met] }, "2026-12-04"), 30);
  expect(notes.map(({ code }) => code)).not.toContain("word-of-one");
});

describe("how much it speaks against going on", () => {
  const bad = entry("2026-11-25", { id: "bad", results: [result("wrong-rate", "50/200")] });
  const undone = entry("2026-11-25 13:00", { by: MARTA, undo: { entry: "bad", reason: "wrong eval" } });
  const withdrawn = [start(), committed, bad, undone, met];
  const codes = (log: typeof withdrawn) =>
    againstSection(standing({ log }, "2026-12-04"), 30).notes.map(({ code }) => code);
  const change = (day: string, term: string, from: string | undefined, to: string | undefined) =>
    amended(day, term, from, to, 1);

  test("a worse result that was withdrawn comes first", () => {
    expect(codes(withdrawn)[0]).toBe("result-withdrawn");
  });

  test.each<[string, string, string | undefined, string | undefined, readonly string[]]>([
    ["a lower cap", "spend_cap", "2000.00 EUR", "1900.00 EUR", []],
    ["a new cap", "hours_cap", undefined, "100 h", []],
    ["a harder target", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 45%", []],
    ["a shorter payback", "value.thresholds.payback", "12 months", "11 months", []],
    ["a stricter kill criterion", "kill-criteria.no-better.when", "wrong-rate > 28%", "wrong-rate > 25%", []],
    ["an easier target", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 30%", ["term-relaxed"]],
    ["a longer payback", "value.thresholds.payback", "12 months", "18 months", ["term-relaxed"]],
    ["less confidence", "confidence", "95%", "90%", ["term-relaxed"]],
    ["another number of cases", "evals.wrong-rate.min_n", "200", "100", ["term-changed"]],
    ["a metric that no longer decides", "evals.wrong-rate.primary", "true", "false", ["term-relaxed"]],
  ])("%s after a result", (_, term, from, to, expected) => {
    const shown = codes([...withdrawn, change("2026-12-01", term, from, to)]);
    expect(shown.filter((code) => code?.startsWith("term-"))).toEqual(expected);
    // However many terms were moved, what was withdrawn stays ahead of them.
    expect(shown[0]).toBe("result-withdrawn");
    const page = pageOne(standing({ log: [...withdrawn, change("2026-12-01", term, from, to)] }, "2026-12-04"), []);
    const isTightened = expected.length === 0;
    const told = [...page.against.notes, ...page.conduct].some(({ text }) =>
      / (?:was|were) tightened|set to/.test(text),
    );
    expect(told && isTightened).toBe(false);
  });
});

describe("who approved a term that was moved", () => {
  const BOB = person("Bob");
  const easier = (approver: Person) => {
    const change = amended("2026-12-01", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 30%", 1);
    return { ...change, amend: { ...change.amend!, approver } };
  };
  const text = (approver: Person) =>
    againstSection(standing({ log: [start(), committed, met, easier(approver)] }, "2026-12-04"), 30).notes.find(
      ({ code }) => code === "term-relaxed",
    )?.text;

  test.each([
    [BOB, / approved by Bob, who is neither the sponsor nor the owner\.$/],
    [ANA, / approved by Ana Ruiz, the owner\.$/],
    [MARTA, / approved by Marta Weiss\.$/],
  ])("%o", (approver, shown) => {
    expect(text(approver)).toMatch(shown);
  });

  test("is never cut, however long the sentence", () => {
    const long = { ...SOUND, evals: SOUND.evals.map((item) => ({ ...item, metric: "Wrong answers ".repeat(30) })) };
    const log = [start(long), committed, met, easier(BOB)];
    const page = pageOne(standing({ definitions: long, log }, "2026-12-04"), []);
    expect(page.against.notes.map((note) => note.text).join(" ")).toMatch(/ approved by Bob, who is neither/);
  });
});

describe("what page one has no room for", () => {
  const failing = (count: number) => {
    const ids = Array.from({ length: count }, (_, k) => `trivial-${k}`);
    const definitions = {
      ...SOUND,
      assumptions: ids.map((id) => ({ id, statement: `Trivial ${id}`, testedBy: [] })),
    };
    const failed = entry("2026-12-01", { assumptions: new Map(ids.map((id) => [id, "fails"])) });
    const broken = entry("2026-11-30", { id: "broken", results: [result("wrong-rate", "19/200", { errors: 20 })] });
    return standing({ definitions, log: [start(definitions), committed, broken, failed] }, "2026-12-04");
  };

  test("many of one kind do not hide another kind", () => {
    const { notes } = againstSection(failing(5), 30);
    expect(notes.slice(0, 2).map(({ code }) => code)).toEqual(["assumption-failed", "cases-broke"]);
    expect(notes.filter(({ code }) => code === "assumption-failed")).toHaveLength(5);
  });

  test("is counted there, and stands in the appendix", () => {
    const judged = failing(5);
    const view = decisionView(judged, { toolVersion: "0.1.0", fingerprint: "0" });
    const { notes, more } = view.front.against;
    expect(notes.length).toBeLessThan(5);
    expect(more).toBe(`${view.againstRest.length} more in the appendix.`);
    const all = againstSection(judged, Infinity).notes.map(({ text }) => text);
    expect([...notes, ...view.againstRest].map(({ text }) => text)).toEqual(all);
  });
});

test.each<[string, readonly string[], string | undefined]>([
  [
    "nothing behind the benefit was measured",
    ["users", "tasksPerDay", "minutesSaved", "hourlyRate", "workdaysPerYear"],
    "benefit-unmeasured",
  ],
  ["some of it has no source", ["workdaysPerYear"], "benefit-unsourced"],
  ["all of it has a source", [], undefined],
])("a benefit of which %s", (_, asserted, code) => {
  const value = Object.fromEntries(
    Object.entries(SOUND.value).map(([key, input]) => [
      key,
      typeof input === "object" && "grade" in input
        ? { ...input, grade: asserted.includes(key) ? "asserted" : "measured", source: "a count" }
        : input,
    ]),
  );
  const definitions = { ...SOUND, value: { ...SOUND.value, ...value } };
  const { notes } = againstSection(standing({ definitions, log: [start(definitions), met] }, "2026-12-01"), 30);
  expect(notes.flatMap((note) => (note.code?.startsWith("benefit") === true ? [note.code] : []))).toEqual(
    code === undefined ? [] : [code],
  );
});

test.each<[string, readonly ("holds" | "fails" | "open")[], readonly string[]]>([
  ["holds", ["holds"], []],
  ["failed, and holds by the word of somebody", ["fails", "holds"], ["assumption-turned"]],
  ["failed, and is left open", ["fails", "open"], ["assumption-turned"]],
  ["fails in the end", ["fails", "holds", "fails"], ["assumption-failed"]],
])("an assumption that %s", (_, answers, expected) => {
  const definitions = { ...SOUND, assumptions: [{ id: "legal", statement: "We may use the data", testedBy: [] }] };
  const said = answers.map((answer, k) => entry(`2026-12-0${k + 1}`, assumes("legal", answer)));
  const { notes } = againstSection(
    standing({ definitions, log: [start(definitions), met, ...said] }, "2026-12-04"),
    30,
  );
  expect(notes.flatMap(({ code }) => (code?.startsWith("assumption-") === true ? [code] : []))).toEqual(expected);
});
