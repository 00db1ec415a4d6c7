import { addDecimals, decimal } from "../../domain/scalars/decimal.ts";
import { CaseCollector, type Figure } from "../case-collector.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";

/** A run of DeepEval: `.deepeval/.latest_run_full.json`, `test_run_….json`, or the wrapper `.latest_test_run.json`. */
export const deepeval: Format = {
  name: "deepeval",
  title: "DeepEval test run",
  detect: ({ text }) =>
    /"testCases"\s*:/.test(text) && /"metricsData"\s*:|"metricsScores"\s*:|"conversationalTestCases"\s*:/.test(text)
      ? 0.9
      : /"testRunData"\s*:/.test(text)
        ? 0.9
        : 0,
  read(file, { sha256 }) {
    const root = readJson(file.whole());
    const run = root instanceof JsonMap ? (root.map("testRunData") ?? root) : undefined;
    const tests = [...(run?.maps("testCases") ?? []), ...(run?.maps("conversationalTestCases") ?? [])];
    if (run === undefined || tests.length === 0)
      throw new ImportFault("found no test cases", {
        hint: "a link to a run contains none: import .deepeval/.latest_run_full.json",
      });
    const cases = new CaseCollector();
    const arm = run.text("hyperparameters", "model") ?? "";
    const names = tests.map((test) => test.text("name") ?? "");
    const judge = new Set<string>();
    let [cost, costs] = [decimal(0), 0];
    for (const test of tests) {
      const name = test.text("name") ?? "";
      const positional = name === "" || /^(?:conversational_)?test_case_\d+$/.test(name);
      const unique = !positional && names.filter((one) => one === name).length === 1;
      const input = test.text("input") ?? test.text("scenario") ?? name;
      // A name by position is another case when the list changes; the input is what makes it the same.
      const id = unique ? name : sha256(input).slice(0, 12);
      const spent = readDoubleDecimal(test.digits("evaluationCost") ?? "");
      if (spent !== undefined) {
        cost = addDecimals(cost, spent);
        costs++;
      }
      cases.add({ line: test.line, id, arm, figures: figuresOf(test, judge) });
    }
    return {
      read: {
        kind: "cases",
        table: cases.table(
          (one) => one,
          { passed: "good" },
          (column) => column === "passed",
        ),
        lineOf: (row) => cases.lineOf(row),
        run: undefined,
        epochMs: undefined,
        models: arm === "" ? new Map() : new Map([[arm, arm]]),
        main: "passed",
        skipped: 0,
        cost: costs === 0 ? undefined : cost,
        notes: [
          ...(judge.size === 0 ? [] : [`judged by ${[...judge].join(", ")}`]),
          "the file has no date: give the day of the run with --date DAY",
        ],
        leftOut: ["inputs", "outputs", "retrieved contexts", "reasons", "traces"],
      },
      problems: cases.problems,
    };
  },
};

/** Notes the models that judged in `judge`. */
function figuresOf(test: JsonMap, judge: Set<string>): readonly (readonly [string, Figure])[] {
  const figures: (readonly [string, Figure])[] = [];
  let [failed, errored] = [false, false];
  for (const metric of test.maps("metricsData")) {
    const title = metric.text("name") ?? "metric";
    const score = metric.number("score");
    const flaky = metric.flag("flaky") === true;
    // An errored metric is written as failed, without a score: that is no zero.
    if (score === undefined) figures.push([title, "broke"]);
    else figures.push([title, score]);
    if (!flaky && score === undefined) errored = true;
    if (!flaky && score !== undefined && metric.flag("success") === false) failed = true;
    const model = metric.text("evaluationModel");
    if (model !== undefined) judge.add(model);
  }
  const success = test.flag("success");
  if (success !== undefined) figures.push(["passed", failed ? false : errored ? "broke" : success]);
  const seconds = test.number("runDuration");
  if (seconds !== undefined) figures.push(["run_duration_s", seconds]);
  return figures;
}
