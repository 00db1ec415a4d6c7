import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterMean } from "../../../src/statistics/means/cluster-mean.ts";
import { fieller } from "../../../src/statistics/means/fieller.ts";
import { kornGraubard } from "../../../src/statistics/rates/korn-graubard.ts";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { meanInterval } from "../../../src/statistics/means/mean-interval.ts";
import { pairedMeanRatio, separateMeanRatio } from "../../../src/statistics/means/mean-ratio.ts";
import { percentileInterval } from "../../../src/statistics/rates/percentile-interval.ts";
import { percentileSize } from "../../../src/statistics/planning/percentile-size.ts";
import { rankBounds } from "../../../src/statistics/rates/rank-bounds.ts";
import { sampleMoments } from "../../../src/statistics/means/sample-moments.ts";
import { tQuantile } from "../../../src/statistics/distributions/t-quantile.ts";
import { welch } from "../../../src/statistics/means/welch.ts";
import { deviation, worst } from "../deviation.ts";
import reference from "../reference/means-and-planning.json" with { type: "json" };
import { runs } from "../../support/properties.ts";

const sample = (i: number): number[] => reference.samples[i] ?? [];

describe("means against R", () => {
  it("t interval", () => {
    const found = worst(reference.mean, ([i = 0, c = 0, low = 0, high = 0]) => {
      const interval = meanInterval(sampleMoments(sample(i)), c);
      return Math.max(deviation(interval.low, low), deviation(interval.high, high));
    });
    expect(found.deviation, JSON.stringify(found.row)).toBeLessThan(1e-9);
  });

  it("Welch", () => {
    const found = worst(reference.welch, ([i = 0, j = 0, c = 0, low = 0, high = 0]) => {
      const interval = welch(sampleMoments(sample(i)), sampleMoments(sample(j)), c);
      return Math.max(deviation(interval.low, low), deviation(interval.high, high));
    });
    expect(found.deviation, JSON.stringify(found.row)).toBeLessThan(1e-9);
  });

  it("Korn–Graubard as R's svyciprop, and the standard error of a clustered mean as its svymean", () => {
    const found = worst(reference.kornGraubard, ([i = 0, c = 0, low = 0, high = 0, standardError = 0]) => {
      const [xs = [], ns = []] = reference.clusters[i] ?? [];
      const groups = xs.map((x, k) => ({ x, n: ns[k] ?? 0 }));
      const interval = kornGraubard(groups, c);
      const values = groups.map(({ x, n }) => Array.from({ length: n }, (_, k) => (k < x ? 1 : 0)));
      return Math.max(
        deviation(interval.low, low),
        deviation(interval.high, high),
        deviation(clusterMean(values, c).standardError, standardError),
      );
    });
    expect(found.deviation, JSON.stringify(found.row)).toBeLessThan(1e-9);
  });
});

