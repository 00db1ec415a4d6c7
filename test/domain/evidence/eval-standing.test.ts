import { describe, expect, test } from "vitest";
import { evalStanding, type EvalStanding, type EvalVerdict } from "../../../src/domain/evidence/eval-standing.ts";
import { obrienFlemingSpent } from "../../../src/statistics/looks/obrien-fleming.ts";
import type { PairedCounts, Result } from "../../../src/domain/records/evals/result.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

/** The eval after results that were logged one a day; the last one is judged on the last day. */
function judged(
  fields: Fields,
  results: readonly Result[],
  look: { confidence?: number; last?: boolean } = {},
): EvalStanding {
  const logged = results.map((one, k) => ({ entry: entry(`2026-11-${23 + k}`), index: 0, result: one }));
  return evalStanding(evalOf(fields), logged, { confidence: 0.95, last: true, ...look });
}

const verdictOf = (fields: Fields, figure: string | PairedCounts, more: Partial<Result> = {}): EvalVerdict =>
  judged(fields, [result("wrong-rate", figure, more)]).verdict;

describe("a rate against a value", () => {
  // The smallest counts that show 90% and 95% with one-sided 95% Clopper-Pearson bounds.
  test.each([
    ["90%", "29/29", "28/28"],
    ["90%", "49/50", "48/50"],
    ["90%", "58/59", "57/59"],
    ["90%", "96/100", "95/100"],
    ["90%", "188/200", "187/200"],
    ["90%", "279/300", "278/300"],
    ["90%", "462/500", "461/500"],
    ["95%", "59/59", "58/58"],
    ["95%", "99/100", "98/100"],
    ["95%", "196/200", "195/200"],
  ])("%s is met by %s and not yet by %s", (share, met, short) => {
    const fields: Fields = { better: "higher", target: `value >= ${share}` };
    expect([verdictOf(fields, met), verdictOf(fields, short)]).toEqual(["met", "unsettled"]);
  });

  test.each<[string, Fields, string, EvalVerdict]>([
    ["the mirror image for failures", { target: "value <= 10%" }, "0/29", "met"],
    ["and one case fewer", { target: "value <= 10%" }, "0/28", "unsettled"],
    ["a plain miss", { target: "value <= 10%" }, "40/100", "not met"],
    ["the estimate on the line settles nothing", { target: "value <= 10%" }, "10/100", "unsettled"],
    ["five of five pass a coin, but are too few", { better: "higher", target: "value >= 50%" }, "5/5", "unsettled"],
    ["ten of ten are not", { better: "higher", target: "value >= 50%" }, "10/10", "met"],
    ["bad news needs no minimum", { target: "value <= 10%" }, "5/5", "not met"],
    ["fewer than were agreed", { better: "higher", target: "value >= 50%", minN: 100 }, "38/60", "unsettled"],
    ["fewer, and beyond doubt", { better: "higher", target: "value >= 50%", minN: 100 }, "99/99", "met"],
    ["as many as were agreed", { better: "higher", target: "value >= 50%", minN: 100 }, "100/100", "met"],
    ["another unit", { target: "value <= 10 s" }, "1/100", "invalid"],
    ["a bare rate has no bounds", { target: "value <= 10%" }, "1%", "unsettled"],
    ["no target", {}, "1/100", "unsettled"],
  ])("%s", (_, fields, figure, verdict) => {
    expect(verdictOf(fields, figure)).toBe(verdict);
  });

  test("leaning says on which side the estimate lies", () => {
    expect(judged({ target: "value <= 10%" }, [result("wrong-rate", "9/100")]).leaning).toBe("met");
    expect(judged({ target: "value <= 10%" }, [result("wrong-rate", "11/100")]).leaning).toBe("not met");
    expect(judged({ target: "value <= 10%" }, [result("wrong-rate", "11%")]).leaning).toBe("not met");
  });
});

