import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysValid } from "../../../src/statistics/looks/always-valid.ts";
import { bestOf } from "../../../src/statistics/looks/best-of.ts";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import { haybittlePeto } from "../../../src/statistics/looks/haybittle-peto.ts";
import { rateCriticalCount } from "../../../src/statistics/planning/rate-critical-count.ts";
import { deviation, worst } from "../deviation.ts";
import reference from "../reference/rates.json" with { type: "json" };
import { runs } from "../../support/properties.ts";

/**
 * The exact chance that the target is ever shown while looking after each of `sizes` trials, with the truth on the
 * target: the distribution of the count over the paths not stopped yet.
 */
function everShown(target: number, sizes: readonly number[], confidenceAt: (look: number) => number): number {
  let alive = [1];
  let shown = 0;
  let trials = 0;
  for (const [look, n] of sizes.entries()) {
    for (; trials < n; trials += 1) {
      const next: number[] = Array.from({ length: alive.length + 1 }, () => 0);
      for (const [x, p] of alive.entries()) {
        next[x] = (next[x] ?? 0) + p * (1 - target);
        next[x + 1] = (next[x + 1] ?? 0) + p * target;
      }
      alive = next;
    }
    const critical = rateCriticalCount(n, target, confidenceAt(look)) ?? n + 1;
    for (let x = critical; x <= n; x += 1) {
      shown += alive[x] ?? 0;
      alive[x] = 0;
    }
  }
  return shown;
}

const tenDays = (perDay: number): number[] => Array.from({ length: 10 }, (_, day) => (day + 1) * perDay);

describe("looking early, by Haybittle–Peto", () => {
  it("leaves for the last look what the early ones have not spent", () => {
    expect(haybittlePeto(0.95, 0)).toEqual({ interim: 0.999, final: 0.95 });
    expect(haybittlePeto(0.95, 9).final).toBeCloseTo(0.959, 14);
    expect(haybittlePeto(0.95, 20).final).toBeCloseTo(0.97, 14);
    expect(haybittlePeto(0.99, 9).final).toBeCloseTo(0.999, 14);
  });

  it.each([
    [0.9, 20, 0.097, 0.033],
    [0.8, 50, 0.157, 0.041],
  ])("at %d, %i a day: exactly what looking daily costs, and what it does not", (target, perDay, naive, guarded) => {
    const sizes = tenDays(perDay);
    const { interim, final } = haybittlePeto(0.95, 9);
    const withCare = everShown(target, sizes, (look) => (look < 9 ? interim : final));
    // The published simulation had 200,000 runs: three standard errors are 0.002.
    expect(Math.abs(everShown(target, sizes, () => 0.95) - naive)).toBeLessThan(0.003);
    expect(Math.abs(withCare - guarded)).toBeLessThan(0.003);
  });

  it("never errs more often than promised, exactly enumerated", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.98, noNaN: true }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0.9, 0.95, 0.975),
        (target, perLook, looks, confidence) => {
          const { interim, final } = haybittlePeto(confidence, looks - 1);
          const sizes = Array.from({ length: looks }, (_, i) => (i + 1) * perLook);
          const error = everShown(target, sizes, (look) => (look < looks - 1 ? interim : final));
          expect(error).toBeLessThanOrEqual(1 - confidence + 1e-12);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ["21 early looks", () => haybittlePeto(0.95, 21)],
    ["half a look", () => haybittlePeto(0.95, 1.5)],
    ["a confidence spent to the last crumb", () => haybittlePeto(0.99, 10)],
    ["a confidence overspent", () => haybittlePeto(0.999, 5)],
    ["a best of none", () => bestOf(0.95, 0)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});

describe("bounds that are always valid", () => {
  it("agree with the reference, 1 to 10 million", () => {
    expect(reference.alwaysValid.length).toBeGreaterThan(50);
    const found = worst(reference.alwaysValid, ([x = 0, n = 0, c = 0, low = 0, high = 0]) => {
      const interval = alwaysValid(x, n, c);
      return Math.max(deviation(interval.low, low), deviation(interval.high, high));
    });
    expect(found.deviation, JSON.stringify(found.row)).toBeLessThan(1e-10);
  });

  it("hold the closed form where nothing or everything happened", () => {
    expect(alwaysValid(0, 100, 0.95).high).toBeCloseTo(1 - (0.05 / 101) ** (1 / 100), 14);
    expect(alwaysValid(100, 100, 0.95).low).toBeCloseTo((0.05 / 101) ** (1 / 100), 14);
  });

  it("are wider than those of a single look", () => {
    for (const [x, n] of [
      [90, 100],
      [450, 500],
      [3, 10],
    ] as const) {
      const always = alwaysValid(x, n, 0.95);
      const once = clopperPearson(x, n, 0.95);
      expect(always.low).toBeLessThan(once.low);
      expect(always.high).toBeGreaterThan(once.high);
    }
  });

  it("miss the truth at most as often as promised, looked at after every trial", () => {
    // Exact, by the distribution of the count over the paths that have not missed yet.
    const truth = 0.8;
    let alive = [1];
    let missed = 0;
    for (let n = 1; n <= 300; n += 1) {
      const next: number[] = Array.from({ length: n + 1 }, () => 0);
      for (const [x, p] of alive.entries()) {
        next[x] = (next[x] ?? 0) + p * (1 - truth);
        next[x + 1] = (next[x + 1] ?? 0) + p * truth;
      }
      for (const [x, p] of next.entries()) {
        if (p < 1e-9) continue;
        const { low, high } = alwaysValid(x, n, 0.9);
        if (low > truth || high < truth) {
          missed += p;
          next[x] = 0;
        }
      }
      alive = next;
    }
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThanOrEqual(0.1);
  });
});

describe("the best of k", () => {
  it("splits the error", () => {
    expect(bestOf(0.95, 1)).toBe(0.95);
    expect(bestOf(0.95, 5)).toBeCloseTo(0.99, 14);
    expect(bestOf(0.9, 2)).toBeCloseTo(0.95, 14);
  });

  it("holds for the winner of k equal arms, exactly", () => {
    // The best of k is shown when any is: 1 − (1 − p)^k for p the chance of one.
    for (const k of [2, 3, 5, 10]) {
      const one = everShown(0.8, [60], () => bestOf(0.95, k));
      expect(1 - (1 - one) ** k).toBeLessThanOrEqual(0.05);
    }
  });
});