describe("moments", () => {
  it("NIST NumAcc4: a spread of a tenth on ten million, and NumAcc3 beside it", () => {
    const alternating = (middle: number, step: number, pairs: number): number[] => [
      middle,
      ...Array.from({ length: pairs }, () => [middle - step, middle + step]).flat(),
    ];
    const four = sampleMoments(alternating(10_000_000.2, 0.1, 500));
    expect(four.mean).toBeCloseTo(10_000_000.2, 8);
    expect(four.sd).toBeCloseTo(0.1, 8);
    const three = sampleMoments(alternating(1_000_000.2, 0.1, 500));
    expect(three.sd).toBeCloseTo(0.1, 9);
  });

  it("NIST NumAcc1 and a single value", () => {
    expect(sampleMoments([10_000_001, 10_000_003, 10_000_002])).toEqual({ n: 3, mean: 10_000_002, sd: 1 });
    expect(sampleMoments([4])).toEqual({ n: 1, mean: 4, sd: 0 });
  });

  it("stays finite for values whose sum is not", () => {
    expect(sampleMoments([1.5e308, 1.5e308]).mean).toBe(1.5e308);
  });

  it("no variation gives bounds on the mean", () => {
    expect(meanInterval({ n: 5, mean: 3, sd: 0 }, 0.95)).toEqual({ estimate: 3, low: 3, high: 3 });
    expect(welch({ n: 5, mean: 3, sd: 0 }, { n: 2, mean: 1, sd: 0 }, 0.95)).toEqual({ estimate: 2, low: 2, high: 2 });
  });

  it.each([
    ["no value", () => sampleMoments([])],
    ["NaN", () => sampleMoments([1, NaN])],
    ["one value", () => meanInterval({ n: 1, mean: 1, sd: 0 }, 0.95)],
    ["a negative deviation", () => meanInterval({ n: 3, mean: 1, sd: -1 }, 0.95)],
    ["one value in an arm", () => welch({ n: 1, mean: 1, sd: 0 }, { n: 3, mean: 1, sd: 1 }, 0.95)],
    ["one cluster", () => clusterMean([[1, 2, 3]], 0.95)],
    ["an empty cluster", () => clusterMean([[1], []], 0.95)],
    ["one cluster of a rate", () => kornGraubard([{ x: 1, n: 2 }], 0.95)],
    [
      "more than all in a cluster",
      () =>
        kornGraubard(
          [
            { x: 3, n: 2 },
            { x: 1, n: 2 },
          ],
          0.95,
        ),
    ],
    ["pairs of unequal number", () => pairedMeanRatio([1, 2, 3], [1, 2], 0.95)],
    [
      "an impossible covariance",
      () => fieller({ mean1: 1, mean2: 1, variance1: 1, variance2: 1, covariance: 2, degrees: 3 }, 0.95),
    ],
    ["a percentile of nothing", () => percentileInterval([], 0.95, 0.95)],
    ["a percentile of NaN", () => percentileInterval([NaN], 0.95, 0.95)],
    ["the 95th as 95", () => rankBounds(100, 95, 0.95)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});

describe("clusters", () => {
  it("of one value each are the plain mean", () => {
    const values = sample(0);
    const plain = meanInterval(sampleMoments(values), 0.95);
    const clustered = clusterMean(
      values.map((value) => [value]),
      0.95,
    );
    expect(clustered.low).toBeCloseTo(plain.low, 12);
    expect(clustered.high).toBeCloseTo(plain.high, 12);
    expect(clustered.degrees).toBe(values.length - 1);
  });

  it("of identical runs are worth the clusters and no more", () => {
    const values = sample(0);
    const once = clusterMean(
      values.map((value) => [value]),
      0.95,
    );
    const thrice = clusterMean(
      values.map((value) => [value, value, value]),
      0.95,
    );
    expect(thrice.low).toBeCloseTo(once.low, 12);
    expect(thrice.high).toBeCloseTo(once.high, 12);
  });

  it("more alike than chance are still no more than their trials", () => {
    // R's svyciprop, without that cap, would count these 15 trials as 32.
    const groups = [
      { x: 3, n: 4 },
      { x: 5, n: 9 },
      { x: 1, n: 2 },
    ];
    expect(kornGraubard(groups, 0.9).effectiveSize).toBe(15);
    expect(kornGraubard(groups, 0.9).low).toBeCloseTo(clopperPearson(9, 15, 0.9).low, 14);
  });

  it("without spread count once each", () => {
    const groups = Array.from({ length: 12 }, () => ({ x: 10, n: 10 }));
    expect(kornGraubard(groups, 0.95).effectiveSize).toBe(12);
    expect(kornGraubard(groups, 0.95).low).toBe(clopperPearson(12, 12, 0.95).low);
    expect(
      kornGraubard(
        groups.map(({ n }) => ({ x: 3, n })),
        0.95,
      ).effectiveSize,
    ).toBe(12);
    expect(
      kornGraubard(
        groups.map(({ n }) => ({ x: 0, n })),
        0.95,
      ).high,
    ).toBe(clopperPearson(0, 12, 0.95).high);
  });
});

describe("Fieller", () => {
  it("has bounds that are exactly on the edge of significance", () => {
    const positive = fc.double({ min: 0.1, max: 100, noNaN: true });
    const correlation = fc.double({ min: -0.99, max: 0.99, noNaN: true });
    const freedom = fc.integer({ min: 2, max: 200 });
    expect.hasAssertions();
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        positive,
        correlation,
        freedom,
        (mean1, mean2, sd1, sd2, r, degrees) => {
          const covariance = r * sd1 * sd2 * 0.01;
          const pair = { mean1, mean2, variance1: sd1 * sd1 * 0.01, variance2: sd2 * sd2 * 0.01, covariance, degrees };
          const { estimate, low, high } = fieller(pair, 0.95);
          const t = tQuantile(0.95, degrees);
          if (high === Infinity) {
            expect(mean2 / Math.sqrt(pair.variance2)).toBeLessThanOrEqual(t * (1 + 1e-9));
            return;
          }
          expect(low).toBeLessThanOrEqual(estimate);
          expect(high).toBeGreaterThanOrEqual(estimate);
          for (const [bound, sign] of [
            [low, 1],
            [high, -1],
          ] as const) {
            const error = Math.sqrt(pair.variance1 - 2 * bound * pair.covariance + bound * bound * pair.variance2);
            // Where mean2 is barely significant the bound runs away and takes the digits of this check with it.
            if (Math.abs(bound) < 1e3) expect((sign * (mean1 - bound * mean2)) / error / t).toBeCloseTo(1, 5);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it("bounds nothing where the second mean may be 0", () => {
    const pair = { mean1: 1, mean2: 0.1, variance1: 0.01, variance2: 0.01, covariance: 0, degrees: 9 };
    expect(fieller(pair, 0.95)).toEqual({ estimate: 10, low: -Infinity, high: Infinity });
  });

  it("is the scaled t interval where the second mean is known", () => {
    const t = meanInterval({ n: 10, mean: 6, sd: 2 }, 0.95);
    const ratio = fieller({ mean1: 6, mean2: 3, variance1: 0.4, variance2: 0, covariance: 0, degrees: 9 }, 0.95);
    expect(ratio.low).toBeCloseTo(t.low / 3, 13);
    expect(ratio.high).toBeCloseTo(t.high / 3, 13);
  });

  it("of paired values takes out what they share", () => {
    const second = sample(0);
    const first = second.map((value, i) => value * 0.6 + (i % 2 === 0 ? 0.05 : -0.05));
    const paired = pairedMeanRatio(first, second, 0.95);
    const separate = separateMeanRatio(sampleMoments(first), sampleMoments(second), 0.95);
    expect(paired.estimate).toBeCloseTo(0.6, 12);
    expect(paired.high - paired.low).toBeLessThan((separate.high - separate.low) / 3);
  });
});

describe("percentiles", () => {
  it("need as many values as published", () => {
    expect([0.5, 0.9, 0.95, 0.99, 0.999].map((share) => percentileSize(share, 0.95))).toEqual([5, 29, 59, 299, 2995]);
    for (const share of [0.5, 0.9, 0.95, 0.99]) {
      const n = percentileSize(share, 0.95);
      expect(rankBounds(n, share, 0.95).high).toBe(n);
      expect(rankBounds(n - 1, share, 0.95).high).toBeNull();
    }
  });

  it("give values of the sample, whatever their order", () => {
    const values = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1);
    // P(Bin(100, 0.95) ≤ 98) = 0.963 and ≤ 97 is 0.882; P(≤ 90) = 0.028 and ≤ 91 is 0.063.
    expect(percentileInterval(values, 0.95, 0.95)).toEqual({ estimate: 95, low: 91, high: 99 });
    expect(values[1]).toBe(38);
  });

  it("are unbounded above where the sample is too small", () => {
    expect(percentileInterval([3, 1, 2], 0.95, 0.95)).toEqual({ estimate: 3, low: 2, high: Infinity });
    expect(percentileInterval([3, 1, 2], 0.05, 0.95)).toEqual({ estimate: 1, low: -Infinity, high: 2 });
  });

  it("takes the seventh of a hundred for 7 %", () => {
    expect(rankBounds(100, 0.07, 0.95).estimate).toBe(7);
    expect(rankBounds(20, 0.95, 0.95).estimate).toBe(19);
  });

  it("handles ten million values' ranks", () => {
    const { low, high } = rankBounds(10_000_000, 0.99, 0.95);
    expect(low).toBeGreaterThan(9_899_000);
    expect(high).toBeLessThan(9_901_000);
  });
});
