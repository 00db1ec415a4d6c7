import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterMean, clusterMeanOfSums } from "../../../src/statistics/means/cluster-mean.ts";
import { clusteredDifference, clusteredRatio } from "../../../src/statistics/comparisons/clustered-comparison.ts";
import { effectiveCount } from "../../../src/statistics/rates/korn-graubard.ts";
import { miettinenNurminen } from "../../../src/statistics/comparisons/miettinen-nurminen.ts";
import { newcombeDifference } from "../../../src/statistics/comparisons/newcombe-difference.ts";
import { deviation } from "../deviation.ts";

const confidence = fc.constantFrom(0.9, 0.95, 0.999);
const cluster = fc
  .integer({ min: 1, max: 30 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
const counts = fc.array(cluster, { minLength: 2, maxLength: 40 });
const other = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe("a clustered mean from its sums", () => {
  it("is the one from its values", () => {
    const values = fc.array(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 9 }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(values, confidence, (clusters, c) => {
        const one = clusterMean(clusters, c);
        const two = clusterMeanOfSums(
          clusters.map((each) => ({ sum: each.reduce((sum, value) => sum + value, 0), n: each.length })),
          c,
        );
        expect(two.degrees).toBe(one.degrees);
        for (const key of ["estimate", "low", "high", "standardError"] as const)
          expect(Math.abs(two[key] - one[key])).toBeLessThan(1e-8);
      }),
    );
  });

  it.each<[string, { sum: number; n: number }[]]>([
    ["one cluster", [{ sum: 1, n: 1 }]],
    [
      "an empty cluster",
      [
        { sum: 1, n: 1 },
        { sum: 0, n: 0 },
      ],
    ],
    [
      "no number",
      [
        { sum: 1, n: 1 },
        { sum: NaN, n: 1 },
      ],
    ],
  ])("refuses %s", (_, clusters) => {
    expect(() => clusterMeanOfSums(clusters, 0.95)).toThrow(RangeError);
  });
});

describe("a clustered rate against a separate one", () => {
  it("is compared at its effective count, with the estimate as it was counted", () => {
    fc.assert(
      fc.property(counts, other, confidence, (clusters, { x, n }, c) => {
        const [ratio, difference] = [clusteredRatio(clusters, x, n, c), clusteredDifference(clusters, x, n, c)];
        const { rate, n: worth } = effectiveCount(clusters, c);
        const trials = clusters.reduce((sum, each) => sum + each.n, 0);
        expect(worth).toBeLessThanOrEqual(Math.max(trials, clusters.length));
        expect(difference.estimate).toBe(rate - x / n);
        expect(difference.low).toBeLessThanOrEqual(difference.estimate + 1e-12);
        expect(difference.high).toBeGreaterThanOrEqual(difference.estimate - 1e-12);
        if (x === 0) return;
        expect(deviation(ratio.estimate, rate / (x / n))).toBeLessThan(1e-12);
        expect(ratio.low).toBeLessThanOrEqual(ratio.estimate * (1 + 1e-9));
        expect(ratio.high).toBeGreaterThanOrEqual(ratio.estimate * (1 - 1e-9));
      }),
    );
  });

  it("is never surer than if its trials were independent", () => {
    fc.assert(
      fc.property(counts, other, confidence, (clusters, { x, n }, c) => {
        const x1 = clusters.reduce((sum, each) => sum + each.x, 0);
        const n1 = clusters.reduce((sum, each) => sum + each.n, 0);
        const [grouped, single] = [clusteredDifference(clusters, x, n, c), newcombeDifference(x1, n1, x, n, c)];
        expect(grouped.low).toBeLessThanOrEqual(single.low + 1e-12);
        expect(grouped.high).toBeGreaterThanOrEqual(single.high - 1e-12);
        if (x === 0 || x1 === 0) return;
        const [ratio, plain] = [clusteredRatio(clusters, x, n, c), miettinenNurminen(x1, n1, x, n, c)];
        expect(ratio.high).toBeGreaterThanOrEqual(plain.high * (1 - 1e-9));
      }),
    );
  });

  it("says nothing of a reference that never happened", () => {
    const clusters = [
      { x: 1, n: 10 },
      { x: 3, n: 10 },
    ];
    expect(clusteredRatio(clusters, 0, 50, 0.95)).toMatchObject({ estimate: Infinity, high: Infinity });
    expect(() => clusteredRatio([{ x: 1, n: 10 }], 1, 50, 0.95)).toThrow(RangeError);
    expect(() => clusteredDifference(clusters, 2, 1, 0.95)).toThrow(RangeError);
  });
});