describe("a change against the baseline", () => {
  const reduction: Fields = { baseline: "30/100", target: "reduction >= 40%" };

  test("separate items: 12 of 100 against 30 of 100 leave 40% open, between 34% and 76%", () => {
    const standing = judged(reduction, [result("wrong-rate", "12/100")]);
    expect(standing.verdict).toBe("unsettled");
    expect(standing.change?.estimate).toBeCloseTo(0.6, 9);
    expect(standing.change?.low).toBeCloseTo(0.34, 2);
    expect(standing.change?.high).toBeCloseTo(0.76, 2);
  });

  test("the same items, ten of which fail both times, settle it: 41% to 74%", () => {
    const standing = judged(reduction, [result("wrong-rate", { both: 10, baseline: 20, candidate: 2, neither: 68 })]);
    expect(standing.verdict).toBe("met");
    expect(standing.change?.low).toBeCloseTo(0.41, 2);
    expect(standing.change?.high).toBeCloseTo(0.74, 2);
  });

  test.each<[string, Fields, string | PairedCounts, EvalVerdict]>([
    ["no change at all", reduction, "30/100", "not met"],
    ["nothing left to fall from", { baseline: "0/100", target: "reduction >= 40%" }, "0/100", "unsettled"],
    [
      "nothing left to fall from, on the same items",
      { baseline: "0/100", target: "reduction >= 40%" },
      { both: 0, baseline: 0, candidate: 0, neither: 100 },
      "unsettled",
    ],
    ["no baseline", { target: "reduction >= 40%" }, "12/100", "unsettled"],
    ["a fixed baseline is taken as exact", { baseline: "30%", target: "reduction >= 40%" }, "10/100", "met"],
    ["a baseline in another unit", { baseline: "30 s", target: "reduction >= 40%" }, "10/100", "invalid"],
    [
      "a difference in points, counted in the good direction",
      { baseline: "60/200", target: "difference >= 5pp" },
      "20/200",
      "met",
    ],
    ["a difference the wrong way", { baseline: "20/200", target: "difference >= 5pp" }, "60/200", "not met"],
    [
      "a difference where more is better",
      { better: "higher", baseline: "60/200", target: "difference >= 5pp" },
      "100/200",
      "met",
    ],
    [
      "a difference on the same items",
      { baseline: "30/100", target: "difference >= 5pp" },
      { both: 10, baseline: 20, candidate: 2, neither: 68 },
      "met",
    ],
    ["a gain", { better: "higher", baseline: "50/200", target: "gain >= 20%" }, "120/200", "met"],
    ["a gain that is none", { better: "higher", baseline: "120/200", target: "gain >= 20%" }, "50/200", "not met"],
  ])("%s", (_, fields, figure, verdict) => {
    expect(verdictOf(fields, figure)).toBe(verdict);
  });
});

describe("means, percentiles, totals", () => {
  const spread = (n: number, sd: string): Partial<Result> => ({ n, sd: number(sd) });

  test.each<[string, Fields, string, Partial<Result>, EvalVerdict]>([
    ["a mean well below", { measure: "mean", target: "value <= 4" }, "3.5", spread(30, "0.5"), "met"],
    ["in another unit of time", { measure: "mean", target: "value <= 2 s" }, "1500 ms", spread(30, "200"), "met"],
    [
      "the spread converts too",
      { measure: "mean", target: "value <= 2 s" },
      "1900 ms",
      spread(30, "2000"),
      "unsettled",
    ],
    ["above", { measure: "mean", target: "value <= 2 s" }, "3 s", spread(30, "0.5"), "not met"],
    [
      "29 values do not show what a mean may be",
      { measure: "mean", target: "value <= 4" },
      "2",
      spread(29, "0.1"),
      "unsettled",
    ],
    ["30 do", { measure: "mean", target: "value <= 4" }, "2", spread(30, "0.1"), "met"],
    ["two do not", { measure: "mean", target: "value <= 4" }, "2", spread(2, "0.1"), "unsettled"],
    ["of a cost too", { measure: "mean", target: "value <= 4 EUR" }, "2 EUR", spread(29, "0.1"), "unsettled"],
    ["a cost of 30", { measure: "mean", target: "value <= 4 EUR" }, "2 EUR", spread(30, "0.1"), "met"],
    [
      "of a unit of time by name too",
      { measure: "mean", target: "value <= 4 s/call" },
      "2 s/call",
      spread(29, "0.1"),
      "unsettled",
    ],
    ["no variation is not certainty", { measure: "mean", target: "value <= 4" }, "2", spread(30, "0"), "unsettled"],
    ["without its spread", { measure: "mean", target: "value <= 4" }, "2", {}, "invalid"],
    ["in another unit", { measure: "mean", target: "value <= 4 s" }, "2 EUR", spread(30, "1"), "invalid"],
    [
      "a reduction of a mean",
      { measure: "mean", baseline: "4 min", target: "reduction >= 25%" },
      "120 s",
      spread(30, "20"),
      "met",
    ],
    [
      "a difference of means",
      { measure: "mean", baseline: "4 min", target: "difference >= 1 min" },
      "120 s",
      spread(30, "20"),
      "met",
    ],
    ["59 of 59 show a p95", { measure: "percentile", percentile: 95, target: "value <= 2 s" }, "59/59", {}, "met"],
    ["58 of 58 do not", { measure: "percentile", percentile: 95, target: "value <= 2 s" }, "58/58", {}, "unsettled"],
    [
      "a p95 that is missed",
      { measure: "percentile", percentile: 95, target: "value <= 2 s" },
      "80/100",
      {},
      "not met",
    ],
    ["a p50 takes fewer", { measure: "percentile", percentile: 50, target: "value <= 2 s" }, "10/10", {}, "met"],
    ["a bare percentile", { measure: "percentile", percentile: 95, target: "value <= 2 s" }, "1.5 s", {}, "unsettled"],
    ["a total is what it is", { measure: "total", target: "value <= 400 EUR" }, "400 EUR", {}, "met"],
    ["a total above", { measure: "total", target: "value <= 400 EUR" }, "400.01 EUR", {}, "not met"],
    ["a count for a total", { measure: "total", target: "value <= 400 EUR" }, "4/40", {}, "invalid"],
  ])("%s", (_, fields, figure, more, verdict) => {
    expect(verdictOf(fields, figure, more)).toBe(verdict);
  });
});

