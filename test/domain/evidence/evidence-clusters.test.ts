import type { Contradiction } from "../../../src/domain/evidence/eval-reason.ts";
import { describe, expect, test } from "vitest";
import { sumsContradiction } from "../../../src/domain/evidence/clusters.ts";
import { evalStanding, type EvalStanding, type EvalVerdict } from "../../../src/domain/evidence/eval-standing.ts";
import type { Cluster } from "../../../src/domain/scalars/count.ts";
import type { PairedCounts, Result } from "../../../src/domain/records/evals/result.ts";
import { evalSentence, evalWording } from "../../../src/wording/evals.ts";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { kornGraubard } from "../../../src/statistics/rates/korn-graubard.ts";
import { entry, evalOf, number, quantity, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

function judged(fields: Fields, figure: string | PairedCounts, more: Partial<Result> = {}, last = true): EvalStanding {
  const logged = { entry: entry("2026-11-25"), index: 0, result: result("wrong-rate", figure, more) };
  return evalStanding(evalOf(fields), [logged], { confidence: 0.95, last });
}

/** `2/10 x3` is three groups of 2 in 10. */
function clusters(...texts: string[]): readonly Cluster[] {
  return texts.flatMap((text) => {
    const [, sum = "", n = "", times = "1"] = /^(-?[\d.]+)\/(\d+)(?: x(\d+))?$/.exec(text) ?? [];
    return Array.from({ length: Number(times) }, () => ({ sum: number(sum), n: Number(n) }));
  });
}

/** Twelve of a hundred and twenty, no more spread than chance makes. */
const ALIKE = clusters("1/10 x8", "2/10 x2", "0/10 x2");

const rate: Fields = { target: "value <= 20%", metric: "Wrong answers" };

describe("counts in groups", () => {
  test.each<[string, Fields, string, readonly Cluster[], EvalVerdict]>([
    ["as one count they would meet it", rate, "12/120", [], "met"],
    ["groups that are much alike do so too", rate, "12/120", ALIKE, "met"],
    ["groups that differ do not", rate, "12/120", clusters("10/10", "2/10", "0/10 x10"), "unsettled"],
    ["nine groups are too few, however good", { target: "value <= 30%" }, "0/900", clusters("0/100 x9"), "unsettled"],
    ["ten are not, each counting once", { target: "value <= 30%" }, "0/1000", clusters("0/100 x10"), "met"],
    ["bad news needs two", rate, "99/100", clusters("50/50", "49/50"), "not met"],
    ["one group says nothing", rate, "0/100", clusters("0/100"), "unsettled"],
    [
      "runs within a limit",
      { measure: "percentile", percentile: 90, target: "value <= 2 s" },
      "120/120",
      clusters("10/10 x12"),
      "unsettled",
    ],
    ["a reduction against a count", { baseline: "80/200", target: "reduction >= 40%" }, "12/120", ALIKE, "met"],
    [
      "a reduction, groups that differ",
      { baseline: "80/200", target: "reduction >= 40%" },
      "12/120",
      clusters("10/10", "2/10", "0/10 x10"),
      "unsettled",
    ],
    ["a difference against a count", { baseline: "80/200", target: "difference >= 10pp" }, "12/120", ALIKE, "met"],
    ["a reduction against a figure", { baseline: "40%", target: "reduction >= 40%" }, "12/120", ALIKE, "met"],
  ])("%s", (_, fields, figure, groups, verdict) => {
    expect(judged(fields, figure, groups.length === 0 ? {} : { clusters: groups }).verdict).toBe(verdict);
  });

  test("the bounds are those of Korn and Graubard", () => {
    const groups = clusters("3/10", "1/10 x6", "0/10 x3", "4/20", "1/5");
    const { figure, groups: G, n, byGroup } = judged(rate, "14/125", { clusters: groups });
    expect([G, n, byGroup]).toEqual([12, 125, false]);
    const ones = Array.from({ length: 6 }, () => ({ x: 1, n: 10 }));
    const noughts = Array.from({ length: 3 }, () => ({ x: 0, n: 10 }));
    const expected = kornGraubard([{ x: 3, n: 10 }, ...ones, ...noughts, { x: 4, n: 20 }, { x: 1, n: 5 }], 0.95);
    expect(figure).toMatchObject({ low: expected.low, high: expected.high });
  });

  test("where most groups came out all one way, each counts as one case, and the text says so", () => {
    const groups = clusters("3/10", "0/10 x9", "4/20", "1/5");
    const standing = judged(rate, "8/125", { clusters: groups });
    const plain = clopperPearson(0, 11, 0.95);
    expect(standing.byGroup).toBe(true);
    expect(standing.figure!.high).toBeGreaterThan(plain.high);
    expect(evalWording(standing).measured).toBe("8 of 125 in 12 groups, each counted as one case");
  });

  test("groups widen a reduction, and leave the estimate where it is", () => {
    const fields: Fields = { baseline: "80/200", target: "reduction >= 40%" };
    const [plain, grouped] = [
      judged(fields, "12/120"),
      judged(fields, "12/120", { clusters: clusters("10/10", "2/10", "0/10 x10") }),
    ];
    expect(grouped.change?.estimate).toBe(plain.change?.estimate);
    expect(grouped.change!.low).toBeLessThan(plain.change!.low);
    expect(grouped.change!.high).toBeGreaterThan(plain.change!.high);
  });

  test("are said wherever the count is", () => {
    const standing = judged(rate, "12/120", { clusters: clusters("1/10 x12") });
    expect(evalWording(standing).counts).toBe("12 of 120 in 12 groups");
    expect(evalSentence(standing)).toContain("Wrong answers: 12 of 120 in 12 groups: 10.0%.");
    expect(judged({ target: "value <= 30%" }, "0/900", { clusters: clusters("0/100 x9") }).why).toEqual({
      code: "too-few-groups",
      groups: 9,
      least: 10,
    });
  });
});

describe("means in groups", () => {
  const score: Fields = { measure: "mean", better: "higher", target: "value >= 3" };
  const spread = (n: number, sd: string, groups: readonly Cluster[]): Partial<Result> => ({
    n,
    sd: number(sd),
    clusters: groups,
  });

  test.each<[string, Fields, string, Partial<Result>, EvalVerdict]>([
    ["alike", score, "4", spread(60, "0.5", clusters("20.5/5 x6", "19.5/5 x6")), "met"],
    ["where groups differ much", score, "3.5", spread(100, "1", clusters("50/10 x5", "20/10 x5")), "unsettled"],
    ["nine groups", score, "4", spread(45, "0.5", clusters("20.5/5 x4", "19.6/5 x5")), "unsettled"],
    ["two groups may show a miss", score, "1", spread(20, "0.5", clusters("10.1/10", "9.9/10")), "not met"],
    ["one group", score, "4", spread(10, "0.5", clusters("40/10")), "unsettled"],
    ["no variation between them", score, "4", spread(60, "0.5", clusters("20/5 x12")), "unsettled"],
    [
      "without the spread of the single values",
      score,
      "4",
      { n: 60, clusters: clusters("20.5/5 x6", "19.5/5 x6") },
      "met",
    ],
    [
      "in another unit of time",
      { measure: "mean", target: "value <= 2 s" },
      "1500 ms",
      spread(60, "200", clusters("7550/5 x6", "7450/5 x6")),
      "met",
    ],
    [
      "a reduction",
      { measure: "mean", baseline: "4 min", target: "reduction >= 25%" },
      "120 s",
      spread(60, "20", clusters("610/5 x6", "590/5 x6")),
      "met",
    ],
  ])("%s", (_, fields, figure, more, verdict) => {
    expect(judged(fields, figure, more).verdict).toBe(verdict);
  });

  test("are said wherever the mean is", () => {
    expect(evalWording(judged(score, "4", spread(60, "0.5", clusters("20.5/5 x6", "19.5/5 x6")))).counts).toBe(
      "4, mean of 60 in 12 groups",
    );
  });
});

describe("two means, each with its spread", () => {
  const cost = (target: string, baseline = "0.09 EUR sd 0.02 n 50"): Fields => ({ measure: "mean", baseline, target });
  const now = { n: 50, sd: number("0.02") };

  test("take the uncertainty of both", () => {
    const [both, exact] = [
      judged(cost("reduction >= 20%"), "0.06 EUR", now),
      judged(cost("reduction >= 20%", "0.09 EUR"), "0.06 EUR", now),
    ];
    expect(both.change?.estimate).toBeCloseTo(1 / 3, 12);
    expect(both.change!.low).toBeLessThan(exact.change!.low);
    expect([both.verdict, exact.verdict]).toEqual(["met", "met"]);
  });

  test('R\'s t.test(alternative = "two.sided", conf.level = 0.9) of two samples with these moments', () => {
    const { change } = judged(cost("difference >= 0.01 EUR"), "0.06 EUR", now);
    // Equal sizes and spreads: 98 degrees of freedom, t = 1.660551, standard error 0.004.
    expect(change?.estimate).toBeCloseTo(0.03, 12);
    expect(change?.low).toBeCloseTo(0.03 - 1.660551217 * 0.004, 9);
    expect(change?.high).toBeCloseTo(0.03 + 1.660551217 * 0.004, 9);
  });

  test.each<[string, Fields, string, Partial<Result>, EvalVerdict]>([
    ["a baseline of nothing", cost("reduction >= 20%", "0 EUR sd 0.02 n 50"), "0.06 EUR", now, "unsettled"],
    [
      "a baseline that may be nothing",
      cost("reduction >= 20%", "0.001 EUR sd 0.2 n 50"),
      "0.0005 EUR",
      now,
      "unsettled",
    ],
    [
      "a gain",
      { measure: "mean", better: "higher", baseline: "3 sd 0.5 n 60", target: "gain >= 10%" },
      "4",
      { n: 60, sd: number("0.5") },
      "met",
    ],
    [
      "groups on one side",
      cost("reduction >= 20%"),
      "0.06 EUR",
      { ...now, clusters: clusters("0.31/5 x5", "0.29/5 x5") },
      "met",
    ],
  ])("%s", (_, fields, figure, more, verdict) => {
    expect(judged(fields, figure, more).verdict).toBe(verdict);
  });
});

describe("figures that contradict each other are invalid", () => {
  test.each<[string, Fields, string | PairedCounts, Partial<Result>, Contradiction]>([
    [
      "groups of another count",
      rate,
      "12/120",
      { clusters: clusters("1/10 x11") },
      { code: "groups-differ-from-count", sum: 11, cases: 110, x: 12, n: 120 },
    ],
    [
      "more in a group than it has",
      rate,
      "12/120",
      { clusters: clusters("11/10", "1/110") },
      { code: "group-is-no-count", group: 1, sum: 11, n: 10 },
    ],
    [
      "half a case",
      rate,
      "12/120",
      { clusters: clusters("0.5/10", "11.5/110") },
      { code: "group-is-no-count", group: 1, sum: 0.5, n: 10 },
    ],
    [
      "groups of another number of cases",
      { measure: "mean", target: "value <= 3" },
      "2",
      { n: 20, clusters: clusters("2/1 x12") },
      { code: "groups-differ-from-n", cases: 12, n: 20 },
    ],
    [
      "groups of another mean",
      { measure: "mean", target: "value <= 3" },
      "2",
      { n: 24, clusters: clusters("6/2 x12") },
      { code: "groups-differ-from-value", mean: 3, value: 2 },
    ],
    [
      "pairs that do not add up",
      { baseline: "30/100", target: "reduction >= 40%" },
      { both: 10, baseline: 20, candidate: 2, neither: 68 },
      { n: 120 },
      { code: "pairs-differ-from-n", cases: 100, n: 120 },
    ],
    [
      "runs within another limit",
      { measure: "percentile", target: "value <= 3 s" },
      "190/200",
      { within: quantity("2 s") },
      { code: "limit-differs", counted: "2 s", agreed: "3 s" },
    ],
    ["a limit for a rate", rate, "12/120", { within: quantity("2 s") }, { code: "limit-not-asked" }],
  ])("%s", (_, fields, figure, more, why) => {
    expect(judged(fields, figure, more)).toMatchObject({ verdict: "invalid", why });
  });

  test("but the same limit in another unit is the same", () => {
    expect(
      judged({ measure: "percentile", target: "value <= 2 s" }, "200/200", { within: quantity("2000 ms") }).verdict,
    ).toBe("met");
  });

  test("sums are as close as they can be written", () => {
    const third = {
      eval: "x",
      arm: "",
      value: quantity("0.333333333333"),
      n: 3,
      clusters: clusters("0.666666666666667/2", "0.333333333333333/1"),
    };
    expect(sumsContradiction(third)).toBeUndefined();
  });
});
