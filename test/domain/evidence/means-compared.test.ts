import { describe, expect, test } from "vitest";
import type { EvalReasonCode } from "../../../src/domain/evidence/eval-reason.ts";
import { evalStanding, type EvalVerdict } from "../../../src/domain/evidence/eval-standing.ts";
import { resultFault } from "../../../src/domain/evidence/result-fault.ts";
import type { MeanBefore, Result } from "../../../src/domain/records/evals/result.ts";
import { seededRandom } from "../../../src/statistics/simulation/xoshiro.ts";
import { evalReasonClause } from "../../../src/wording/eval-reasons.ts";
import { entry, evalOf, number, quantity, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

function judged(fields: Fields, figure: string, more: Partial<Result>) {
  const item = evalOf({ measure: "mean", better: "higher", ...fields });
  const logged = { entry: entry("2026-11-25"), index: 0, result: result(item.id, figure, more) };
  return evalStanding(item, [logged], { confidence: 0.95, last: true });
}

const range = { least: number("1"), most: number("5") };
const scores = (...texts: string[]) =>
  texts.flatMap((text) => {
    const [score = "", times = "1"] = text.split("x");
    return Array.from({ length: Number(times) }, () => number(score));
  });
const before = (value: string, sd?: string, differenceSd?: string, more: Partial<MeanBefore> = {}): MeanBefore => ({
  value: quantity(value),
  ...(sd === undefined ? {} : { sd: number(sd) }),
  ...(differenceSd === undefined ? {} : { differenceSd: number(differenceSd) }),
  ...more,
});

describe("a score whose range is declared", () => {
  const score: Fields = { range, target: "value >= 4" };
  test.each<[string, Fields, string, Partial<Result>, EvalVerdict]>([
    ["three fives, which a t bound would take for a proof", score, "5", { n: 3, scores: scores("5x3") }, "unsettled"],
    ["ten fives", score, "5", { n: 10, scores: scores("5x10") }, "unsettled"],
    ["sixteen fives", score, "5", { n: 16, scores: scores("5x16") }, "met"],
    ["the same from their moments", score, "5", { n: 16, sd: number("0") }, "met"],
    [
      "twelve that vary a little",
      score,
      "4.75",
      { n: 12, scores: scores("5", "4", "5x4", "4", "5x4", "4") },
      "unsettled",
    ],
    ["two hundred from their moments", score, "4.5", { n: 200, sd: number("0.7") }, "met"],
    ["and too few of them", score, "4.5", { n: 20, sd: number("0.7") }, "unsettled"],
    ["far below", score, "2", { n: 30, scores: scores("2x30") }, "not met"],
    [
      "in groups",
      score,
      "4.8",
      { n: 100, clusters: Array.from({ length: 20 }, () => ({ sum: number("24"), n: 5 })) },
      "met",
    ],
  ])("%s", (_, fields, figure, more, verdict) => {
    expect(judged(fields, figure, more).verdict).toBe(verdict);
  });

  test("is judged alike in whatever order somebody wrote the values, their pairs or their groups", () => {
    const [up, down] = [scores("1x2", "3x6", "4x20", "5x32"), scores("5x32", "4x20", "3x6", "1x2")];
    const then = (list: typeof up) => ({
      before: before("4", undefined, undefined, { scores: list.map(() => number("4")) }),
    });
    const groups = (list: typeof up) => ({
      clusters: Array.from({ length: 20 }, (_, k) => {
        const three = list.slice(3 * k, 3 * k + 3).map(({ digits }) => Number(digits));
        return { sum: number(String(three.reduce((sum, one) => sum + one, 0))), n: 3 };
      }),
    });
    const n = 60;
    const rise: Fields = { ...score, baseline: "4", target: "difference >= 0" };
    for (const [fields, of] of [
      [score, (list: typeof up) => ({ n, scores: list })],
      [rise, (list: typeof up) => ({ n, scores: list, ...then(list) })],
      [score, (list: typeof up) => ({ n, ...groups(list) })],
    ] as const) {
      const [one, other] = [up, down].map((list) => judged(fields, "4.3333333333333", of(list)));
      expect(one!.change).not.toBeUndefined();
      expect(one!.change).toEqual(other!.change);
    }
  });

  test("is not met by sorting the values: a mean on the target is shown to be above it as rarely as promised", () => {
    const random = seededRandom(12);
    const draw = () => (random() < 0.5 ? "5" : "3");
    let met = 0;
    const samples = 200;
    for (let k = 0; k < samples; k++) {
      const drawn = Array.from({ length: 60 }, draw).toSorted((a, b) => Number(b) - Number(a));
      const mean = drawn.reduce((sum, text) => sum + Number(text), 0) / 60;
      if (judged(score, mean.toFixed(12), { n: 60, scores: scores(...drawn) }).verdict === "met") met++;
    }
    expect(met / samples).toBeLessThan(0.08);
  });

  test.each<[string, string, Partial<Result>, EvalReasonCode]>([
    ["a mean outside", "5.2", { n: 10, sd: number("0.1") }, "outside-range"],
    ["a value outside", "4", { n: 2, scores: scores("2", "6") }, "outside-range"],
    [
      "a group outside",
      "4",
      {
        n: 4,
        clusters: [
          { sum: number("12"), n: 2 },
          { sum: number("4"), n: 2 },
        ],
      },
      "outside-range",
    ],
    ["a spread that values cannot have", "4.9", { n: 50, sd: number("1.5") }, "spread-impossible"],
    ["values that have another mean", "4", { n: 2, scores: scores("2", "4") }, "scores-differ"],
    ["values that are more than were said", "4", { n: 3, scores: scores("4", "4") }, "scores-differ"],
  ])("%s is refused", (_, figure, more, code) => {
    const item = evalOf({ measure: "mean", better: "higher", range, target: "value >= 4" });
    const fault = resultFault(item, result(item.id, figure, more));
    expect(fault?.code).toBe(code);
    expect(evalReasonClause(fault!)).toMatch(/\w/);
  });
});

describe("a mean without a range", () => {
  test.each<[string, string, string, number, boolean]>([
    ["a cost", "value <= 4 EUR", "2 EUR", 29, true],
    ["a latency", "value <= 4 s", "2 s", 10, true],
    ["a score", "value <= 4", "2", 3, false],
  ])("%s of too few values says what to ask for instead", (_, wanted, figure, n, tail) => {
    const { why, verdict } = judged({ better: "lower", target: wanted }, figure, { n, sd: number("0.1") });
    expect({ verdict, why }).toEqual({ verdict: "unsettled", why: { code: "too-few-for-mean", n, least: 30, tail } });
    expect(evalReasonClause(why!)).toContain(
      tail ? "percentile or the share of cases within a limit" : "range: [1, 5]",
    );
  });
});

describe("means on the same cases", () => {
  const cost: Fields = { better: "lower", baseline: "0.09 EUR" };
  const groups = (...sums: [string, number, string][]) =>
    sums.map(([sum, n, then]) => ({ sum: number(sum), n, before: number(then) }));
  const many = Array.from({ length: 15 }, (_, k): [string, number, string] => [
    String(4 + (k % 3)),
    10,
    String(8 + (k % 4)),
  ]);
  test.each<[string, Fields, string, Partial<Result>, EvalVerdict]>([
    [
      "what varies from case to case falls out",
      { ...cost, target: "difference >= 0.02 EUR" },
      "0.06 EUR",
      { n: 40, sd: number("0.05"), before: before("0.09 EUR", "0.06", "0.012") },
      "met",
    ],
    [
      "differences that vary more do not show it",
      { ...cost, target: "difference >= 0.02 EUR" },
      "0.06 EUR",
      { n: 40, sd: number("0.05"), before: before("0.09 EUR", "0.06", "0.08") },
      "unsettled",
    ],
    [
      "a reduction",
      { ...cost, target: "reduction >= 20%" },
      "0.06 EUR",
      { n: 40, sd: number("0.05"), before: before("0.09 EUR", "0.06", "0.02") },
      "met",
    ],
    [
      "in another unit",
      { ...cost, baseline: "900 ms", target: "difference >= 200 ms" },
      "0.6 s",
      { n: 40, sd: number("0.3"), before: before("900 ms", "310", "80") },
      "met",
    ],
    [
      "in groups, a difference",
      { ...cost, target: "difference >= 0.2 EUR" },
      "0.5 EUR",
      { n: 150, clusters: groups(...many), before: before("0.94 EUR") },
      "met",
    ],
    [
      "in groups, a reduction",
      { ...cost, target: "reduction >= 30%" },
      "0.5 EUR",
      { n: 150, clusters: groups(...many), before: before("0.94 EUR") },
      "met",
    ],
    [
      "scores within a range, from the values",
      { range, target: "difference >= 0.5", baseline: "3" },
      "4",
      { n: 40, scores: scores("4x40"), before: before("3", undefined, undefined, { scores: scores("3x40") }) },
      "met",
    ],
    [
      "scores within a range, a gain",
      { range, target: "gain >= 10%", baseline: "3" },
      "4",
      { n: 60, scores: scores("4x60"), before: before("3", undefined, undefined, { scores: scores("3x60") }) },
      "met",
    ],
    [
      "without what says how the differences vary",
      { ...cost, target: "difference >= 0.02 EUR" },
      "0.06 EUR",
      { n: 40, sd: number("0.05"), before: before("0.09 EUR", "0.06") },
      "invalid",
    ],
    [
      "a baseline of nothing has no reduction",
      { ...cost, target: "reduction >= 20%" },
      "0.06 EUR",
      { n: 40, sd: number("0.05"), before: before("0 EUR", "0", "0.05") },
      "unsettled",
    ],
  ])("%s", (_, fields, figure, more, verdict) => {
    expect(judged(fields, figure, more).verdict).toBe(verdict);
  });
});

describe("totals are compared as the decimals that they are", () => {
  test.each<[string, string, string, EvalVerdict]>([
    ["difference >= 0.2 EUR", "0.3 EUR", "0.1 EUR", "met"],
    ["difference >= 0.2 EUR", "0.3 EUR", "0.1000000001 EUR", "not met"],
    ["difference >= 0.1 EUR", "0.7 EUR", "0.6 EUR", "met"],
    ["difference > 0.1 EUR", "0.7 EUR", "0.6 EUR", "not met"],
    ["reduction >= 20%", "0.35 EUR", "0.28 EUR", "met"],
    ["reduction >= 20%", "0.35 EUR", "0.2800000001 EUR", "not met"],
    ["reduction >= 33.3%", "300 EUR", "200.1 EUR", "met"],
    ["reduction > 33.3%", "300 EUR", "200.1 EUR", "not met"],
    ["difference >= 0.2 s", "1.1 s", "900 ms", "met"],
    ["value <= 0.3 EUR", "1 EUR", "0.3 EUR", "met"],
  ])("%s, from %s to %s: %s", (wanted, baseline, figure, verdict) => {
    expect(judged({ measure: "total", better: "lower", baseline, target: wanted }, figure, {}).verdict).toBe(verdict);
  });

  test.each<["lower" | "higher", string, string, string, EvalVerdict]>([
    ["lower", "not more than 10% worse", "100 EUR", "110 EUR", "met"],
    ["lower", "not more than 10% worse", "100 EUR", "110.0000000001 EUR", "not met"],
    ["lower", "less than 10% worse", "100 EUR", "110 EUR", "not met"],
    ["lower", "not more than 10% worse", "0.7 EUR", "0.77 EUR", "met"],
    ["lower", "not worse than 0.1 EUR", "0.6 EUR", "0.7 EUR", "met"],
    ["lower", "not worse than 0.1 EUR", "0.6 EUR", "0.7000000001 EUR", "not met"],
    ["lower", "not worse than 0.3pp", "12.3%", "12.6%", "met"],
    ["lower", "difference >= 0.2%", "0.3%", "0.1%", "met"],
    ["lower", "difference >= 0.2%", "0.3%", "0.1000000001%", "not met"],
    ["higher", "not more than 10% worse", "0.7 EUR", "0.63 EUR", "met"],
    ["higher", "not more than 10% worse", "0.7 EUR", "0.6299999999 EUR", "not met"],
    ["higher", "gain >= 10%", "0.7 EUR", "0.77 EUR", "met"],
    ["higher", "gain >= 10%", "0.7 EUR", "0.7699999999 EUR", "not met"],
    ["higher", "difference >= 0.1 EUR", "0.7 EUR", "0.8 EUR", "met"],
  ])("where %s is better, %s, from %s to %s: %s", (better, target, baseline, figure, verdict) => {
    expect(judged({ measure: "total", better, baseline, target }, figure, {}).verdict).toBe(verdict);
  });

  test("no tie of a reduction by whole cents is missed, and none that is a cent short is met", () => {
    const wrong: string[] = [];
    for (let cents = 1; cents <= 400; cents += 3)
      for (const by of [1, 7, 10, 20, 33]) {
        const money = (amount: number) => `${(amount / 1000).toFixed(3)} EUR`;
        const [then, now] = [cents * 10 + by * 10, cents * 10];
        const fields: Fields = { measure: "total", better: "lower", baseline: money(then) };
        const wanted = `difference >= ${money(by * 10)}`;
        if (judged({ ...fields, target: wanted }, money(now), {}).verdict !== "met") wrong.push(`${then} ${now}`);
        if (judged({ ...fields, target: wanted }, money(now + 1), {}).verdict !== "not met")
          wrong.push(`${then} ${now + 1}`);
        const percent = `reduction >= ${by}%`;
        const whole: Fields = { ...fields, baseline: `${cents} EUR`, target: percent };
        const left = ((cents * (100 - by)) / 100).toFixed(2);
        if (judged(whole, `${left} EUR`, {}).verdict !== "met") wrong.push(`${cents} by ${by}%`);
        if (judged(whole, `${left}01 EUR`, {}).verdict !== "not met") wrong.push(`${cents} by ${by}%, a little short`);
      }
    expect(wrong).toEqual([]);
  });
});
