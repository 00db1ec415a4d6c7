import type { EvalReasonCode } from "../../../src/domain/evidence/eval-reason.ts";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../../src/domain/evidence/measures/measures.ts";
import { figureEvidence } from "../../../src/domain/evidence/result-evidence.ts";
import { MEASURE_NAMES, type Measure } from "../../../src/domain/records/eval.ts";
import { possibleResults } from "../../../src/domain/planning/possible-results.ts";
import { evalOf, result } from "../../support/records.ts";

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
