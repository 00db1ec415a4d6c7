import { expect, test } from "vitest";
import { faultsOf, figures, readBytes, readText, sample } from "../read-sample.ts";

// By jq: .testCases[] | [.name, .success, (.metricsData[] | [.name, .score])].

test("metrics with their scores, and nothing of the trace that repeats them", () => {
  const { format, read, problems } = readBytes("run.json", sample("deepeval.json"));
  expect(problems).toEqual([]);
  expect(format).toBe("deepeval");
  expect([...read.table.ids]).toEqual(["sample_test_case"]);
  expect(figures(read, "", "Answer Relevancy")).toEqual({ scored: 1, sum: 0.92, broke: 0 });
  expect(figures(read, "", "Faithfulness")).toEqual({ scored: 1, sum: 0.45, broke: 0 });
  expect(figures(read, "", "passed")).toEqual({ scored: 1, sum: 0, broke: 0 });
});

const run = (...metricsData: object[]) =>
  JSON.stringify({
    testCases: [{ name: "test_case_0", input: "q", success: false, metricsData }],
    hyperparameters: { model: "gpt-4.1" },
  });
const good = { name: "A", success: true, score: 1 };

test("a metric without a score broke, and is no zero; the case broke with it unless another failed", () => {
  const { read } = readText("r.json", run(good, { name: "B", success: false }));
  expect(figures(read, "gpt-4.1", "B")).toEqual({ scored: 0, sum: 0, broke: 1 });
  expect(figures(read, "gpt-4.1", "passed")).toEqual({ scored: 0, sum: 0, broke: 1 });
  const failed = readText("r.json", run({ name: "B", success: false }, { name: "C", success: false, score: 0.2 })).read;
  expect(figures(failed, "gpt-4.1", "passed")).toEqual({ scored: 1, sum: 0, broke: 0 });
});

test("a test without its outcome broke", () => {
  const tests = [{ success: true }, { success: null }, {}].map((one, k) => ({ name: `q${k}`, input: `q${k}`, ...one }));
  const { read } = readText("r.json", JSON.stringify({ testCases: tests.map((one) => ({ ...one, metricsData: [] })) }));
  expect(figures(read, "", "passed")).toEqual({ scored: 1, sum: 1, broke: 2 });
});

test("the wrapper of the latest run is read, a link to a run is not", () => {
  expect([...readText("r.json", `{"testRunData":${run(good)}}`).read.table.ids]).toHaveLength(1);
  expect(faultsOf(() => readText("r.json", '{"testRunLink":"https://x","testRunData":null}'))[0]?.message).toMatch(
    /no test cases/,
  );
});

test("a name by position says nothing: the input is what makes a case the same", () => {
  const other = run(good).replace("test_case_0", "test_case_7");
  expect([...readText("r.json", other).read.table.ids]).toEqual([...readText("r.json", run(good)).read.table.ids]);
});
