import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { differenceToFixed, ratioToFixed } from "../../../src/statistics/comparisons/fixed-reference.ts";
import { mcnemar } from "../../../src/statistics/comparisons/mcnemar.ts";
import { miettinenNurminen } from "../../../src/statistics/comparisons/miettinen-nurminen.ts";
import { newcombeDifference } from "../../../src/statistics/comparisons/newcombe-difference.ts";
import { newcombePaired } from "../../../src/statistics/comparisons/newcombe-paired.ts";
import type { Interval } from "../../../src/statistics/interval.ts";
import type { PairedTable } from "../../../src/statistics/comparisons/paired-table.ts";
import { ratioScore } from "../../../src/statistics/comparisons/ratio-score.ts";
import { reduction } from "../../../src/statistics/comparisons/reduction.ts";
import { tangRatio } from "../../../src/statistics/comparisons/tang-ratio.ts";
import { tangScore } from "../../../src/statistics/comparisons/tang-score.ts";
import { wilson } from "../../../src/statistics/rates/wilson.ts";
import { deviation, numbers, worst } from "../deviation.ts";
import reference from "../reference/rates.json" with { type: "json" };

type Four = [number, number, number, number];
const bounds = ({ low, high }: Interval): [number, number] => [low, high];
const table = ([both, onlyFirst, onlySecond, neither]: Four): PairedTable => ({ both, onlyFirst, onlySecond, neither });

/** Every row is arguments, confidence, low, high. */
function expectBounds(rows: readonly (readonly unknown[])[], limit: number, of: (row: number[]) => Interval): void {
  expect(rows.length).toBeGreaterThan(20);
  const found = worst(rows, (row) => {
    const values = numbers(row);
    const { low, high } = of(values.slice(0, -2));
    return Math.max(deviation(low, values.at(-2) ?? NaN), deviation(high, values.at(-1) ?? NaN));
  });
  expect(found.deviation, `at ${JSON.stringify(found.row)}`).toBeLessThan(limit);
}

const four = (row: number[]): Four => row.slice(0, 4) as Four;

describe("bounds against 30-digit references, 1 to 10 million", () => {
  it("Clopper–Pearson", () => {
    expectBounds(reference.clopperPearson, 1e-11, ([x = 0, n = 0, c = 0]) => clopperPearson(x, n, c));
  });

  it("Wilson", () => {
    expectBounds(reference.wilson, 1e-11, ([x = 0, n = 0, c = 0]) => wilson(x, n, c));
  });

  it("Newcombe, separate and paired", () => {
    // Relative to the bounds' own unit, not to a bound that may lie near 0.
    const absolute = (row: readonly unknown[], of: (values: number[]) => Interval): number => {
      const values = numbers(row);
      const { low, high } = of(values.slice(0, -2));
      return Math.max(Math.abs(low - (values.at(-2) ?? NaN)), Math.abs(high - (values.at(-1) ?? NaN)));
    };
    const separate = worst(reference.newcombeDifference, (row) =>
      absolute(row, (v) => newcombeDifference(...four(v), v[4] ?? NaN)),
    );
    expect(separate.deviation, JSON.stringify(separate.row)).toBeLessThan(1e-12);
    const paired = worst(reference.newcombePaired, (row) =>
      absolute(row, (v) => newcombePaired(table(four(v)), v[4] ?? NaN)),
    );
    expect(paired.deviation, JSON.stringify(paired.row)).toBeLessThan(1e-12);
  });

  it("Miettinen–Nurminen, against the likelihood maximised numerically", () => {
    expectBounds(reference.miettinenNurminen, 1e-9, (v) => miettinenNurminen(...four(v), v[4] ?? NaN));
  });

  it("Tang, against the likelihood maximised by a Lagrange multiplier", () => {
    expectBounds(reference.tangRatio, 1e-9, (v) => tangRatio(table(four(v)), v[4] ?? NaN));
  });

  it("the score statistics themselves", () => {
    const apart = (actual: number, expected: number): number =>
      Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
    const separate = worst(reference.ratioScore, (v) => apart(ratioScore(...four(v), v[4] ?? NaN), v[5] ?? NaN));
    expect(separate.deviation, JSON.stringify(separate.row)).toBeLessThan(1e-10);
    const paired = worst(reference.tangScore, (v) => apart(tangScore(table(four(v)), v[4] ?? NaN), v[5] ?? NaN));
    expect(paired.deviation, JSON.stringify(paired.row)).toBeLessThan(1e-10);
  });

  it("McNemar, exact and mid-p", () => {
    const found = worst(reference.mcnemar, ([b = 0, c = 0, exact = 0, mid = 0]) => {
      const p = mcnemar(b, c);
      return Math.max(deviation(p.exact, exact), deviation(p.mid, mid));
    });
    expect(found.deviation, JSON.stringify(found.row)).toBeLessThan(1e-10);
  });
});