describe("looks before the end", () => {
  const fields: Fields = { better: "higher", target: "value >= 90%", minN: 200 };
  const early = { last: false };

  test("nothing logged is unmeasured, not a pass", () => {
    expect(judged(fields, []).verdict).toBe("unmeasured");
  });

  test("an early look may spend what O'Brien and Fleming's function allows for a quarter of the cases", () => {
    const standing = judged(fields, [result("wrong-rate", "50/50")], early);
    expect(standing).toMatchObject({ verdict: "unsettled", interim: true });
    expect(standing.confidence).toBeCloseTo(1 - obrienFlemingSpent(1 - 0.95, 0.25), 12);
  });

  test.each([
    ["129/136", "unsettled", true],
    ["136/136", "met", false],
  ] as const)("early, %s of 200 are %s, on the last day as well", (figure, verdict, interim) => {
    expect(judged(fields, [result("wrong-rate", figure)], early)).toMatchObject({ verdict, interim });
    expect(judged(fields, [result("wrong-rate", figure)])).toMatchObject({ verdict, interim: false });
  });

  test("on the last day, fewer cases than were agreed do not get what is left for the run of that size", () => {
    expect(judged(fields, [result("wrong-rate", "129/136")])).toMatchObject({
      verdict: "unsettled",
      leaning: "met",
      why: { code: "fewer-than-agreed", n: 136, agreed: 200 },
    });
  });

  test("with as many cases as were agreed it is no early look", () => {
    expect(judged(fields, [result("wrong-rate", "190/200")], early)).toMatchObject({
      verdict: "met",
      interim: false,
      confidence: 0.95,
    });
  });

  test("a target that is missed may still be met by a better arm", () => {
    expect(judged(fields, [result("wrong-rate", "100/200")], early)).toMatchObject({
      verdict: "not met",
      interim: true,
    });
    expect(judged(fields, [result("wrong-rate", "100/200")])).toMatchObject({ verdict: "not met", interim: false });
  });

  test("every earlier look is paid for at the end", () => {
    const looks = (count: number) =>
      judged(fields, [
        ...Array.from({ length: count - 1 }, (_, k) => {
          const n = Math.round((200 * (k + 1)) / count);
          return result("wrong-rate", `${Math.round(n * 0.95)}/${n}`);
        }),
        result("wrong-rate", "190/200"),
      ]).confidence;
    expect(looks(1)).toBeCloseTo(0.95, 12);
    expect([looks(2), looks(4), looks(8)].map((sure) => sure.toFixed(3))).toEqual(["0.951", "0.954", "0.957"]);
  });

  test("at 99% the price of looking never eats up all there is", () => {
    const logged = Array.from({ length: 30 }, () => ({
      entry: entry("2026-11-23"),
      index: 0,
      result: result("wrong-rate", "190/200"),
    }));
    // The same figures again and again are one run, told several times.
    expect(evalStanding(evalOf(fields), logged, { confidence: 0.99, last: true }).confidence).toBeCloseTo(0.99, 12);
  });
});

