import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { designEffect } from "../../../src/statistics/planning/design-effect.ts";
import {
  meanChance,
  meanSize,
  separateMeansChance,
  separateMeansSize,
} from "../../../src/statistics/planning/mean-plan.ts";
import {
  pairedDifferenceChance,
  pairedDifferenceSize,
  pairedRatioChance,
  pairedRatioSize,
} from "../../../src/statistics/planning/paired-plan.ts";
import { pairedShares } from "../../../src/statistics/planning/paired-shares.ts";
import { rateAtBest } from "../../../src/statistics/planning/rate-at-best.ts";
import { rateChance } from "../../../src/statistics/planning/rate-chance.ts";
import { rateCriticalCount } from "../../../src/statistics/planning/rate-critical-count.ts";
import { rateSize } from "../../../src/statistics/planning/rate-size.ts";
import { repeatedRunsDifference, repeatedRunsSize } from "../../../src/statistics/planning/repeated-runs-plan.ts";
import {
  separateDifferenceChance,
  separateDifferenceSize,
} from "../../../src/statistics/planning/separate-difference-plan.ts";
import { separateRatioChance, separateRatioSize } from "../../../src/statistics/planning/separate-ratio-plan.ts";
import { deviation, worst } from "../deviation.ts";
import fromR from "../reference/means-and-planning.json" with { type: "json" };
import reference from "../reference/planning.json" with { type: "json" };
import type { Side } from "../../../src/statistics/interval.ts";
import { runs } from "../../support/properties.ts";

