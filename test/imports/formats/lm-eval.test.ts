import { expect, test } from "vitest";
import { faultsOf, figures, readText } from "../read-sample.ts";

// The shape of lm-evaluation-harness 0.4.13 with --log_samples: a line for each document and filter.
const line = (doc: number, filter: string, value: number | string, metric = "exact_match") =>
  `{"doc_id": ${doc}, "doc": {"question": "q"}, "target": "a", "filter": "${filter}", "metrics": ["${metric}"], "doc_hash": "${"ab12".repeat(16)}", "prompt_hash": "x", "target_hash": "y", "${metric}": ${value}}\n`;

test("one case for each document, whatever the number of filters; each filter is a figure", () => {
  const name = "samples_gsm8k_2026-11-24T10-00-00.123456.jsonl";
  const text =
    line(0, "strict-match", 0) +
    line(0, "flexible-extract", 1) +
    line(1, "strict-match", 1) +
    line(1, "flexible-extract", 1);
  const { format, read, problems } = readText(name, text);
  expect(problems).toEqual([]);
  expect(format).toBe("lm-eval");
  expect([...read.table.ids]).toEqual(["0-ab12ab12", "1-ab12ab12"]);
  expect(figures(read, "", "exact_match,strict-match")).toEqual({ scored: 2, sum: 1, broke: 0 });
  expect(figures(read, "", "exact_match,flexible-extract")).toEqual({ scored: 2, sum: 2, broke: 0 });
  expect(read.epochMs).toBe(Date.parse("2026-11-24T10:00:00Z"));
});

test("without filters the figure has the name of the metric, and NaN broke", () => {
  const { read } = readText("s.jsonl", line(0, "none", 1, "acc") + line(1, "none", "NaN", "acc"));
  expect(figures(read, "", "acc")).toEqual({ scored: 1, sum: 1, broke: 1 });
  expect(read.main).toBe("acc");
});

test("a document without the figure that others have broke", () => {
  const text = line(0, "a", 1) + line(0, "b", 1) + line(1, "a", "null") + line(1, "b", 0) + line(2, "b", 1);
  const { read } = readText("s.jsonl", text);
  expect(figures(read, "", "exact_match,a")).toEqual({ scored: 1, sum: 1, broke: 2 });
  expect(figures(read, "", "exact_match,b")).toEqual({ scored: 3, sum: 2, broke: 0 });
});

test.each([
  [
    "the figures of tasks",
    '{"results": {"gsm8k": {"acc,none": 0.5, "acc_stderr,none": "N/A"}}, "lm_eval_version": "0.4.13"}',
    /no samples/,
  ],
  ["a document twice", line(0, "none", 1) + line(0, "none", 0), /twice/],
])("%s: a fault", (_, text, found) => {
  expect(
    faultsOf(() => readText("results.json", text))
      .map(({ message }) => message)
      .join(),
  ).toMatch(found);
});