describe("cases that were tuned on", () => {
  const tuned: Fields = { target: "value <= 10%", tunedOnTheseItems: true };

  test("never meet a primary target, and lean nowhere", () => {
    expect(judged(tuned, [result("wrong-rate", "0/200")])).toMatchObject({
      verdict: "unsettled",
      leaning: undefined,
      why: { code: "tuned-on-cases" },
    });
  });

  test.each<[string, Fields, string, EvalVerdict]>([
    ["a miss on them is one", tuned, "60/200", "not met"],
    ["what is open stays so", tuned, "20/200", "unsettled"],
    ["of an eval that does not decide they may do", { ...tuned, primary: false }, "0/200", "met"],
    ["said not to be", { ...tuned, tunedOnTheseItems: false }, "0/200", "met"],
  ])("%s", (_, fields, figure, verdict) => {
    expect(verdictOf(fields, figure)).toBe(verdict);
  });
});

describe("several arms", () => {
  const named = (...names: readonly string[]) => names.map((name) => ({ name, baseline: false }));
  const fields: Fields = { better: "higher", target: "value >= 50%", arms: named("a", "b") };
  const arm = (name: string, figure: string) => result("wrong-rate", figure, { arm: name });

  test("the best arm is judged, and the choice is paid for", () => {
    const standing = judged(fields, [arm("a", "60/100"), arm("b", "90/100")]);
    expect(standing.judged?.result.arm).toBe("b");
    expect(standing).toMatchObject({ arms: ["a", "b"], confirmed: false });
    // Half of 5%, shared by two; the other half is for the run that confirms.
    expect(standing.confidence).toBeCloseTo(1 - 0.05 / 4, 12);
  });

  test("an arm that nobody had named shares what is left: after a run of the agreed size that is next to nothing", () => {
    const standing = judged({ ...fields, arms: [] }, [arm("a", "54/100"), arm("b", "90/100")]);
    expect(standing).toMatchObject({ judged: { result: { arm: "b" } } });
    expect(standing.account.spendings.map(({ code }) => code)).toEqual(["planned-run", "arm-added", "planned-run"]);
    expect(standing.confidence).toBeGreaterThan(1 - standing.account.spendings[0]!.left);
  });

  test("a fresh run on the arm that was picked owes nothing to the picking", () => {
    const standing = judged(fields, [arm("a", "60/100"), arm("b", "90/100"), arm("b", "85/100")]);
    expect(standing).toMatchObject({ confirmed: true, judged: { result: { count: { x: 85 } } } });
    expect(standing.confidence).toBeCloseTo(1 - 0.05 / 2, 12);
  });

  test("where the fresh run is worse than another arm, that one is judged", () => {
    const standing = judged(fields, [arm("a", "60/100"), arm("b", "90/100"), arm("b", "40/100")]);
    expect(standing).toMatchObject({ confirmed: false, judged: { result: { arm: "a" } } });
  });

  test("picking and confirming on the same day is no confirmation: the arm has to have been the best before", () => {
    const day = entry("2026-11-24");
    const together = (...figures: readonly Result[]) =>
      evalStanding(
        evalOf(fields),
        figures.map((one, index) => ({ entry: day, index, result: one })),
        { confidence: 0.95, last: true },
      );
    expect(together(arm("a", "60/100"), arm("b", "90/100"))).toMatchObject({ confirmed: false });
    expect(together(arm("a", "60/100"), arm("b", "90/100"), arm("b", "92/100"))).toMatchObject({
      confirmed: false,
      judged: { result: { count: { x: 92 } } },
    });
  });

  test("a run on another arm after the confirmation opens the choice again", () => {
    const confirmed = [arm("a", "60/100"), arm("b", "90/100"), arm("b", "85/100")];
    expect(judged(fields, confirmed).confirmed).toBe(true);
    // Worse than b: b was the best of two before its last run, and is the best of three now without having been run again.
    expect(judged(fields, [...confirmed, arm("c", "70/100")])).toMatchObject({
      confirmed: false,
      judged: { result: { arm: "b" } },
    });
    expect(judged(fields, [...confirmed, arm("c", "95/100")])).toMatchObject({
      confirmed: false,
      judged: { result: { arm: "c" } },
    });
    expect(judged(fields, [...confirmed, arm("c", "95/100"), arm("c", "94/100")])).toMatchObject({
      confirmed: true,
      judged: { result: { arm: "c", count: { x: 94 } } },
    });
  });

  test("a tie goes to the later run, and is no confirmation where the other arm was ahead", () => {
    expect(judged(fields, [arm("a", "90/100"), arm("b", "80/100"), arm("b", "90/100")])).toMatchObject({
      confirmed: false,
      judged: { result: { arm: "b" } },
    });
  });

  test("confirming twice is judged on the last run", () => {
    expect(
      judged(fields, [arm("a", "60/100"), arm("b", "90/100"), arm("b", "85/100"), arm("b", "88/100")]),
    ).toMatchObject({ confirmed: true, judged: { result: { count: { x: 88 } } } });
  });

  test("the price of the choice is shared by all arms, whatever they were", () => {
    const many = (k: number) =>
      judged(
        { ...fields, arms: named(...Array.from({ length: k }, (_, i) => `arm-${i}`)) },
        Array.from({ length: k }, (_, i) => arm(`arm-${i}`, `${60 + i}/100`)),
      );
    expect(many(5)).toMatchObject({ confirmed: false, judged: { result: { arm: "arm-4" } } });
    expect(many(5).confidence).toBeCloseTo(1 - 0.05 / 10, 12);
    expect(many(5).change!.low).toBeLessThan(judged(fields, [arm("arm-4", "64/100")]).change!.low);
  });

  test("the latest result of one arm is judged, be it better or worse", () => {
    const standing = judged(fields, [arm("", "90/100"), arm("", "40/100")]);
    expect(standing).toMatchObject({ arms: [], judged: { result: { count: { x: 40 } } } });
  });

  test("lower may be better", () => {
    expect(
      judged({ target: "value <= 50%" }, [arm("a", "60/100"), arm("b", "20/100"), arm("c", "30/100")]).judged?.result
        .arm,
    ).toBe("b");
  });

  test("of a percentile the arm with most runs within the limit is best, in whichever direction", () => {
    expect(
      judged({ measure: "percentile", target: "value <= 2 s" }, [arm("a", "60/100"), arm("b", "90/100")]).judged?.result
        .arm,
    ).toBe("b");
  });

  test("times in other units are compared as times", () => {
    const timed = (name: string, figure: string): Result => ({ ...arm(name, figure), n: 30, sd: number("1") });
    expect(
      judged({ measure: "mean", target: "value <= 2 s" }, [timed("a", "1900 ms"), timed("b", "1.8 s")]).judged?.result
        .arm,
    ).toBe("b");
  });
});

