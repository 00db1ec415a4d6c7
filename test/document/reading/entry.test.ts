import { describe, expect, it } from "vitest";
import { entryId } from "../../../src/document/reading/entry-id.ts";
import { ENTRY_FILE, ENTRY_HEAD, readWith, told, toldOf } from "./reading.ts";

const CASES: readonly (readonly [what: string, facts: string, told: readonly string[]])[] = [
  ["nothing at all", "", ["1:1 entry-empty"]],
  ["only empty lists", "spend: []\n", ["1:1 entry-empty"]],
  ["a placeholder, for what happened is known", "note: TBD\nspend: [{amount: TBD}]\n", ["4:18 invalid-amount"]],
  ["a field without a value", "note:\n", ["3:1 wrong-type"]],
  ["a mistyped key", "noet: A\n", ["3:1 unknown-key"]],
  ["an unknown eval", "results: [{eval: wrong-rat, count: 1/2}]\n", ["3:18 unknown-reference"]],
  ["a result without a figure", "results: [{eval: wrong-rate}]\n", ["3:11 missing-field"]],
  ["a result with two figures", "results: [{eval: wrong-rate, count: 1/2, value: 50%}]\n", ["3:11 fields-conflict"]],
  ["a number of cases beside a count", "results: [{eval: wrong-rate, count: 1/2, n: 2}]\n", ["3:11 fields-conflict"]],
  [
    "a number of cases beside pairs",
    "results: [{eval: wrong-rate, pairs: {both: 1, baseline: 2, candidate: 3, neither: 4}, n: 10}]\n",
    [],
  ],
  [
    "a deviation beside pairs",
    "results: [{eval: wrong-rate, pairs: {both: 1, baseline: 2, candidate: 3, neither: 4}, sd: 1}]\n",
    ["3:11 fields-conflict"],
  ],
  ["groups of a count", "results: [{eval: wrong-rate, count: 3/20, clusters: [[1, 10], [2, 10]]}]\n", []],
  [
    "groups of pairs",
    "results: [{eval: wrong-rate, pairs: {both: 1, baseline: 2, candidate: 3, neither: 4}, clusters: [[1, 10]]}]\n",
    ["3:11 fields-conflict"],
  ],
  [
    "groups of a figure without n",
    "results: [{eval: latency, value: 1 s, clusters: [[1, 10]]}]\n",
    ["3:11 fields-conflict"],
  ],
  [
    "a group without a size",
    "results: [{eval: wrong-rate, count: 3/20, clusters: [[1], [2, 10]]}]\n",
    ["3:54 invalid-value"],
  ],
  [
    "a group of three numbers",
    "results: [{eval: wrong-rate, count: 3/20, clusters: [[1, 10, 1], [2, 10]]}]\n",
    ["3:11 fields-conflict"],
  ],
  [
    "a group of four numbers",
    "results: [{eval: wrong-rate, count: 3/20, clusters: [[1, 10, 1, 4], [2, 10]]}]\n",
    ["3:54 invalid-value"],
  ],
  [
    "groups of pairs with both sums",
    "results: [{eval: wrong-rate, pairs: {both: 1, baseline: 2, candidate: 3, neither: 4}, clusters: [[4, 10, 3]]}]\n",
    [],
  ],
  ["runs beside a count", "results: [{eval: wrong-rate, count: 3/20, runs: 60}]\n", ["3:11 fields-conflict"]],
  [
    "a group of nobody",
    "results: [{eval: wrong-rate, count: 3/20, clusters: [[0, 0], [3, 20]]}]\n",
    ["3:54 invalid-value"],
  ],
  [
    "a group of words",
    "results: [{eval: wrong-rate, count: 3/20, clusters: [[few, 10], [2, 10]]}]\n",
    ["3:54 invalid-value", "3:55 invalid-number"],
  ],
  ["no groups", "results: [{eval: wrong-rate, count: 3/20, clusters: []}]\n", ["3:53 invalid-value"]],
  [
    "more groups than anybody reads",
    `results: [{eval: wrong-rate, count: 3/20, clusters: [${Array.from({ length: 2001 }, () => "[0, 1]").join(", ")}]}]\n`,
    ["3:53 invalid-value"],
  ],
  ["a limit beside a figure", "results: [{eval: latency, value: 1 s, within: 2 s}]\n", ["3:11 fields-conflict"]],
  [
    "values of no file",
    "results: [{eval: wrong-rate, count: 3/20, values: {file: runs/x.csv}}]\n",
    ["3:43 missing-field"],
  ],
  ["more than there were", "results: [{eval: wrong-rate, count: 3/2}]\n", ["3:37 count-exceeds-total"]],
  [
    "pairs of nothing",
    "results: [{eval: wrong-rate, pairs: {both: 0, baseline: 0, candidate: 0, neither: 0}}]\n",
    ["3:37 invalid-count"],
  ],
  ["a negative deviation", "results: [{eval: latency, value: 1 s, n: 3, sd: -1}]\n", ["3:49 invalid-value"]],
  ["a category that is none", "spend: [{amount: 1 EUR, category: token}]\n", ["3:35 value-not-allowed"]],
  ["an amount without a currency", "spend:\n  - amount: 12.40\n", ["4:13 invalid-amount"]],
  ["a basis that is none", "spend: [{amount: 1 EUR, basis: estimate}]\n", ["3:32 value-not-allowed"]],
  [
    "tokens",
    "spend: [{amount: 1 EUR, tokens: {model: gpt-4.1, input: 1200000, cached: 800000, output: 310000}}]\n",
    [],
  ],
  [
    "tokens of a model that is in no price list, at another price",
    "spend: [{amount: 99 EUR, basis: metered, tokens: {model: gpt-9, input: 1, output: 1}}]\n",
    [],
  ],
  [
    "more tokens from the cache than went in",
    "spend: [{amount: 1 EUR, tokens: {model: m, input: 10, cached: 11, output: 1}}]\n",
    ["3:33 invalid-value"],
  ],
  ["no tokens at all", "spend: [{amount: 1 EUR, tokens: {model: m, input: 0, output: 0}}]\n", ["3:33 invalid-value"]],
  ["tokens as they are typed", "spend: [{amount: 1 EUR, tokens: gpt-4.1=1.2M/310k}]\n", ["3:33 wrong-type"]],
  ["half a token", "spend: [{amount: 1 EUR, tokens: {model: m, input: 1.5, output: 1}}]\n", ["3:51 invalid-value"]],
  ["tokens of nobody", "spend: [{amount: 1 EUR, tokens: {input: 1, output: 1}}]\n", ["3:25 missing-field"]],
  [
    "tokens with a prototype's key",
    "spend: [{amount: 1 EUR, tokens: {model: m, input: 1, output: 1, __proto__: 1}}]\n",
    ["3:65 unknown-key"],
  ],
  ["a bill of no entry", "spend: [{amount: 1 EUR, replaces: [aaaaaaa]}]\n", ["3:36 unknown-reference"]],
  ["a bill of nothing", "spend: [{amount: 1 EUR, replaces: []}]\n", []],
  ["a bill of one that is no list", "spend: [{amount: 1 EUR, replaces: aaaaaaa}]\n", ["3:35 wrong-type"]],
  ["negative hours", "time: [{hours: -1}]\n", ["3:16 invalid-value"]],
  ["no hours", "time: [{hours: 0}]\n", ["3:16 invalid-value"]],
  ["more hours than a day has", "time: [{hours: 25}]\n", ["3:16 invalid-value"]],
  ["infinite hours", "time: [{hours: .inf}]\n", ["3:16 invalid-number"]],
  ["hours and a meeting", "time: [{hours: 1, meeting: 1, people: 2}]\n", ["3:8 fields-conflict"]],
  ["a meeting of nobody", "time: [{meeting: 1, people: 0}]\n", ["3:29 invalid-value"]],
  ["a meeting of unknown size", "time: [{meeting: 1}]\n", ["3:8 missing-field"]],
  ["an unknown assumption", "assumptions: {corpus-is-clean: holds}\n", ["3:15 unknown-reference"]],
  ["an answer that is none", "answers: {no-residency: maybe}\n", ["3:25 value-not-allowed"]],
  ["an answer that YAML makes a truth value", "answers: {no-residency: true}\n", ["3:25 wrong-type"]],
  ["an answer to no question", "answers: {no-residence: yes}\n", ["3:11 unknown-reference"]],
  ["an id as a key that is none", "answers: {No Residency: yes}\n", ["3:11 invalid-id"]],
  ["a risk that is not in the register", "risks: [{id: pii, level: high}]\n", ["3:14 unknown-reference"]],
  ["a correction of nothing", "undo: {entry: aaaaaaa}\n", ["3:15 unknown-reference"]],
  ["an attestation without evidence", "attest: [{item: exit.sponsor}]\n", ["3:11 missing-field"]],
  [
    "a decision that is none",
    "decision: {outcome: maybe, by: Ana, why: so, recommended: go, rule: r}\n",
    ["3:21 value-not-allowed"],
  ],
  [
    "a condition without a what",
    "decision: {outcome: go, by: Ana, why: so, recommended: go, rule: r, conditions: [{by: 2026-12-01}]}\n",
    ["3:83 missing-field"],
  ],
  ["an amendment without an approver", "amend: {reason: r, changes: {}}\n", ["3:1 missing-field"]],
];