describe("published values", () => {
  const rounded = (interval: Interval, digits: number): [number, number] => {
    const [low, high] = bounds(interval);
    return [Number(low.toFixed(digits)), Number(high.toFixed(digits))];
  };

  it.each([
    [81, 263, 0.2527, 0.3676, 0.2553, 0.3662],
    [15, 148, 0.0578, 0.1617, 0.0624, 0.1605],
    [0, 20, 0, 0.1684, 0, 0.1611],
    [1, 29, 0.0009, 0.1776, 0.0061, 0.1718],
  ])("%i of %i: Newcombe 1998a, Table I", (x, n, low, high, scoreLow, scoreHigh) => {
    expect(rounded(clopperPearson(x, n, 0.975), 4)).toEqual([low, high]);
    expect(rounded(wilson(x, n, 0.975), 4)).toEqual([scoreLow, scoreHigh]);
  });

  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
    [7, 34, 1, 34, 0.0189, 0.3404],
  ])("%i/%i − %i/%i: Newcombe 1998b, Table II, and Fagerland et al. 2015", (x1, n1, x2, n2, low, high) => {
    expect(rounded(newcombeDifference(x1, n1, x2, n2, 0.975), 4)).toEqual([low, high]);
  });

  it.each([
    [29, 55, 11, 11, 0.397, 0.742],
    [24, 73, 53, 65, 0.28, 0.56],
    [7, 18, 1, 18, 1.296, 42.544],
    [7, 34, 1, 34, 1.209, 43.033],
  ])("%i/%i over %i/%i by Miettinen–Nurminen: Fagerland et al. 2015", (x1, n1, x2, n2, low, high) => {
    expect(rounded(miettinenNurminen(x1, n1, x2, n2, 0.975), 3)).toEqual([low, high]);
  });

  it.each([
    [20, 12, 2, 16, 0.0562, 0.3292],
    [8, 3, 1, 2, -0.1574, 0.4136],
    [59, 6, 16, 80, -0.1186, -0.0046],
  ])("paired difference of %i, %i, %i, %i: Newcombe 1998c, Tang 2010, Fagerland 2014", (...row) => {
    const [a, b, c, d, low, high] = row;
    expect(rounded(newcombePaired(table([a, b, c, d]), 0.975), 4)).toEqual([low, high]);
  });

  it.each([
    [446, 5, 16, 690, 0.95, 0.958, 0.992],
    [43, 0, 1, 0, 0.95, 0.904, 1.039],
    [8, 3, 1, 2, 0.975, 0.776, 2.033],
    [1, 1, 7, 12, 0.975, 0.065, 0.907],
  ])("paired ratio of %i, %i, %i, %i: Tang et al. 2003, 2010, DelRocco et al. 2022", (a, b, c, d, conf, low, high) => {
    expect(rounded(tangRatio(table([a, b, c, d]), conf), 3)).toEqual([low, high]);
  });

  it("McNemar on the airway data of Fagerland et al. 2013", () => {
    expect(mcnemar(1, 7).exact).toBeCloseTo(0.0703, 4);
    expect(mcnemar(1, 7).mid).toBeCloseTo(0.0391, 4);
  });

  it("12 against 30 of 100: 34 % to 76 % fewer apart, 41 % to 74 % on the same items", () => {
    expect(rounded(reduction(miettinenNurminen(12, 100, 30, 100, 0.95)), 2)).toEqual([0.34, 0.76]);
    expect(rounded(reduction(tangRatio(table([10, 2, 20, 68]), 0.95)), 2)).toEqual([0.41, 0.74]);
  });
});

