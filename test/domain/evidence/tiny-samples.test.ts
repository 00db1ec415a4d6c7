import { describe, expect, test } from "vitest";
import { evalStanding, type EvalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import type { PairedCounts, Result } from "../../../src/domain/records/evals/result.ts";
import { evalSentence, evalWording } from "../../../src/wording/evals.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

function judged(fields: Fields, figure: string | PairedCounts, more: Partial<Result> = {}): EvalStanding {
  const logged = { entry: entry("2026-11-25"), index: 0, result: result("wrong-rate", figure, more) };
  return evalStanding(evalOf({ metric: "Wrong answers", ...fields }), [logged], { confidence: 0.95, last: true });
}

const fewer: Fields = { target: "value <= 10%" };
const more: Fields = { better: "higher", target: "value >= 90%" };
const reduction = (baseline: string): Fields => ({ baseline, target: "reduction >= 40%" });
const difference = (baseline: string): Fields => ({ baseline, target: "difference >= 5pp" });
const mean: Fields = { measure: "mean", better: "higher", target: "value >= 3" };

/** 0 of n, n of n, one case, two cases: verdict, result and range as they are told. */
describe("the smallest and the most extreme results make sense", () => {
  test.each<[string, Fields, string | PairedCounts, Partial<Result>, verdict: string, told: string, range: string]>([
    ["0 of 1", fewer, "0/1", {}, "Unsettled, leaning met", "0%", "0% to 95%"],
    ["1 of 1", fewer, "1/1", {}, "Unsettled, leaning not met", "100%", "5% to 100%"],
    ["1 of 1, more is better", more, "1/1", {}, "Unsettled, leaning met", "100%", "5% to 100%"],
    ["0 of 1, more is better", more, "0/1", {}, "Unsettled, leaning not met", "0%", "0% to 95%"],
    ["0 of 2", fewer, "0/2", {}, "Unsettled, leaning met", "0%", "0% to 78%"],
    ["2 of 2 show a miss", fewer, "2/2", {}, "Not met", "100%", "22% to 100%"],
    ["0 of 28", fewer, "0/28", {}, "Unsettled, leaning met", "0%", "0.0% to 10.1%"],
    ["0 of 29", fewer, "0/29", {}, "Met", "0%", "0.0% to 9.8%"],
    ["0 of a thousand", fewer, "0/1000", {}, "Met", "0.0%", "0.0% to 0.3%"],
    ["a thousand of a thousand", fewer, "1000/1000", {}, "Not met", "100.0%", "99.7% to 100.0%"],
    ["0 of ten million", fewer, "0/10000000", {}, "Met", "0.0%", "0.00000% to 0.00003%"],
    ["one of ten million", fewer, "1/10000000", {}, "Met", "0.0%", "0.00000% to 0.00005%"],
    ["1 of 1 against 1 of 1", reduction("1/1"), "1/1", {}, "Unsettled, leaning not met", "unchanged", ""],
    ["0 of 1 against 1 of 1", reduction("1/1"), "0/1", {}, "Unsettled, leaning met", "100% fewer", ""],
    ["0 of 200 against 80 of 200", reduction("80/200"), "0/200", {}, "Met", "100.0% fewer", ""],
    ["200 of 200 against 80 of 200", reduction("80/200"), "200/200", {}, "Not met", "150.0% more", ""],
    ["0 of 200 against 0 of 200", reduction("0/200"), "0/200", {}, "Unsettled", "0.0%", "0.0% to 1.5%"],
    ["a difference of nothing and nothing", difference("0/200"), "0/200", {}, "Not met", "unchanged", ""],
    ["a difference of all and nothing", difference("200/200"), "0/200", {}, "Met", "100.0 pp lower", ""],
    [
      "one pair",
      reduction("1/1"),
      { both: 0, baseline: 1, candidate: 0, neither: 0 },
      {},
      "Unsettled, leaning met",
      "100% fewer",
      "",
    ],
    [
      "pairs that never failed",
      reduction("1/1"),
      { both: 0, baseline: 0, candidate: 0, neither: 50 },
      {},
      "Unsettled",
      "0%",
      "0% to 6%",
    ],
    [
      "pairs that always failed",
      difference("1/1"),
      { both: 50, baseline: 0, candidate: 0, neither: 0 },
      {},
      "Unsettled, leaning not met",
      "unchanged",
      "",
    ],
    ["a mean of one", mean, "4", { n: 1, sd: number("0") }, "Unsettled, leaning met", "", ""],
    ["a mean of two", mean, "4", { n: 2, sd: number("0.1") }, "Unsettled, leaning met", "", ""],
    ["a mean of three", mean, "4", { n: 3, sd: number("0.1") }, "Unsettled, leaning met", "", "3.83 to 4.17"],
    ["a mean without variation", mean, "4", { n: 3, sd: number("0") }, "Unsettled, leaning met", "", ""],
    [
      "one run within the limit",
      { measure: "percentile", target: "value <= 2 s" },
      "1/1",
      {},
      "Unsettled, leaning met",
      "100%",
      "5% to 100%",
    ],
    [
      "one run beyond it",
      { measure: "percentile", target: "value <= 2 s" },
      "0/1",
      {},
      "Unsettled, leaning not met",
      "0%",
      "0% to 95%",
    ],
    ["two runs beyond it", { measure: "percentile", target: "value <= 2 s" }, "0/2", {}, "Not met", "0%", "0% to 78%"],
    ["one group of one", fewer, "0/1", { clusters: [{ sum: number("0"), n: 1 }] }, "Unsettled, leaning met", "0%", ""],
    [
      "two groups of one",
      fewer,
      "0/2",
      {
        clusters: [
          { sum: number("0"), n: 1 },
          { sum: number("0"), n: 1 },
        ],
      },
      "Unsettled, leaning met",
      "0%",
      "0% to 78%",
    ],
    ["a total of nothing", { measure: "total", target: "value <= 0 EUR" }, "0 EUR", {}, "Met", "", ""],
  ])("%s", (_, fields, figure, extra, verdict, told, range) => {
    const standing = judged(fields, figure, extra);
    const wording = evalWording(standing);
    expect({ verdict: wording.verdict, result: wording.result }).toEqual({ verdict, result: told });
    if (range !== "") expect(wording.range).toBe(range);
    for (const interval of [standing.figure, standing.change]) {
      if (interval === undefined) continue;
      expect(interval.low).toBeLessThanOrEqual(interval.estimate);
      expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
    }
    expect(evalSentence(standing)).not.toMatch(/NaN|Infinity|undefined|∞|–/);
  });
});
