import { describe, expect, test } from "vitest";
import { evalStandings } from "../../../src/domain/evidence/judged-evals.ts";
import { MEASURES } from "../../../src/domain/evidence/measures/measures.ts";
import { ownFault, resultFault } from "../../../src/domain/evidence/result-fault.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

const RATE = evalOf({ id: "wrong", target: "value <= 12%" });
const P95 = evalOf({ id: "fast", measure: "percentile", percentile: 95, target: "value <= 2 s" });
const LOAD = evalOf({ id: "load", measure: "percentile", percentile: 95, target: "value <= 80%" });
const COST = evalOf({ id: "cost", measure: "mean", target: "value <= 0.06 EUR" });
const ALL = evalOf({ id: "all", measure: "total", target: "value <= 9 EUR" });
const SIZE = evalOf({ id: "size", measure: "mean", target: "value <= 2 MB" });
const SCORE = evalOf({ id: "score", measure: "mean", better: "higher", target: "value >= 0.2" });
const GAP = evalOf({ id: "cost-difference", measure: "mean", target: "value <= 0.02 EUR" });
const LESS = evalOf({ id: "extra", measure: "mean", target: "value <= -0.01 EUR" });
const BROKEN = evalOf({ id: "odd", measure: "mean", baseline: "9 EUR", target: "difference >= 2 s" });

describe("issue 10, item 16: a rate of so many cases is the count that it is", () => {
  test.each([
    [RATE, "11%", 200, "22/200"],
    [RATE, "0%", 50, "0/50"],
    [RATE, "100%", 50, "50/50"],
    [RATE, "11.5%", 200, "23/200"],
    [RATE, "11.3%", 200, undefined],
    [RATE, "33.3%", 3, undefined],
    [RATE, "101%", 100, undefined],
    [P95, "95%", 200, "190/200"],
    [LOAD, "75%", 200, undefined],
    [COST, "11%", 200, undefined],
  ])("%o: %s of %i is %s", (item, figure, n, count) => {
    const counted = MEASURES[item.measure].counted(item, result(item.id, figure, { n }));
    expect(counted.count && `${counted.count.x}/${counted.count.n}`).toBe(count);
  });
});

describe("issue 10, item 16: what an eval cannot take", () => {
  test.each([
    [RATE, result("wrong", "12.5"), "result-unit-differs"],
    [RATE, result("wrong", "12 ms"), "result-unit-differs"],
    [RATE, result("wrong", "9 EUR"), "result-unit-differs"],
    [RATE, result("wrong", "110%"), "share-impossible"],
    [RATE, result("wrong", "-5%"), "share-impossible"],
    [RATE, result("wrong", "12.5%"), undefined],
    [RATE, result("wrong", "22/200"), undefined],
    [P95, result("fast", "1.8"), "target-unit-differs"],
    [P95, result("fast", "1.8 EUR"), "target-unit-differs"],
    [P95, result("fast", "1800 ms"), undefined],
    [P95, result("fast", "190/200"), undefined],
    [COST, result("cost", "22/200"), "value-missing"],
    [COST, result("cost", "0.04 EUR"), "spread-missing"],
    [COST, result("cost", "0.04 USD", { n: 50, sd: number("0.02") }), "result-unit-differs"],
    [COST, result("cost", "0.04 EUR", { n: 50, sd: number("0.02") }), undefined],
    [COST, result("cost", "-5 EUR", { n: 30, sd: number("0.01") }), "negative-impossible"],
    [ALL, result("all", "-8 EUR"), "negative-impossible"],
    [P95, result("fast", "-1.8 s"), "negative-impossible"],
    [SIZE, result("size", "-3 MB", { n: 30, sd: number("1") }), "negative-impossible"],
    [SCORE, result("score", "-0.4", { n: 30, sd: number("1") }), undefined],
    [GAP, result("cost-difference", "-0.01 EUR", { n: 30, sd: number("0.02") }), undefined],
    [LESS, result("extra", "-0.01 EUR", { n: 30, sd: number("0.02") }), undefined],
    [ALL, result("all", "8"), "result-unit-differs"],
    [ALL, result("all", "8 EUR"), undefined],
  ] satisfies [typeof RATE, Result, string | undefined][])("%o %o: %s", (item, one, code) => {
    expect(resultFault(item, one)?.code).toBe(code);
    expect(ownFault(item, one)?.code).toBe(code);
  });

  test("an eval that contradicts itself takes what is in its unit, since no result would be right", () => {
    const one = result("odd", "8 EUR", { n: 50, sd: number("2") });
    expect(resultFault(BROKEN, one)).toBeDefined();
    expect(ownFault(BROKEN, one)).toBeUndefined();
  });
});

describe("issue 10, item 16: a bare rate never unseats a count", () => {
  const standing = (...results: readonly Result[]) =>
    evalStandings(
      [{ ...RATE, primary: true }],
      results.map((one, index) => entry(`2026-11-2${index + 4}`, { results: [one] })),
      [],
      { confidence: 0.95, last: true },
    )[0]!;

  test.each([
    ["later, on the same arm", result("wrong", "10/200"), result("wrong", "30%")],
    ["later and better, on the same arm", result("wrong", "10/200"), result("wrong", "1%")],
    ["better, on another arm", result("wrong", "10/200", { arm: "a" }), result("wrong", "1%", { arm: "b" })],
    ["before it, on another arm", result("wrong", "1%", { arm: "b" }), result("wrong", "10/200", { arm: "a" })],
  ])("%s", (_, ...results) => {
    expect(standing(...results)).toMatchObject({ verdict: "met", judged: { result: { count: { x: 10, n: 200 } } } });
  });

  test("where there is no count, the rate is shown and not settled", () => {
    expect(standing(result("wrong", "1%"))).toMatchObject({ verdict: "unsettled", why: { code: "count-missing" } });
  });

  test("a rate of so many cases, written by hand in a file, counts as its count", () => {
    expect(standing(result("wrong", "5%", { n: 200 }))).toMatchObject({ verdict: "met", n: 200 });
  });
});
