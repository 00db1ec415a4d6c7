import { describe, expect, test } from "vitest";
import { evalStanding, type EvalVerdict } from "../../../src/domain/evidence/eval-standing.ts";
import { casesToSettle } from "../../../src/domain/planning/cases-to-settle.ts";
import { undecidable } from "../../../src/domain/planning/decidability.ts";
import { evalPlan } from "../../../src/domain/planning/plan.ts";
import { planLevers } from "../../../src/domain/planning/plan-levers.ts";
import type { PairedCounts, Result } from "../../../src/domain/records/evals/result.ts";
import { evalSentence, evalWording } from "../../../src/wording/evals.ts";
import { planSentence } from "../../../src/wording/plan.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

function judged(fields: Fields, figure: string | PairedCounts, more: Partial<Result> = {}) {
  const logged = [{ entry: entry("2026-11-25"), index: 0, result: result("wrong-rate", figure, more) }];
  return evalStanding(evalOf(fields), logged, { confidence: 0.95, last: true });
}

const verdictOf = (...args: Parameters<typeof judged>): EvalVerdict => judged(...args).verdict;

const RIGHT: Fields = { better: "higher", baseline: "1700/2000", target: "not worse than 3pp" };
const WRONG: Fields = { better: "lower", baseline: "300/2000", target: "not worse than 3pp" };

describe("a rate that may lose points (Newcombe 10)", () => {
  test.each<[string, Fields, string, EvalVerdict]>([
    ["as good as before", RIGHT, "1700/2000", "met"],
    ["the last count that is enough", RIGHT, "1678/2000", "met"],
    ["and one fewer", RIGHT, "1677/2000", "unsettled"],
    ["surely worse than the margin", RIGHT, "1560/2000", "not met"],
    ["the mirror image, for failures", WRONG, "322/2000", "met"],
    ["and one more", WRONG, "323/2000", "unsettled"],
    ["failures far beyond", WRONG, "440/2000", "not met"],
    ["better than before is not worse", WRONG, "200/2000", "met"],
    ["few cases settle nothing", RIGHT, "85/100", "unsettled"],
    ["a fixed baseline is taken as exact", { ...RIGHT, baseline: "85%" }, "1674/2000", "met"],
    ["and one fewer", { ...RIGHT, baseline: "85%" }, "1667/2000", "unsettled"],
  ])("%s", (_, fields, figure, verdict) => {
    expect(verdictOf(fields, figure)).toBe(verdict);
  });
});

describe("a rate that may get worse by a part (Miettinen-Nurminen at 1 + margin)", () => {
  const PART: Fields = { better: "lower", baseline: "300/2000", target: "not more than 20% worse" };
  test.each<[string, Fields, string, EvalVerdict]>([
    ["as bad as before", PART, "300/2000", "met"],
    ["a part more, and it could be either", PART, "330/2000", "unsettled"],
    ["far more", PART, "450/2000", "not met"],
    ["good outcomes may fall by a part", { ...RIGHT, target: "not more than 5% worse" }, "1690/2000", "met"],
    ["and not by more", { ...RIGHT, target: "not more than 5% worse" }, "1500/2000", "not met"],
    ["no part of a baseline of nought", { ...PART, baseline: "0/2000" }, "1/2000", "unsettled"],
  ])("%s", (_, fields, figure, verdict) => {
    expect(verdictOf(fields, figure)).toBe(verdict);
  });
});

test("pairs need far fewer cases than separate ones", () => {
  const pairs: PairedCounts = { both: 780, baseline: 30, candidate: 28, neither: 62 };
  expect(verdictOf({ ...RIGHT, baseline: "340/400" }, pairs)).toBe("met");
  expect(verdictOf({ ...RIGHT, baseline: "340/400" }, "808/900")).toBe("met");
  expect(verdictOf({ ...RIGHT, baseline: "340/400" }, "765/900")).toBe("unsettled");
  expect(verdictOf({ ...RIGHT, target: "not more than 3% worse" }, pairs)).toBe("met");
});

