import { expect, test } from "vitest";
import { decimalNumber } from "../../../src/domain/scalars/decimal.ts";
import { faultsOf, figures, readBytes, readText, sample } from "../read-sample.ts";

// promptfoo 0.123.1 wrote the samples: ten tests that compare, one without assertions, one answer that breaks for
// "today". Figures by jq: [.results.results[] | select(.provider.label == "today" and (.testCase.assert | length) > 0)]
// | length, [.[] | select(.success)] | length, [.[] | select(.failureReason == 2)] | length, map(.cost // 0) | add.

test("a run as JSON: arms, outcomes, scores and costs, errors apart", () => {
  const { format, read, problems } = readBytes("out.json", sample("promptfoo.json"));
  expect(problems).toEqual([]);
  expect(format).toBe("promptfoo");
  expect(read.run).toBe("eval-z26-2026-11-30T00:15:32");
  expect(read.epochMs).toBe(Date.parse("2026-11-30T00:15:32.364Z"));
  expect(figures(read, "today", "passed")).toEqual({ scored: 9, sum: 6, broke: 1 });
  expect(figures(read, "today", "exact")).toEqual({ scored: 9, sum: 6, broke: 1 });
  expect(figures(read, "today", "score")).toEqual({ scored: 9, sum: 6, broke: 1 });
  expect(figures(read, "today", "cost_usd").sum).toBeCloseTo(0.01218, 10);
  expect(figures(read, "reranker-k8", "passed")).toEqual({ scored: 10, sum: 9, broke: 0 });
  expect(decimalNumber(read.cost!)).toBeCloseTo(0.03318, 12);
  expect(read.skipped).toBe(2);
  expect(read.notes.join()).toContain("without assertions");
  expect(read.models.get("today")).toBe("today-search");
});

test("the same as JSON lines with repeats: a case that is run twice is one case with two runs", () => {
  const { format, read, problems } = readBytes("out.jsonl", sample("promptfoo-repeated.jsonl"));
  expect(problems).toEqual([]);
  expect(format).toBe("promptfoo");
  expect(read.epochMs).toBeUndefined();
  expect(new Set(read.table.ids).size).toBe(10);
  expect([...new Set(read.table.runs)]).toEqual(["1", "2"]);
  expect(figures(read, "today", "passed")).toEqual({ scored: 18, sum: 12, broke: 2 });
});

test("nothing of prompts, answers, variables or the configuration is in the table", () => {
  const { read } = readBytes("out.json", sample("promptfoo.json"));
  const kept = JSON.stringify(read.table);
  for (const text of ["example.com", "Answer", "answer 1", "equals"]) expect(kept).not.toContain(text);
});

const row = (changes: object) => ({
  id: "a",
  testIdx: 0,
  promptIdx: 0,
  provider: { id: "m", label: "" },
  vars: { q: "x" },
  success: true,
  score: 1,
  failureReason: 0,
  latencyMs: 5,
  cost: 0.1,
  gradingResult: { pass: true, reason: "All assertions passed" },
  ...changes,
});
const lines = (...rows: object[]) => rows.map((one) => `${JSON.stringify(one)}\n`).join("");

test("a label that is empty leaves the id; several prompts of a provider are several arms", () => {
  const { read } = readText("out.jsonl", lines(row({}), row({ promptIdx: 1, testIdx: 0, id: "b" })));
  expect([...read.table.arms]).toEqual(["m prompt 1", "m prompt 2"]);
  expect([...readText("out.jsonl", lines(row({}))).read.table.arms]).toEqual(["m"]);
});

test("an answer from the cache has no latency and no cost; its outcome counts", () => {
  const { read } = readText("out.jsonl", lines(row({ response: { cached: true } })));
  expect(figures(read, "m", "passed").scored).toBe(1);
  expect(figures(read, "m", "latency_ms").scored).toBe(0);
  expect(read.notes.join()).toContain("cache");
});

test("the same variables in another order are the same case, other variables are another", () => {
  const { read } = readText(
    "out.jsonl",
    lines(
      row({ vars: { a: 1, b: 2 } }),
      row({ vars: { b: 2, a: 1 }, testIdx: 1 }),
      row({ vars: { a: 2, b: 2 }, testIdx: 2 }),
    ),
  );
  const [first, second, third] = read.table.ids;
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test.each([
  ["version 2", JSON.stringify({ evalId: "e", results: { version: 2, table: {} } }), /version 2/],
  ["no results", JSON.stringify({ evalId: "e", results: { version: 3, results: [] } }), /no results/],
  ["a negative cost", lines(row({ cost: -1 })), /-1/],
  [
    "cut off",
    JSON.stringify({ evalId: "e", results: { version: 3, results: [row({})] } }).slice(0, -20),
    /end of the file/,
  ],
  ["1970", JSON.stringify({ evalId: "e", results: { timestamp: "1970-01-01T00:00:00Z", results: [row({})] } }), /1970/],
  ["a formula as a name", lines(row({ provider: { id: "=HYPERLINK(1)" } })), /formula/],
])("%s is a fault", (_, text, found) => {
  const name = text.includes("\n") ? "out.jsonl" : "out.json";
  expect(
    faultsOf(() => readText(name, text))
      .map(({ message }) => message)
      .join("\n"),
  ).toMatch(found);
});
