import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../../src/statistics/distributions/beta-quantile.ts";
import {
  binomialAtLeast,
  binomialAtMost,
  binomialProbability,
} from "../../../src/statistics/distributions/binomial.ts";
import { incompleteBeta } from "../../../src/statistics/distributions/incomplete-beta.ts";
import { logGamma } from "../../../src/statistics/distributions/log-gamma.ts";
import { noncentralT } from "../../../src/statistics/distributions/noncentral-t.ts";
import { normalCdf } from "../../../src/statistics/distributions/normal-cdf.ts";
import { normalQuantile } from "../../../src/statistics/distributions/normal-quantile.ts";
import { tQuantile, tCdf } from "../../../src/statistics/distributions/t-quantile.ts";
import { deviation, worst } from "../deviation.ts";
import reference from "../reference/special-functions.json" with { type: "json" };

type Row = number[];
const at = (row: Row, i: number): number => row[i] ?? NaN;

function expectWithin(rows: Row[], limit: number, of: (row: Row) => number): void {
  expect(rows.length).toBeGreaterThan(10);
  const found = worst(rows, of);
  expect(found.deviation, `at ${JSON.stringify(found.row)}`).toBeLessThan(limit);
}

describe("special functions against 30-digit references", () => {
  it("ln Γ, also beside its zeros", () => {
    expectWithin(reference.logGamma, 1e-12, (row) => deviation(logGamma(at(row, 0)), at(row, 1)));
  });

  it("the normal distribution, far into the lower tail", () => {
    expectWithin(reference.normalCdf, 1e-12, (row) => deviation(normalCdf(at(row, 0)), at(row, 1)));
    expectWithin(reference.normalQuantile, 1e-12, (row) => deviation(normalQuantile(at(row, 0)), at(row, 1)));
  });

  it("both tails of the incomplete beta function, parameters to ten million", () => {
    expectWithin(reference.incompleteBeta, 1e-10, (row) => {
      const { lower, upper } = incompleteBeta(at(row, 0), at(row, 1), at(row, 2));
      return Math.max(deviation(lower, at(row, 3)), deviation(upper, at(row, 4)));
    });
  });

  it("the beta quantile and its complement", () => {
    expectWithin(reference.betaQuantile, 1e-12, (row) => {
      const { x, y } = betaQuantile(at(row, 0), at(row, 1), at(row, 2));
      return Math.max(deviation(x, at(row, 3)), deviation(y, at(row, 4)));
    });
  });

  it("Student's t, from one degree of freedom to ten million", () => {
    expectWithin(reference.tCdf, 1e-11, (row) => deviation(tCdf(at(row, 0), at(row, 1)), at(row, 2)));
    expectWithin(reference.tQuantile, 1e-11, (row) => deviation(tQuantile(at(row, 0), at(row, 1)), at(row, 2)));
  });

  it("both tails of the noncentral t", () => {
    expectWithin(reference.noncentralT, 1e-11, (row) => {
      const { lower, upper } = noncentralT(at(row, 0), at(row, 1), at(row, 2));
      return Math.max(deviation(lower, at(row, 3)), deviation(upper, at(row, 4)));
    });
  });

  it("binomial probabilities and tails to ten million trials", () => {
    expectWithin(reference.binomial, 1e-10, (row) => {
      const [x, n, p] = [at(row, 0), at(row, 1), at(row, 2)];
      return Math.max(
        deviation(binomialProbability(x, n, p), at(row, 3)),
        deviation(binomialAtMost(x, n, p), at(row, 4)),
        deviation(binomialAtLeast(x, n, p), at(row, 5)),
      );
    });
  });
});

describe("the edges of the special functions", () => {
  it("closes the ends of the incomplete beta function", () => {
    expect(incompleteBeta(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteBeta(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
  });

  it("keeps the binomial tails outside 0 to n and at certain outcomes", () => {
    expect(binomialAtLeast(0, 5, 0.3)).toBe(1);
    expect(binomialAtLeast(6, 5, 0.3)).toBe(0);
    expect(binomialAtMost(-1, 5, 0.3)).toBe(0);
    expect(binomialAtMost(5, 5, 0.3)).toBe(1);
    expect(binomialProbability(5, 5, 1)).toBe(1);
    expect(binomialProbability(0, 5, 0)).toBe(1);
    expect(binomialProbability(1, 5, 0)).toBe(0);
    expect(binomialAtLeast(1, 5, 0)).toBe(0);
    expect(binomialAtMost(4, 5, 1)).toBe(0);
  });

  it("mirrors the symmetric distributions", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(tQuantile(0.5, 7)).toBe(0);
    expect(tCdf(0, 7)).toBe(0.5);
    expect(tQuantile(0.975, 4)).toBe(-tQuantile(1 - 0.975, 4));
    expect(normalCdf(-50)).toBeGreaterThanOrEqual(0);
    expect(normalCdf(50)).toBe(1);
  });

  it.each([
    ["ln Γ of 0", () => logGamma(0)],
    ["ln Γ of NaN", () => logGamma(NaN)],
    ["a quantile at 0", () => normalQuantile(0)],
    ["a quantile at 1", () => tQuantile(1, 3)],
    ["no degrees of freedom", () => tCdf(1, 0)],
    ["a share above 1", () => incompleteBeta(1.1, 1, 1)],
    ["a shape of 0", () => betaQuantile(0.5, 0, 1)],
    ["half a trial", () => binomialAtLeast(1, 2.5, 0.5)],
    ["an infinite shift", () => noncentralT(1, 2, Infinity)],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