describe("figures in a unit", () => {
  const COST: Fields = { measure: "mean", better: "lower", baseline: "2 s sd 0.5 n 200" };
  const run = (value: string) => ["wrong-rate", value] as const;
  test.each<[string, string, string, EvalVerdict]>([
    ["in its unit", "not worse than 0.2 s", "2.05 s", "met"],
    ["in another unit of time", "not worse than 200 ms", "2.05 s", "met"],
    ["beyond it", "not worse than 0.2 s", "2.4 s", "not met"],
    ["as a part", "not more than 10% worse", "2.05 s", "met"],
    ["beyond the part", "not more than 10% worse", "2.5 s", "not met"],
    ["a strict margin", "less than 10% worse", "2.05 s", "met"],
  ])("%s", (_, target, value, verdict) => {
    const more = { sd: number("0.5"), n: 200 };
    expect(verdictOf({ ...COST, target }, run(value)[1], more)).toBe(verdict);
  });

  test("a total is compared as it stands", () => {
    const item: Fields = { measure: "total", better: "lower", baseline: "100 EUR", target: "not more than 10% worse" };
    expect([verdictOf(item, "109.99 EUR"), verdictOf(item, "110.01 EUR")]).toEqual(["met", "not met"]);
  });
});

describe("what it says", () => {
  const standing = judged(RIGHT, "1690/2000");
  test("needed, figure and range in words", () => {
    const { needed, result: figure, range } = evalWording(standing);
    expect(needed).toBe("at most 3 pp worse");
    expect(figure).toBe("0.5 pp lower");
    expect(range).toBe("2.4 pp lower to 1.4 pp higher");
    expect(evalSentence(standing)).toContain("Needed: at most 3 pp worse");
  });

  test("the threshold is the margin, counted downwards", () => {
    expect(standing.threshold).toBe(-0.03);
  });
});

describe("planning", () => {
  const item = evalOf({ ...RIGHT, minN: 1000 });
  test("without an expectation the candidate is taken to be as good as today", () => {
    const plan = evalPlan(item, 0.95);
    expect(plan.assumed).toEqual({ figure: 0.85, basis: "as-today" });
    expect(planSentence(plan)).toContain("if it is as good as today");
    expect(plan.chance).toBeGreaterThan(0.6);
    expect(plan.chance).toBeLessThan(0.75);
    expect(plan.metByBaseline).toBe(false);
    expect(plan.undecidable).toBeUndefined();
  });

  test("the chance is that of the verdict itself", () => {
    const plan = evalPlan(item, 0.95);
    const { x, n } = plan.leastGood!;
    expect([verdictOf(RIGHT, `${x}/${n}`), verdictOf(RIGHT, `${x - 1}/${n}`)]).toEqual(["met", "unsettled"]);
  });

  test("what is expected may be worse than today", () => {
    const plan = evalPlan(evalOf({ ...RIGHT, expected: "difference -1pp" }), 0.95);
    expect(plan.assumed?.figure).toBeCloseTo(0.84, 12);
    expect(plan.size).toBeGreaterThan(1000);
  });

  test("no lever eases the margin: what loss is acceptable does not follow from the number of cases", () => {
    const levers = planLevers(evalPlan(evalOf({ ...RIGHT, baseline: "340/400", minN: 900 }), 0.95));
    expect(levers.map(({ kind }) => kind)).toEqual(["same-cases", "baseline-too", "confidence"]);
  });

  test("more cases settle it, or the baseline is too uncertain itself", () => {
    expect(casesToSettle(judged({ ...RIGHT, minN: 2001 }, "1677/2000"))?.as).toBe("met");
    expect(casesToSettle(judged({ ...RIGHT, baseline: "85/100", minN: 2001 }, "1700/2000"))?.atBest).toBeNull();
  });

  test("a margin that no result misses is undecidable", () => {
    expect(undecidable(evalOf({ ...RIGHT, target: "not worse than 99pp" }), 0.95)?.kind).toBe("never-missed");
  });
});
