import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysValid } from "../../src/statistics/looks/always-valid.ts";
import { binomialAtLeast, binomialAtMost } from "../../src/statistics/distributions/binomial.ts";
import { clopperPearson } from "../../src/statistics/rates/clopper-pearson.ts";
import type { Interval } from "../../src/statistics/interval.ts";
import { kornGraubard } from "../../src/statistics/rates/korn-graubard.ts";
import { miettinenNurminen } from "../../src/statistics/comparisons/miettinen-nurminen.ts";
import { newcombeDifference } from "../../src/statistics/comparisons/newcombe-difference.ts";
import { newcombePaired } from "../../src/statistics/comparisons/newcombe-paired.ts";
import { rankBounds } from "../../src/statistics/rates/rank-bounds.ts";
import { rateCriticalCount } from "../../src/statistics/planning/rate-critical-count.ts";
import { ratioScore } from "../../src/statistics/comparisons/ratio-score.ts";
import { tangRatio } from "../../src/statistics/comparisons/tang-ratio.ts";
import { tangScore } from "../../src/statistics/comparisons/tang-score.ts";
import { normalQuantile } from "../../src/statistics/distributions/normal-quantile.ts";
import { wilson } from "../../src/statistics/rates/wilson.ts";
import { runs } from "../support/properties.ts";

const confidence = fc.constantFrom(0.6, 0.9, 0.95, 0.975, 0.999);
const size = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 10_000_000 }));
const counted = size.chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));
const cell = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 2_000_000 }));
const paired = fc
  .record({ both: cell, onlyFirst: cell, onlySecond: cell, neither: cell })
  .filter((t) => t.both + t.onlyFirst + t.onlySecond + t.neither > 0);

const oneRate: [string, (x: number, n: number, c: number) => Interval][] = [
  ["Clopper–Pearson", clopperPearson],
  ["Wilson", wilson],
  ["always valid", alwaysValid],
];

const check = (property: fc.IProperty<never> | fc.IProperty<unknown>, numRuns = 200): void => {
  fc.assert(property as fc.IProperty<unknown>, { numRuns: runs(numRuns) });
};

describe.each(oneRate)("%s", (_, method) => {
  it("holds the estimate between bounds inside 0 to 1", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, confidence, ({ x, n }, c) => {
        const { estimate, low, high } = method(x, n, c);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it("mirrors when success and failure change places", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, confidence, ({ x, n }, c) => {
        const one = method(x, n, c);
        const other = method(n - x, n, c);
        expect(Math.abs(one.low + other.high - 1)).toBeLessThan(1e-15);
      }),
    );
  });

  it("shrinks as the sample grows at the same rate", () => {
    expect.hasAssertions();
    check(
      fc.property(
        fc
          .integer({ min: 1, max: 2000 })
          .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) })),
        fc.integer({ min: 2, max: 50 }),
        confidence,
        ({ x, n }, times, c) => {
          const small = method(x, n, c);
          const large = method(x * times, n * times, c);
          expect(large.high - large.low).toBeLessThan(small.high - small.low);
        },
      ),
    );
  });

  it("moves up with x and widens with confidence", () => {
    expect.hasAssertions();
    check(
      fc.property(
        counted.filter(({ x, n }) => x < n),
        ({ x, n }) => {
          const here = method(x, n, 0.95);
          const next = method(x + 1, n, 0.95);
          expect(next.low).toBeGreaterThan(here.low);
          expect(next.high).toBeGreaterThan(here.high);
          const surer = method(x, n, 0.99);
          expect(surer.low).toBeLessThanOrEqual(here.low);
          expect(surer.high).toBeGreaterThan(here.high);
        },
      ),
    );
  });
});

describe("Clopper–Pearson", () => {
  it("puts exactly the stated error in each tail", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, confidence, ({ x, n }, c) => {
        const { low, high } = clopperPearson(x, n, c);
        // A bound one rounding away from 0 or 1 cannot hold a tail to ten digits; its mirror image can.
        if (x > 0 && low < 0.999) expect(binomialAtLeast(x, n, low) / (1 - c)).toBeCloseTo(1, 7);
        if (x < n && high > 1e-12 && high < 1 - 1e-6) expect(binomialAtMost(x, n, high) / (1 - c)).toBeCloseTo(1, 7);
      }),
    );
  });

  it("reaches the target exactly at the critical count", () => {
    expect.hasAssertions();
    check(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        confidence,
        (n, target, c) => {
          const critical = rateCriticalCount(n, target, c);
          if (critical === null) {
            expect(clopperPearson(n, n, c).low).toBeLessThan(target);
          } else {
            expect(clopperPearson(critical, n, c).low).toBeGreaterThanOrEqual(target * (1 - 1e-12));
            if (critical > 0) expect(clopperPearson(critical - 1, n, c).low).toBeLessThan(target);
          }
        },
      ),
    );
  });

  it("decides a percentile as its rank does", () => {
    expect.hasAssertions();
    check(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        confidence,
        (n, share, c) => {
          const { low, estimate, high } = rankBounds(n, share, c);
          expect(high).toBe(rateCriticalCount(n, share, c));
          if (high !== null) expect(high).toBeGreaterThanOrEqual(estimate);
          if (low !== null) expect(low).toBeLessThanOrEqual(estimate);
        },
      ),
    );
  });
});