describe("edges", () => {
  it("one trial", () => {
    expect(clopperPearson(0, 1, 0.95)).toEqual({ estimate: 0, low: 0, high: 0.95 });
    expect(clopperPearson(1, 1, 0.95).low).toBeCloseTo(0.05, 15);
    expect(clopperPearson(1, 1, 0.95).high).toBe(1);
  });

  it("the rule of three", () => {
    expect(clopperPearson(0, 1000, 0.95).high).toBeCloseTo(1 - 0.05 ** (1 / 1000), 15);
    expect(clopperPearson(0, 10_000_000, 0.95).high * 10_000_000).toBeCloseTo(2.9957318, 6);
    expect(clopperPearson(1000, 1000, 0.95).low).toBeCloseTo(0.05 ** (1 / 1000), 15);
  });

  it("a ratio to or from nothing", () => {
    expect(miettinenNurminen(0, 10, 0, 10, 0.95)).toEqual({ estimate: NaN, low: 0, high: Infinity });
    expect(miettinenNurminen(0, 10, 3, 10, 0.95)).toMatchObject({ estimate: 0, low: 0 });
    expect(miettinenNurminen(3, 10, 0, 10, 0.95)).toMatchObject({ estimate: Infinity, high: Infinity });
    expect(tangRatio(table([0, 0, 0, 9]), 0.95)).toEqual({ estimate: NaN, low: 0, high: Infinity });
    expect(tangRatio(table([0, 0, 4, 9]), 0.95)).toMatchObject({ estimate: 0, low: 0 });
    expect(tangRatio(table([0, 4, 0, 9]), 0.95)).toMatchObject({ estimate: Infinity, high: Infinity });
    expect(ratioScore(0, 10, 0, 10, 0.6)).toBe(0);
    expect(tangScore(table([0, 0, 0, 9]), 0.6)).toBe(0);
  });

  it("a ratio of everything to everything, and of pairs that all agree", () => {
    const all = miettinenNurminen(5, 5, 5, 5, 0.95);
    expect(all.low * all.high).toBeCloseTo(1, 10);
    // Nothing changed: T² = a(1 − φ)/φ below 1, so the lower bound is a / (a + z²).
    const agreed = tangRatio(table([5, 0, 0, 68]), 0.95);
    expect(agreed.low).toBeCloseTo(5 / (5 + 1.6448536269514722 ** 2), 10);
    expect(agreed.high).toBeCloseTo(1 / agreed.low, 10);
  });

  it("no correlation where a margin is 0", () => {
    const none = newcombePaired(table([0, 0, 4, 6]), 0.95);
    const apart = newcombeDifference(0, 10, 4, 10, 0.95);
    expect(none.low).toBeCloseTo(apart.low, 14);
    expect(none.high).toBeCloseTo(apart.high, 14);
  });

  it("scales the paired difference without overflow", () => {
    const small = newcombePaired(table([10, 2, 20, 68]), 0.95);
    const large = newcombePaired(table([1e6, 2e5, 2e6, 6.8e6]), 0.95);
    expect(large.estimate).toBeCloseTo(small.estimate, 14);
    expect(large.high - large.low).toBeGreaterThan(0);
    expect(large.high - large.low).toBeLessThan((small.high - small.low) / 250);
  });

  it("against a reference taken as exact", () => {
    const rate = clopperPearson(12, 100, 0.95);
    expect(reduction(ratioToFixed(rate, 0.3)).low).toBe(1 - rate.high / 0.3);
    expect(differenceToFixed(rate, 0.3)).toEqual({
      estimate: rate.estimate - 0.3,
      low: rate.low - 0.3,
      high: rate.high - 0.3,
    });
  });

  it.each([
    ["more successes than trials", () => clopperPearson(11, 10, 0.95)],
    ["negative successes", () => wilson(-1, 10, 0.95)],
    ["no trials", () => clopperPearson(0, 0, 0.95)],
    ["half a success", () => clopperPearson(0.5, 10, 0.95)],
    ["NaN", () => newcombeDifference(NaN, 10, 1, 10, 0.95)],
    ["a confidence of one half", () => clopperPearson(1, 10, 0.5)],
    ["certainty", () => miettinenNurminen(1, 10, 2, 10, 1)],
    ["a confidence in per cent", () => tangRatio(table([1, 1, 1, 1]), 95)],
    ["an empty table", () => newcombePaired(table([0, 0, 0, 0]), 0.95)],
    ["a negative cell", () => tangRatio(table([1, -1, 1, 1]), 0.95)],
    ["a ratio of 0", () => ratioScore(1, 10, 2, 10, 0)],
    ["a reference of 0", () => ratioToFixed({ estimate: 0, low: 0, high: 1 }, 0)],
    ["too many trials to count", () => clopperPearson(1, 2 ** 53, 0.95)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });

  it("says what is wrong", () => {
    expect(() => clopperPearson(11, 10, 0.95)).toThrow("x cannot be 11 of 10");
    expect(() => clopperPearson(1, 10, 95)).toThrow("confidence must lie strictly between 0.5 and 1, not 95");
  });
});