describe("an entry", () => {
  it.each(CASES)("%s", (_what, facts, expected) => {
    expect(toldOf(ENTRY_FILE, ENTRY_HEAD + facts)).toEqual(expected);
  });

  it.each([
    ["without a moment", "by: Ana\nnote: A\n", ["1:1 missing-field"]],
    ["without a person", "at: 2026-11-25T16:20:00+01:00\nnote: A\n", ["1:1 missing-field"]],
    ["at a moment without an offset", "at: 2026-11-25T16:20:00\nby: Ana\nnote: A\n", ["1:5 invalid-instant"]],
    ["on a day that does not exist", "at: 2026-02-30T16:20:00Z\nby: Ana\nnote: A\n", ["1:5 invalid-date"]],
    ["that is a list", "- at: 2026-11-25T16:20:00Z\n", ["1:1 wrong-type"]],
  ])("%s is refused as a whole", (_what, text, expected) => {
    const reading = readWith({ [ENTRY_FILE]: text });
    expect(toldOf(ENTRY_FILE, text)).toEqual(expected);
    expect(reading.records.log).toEqual([]);
    expect(reading.records.unreadable).toEqual([{ file: ENTRY_FILE, path: [], part: "value" }]);
  });

  it("keeps what can be read: a bad result hides no spend", () => {
    const { records } = readWith({
      [ENTRY_FILE]: `${ENTRY_HEAD}results: [{eval: latency}, {eval: latency, value: 2 s}]\nspend: [{amount: 1 EUR}, {amount: 2}]\n`,
    });
    expect(records.log[0]).toMatchObject({
      spend: [{ amount: { minor: 100n } }],
      results: [{ eval: "latency", value: { unit: "s" } }],
    });
    expect(records.unreadable.map(({ path }) => path)).toEqual([
      ["results", 0],
      ["spend", 1],
    ]);
  });

  it("may open a risk with a note, in any entry", () => {
    const other = "log/2026-11-26-0900-more-aaaaaaa.yaml";
    const reading = readWith({
      [ENTRY_FILE]: `${ENTRY_HEAD}risks: [{id: pii, level: high}]\n`,
      [other]: `${ENTRY_HEAD}risks: [{id: pii, level: low, note: Names in traces}]\n`,
    });
    expect(told(reading)).toEqual([]);
  });

  it("may withdraw another", () => {
    const other = "log/2026-11-26-0900-undo-aaaaaaa.yaml";
    expect(
      told(readWith({ [ENTRY_FILE]: `${ENTRY_HEAD}note: A\n`, [other]: `${ENTRY_HEAD}undo: {entry: k7f3q2m}\n` })),
    ).toEqual([]);
  });

  it("has its day in the zone of the charter", () => {
    const { records } = readWith({ [ENTRY_FILE]: "at: 2026-11-25T23:30:00Z\nby: Ana\nnote: A\n" });
    expect(records.log[0]?.date).toBe("2026-11-26");
  });

  it("is listed by its moment, then by its id", () => {
    const at = (time: string) => `at: 2026-11-25T${time}\nby: Ana\nnote: A\n`;
    const { records } = readWith({
      "log/c.yaml": at("10:00:00Z"),
      "log/b.yaml": at("11:30:00+02:00"),
      "log/a.yaml": at("11:00:00+01:00"),
    });
    expect(records.log.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });

  it("has an id of its own", () => {
    const copy = "log/2026-11-26-0900-copy-of-it-k7f3q2m.yaml";
    const reading = readWith({ [ENTRY_FILE]: `${ENTRY_HEAD}note: A\n`, [copy]: `${ENTRY_HEAD}note: B\n` });
    expect(told(reading)).toEqual([`${copy}:1:1 duplicate-id`]);
    expect(reading.diagnostics[0]?.related?.[0]?.place.file).toBe(ENTRY_FILE);
    expect(reading.records.log).toHaveLength(1);
    expect(reading.records.unreadable.map(({ file }) => file)).toEqual([copy]);
  });

  it.each([
    ENTRY_FILE.replace(".yaml", " 2.yaml"),
    ENTRY_FILE.replace(".yaml", ".sync-conflict-20261125-162000-ABCDEFG.yaml"),
    "log/a-copy-by-hand.yaml",
  ])("counts once where %s is a copy of it, and can still be judged", (copy) => {
    const reading = readWith({ [ENTRY_FILE]: `${ENTRY_HEAD}note: A\n`, [copy]: `${ENTRY_HEAD}note: A\n` });
    expect(told(reading)).toEqual([`${copy}:1:1 entry-copied`]);
    expect(reading.records.log.map(({ file }) => file)).toEqual([ENTRY_FILE]);
    expect(reading.records.unreadable).toEqual([]);
  });

  it("counts twice what was logged twice in one second: each has a name that poc gave", () => {
    const other = ENTRY_FILE.replace("k7f3q2m", "k7f3q2n");
    const reading = readWith({ [ENTRY_FILE]: `${ENTRY_HEAD}note: A\n`, [other]: `${ENTRY_HEAD}note: A\n` });
    expect(told(reading)).toEqual([]);
    expect(reading.records.log).toHaveLength(2);
  });
});

describe("entryId", () => {
  it.each([
    ["log/2026-11-25-1620-reranker-on-k7f3q2m.yaml", "k7f3q2m"],
    ["log/2026-11-25-1620-k7f3q2m.yaml", "k7f3q2m"],
    ["log/2026-11-25-meeting.yaml", "2026-11-25-meeting"],
    ["log/Kick-off Meeting.yml", "kick-off-meeting"],
    ["log/notes.yaml", "notes"],
  ])("of %s is %s", (file, id) => {
    expect(entryId(file)).toBe(id);
  });

  it("tells names apart that have no letter of ASCII", () => {
    expect(entryId("log/進捗.yaml")).toMatch(/^entry-[a-z0-9]+$/);
    expect(entryId("log/進捗.yaml")).not.toBe(entryId("log/会議.yaml"));
  });
});
