import { describe, expect, it } from "vitest";
import { fullRecords } from "../../../src/document/reading/read-records.ts";
import { fullReader } from "../../../src/document/reading/full-reader.ts";
import { ENTRY_FILE, ENTRY_HEAD, readWith, source, toldOf } from "./reading.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** What is refused as a whole, and where. The file is risks.yaml: a list, and optional. */
const REFUSED: readonly (readonly [what: string, content: string | Uint8Array, told: string])[] = [
  // Y1 to Y7: what YAML allows and records do not
  ["an alias", "- id: &a b\n- id: *a\n", "1:10 yaml-feature"],
  ["an alias bomb", `a: &a [x, x]\n${many(20, (n) => `b${n}: &b${n} [*a, *a]\n`)}`, "1:7 yaml-feature"],
  ["a circular alias", "&a [*a]\n", "1:4 yaml-feature"],
  ["an anchor that nothing uses", "- &a id: b\n", "1:6 yaml-feature"],
  ["an anchored map", "&a\n- id: b\n", "2:1 yaml-feature"],
  ["a key twice", "- id: a\n  id: b\n", "2:3 duplicate-key"],
  ["a number and the same as text", '- 1: a\n  "1": b\n', "2:3 duplicate-key"],
  ["a directive", "%YAML 1.1\n---\n- id: a\n", "1:1 yaml-feature"],
  ["another directive", "%TAG ! tag:example.com,2000:\n---\n- id: a\n", "1:1 yaml-feature"],
  ["a merge key", "- <<: {id: a}\n", "1:3 yaml-feature"],
  ["a tag", "- id: !Ref a\n", "1:7 yaml-feature"],
  ["a tag that makes code of text", "- id: !!js/function 'x'\n", "1:7 yaml-feature"],
  ["a tag for what it is already", "- id: !!str a\n", "1:13 yaml-feature"],
  ["a binary", "- id: !!binary aGk=\n", "1:7 yaml-feature"],
  ["a key that is a list", "- ? [a]\n  : b\n", "1:5 yaml-feature"],
  ["a second document", "- id: a\n---\n- id: b\n", "2:1 yaml-feature"],
  // Y13 to Y15: bytes
  ["a byte that is no UTF-8", bytes(...ascii("- id: a"), 0xff), "1:8 invalid-utf8"],
  ["an overlong encoding", bytes(0xc0, 0xaf), "1:1 invalid-utf8"],
  ["a surrogate", bytes(0xed, 0xa0, 0x80), "1:1 invalid-utf8"],
  ["UTF-16", bytes(0xff, 0xfe, 0x2d, 0x00), "1:1 invalid-utf8"],
  ["a NUL", "- id: a\0\n", "1:8 control-character"],
  ["an escape sequence", "- id: a\n  question: \u001b[31mred\n", "2:13 control-character"],
  ["a carriage return that ends no line", "- id: a\r  level: low\n", "1:8 control-character"],
  ["a tab for indentation", "- id: a\n\tlevel: low\n", "2:2 invalid-yaml"],
  // Y16 to Y18
  ["nothing", "", "1:1 file-empty"],
  ["blanks", "\n \n", "1:1 file-empty"],
  ["comments", "# risks\n\n# none\n", "1:1 file-empty"],
  ["a document without content", "---\n", "1:1 file-empty"],
  ["nothing, said out loud", "null\n", "1:1 wrong-type"],
  ["a scalar", "risks\n", "1:1 wrong-type"],
  ["a bracket that is not closed", "- [a, b\n", "2:1 invalid-yaml"],
  ["a quote that is not closed", '- id: "a\n', "2:1 invalid-yaml"],
  ["a colon too many", "- id: a: b\n", "1:7 invalid-yaml"],
  [
    "a merge conflict",
    "- id: a\n<<<<<<< HEAD\n  level: low\n=======\n  level: high\n>>>>>>> main\n",
    "2:1 merge-conflict",
  ],
  ["a merge conflict with CRLF", "- id: a\r\n<<<<<<< HEAD\r\n=======\r\n>>>>>>> main\r\n", "2:1 merge-conflict"],
];

describe("the reader refuses", () => {
  it.each(REFUSED)("%s", (_what, content, expected) => {
    const reading = readWith({ "risks.yaml": content });
    expect(toldOf("risks.yaml", content)[0]).toBe(expected);
    expect(reading.records.definitions.risks).toEqual([]);
    expect(reading.records.unreadable).toContainEqual({ file: "risks.yaml", path: [], part: "value" });
  });

  it("and names the first three errors of a file at most", () => {
    expect(
      toldOf(
        "risks.yaml",
        many(50, () => "]\n"),
      ),
    ).toHaveLength(3);
  });
});

/** Made to take long, or all memory. Each is told in one line and nothing is thrown. */
const HUGE: readonly (readonly [what: string, content: () => string | Uint8Array, code: string])[] = [
  ["brackets without end", () => "[".repeat(1_000_000), "too-deep"],
  ["braces without end", () => "{".repeat(500_000), "too-deep"],
  ["a stair of keys", () => many(1400, (n) => `${" ".repeat(n)}a:\n`), "too-deep"],
  ["lists in lists", () => "- ".repeat(15_000), "too-deep"],
  ["33 levels", () => `${many(33, (n) => `${" ".repeat(n)}a:\n`)}${" ".repeat(33)}b: 1\n`, "too-deep"],
  ["40,000 keys in a map", () => many(40_000, (n) => `k${n}: 1\n`), "too-deep"],
  ["1,001 keys in a map", () => many(1001, (n) => `k${n}: 1\n`), "too-deep"],
  ["as many in braces", () => `{${many(90_000, (n) => `k${n}: 1,`)}}`, "too-deep"],
  ["10,001 values", () => many(10_001, () => "- a\n"), "too-deep"],
  ["questions without end", () => "? ".repeat(300_000), "too-deep"],
  ["anchors without end", () => "&a ".repeat(300_000), "too-deep"],
  ["blank lines without end", () => "\n".repeat(1_000_000), "too-deep"],
  ["documents without end", () => "---\n".repeat(250_000), "too-deep"],
  ["a quote without end", () => `"${"a".repeat(1_000_000)}`, "too-long"],
  ["a text of a megabyte", () => `- id: a\n  question: "${"x".repeat(1_000_000)}"\n`, "too-long"],
  ["bad escapes without end", () => `- id: "${"\\x".repeat(500_000)}"`, "too-long"],
  ["more than a megabyte", () => new Uint8Array(1024 * 1024 + 1).fill(0x20), "file-too-large"],
  ["ten megabytes", () => "x".repeat(10 * 1024 * 1024), "file-too-large"],
];