describe("two rates", () => {
  it("Newcombe's difference holds the estimate and mirrors", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, counted, confidence, (a, b, c) => {
        const { estimate, low, high } = newcombeDifference(a.x, a.n, b.x, b.n, c);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        const swapped = newcombeDifference(b.x, b.n, a.x, a.n, c);
        expect(Math.abs(swapped.low + high)).toBeLessThan(1e-14);
        const turned = newcombeDifference(a.n - a.x, a.n, b.n - b.x, b.n, c);
        expect(Math.abs(turned.low + high)).toBeLessThan(1e-14);
      }),
    );
  });

  it("Miettinen–Nurminen holds the estimate and inverts when the arms change places", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, counted, confidence, (a, b, c) => {
        fc.pre(a.x > 0 && b.x > 0 && a.n + b.n > 2);
        const { estimate, low, high } = miettinenNurminen(a.x, a.n, b.x, b.n, c);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(high).toBeLessThan(Infinity);
        const swapped = miettinenNurminen(b.x, b.n, a.x, a.n, c);
        expect(swapped.low * high).toBeCloseTo(1, 7);
      }),
    );
  });

  it("the sign of the score says on which side of the bound a limit lies", () => {
    expect.hasAssertions();
    check(
      fc.property(counted, counted, confidence, fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, c, limit) => {
        fc.pre(b.x > 0);
        const { low, high } = miettinenNurminen(a.x, a.n, b.x, b.n, c);
        const z = normalQuantile(c);
        const score = ratioScore(a.x, a.n, b.x, b.n, limit);
        // On the bound itself rounding decides.
        if (Math.abs(high / limit - 1) > 1e-6) expect(score <= -z).toBe(high <= limit);
        if (Math.abs(low / limit - 1) > 1e-6) expect(score >= z).toBe(low >= limit);
      }),
    );
  });
});

describe("the same items", () => {
  it("Newcombe's paired difference holds the estimate and mirrors", () => {
    expect.hasAssertions();
    check(
      fc.property(paired, confidence, (t, c) => {
        const { estimate, low, high } = newcombePaired(t, c);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        const swapped = newcombePaired({ ...t, onlyFirst: t.onlySecond, onlySecond: t.onlyFirst }, c);
        expect(Math.abs(swapped.low + high)).toBeLessThan(1e-12);
        const failures = { both: t.neither, onlyFirst: t.onlySecond, onlySecond: t.onlyFirst, neither: t.both };
        const turned = newcombePaired(failures, c);
        expect(Math.abs(turned.low + high)).toBeLessThan(1e-12);
      }),
    );
  });

  it("Tang's ratio holds the estimate, inverts, and does not look at items where nothing happened", () => {
    expect.hasAssertions();
    check(
      fc.property(paired, confidence, (t, c) => {
        fc.pre(t.both + t.onlyFirst > 0 && t.both + t.onlySecond > 0);
        const { estimate, low, high } = tangRatio(t, c);
        expect(low).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        const swapped = tangRatio({ ...t, onlyFirst: t.onlySecond, onlySecond: t.onlyFirst }, c);
        expect(swapped.low * high).toBeCloseTo(1, 7);
        expect(tangRatio({ ...t, neither: t.neither + 17 }, c)).toEqual({ estimate, low, high });
        expect(Math.abs(tangScore(t, estimate))).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("clustered rates", () => {
  const clusters = fc.array(
    fc.integer({ min: 1, max: 12 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) })),
    { minLength: 2, maxLength: 30 },
  );

  it("hold the estimate, mirror, and never count for more than their trials", () => {
    expect.hasAssertions();
    check(
      fc.property(clusters, confidence, (groups, c) => {
        const { estimate, low, high, effectiveSize } = kornGraubard(groups, c);
        expect(low).toBeLessThanOrEqual(estimate + 1e-15);
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-15);
        expect(effectiveSize).toBeLessThanOrEqual(groups.reduce((sum, { n }) => sum + n, 0));
        const turned = kornGraubard(
          groups.map(({ x, n }) => ({ x: n - x, n })),
          c,
        );
        expect(Math.abs(turned.low + high - 1)).toBeLessThan(1e-9);
        const shuffled = kornGraubard([...groups].reverse(), c);
        expect(Math.abs(shuffled.low - low)).toBeLessThan(1e-9);
      }),
    );
  });
});