describe("one rate", () => {
  it("has the critical counts of the published table", () => {
    const at90 = [29, 50, 59, 100, 200, 300, 500].map((n) => rateCriticalCount(n, 0.9, 0.95));
    expect(at90).toEqual([29, 49, 58, 96, 188, 279, 462]);
    expect([59, 100, 200].map((n) => rateCriticalCount(n, 0.95, 0.95))).toEqual([59, 99, 196]);
    expect(rateCriticalCount(28, 0.9, 0.95)).toBeNull();
    expect(rateCriticalCount(10, 1, 0.95)).toBeNull();
    expect(rateCriticalCount(10, 0, 0.95)).toBe(0);
  });

  it("has the sizes that trying every n gives", () => {
    expect(reference.rateSize.length).toBeGreaterThan(10);
    for (const [target = 0, rate = 0, confidence = 0, power = 0, first = 0, stable = 0] of reference.rateSize) {
      const size = rateSize({ target, rate, confidence, power, side: "at-least" });
      expect(size, `${target} ${rate}`).toEqual({ first, stable });
    }
  });

  it("is the same for failures turned round", () => {
    const goal = { confidence: 0.95, power: 0.8 };
    expect(rateSize({ target: 0.2, rate: 0.1, side: "at-most", ...goal })).toEqual({ first: 82, stable: 94 });
    const plan = { n: 94, confidence: 0.95 };
    const chance = rateChance({ ...plan, target: 0.2, rate: 0.1, side: "at-most", seen: { x: 2, n: 20 } });
    const turned = rateChance({ ...plan, target: 0.8, rate: 0.9, side: "at-least", seen: { x: 18, n: 20 } });
    expect(chance).toBeCloseTo(turned, 12);
  });

  it("keeps the promise of a stable size, into the millions", () => {
    for (const [target, rate] of [
      [0.8, 0.9],
      [0.9, 0.9005],
      [0.999, 0.9991],
      [0.5, 0.501],
    ] as const) {
      const goal = { target, rate, side: "at-least", confidence: 0.95 } as const;
      const { first, stable } = rateSize({ ...goal, power: 0.8 }) ?? { first: 0, stable: 0 };
      expect(rateChance({ ...goal, n: first })).toBeGreaterThanOrEqual(0.8);
      expect(rateChance({ ...goal, n: first - 1 })).toBeLessThan(0.8);
      expect(rateChance({ ...goal, n: stable })).toBeGreaterThanOrEqual(0.8);
      expect(rateChance({ ...goal, n: stable - 1 }) < 0.8 || stable === first).toBe(true);
      for (let k = 1; k <= 40; k += 1) {
        expect(rateChance({ ...goal, n: stable + k * k })).toBeGreaterThanOrEqual(0.8);
      }
    }
  });

  it("knows what cannot be shown", () => {
    const goal = { side: "at-least", confidence: 0.95, power: 0.8 } as const;
    expect(rateSize({ target: 0.9, rate: 0.9, ...goal })).toBeNull();
    expect(rateSize({ target: 0.9, rate: 0.85, ...goal })).toBeNull();
    expect(rateSize({ target: 1, rate: 1, ...goal })).toBeNull();
    expect(rateSize({ target: 0.9, rate: 0.90001, ...goal })).toBeNull();
    expect(rateSize({ target: 0, rate: 0.5, ...goal })).toEqual({ first: 1, stable: 1 });
    expect(rateChance({ target: 0.9, rate: 1, side: "at-least", n: 28, confidence: 0.95 })).toBe(0);
    expect(rateChance({ target: 0.9, rate: 1, side: "at-least", n: 29, confidence: 0.95 })).toBe(1);
  });

  it("weighs in what has been seen", () => {
    const plan = { target: 0.9, rate: 0.95, side: "at-least", n: 200, confidence: 0.95 } as const;
    expect(rateChance(plan)).toBeCloseTo(0.7965, 4);
    expect(rateChance({ ...plan, seen: { x: 0, n: 0 } })).toBe(rateChance(plan));
    // The chance before is the mean of the chances after, over what may be seen in the first ten.
    let mean = 0;
    for (let x = 0; x <= 10; x += 1) {
      const ways = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1][x] ?? 0;
      mean += ways * 0.95 ** x * 0.05 ** (10 - x) * rateChance({ ...plan, seen: { x, n: 10 } });
    }
    expect(mean).toBeCloseTo(rateChance(plan), 12);
    expect(rateChance({ ...plan, seen: { x: 188, n: 190 } })).toBe(1);
    expect(rateChance({ ...plan, seen: { x: 150, n: 190 } })).toBe(0);
  });

  it("settles first where trying every n does, the observed rate held", () => {
    for (const [x = 0, n = 0, target = 0, size = 0] of reference.rateAtBest) {
      expect(rateAtBest(x, n, target, 0.95), `${x} of ${n} against ${target}`).toBe(size);
    }
    expect(rateAtBest(5, 10, 0.5, 0.95)).toBeNull();
    expect(rateAtBest(1, 10_000_000, 1e-8, 0.95)).toBeNull();
  });

  it("at the size named, and not just before, the bounds are past the target", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 60 })
          .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) })),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        ({ x, n }, target) => {
          const size = rateAtBest(x, n, target, 0.95);
          fc.pre(size !== null && Math.abs(x / n - target) > 0.01);
          const settled = (m: number): boolean =>
            x / n > target
              ? clopperPearson(Math.floor((x * m) / n), m, 0.95).low >= target
              : clopperPearson(Math.ceil((x * m) / n), m, 0.95).high < target;
          expect(settled(size ?? 0)).toBe(true);
          for (let m = Math.max(n, (size ?? 0) - 30); m < (size ?? 0); m += 1) expect(settled(m)).toBe(false);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe("two rates, separate trials", () => {
  it("have the exact chances that summing over all pairs of counts gives", () => {
    const ratio = worst(reference.separateRatioChance, ([rate1, n1, rate2, n2, limit, side, chance]) =>
      deviation(
        separateRatioChance({
          rate1: Number(rate1),
          n1: Number(n1),
          rate2: Number(rate2),
          n2: Number(n2),
          ratio: Number(limit),
          side: side as Side,
          confidence: 0.95,
        }),
        Number(chance),
      ),
    );
    expect(ratio.deviation, JSON.stringify(ratio.row)).toBeLessThan(1e-9);
    const difference = worst(reference.separateDifferenceChance, ([rate1, n1, rate2, n2, limit, side, chance]) =>
      deviation(
        separateDifferenceChance({
          rate1: Number(rate1),
          n1: Number(n1),
          rate2: Number(rate2),
          n2: Number(n2),
          difference: Number(limit),
          side: side as Side,
          confidence: 0.95,
        }),
        Number(chance),
      ),
    );
    expect(difference.deviation, JSON.stringify(difference.row)).toBeLessThan(1e-9);
  });

  it("have the Farrington–Manning sizes of the published table for a reduction of 40 %", () => {
    const sizes = [0.05, 0.1, 0.2, 0.3, 0.5].map((rate2) =>
      [0.5, 0.4, 0.3].map((factor) =>
        separateRatioSize({ rate1: rate2 * factor, rate2, ratio: 0.6, side: "at-most", confidence: 0.95, power: 0.8 }),
      ),
    );
    expect(sizes).toEqual([
      [10_579, 2431, 984],
      [5099, 1175, 477],
      [2359, 547, 223],
      [1445, 338, 139],
      [713, 169, 71],
    ]);
    for (const [rate1 = 0, rate2 = 0, ratio = 0, size = 0] of reference.separateRatioSize) {
      const goal = { rate1, rate2, ratio, side: "at-most", confidence: 0.95, power: 0.8 } as const;
      expect(separateRatioSize(goal)).toBe(Math.ceil(size));
    }
  });

  it("size up a first arm against a second that is there already", () => {
    const goal = { rate1: 0.08, rate2: 0.2, ratio: 0.6, side: "at-most", confidence: 0.95, power: 0.8 } as const;
    const both = separateRatioSize(goal) ?? 0;
    expect(separateRatioSize({ ...goal, n2: both })).toBe(both);
    expect(separateRatioSize({ ...goal, n2: 2 * both })).toBeLessThan(both);
    expect(separateRatioSize({ ...goal, n2: 50 })).toBeNull();
    expect(separateRatioSize({ ...goal, rate1: 0.15 })).toBeNull();
    const difference = {
      rate1: 0.75,
      rate2: 0.5,
      difference: 0,
      side: "at-least",
      confidence: 0.95,
      power: 0.9,
    } as const;
    expect(separateDifferenceSize({ ...difference, n2: 63 })).toBeLessThanOrEqual(63);
    expect(separateDifferenceSize({ ...difference, difference: 0.3 })).toBeNull();
  });

  it("is the same question asked the other way round", () => {
    const one = { rate1: 0.08, rate2: 0.2, ratio: 0.6, side: "at-most", confidence: 0.95, power: 0.8 } as const;
    const other = { ...one, rate1: 0.2, rate2: 0.08, ratio: 1 / 0.6, side: "at-least" } as const;
    expect(separateRatioSize(other)).toBe(separateRatioSize(one));
    const less = {
      rate1: 0.1,
      rate2: 0.3,
      difference: -0.05,
      side: "at-most",
      confidence: 0.95,
      n1: 40,
      n2: 25,
    } as const;
    const more = { ...less, rate1: 0.3, rate2: 0.1, difference: 0.05, side: "at-least", n1: 25, n2: 40 } as const;
    expect(separateDifferenceChance(more)).toBeCloseTo(separateDifferenceChance(less), 12);
  });

  it("has the sizes of R's power.prop.test where the limit is 0", () => {
    for (const [rate1 = 0, rate2 = 0, power = 0, size = 0] of fromR.sizesDifference) {
      const goal = { rate1, rate2, difference: 0, side: "at-most", confidence: 0.95, power } as const;
      expect(separateDifferenceSize(goal)).toBe(Math.ceil(size));
    }
  });

  it("tells at a size what was asked for, within the approximation, also at ten million", () => {
    const goal = { rate1: 0.08, rate2: 0.2, ratio: 0.6, side: "at-most", confidence: 0.95 } as const;
    expect(separateRatioChance({ ...goal, n1: 547, n2: 547 })).toBeCloseTo(0.8, 1);
    expect(separateRatioChance({ ...goal, n1: 50, n2: 50 })).toBeCloseTo(0.17, 2);
    expect(separateRatioChance({ ...goal, n1: 10_000_000, n2: 10_000_000 })).toBeCloseTo(1, 9);
  });
});

describe("the same items", () => {
  const goal = { ratio: 0.6, side: "at-most", confidence: 0.95, power: 0.8 } as const;

  it("comes within 5 % of the simulated sizes for a reduction of 40 %", () => {
    const simulated = [
      [0.83, [585, 285, 186, 114]],
      [0.6, [786, 385, 268, 155]],
    ] as const;
    for (const [overlap, sizes] of simulated) {
      for (const [i, rate2] of [0.1, 0.2, 0.3, 0.5].entries()) {
        const size = pairedRatioSize({ ...goal, shares: pairedShares(0.4 * rate2, rate2, overlap) }) ?? 0;
        expect(Math.abs(size / (sizes[i] ?? 0) - 1)).toBeLessThan(0.05);
      }
    }
  });

  it("gives at the size found the chance asked for, and inverts with the arms", () => {
    const shares = pairedShares(0.08, 0.2, 0.83);
    const n = pairedRatioSize({ ...goal, shares }) ?? 0;
    expect(pairedRatioChance({ ...goal, shares, n })).toBeGreaterThanOrEqual(0.8);
    expect(pairedRatioChance({ ...goal, shares, n: n - 1 })).toBeLessThan(0.8);
    const turned = { both: shares.both, onlyFirst: shares.onlySecond, onlySecond: shares.onlyFirst };
    expect(pairedRatioSize({ ...goal, shares: turned, ratio: 1 / 0.6, side: "at-least" })).toBe(n);
  });

  it("has Connor's size for a limit of 0", () => {
    // Changed 0.3 + 0.1, difference 0.2: (1.6449 √0.4 + 0.8416 √0.36)² / 0.04 = 59.8.
    const shares = { both: 0.2, onlyFirst: 0.3, onlySecond: 0.1 };
    const difference = { shares, difference: 0, side: "at-least", confidence: 0.95 } as const;
    expect(pairedDifferenceSize({ ...difference, power: 0.8 })).toBe(60);
    expect(pairedDifferenceChance({ ...difference, n: 60 })).toBeGreaterThanOrEqual(0.8);
    expect(pairedDifferenceChance({ ...difference, n: 59 })).toBeLessThan(0.8);
    expect(pairedDifferenceSize({ ...difference, power: 0.8, difference: 0.25 })).toBeNull();
  });
});

describe("means", () => {
  it("have the power of R's power.t.test", () => {
    const common = { target: 0, side: "at-least" } as const;
    const one = worst(fromR.oneSampleT, ([n = 0, mean = 0, confidence = 0, power = 0]) =>
      deviation(meanChance({ ...common, n, mean, confidence, sd: 1.3 }), power),
    );
    expect(one.deviation, JSON.stringify(one.row)).toBeLessThan(1e-9);
    const two = worst(fromR.twoSampleT, ([n = 0, mean = 0, confidence = 0, power = 0]) =>
      deviation(separateMeansChance({ ...common, n1: n, n2: n, mean, confidence, sd1: 1.3, sd2: 1.3 }), power),
    );
    expect(two.deviation, JSON.stringify(two.row)).toBeLessThan(1e-9);
  });

  it("have the sizes of R's power.t.test", () => {
    expect(fromR.sizesT.length).toBe(6);
    for (const [mean = 0, power = 0, one = 0, two = 0] of fromR.sizesT) {
      const goal = { mean, target: 0, side: "at-least", confidence: 0.95, power } as const;
      expect(meanSize({ ...goal, sd: 1 })).toBe(Math.ceil(one));
      expect(separateMeansSize({ ...goal, sd1: 1, sd2: 1 })).toBe(Math.ceil(two));
    }
  });

  it("size up a first sample against a second that is there already", () => {
    const goal = { mean: 0.5, target: 0, side: "at-least", confidence: 0.95, power: 0.8, sd1: 1, sd2: 1 } as const;
    const both = separateMeansSize(goal) ?? 0;
    expect(separateMeansSize({ ...goal, n2: 4 * both })).toBeLessThan(both);
    expect(separateMeansSize({ ...goal, n2: 5 })).toBeNull();
    expect(separateMeansSize({ ...goal, mean: -0.5 })).toBeNull();
    expect(separateMeansSize({ ...goal, mean: -0.5, side: "at-most" })).toBe(both);
  });

  it("reproduces the worked examples of Miller 2024", () => {
    const runs = {
      questionVariance: 1 / 9,
      answerVariance1: 1 / 6,
      answerVariance2: 1 / 6,
      answers1: 1,
      answers2: 1,
      confidence: 0.975,
      power: 0.8,
    };
    expect(repeatedRunsSize({ ...runs, answerVariance1: 0, answerVariance2: 0 }, 0.03)).toBe(969);
    expect(repeatedRunsDifference(runs, 198)).toBeCloseTo(0.1327, 4);
    expect(repeatedRunsDifference({ ...runs, answers1: 10, answers2: 10 }, 198)).toBeCloseTo(0.0757, 4);
  });

  it("pays for clusters", () => {
    expect(designEffect(1, 0.3)).toBe(1);
    expect(designEffect(10, 0.2)).toBeCloseTo(2.8, 14);
    expect(designEffect(10, 1)).toBe(10);
  });
});

describe("planning refuses", () => {
  const rate = { target: 0.9, rate: 0.95, side: "at-least", confidence: 0.95 } as const;
  const ratio = { rate1: 0.1, rate2: 0.2, ratio: 0.6, side: "at-most", confidence: 0.95 } as const;
  const paired = {
    shares: { both: 0.2, onlyFirst: 0.3, onlySecond: 0.1 },
    difference: 0,
    side: "at-least",
    confidence: 0.95,
    n: 50,
  } as const;
  it.each([
    ["a rate in per cent", () => rateSize({ ...rate, rate: 95, power: 0.8 })],
    ["a power of 1", () => rateSize({ ...rate, power: 1 })],
    ["a sample of 0", () => rateChance({ ...rate, n: 0 })],
    ["more seen than planned", () => rateChance({ ...rate, n: 10, seen: { x: 5, n: 11 } })],
    ["more seen than tried", () => rateChance({ ...rate, n: 10, seen: { x: 6, n: 5 } })],
    ["a second rate of 0", () => separateRatioSize({ ...ratio, rate2: 0, power: 0.8 })],
    ["half a trial", () => separateRatioChance({ ...ratio, n1: 10.5, n2: 10 })],
    ["a difference of 1", () => separateDifferenceSize({ ...ratio, difference: 1, power: 0.8 })],
    ["an overlap that does not fit", () => pairedShares(0.5, 0.2, 0.9)],
    ["shares above 1", () => pairedDifferenceChance({ ...paired, shares: { ...paired.shares, onlyFirst: 0.9 } })],
    ["no spread", () => meanSize({ mean: 1, sd: 0, target: 0, side: "at-least", confidence: 0.95, power: 0.8 })],
    ["a correlation of 2", () => designEffect(3, 2)],
  ])("%s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