describe("the reader survives", () => {
  it.each(HUGE)("%s", (_what, content, code) => {
    const { diagnostics } = readWith({ "risks.yaml": content() });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it("a text that is just too long, and keeps the rest", () => {
    const { records, diagnostics } = readWith({
      "risks.yaml": `- id: a\n  question: ${"x".repeat(65_537)}\n- id: b\n`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["too-long"]);
    expect(records.definitions.risks.map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("the reader accepts", () => {
  it.each([
    ["a byte order mark", "\ufeff- id: a\n"],
    ["CRLF", "- id: a\r\n  level: low\r\n"],
    ["no line end at the end", "- id: a\n  level: low"],
    ["an explicit document", "---\n- id: a\n...\n"],
    ["comments everywhere", "# risks\n- id: a # the first\n  # quite\n  level: low\n"],
    ["JSON", '[{"id": "a", "level": "low"}]'],
    [
      "quotes and block scalars",
      "- id: 'a'\n  question: >-\n    Will it\n    work?\n  mitigation: |\n    One\n    Two\n",
    ],
    ["a row of equals signs in a text", "- id: a\n  question: |\n    Title\n    =======\n"],
  ])("%s", (_what, content) => {
    expect(toldOf("risks.yaml", content)).toEqual([]);
    expect(readWith({ "risks.yaml": content }).records.definitions.risks.map(({ id }) => id)).toEqual(["a"]);
  });

  it("a column counted without the byte order mark", () => {
    expect(toldOf("risks.yaml", "\ufeffid: a\n")).toEqual(["1:1 wrong-type"]);
  });

  const TEXTS = ["no", "off", "y", "yes", "1_000", "12:30", "2026-13-45", "2026-11-23", "1.2.3"];
  it("what only looks like a truth value, a date or a number, as text (Y10 to Y12)", () => {
    const entry = (note: string) => readWith({ [ENTRY_FILE]: `${ENTRY_HEAD}note: ${note}\n` }).records.log[0]?.note;
    expect(TEXTS.map(entry)).toEqual(TEXTS);
  });
});

describe("numbers", () => {
  it.each([
    ".nan",
    ".inf",
    "-.inf",
    "1e999",
    "1e3",
    "0x1F",
    "0o17",
    "0777",
    "+3",
    "3.",
    ".5",
    "9007199254740993",
    "0.1234567890123456789",
  ])("%s is no plain number", (text) => {
    expect(toldOf("value.yaml", `users: ${text}\n`)[0]).toMatch(/^1:8 invalid-number$/);
  });
});

describe("keys of JavaScript's own", () => {
  it.each(["__proto__", "constructor", "prototype"])("%s is unknown wherever it stands", (key) => {
    expect(toldOf("costs.yaml", `${key}: {polluted: yes}\nhourly_rates: {${key}: 1 EUR}\n`)).toEqual([
      "1:1 unknown-key",
      "2:16 unknown-key",
    ]);
    expect(toldOf(ENTRY_FILE, `${ENTRY_HEAD}note: A\nanswers: {${key}: yes}\n`)).toEqual(["4:11 unknown-key"]);
    expect(
      toldOf(ENTRY_FILE, `at: "2026-11-25T16:20:00+01:00"\nby: "Ana"\nnote: "A"\nanswers: {"${key}": "yes"}\n`),
    ).toEqual(["4:11 unknown-key"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("reach no value that was read", () => {
    const { records } = readWith({ "costs.yaml": "hourly_rates: {toString: 1 EUR, valueOf: 2 EUR}\n" });
    expect([...records.definitions.costs.hourlyRates.keys()]).toEqual(["toString", "valueOf"]);
  });
});

describe("files that could not be had", () => {
  it("are told by what the file system said, and dropped", () => {
    const fault = { code: "file-unreadable" as const, message: "permission denied" };
    const { records, diagnostics } = fullRecords(
      {
        files: [
          source("poc.yaml", "version: 1\ntitle: A\n"),
          { name: "evals.yaml", fault },
          { name: "kill-criteria.yaml", fault },
          { name: ENTRY_FILE, fault },
          { name: "log", fault },
        ],
        zoneOf: () => undefined,
        memos: ["b.md", "a.md"],
      },
      fullReader,
    );
    expect(diagnostics.map(({ code, place }) => [code, place.file])).toEqual([
      ["file-unreadable", "evals.yaml"],
      ["file-unreadable", "kill-criteria.yaml"],
      ["file-unreadable", "log"],
      ["file-unreadable", ENTRY_FILE],
    ]);
    expect(records.unreadable.map(({ file }) => file)).toEqual(["evals.yaml", "kill-criteria.yaml", "log", ENTRY_FILE]);
    expect(records.memos).toEqual(["a.md", "b.md"]);
  });
});
