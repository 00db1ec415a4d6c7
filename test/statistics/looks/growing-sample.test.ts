import { expect, test } from "vitest";
import { binomialAtLeast } from "../../../src/statistics/distributions/binomial.ts";
import { growingCount } from "../../../src/statistics/looks/growing-count.ts";
import { growingNormal } from "../../../src/statistics/looks/growing-normal.ts";
import { looksChance } from "../../../src/statistics/looks/looks-chance.ts";
import { obrienFlemingSpent } from "../../../src/statistics/looks/obrien-fleming.ts";

test("the boundaries of five looks are those of the tables (Lan & DeMets, two-sided 5 %)", () => {
  let sample = growingNormal();
  const bounds = [1, 2, 3, 4, 5].map((look) => {
    const n = 20 * look;
    sample = sample.lookAt(n, obrienFlemingSpent(0.025, look / 5) - sample.spent);
    return (sample.bound / Math.sqrt(n)).toFixed(3);
  });
  expect(bounds).toEqual(["4.877", "3.357", "2.680", "2.290", "2.031"]);
});

test("the recursion over counts is what adding up every path comes to", () => {
  const [limit, sizes, alpha] = [0.7, [4, 7, 12], 0.1] as const;
  let sample = growingCount(limit);
  const bounds = sizes.map((n) => {
    sample = sample.lookAt(n, obrienFlemingSpent(alpha, n / 12) - sample.spent);
    return sample.bound;
  });
  let crossed = 0;
  for (let path = 0; path < 2 ** 12; path += 1) {
    const good = (n: number) => Array.from({ length: n }, (_, k) => (path >> k) & 1).reduce((sum, bit) => sum + bit, 0);
    if (sizes.some((n, k) => good(n) >= bounds[k]!)) crossed += limit ** good(12) * (1 - limit) ** (12 - good(12));
  }
  expect(sample.spent).toBeCloseTo(crossed, 14);
  expect(crossed).toBeLessThanOrEqual(alpha);
});

test("one look spends all, and its level is what was allowed", () => {
  const { bound, level, spent } = growingCount(0.9).lookAt(227, 0.05);
  expect([bound, level]).toEqual([212, 0.05]);
  expect(spent).toBeCloseTo(binomialAtLeast(212, 227, 0.9), 14);
});

test("from what was seen on, the conditional chance is spent", () => {
  const seen = growingCount(0.9, { x: 95, n: 100 });
  const { bound, spent } = seen.lookAt(200, 0.2);
  expect(spent).toBeCloseTo(binomialAtLeast(bound - 95, 100, 0.9), 14);
  expect(seen.chanceAt(200, 0.2, 95)).toBeCloseTo(spent, 14);
  expect(binomialAtLeast(bound - 96, 100, 0.9)).toBeGreaterThan(0.2);
});

test("a level comes to the same claims as the boundary", () => {
  let sample = growingCount(0.9);
  for (const n of [80, 120, 200]) {
    sample = sample.lookAt(n, obrienFlemingSpent(0.05, n / 200) - sample.spent);
    expect(binomialAtLeast(sample.bound, n, 0.9)).toBeLessThanOrEqual(sample.level);
    expect(binomialAtLeast(sample.bound - 1, n, 0.9)).toBeGreaterThan(sample.level);
  }
});

test("ten looks at 227 cases: 86 % and 169 cases in the mean, at a size under 5 %", () => {
  const plan = { limit: 0.9, size: 227, alpha: 0.05, looks: 10 };
  const good = looksChance({ ...plan, rate: 0.95 });
  expect([good.chance.toFixed(2), good.meanSize.toFixed(0)]).toEqual(["0.86", "169"]);
  expect(looksChance({ ...plan, rate: 0.9 }).chance).toBeCloseTo(0.0423, 3);
});

test.each([
  [() => growingCount(0)],
  [() => growingCount(0.9, { x: 5, n: 4 })],
  [() => growingCount(0.9).lookAt(100, 0.01).lookAt(99, 0.01)],
  [() => obrienFlemingSpent(0, 0.5)],
  [() => obrienFlemingSpent(0.05, 1.1)],
  [() => looksChance({ limit: 0.9, rate: 1, size: 10, alpha: 0.05, looks: 2 })],
])("what is impossible is refused: %s", (call) => {
  expect(call).toThrow(RangeError);
});
