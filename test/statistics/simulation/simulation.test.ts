import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPert } from "../../../src/statistics/simulation/draw-pert.ts";
import { drawTriangular } from "../../../src/statistics/simulation/draw-triangular.ts";
import { incompleteBeta } from "../../../src/statistics/distributions/incomplete-beta.ts";
import { sampleQuantile } from "../../../src/statistics/simulation/sample-quantile.ts";
import { type Random, seededRandom, xoshiro128 } from "../../../src/statistics/simulation/xoshiro.ts";
import { runs } from "../../support/properties.ts";

// Worked out a second time by another program, from the definitions.
const SEED_0 = [0.8868539502021594, 0.012474988946590604, 0.032522145755498943];
const SEED_DATE = [0.6982079500241527, 0.2682404988006629, 0.1928806593487774];
const SEED_MAX = [0.6837508881645751, 0.9052892681232908, 0.8110677098841894];
const TRIANGULAR = [14.789362578725417, 12.44732206809265, 14.282915956193271];
const PERT = [13.202793234526563, 12.554940676941573, 12.916528112567788];

const taken = (random: () => number, count: number): number[] => Array.from({ length: count }, random);

/** The largest distance between the distribution of `values` and `cdf`, times the root of their number. */
function kolmogorov(values: number[], cdf: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b);
  let distance = 0;
  for (const [i, value] of sorted.entries()) {
    const p = cdf(value);
    distance = Math.max(distance, Math.abs(p - i / sorted.length), Math.abs((i + 1) / sorted.length - p));
  }
  return distance * Math.sqrt(sorted.length);
}

describe("the generator", () => {
  it("is xoshiro128** as published", () => {
    expect(taken(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("gives these very numbers for these seeds, for ever", () => {
    expect(taken(seededRandom(0), 3)).toEqual(SEED_0);
    expect(taken(seededRandom(20261123), 3)).toEqual(SEED_DATE);
    expect(taken(seededRandom(Number.MAX_SAFE_INTEGER), 3)).toEqual(SEED_MAX);
  });

  it("stays from 0 to below 1, in steps of 2^-53, and looks even", () => {
    const values = taken(seededRandom(7), 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(values.every((value) => Number.isInteger(value * 2 ** 53))).toBe(true);
    expect(kolmogorov(values, (x) => x)).toBeLessThan(1.63);
  });

  it("differs between neighbouring seeds, and by the high half of a seed", () => {
    const firsts = [0, 1, 2, 3, 2 ** 32, 2 ** 33, 2 ** 52].map((seed) => seededRandom(seed)());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it.each([-1, 0.5, NaN, 2 ** 53])("refuses %d for a seed", (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});

describe("three-point draws", () => {
  const points = { low: 10, likely: 12, high: 20 };

  it("triangular: the right distribution and the same draws", () => {
    const random = seededRandom(42);
    const values = taken(() => drawTriangular(random, points), 20_000);
    const cdf = (x: number): number => (x < 12 ? (x - 10) ** 2 / 20 : 1 - (20 - x) ** 2 / 80);
    expect(kolmogorov(values, cdf)).toBeLessThan(1.63);
    expect(values.slice(0, 3)).toEqual(TRIANGULAR);
  });

  it("PERT: the right distribution and the same draws", () => {
    const random = seededRandom(42);
    const values = taken(() => drawPert(random, points), 20_000);
    expect(kolmogorov(values, (x) => incompleteBeta((x - 10) / 10, 1.8, 4.2).lower)).toBeLessThan(1.63);
    expect(values.slice(0, 3)).toEqual(PERT);
  });

  it("PERT with its peak at an end", () => {
    const random = seededRandom(5);
    const falling = taken(() => drawPert(random, { low: 0, likely: 0, high: 1 }), 5000);
    expect(kolmogorov(falling, (x) => 1 - (1 - x) ** 5)).toBeLessThan(1.63);
    const rising = taken(() => drawPert(random, { low: 0, likely: 1, high: 1 }), 5000);
    expect(kolmogorov(rising, (x) => x ** 5)).toBeLessThan(1.63);
  });

  const draws: [string, (random: Random, p: typeof points) => number][] = [
    ["triangular", drawTriangular],
    ["PERT", drawPert],
  ];

  it.each(draws)("%s stays between its ends, also when they meet", (_, draw) => {
    expect.hasAssertions();
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 0, max: 1e6 }), (a, b, c, seed) => {
        const [low = 0, likely = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        const drawn = draw(seededRandom(seed), { low, likely, high });
        expect(drawn).toBeGreaterThanOrEqual(low);
        expect(drawn).toBeLessThanOrEqual(high);
      }),
      { numRuns: runs(200) },
    );
    expect(draw(seededRandom(1), { low: 3, likely: 3, high: 3 })).toBe(3);
  });

  it.each(draws)("%s refuses points out of order", (_, draw) => {
    expect(() => draw(seededRandom(1), { low: 3, likely: 2, high: 4 })).toThrow(RangeError);
    expect(() => draw(seededRandom(1), { low: 3, likely: NaN, high: 4 })).toThrow(RangeError);
    expect(() => draw(seededRandom(1), { low: 3, likely: 4, high: Infinity })).toThrow(RangeError);
  });
});

describe("quantiles of a sample", () => {
  it("interpolate as R does", () => {
    const sorted = [1, 2, 4, 8, 16];
    expect([0, 0.1, 0.25, 0.5, 0.9, 1].map((share) => sampleQuantile(sorted, share))).toEqual([1, 1.4, 2, 4, 12.8, 16]);
    expect(sampleQuantile(Float64Array.of(7), 0.3)).toBe(7);
  });

  it("refuse an empty sample and a share in per cent", () => {
    expect(() => sampleQuantile([], 0.5)).toThrow(RangeError);
    expect(() => sampleQuantile([1, 2], 50)).toThrow(RangeError);
  });
});
