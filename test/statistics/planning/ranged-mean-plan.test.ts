import { expect, test } from "vitest";
import { betaQuantile } from "../../../src/statistics/distributions/beta-quantile.ts";
import { bettingMean } from "../../../src/statistics/means/betting-mean.ts";
import { rangedMeanChance, rangedMeanSize } from "../../../src/statistics/planning/ranged-mean-plan.ts";
import { seededRandom } from "../../../src/statistics/simulation/xoshiro.ts";

const RANGE = { least: 1, most: 5 };

/** Draws from the beta distribution on the range that has this mean and this deviation. */
function draws(mean: number, sd: number): () => number {
  const random = seededRandom(20261130);
  const [m, v] = [(mean - 1) / 4, (sd / 4) ** 2];
  const k = (m * (1 - m)) / v - 1;
  const values = Array.from({ length: 512 }, (_, i) => 1 + 4 * betaQuantile((i + 0.5) / 512, m * k, (1 - m) * k).x);
  return () => values[Math.floor(random() * values.length)]!;
}

test.each([
  [3.8, 0.8, 3.5],
  [4.2, 0.9, 4],
  [3.5, 1.2, 3.2],
  [4.6, 0.1, 4.5],
  [4.6, 0.3, 4.4],
  [4, 0.3, 3.5],
  [2, 0.2, 1.5],
  [4, 1.5, 3.5],
])("a mean of %d, sd %d, is shown to be above %d as often as planned", (mean, sd, target) => {
  const goal = { mean, sd, target, side: "at-least", range: RANGE, confidence: 0.95 } as const;
  const n = rangedMeanSize({ ...goal, power: 0.8 })!;
  expect(rangedMeanChance({ ...goal, n })).toBeGreaterThanOrEqual(0.8);
  expect(rangedMeanChance({ ...goal, n: n - 1 })).toBeLessThan(0.8);
  const draw = draws(mean, sd);
  const samples = 300;
  let shown = 0;
  for (let k = 0; k < samples; k++)
    if (bettingMean(Array.from({ length: n }, draw), RANGE, 0.95).low >= target) shown++;
  expect(shown / samples).toBeGreaterThan(0.72);
});

const GOAL = { mean: 4, sd: 1, target: 3.5, side: "at-least", range: RANGE, confidence: 0.95 } as const;

test("is mirrored, and moves with its unit", () => {
  const chance = rangedMeanChance({ ...GOAL, n: 60 });
  expect(rangedMeanChance({ ...GOAL, mean: 2, target: 2.5, side: "at-most", n: 60 })).toBeCloseTo(chance, 12);
  const tenfold = { mean: 40, sd: 10, target: 35, range: { least: 10, most: 50 } };
  expect(rangedMeanChance({ ...GOAL, ...tenfold, n: 60 })).toBeCloseTo(chance, 12);
});

test("takes more values against what is uncertain itself, and none will do where that takes all of the distance", () => {
  const size = (allowance: number) => rangedMeanSize({ ...GOAL, allowance, power: 0.8 });
  expect(size(0.1)).toBeGreaterThan(size(0)!);
  expect(size(0.5)).toBeNull();
});

test.each<[string, Partial<Parameters<typeof rangedMeanChance>[0]>, number]>([
  ["the end of the range is always reached", { target: 1 }, 1],
  ["beyond the other end nothing is shown", { target: 5 }, 0],
  ["a truth on the wrong side is not shown", { mean: 3.4 }, 0],
])("%s", (_, change, chance) => {
  expect(rangedMeanChance({ ...GOAL, n: 60, ...change })).toBe(chance);
});

test.each<[string, Partial<Parameters<typeof rangedMeanChance>[0]>]>([
  ["no spread", { sd: 0 }],
  ["an empty range", { range: { least: 5, most: 5 } }],
  ["no values", { n: 0 }],
  ["no number", { mean: NaN }],
])("%s is refused", (_, change) => {
  expect(() => rangedMeanChance({ ...GOAL, n: 60, ...change })).toThrow(RangeError);
});
