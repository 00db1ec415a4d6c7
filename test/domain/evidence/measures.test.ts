import type { EvalReasonCode } from "../../../src/domain/evidence/eval-reason.ts";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../../src/domain/evidence/measures/measures.ts";
import { figureEvidence } from "../../../src/domain/evidence/result-evidence.ts";
import { MEASURE_NAMES, type Measure } from "../../../src/domain/records/eval.ts";
import { possibleResults } from "../../../src/domain/planning/possible-results.ts";
import * as fc from "fast-check";
import { resultFault } from "../../../src/domain/evidence/result-fault.ts";
import type { Eval } from "../../../src/domain/records/eval.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import { optional } from "../../../src/domain/scalars/optional.ts";
import { evalOf, result } from "../../support/records.ts";

const decimalAt = (digits: number, scale: number) => ({ digits: BigInt(digits), scale });
const RANGE = { least: decimalAt(1, 0), most: decimalAt(5, 0) };

const TARGETS: Readonly<Record<Measure, string>> = {
  proportion: "value <= 12%",
  mean: "value <= 4 EUR",
  percentile: "value <= 2 s",
  total: "value <= 100 EUR",
  "pass@k": "value <= 12%",
  "pass^k": "value <= 12%",
};

describe.each(MEASURE_NAMES)("%s", (measure) => {
  const item = evalOf({ measure, target: TARGETS[measure] });
  const kind = MEASURES[measure];

  test("its extremes are results of its own, one that meets a plain target and one that misses it", () => {
    const verdicts = possibleResults(item, kind.enough, 0.95).map(({ verdict }) => verdict);
    expect(verdicts).not.toContain("invalid");
    expect(verdicts).toEqual(expect.arrayContaining(["met", "not met"]));
  });

  test("the threshold is on the scale of the figure", () => {
    const evidence = possibleResults(item, kind.enough, 0.95)[0]!;
    expect(evidence.threshold).toBe(
      { proportion: 0.12, mean: 4, percentile: 0.95, total: 100, "pass@k": 0.12, "pass^k": 0.12 }[measure],
    );
  });
});

test.each<[Measure, string, EvalReasonCode]>([
  ["proportion", "3 EUR", "result-unit-differs"],
  ["proportion", "12%", "count-missing"],
  ["mean", "22/200", "value-missing"],
  ["mean", "3 EUR", "spread-missing"],
  ["percentile", "1.8 s", "runs-not-counted"],
  ["total", "22/200", "value-missing"],
  ["total", "3 s", "result-unit-differs"],
])("a %s that was logged as %s: %s", (measure, figure, code) => {
  const item = evalOf({ measure, target: TARGETS[measure] });
  expect(figureEvidence(item, result(item.id, figure), 0.95)).toMatchObject({ why: { code } });
});

const number = fc.integer({ min: -900, max: 900 }).map((value) => decimalAt(value, 2));
const amounts = fc.constantFrom("", "%", "s", "EUR").chain((unit) => number.map((amount) => ({ amount, unit })));
const typed = fc.record({
  value: amounts,
  sd: fc.option(
    number.map(({ digits, scale }) => ({ digits: digits < 0n ? -digits : digits, scale })),
    { nil: undefined },
  ),
  n: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
});

test.each<[string, Eval]>([
  ["a mean", evalOf({ measure: "mean", target: "value <= 4 EUR" })],
  ["a score from 1 to 5", evalOf({ measure: "mean", better: "higher", target: "value >= 4", range: RANGE })],
  ["a score that falls", evalOf({ measure: "mean", baseline: "3.5", target: "difference >= 0.5", range: RANGE })],
  [
    "a target at the end of the range",
    evalOf({ measure: "mean", better: "higher", target: "value >= 5", range: RANGE }),
  ],
  ["a share", evalOf({ target: "value <= 12%" })],
  ["a percentile", evalOf({ measure: "percentile", target: "value <= 2 s" })],
  ["a total", evalOf({ measure: "total", target: "value <= 100 EUR" })],
])("what a person is told to write for %s would be taken, whatever was typed", (_, item) => {
  fc.assert(
    fc.property(typed, ({ value, sd, n }) => {
      const written: Result = { eval: item.id, arm: "", value, ...optional("sd", sd), ...optional("n", n) };
      expect(resultFault(item, MEASURES[item.measure].example(item, written))).toBeUndefined();
    }),
  );
});