describe("a share of errors above the one that was agreed, or above a fifth, settles nothing", () => {
  const RATE: Fields = { target: "value <= 10%", minN: 100, maxErrors: number("5") };

  test.each<[string, Fields, string | PairedCounts, number, EvalVerdict, string | undefined]>([
    ["no case broke", RATE, "2/200", 0, "met", undefined],
    ["exactly the share", RATE, "2/190", 10, "met", undefined],
    ["one more", RATE, "2/189", 11, "unsettled", "too-many-errors"],
    ["nor is a miss settled", RATE, "90/189", 11, "unsettled", "too-many-errors"],
    ["none was agreed, and a fifth broke", { target: "value <= 10%" }, "2/160", 40, "met", undefined],
    ["none was agreed, and more broke", { target: "value <= 10%" }, "2/159", 41, "unsettled", "too-many-errors"],
    ["more than a fifth was agreed", { ...RATE, maxErrors: number("50") }, "2/100", 90, "met", undefined],
    ["a total without its cases", { measure: "total", target: "value <= 9 s" }, "5 s", 3, "met", undefined],
    ["none may break", { ...RATE, maxErrors: number("0") }, "0/199", 1, "unsettled", "too-many-errors"],
    ["half a percent", { ...RATE, maxErrors: number("0.5") }, "0/199", 1, "met", undefined],
    ["just above half a percent", { ...RATE, maxErrors: number("0.5") }, "0/198", 1, "unsettled", "too-many-errors"],
    [
      "pairs",
      { ...RATE, baseline: "60/200", target: "reduction >= 40%" },
      { both: 2, baseline: 58, candidate: 0, neither: 129 },
      11,
      "unsettled",
      "too-many-errors",
    ],
  ])("%s", (_, fields, figure, errors, verdict, code) => {
    const standing = judged(fields, [result("wrong-rate", figure, errors === 0 ? {} : { errors })]);
    expect([standing.verdict, standing.why?.code]).toEqual([verdict, code]);
  });

  test("the whole run again is the planned run, and no second try", () => {
    const broken = result("wrong-rate", "2/180", { errors: 20 });
    const again = judged(RATE, [broken, result("wrong-rate", "4/200")], { last: false });
    expect(again).toMatchObject({ verdict: "met", interim: false, repeated: false });
    // A planned run is not unseated by one that broke.
    expect(judged(RATE, [result("wrong-rate", "4/200"), broken], { last: false })).toMatchObject({ verdict: "met" });
  });
});
