import { binomialAtMost } from "../../statistics/distributions/binomial.ts";
import { smallestWhole } from "../../statistics/distributions/bisection.ts";
import { newcombeDifference } from "../../statistics/comparisons/newcombe-difference.ts";
import { normalQuantile } from "../../statistics/distributions/normal-quantile.ts";
import { rateCriticalCount } from "../../statistics/planning/rate-critical-count.ts";
import { rateSize } from "../../statistics/planning/rate-size.ts";
import { percentileSize } from "../../statistics/planning/percentile-size.ts";
import { ratioScore } from "../../statistics/comparisons/ratio-score.ts";
import type { CountTest } from "./planned-test.ts";

/*
 * How likely counted cases are to show a target, and how many it takes. A counted baseline is taken as it was counted:
 * it will not be counted again, so the one count that is still to come is the candidate's, and its chance is a plain
 * binomial tail. `bad` cases are those on the wrong side: what a target of "at most" counts, and what one of "at least"
 * does not.
 */

/** As far as planning looks, and as far as the statistics are proven. */
const LARGEST_SIZE = 10_000_000;

/** The most bad cases among `n` that still show the target; −1 if even none is not enough. */
export function mostBad(test: CountTest, n: number, confidence: number): number {
  if (test.kind === "rate") {
    const critical = rateCriticalCount(n, goodLimit(test), confidence);
    return critical === null ? -1 : n - critical;
  }
  const shown = showing(test, confidence);
  return smallestWhole((bad) => !shown(bad, n), 0, n + 1) - 1;
}

/** The chance that `n` cases show the target, if `rate` is the candidate's true rate. */
export function countChance(test: CountTest, n: number, confidence: number, rate: number): number {
  const most = mostBad(test, n, confidence);
  return most < 0 ? 0 : binomialAtMost(most, n, badRate(test, rate));
}

/** The fewest cases that show the target if not one is bad; `null` if no number does. */
export function fewestCases(test: CountTest, confidence: number): number | null {
  if (test.kind === "rate") {
    const limit = goodLimit(test);
    return limit <= 0 ? 1 : limit >= 1 ? null : percentileSize(limit, confidence);
  }
  return sizeAllowing(showing(test, confidence), 0);
}

/**
 * The number of cases from which on the chance to show the target never falls below `power`; `null` where ten million
 * would not do. The chance is saw-toothed in the number of cases: it falls until one more bad case is allowed.
 */
export function countSize(test: CountTest, confidence: number, rate: number, power: number): number | null {
  if (test.kind === "rate")
    return rateSize({ target: test.limit, side: test.side, rate, confidence, power })?.stable ?? null;
  const shown = showing(test, confidence);
  const bad = badRate(test, rate);
  // The chance at the foot of each tooth: the last size before one more than `allowed` is allowed.
  const lasts = (allowed: number): boolean => {
    const next = sizeAllowing(shown, allowed + 1);
    return next !== null && binomialAtMost(allowed, next - 1, bad) >= power;
  };
  let high = 1;
  while (!lasts(high)) {
    high *= 2;
    if (sizeAllowing(shown, high + 1) === null) return null;
  }
  let allowed = lasts(0) ? 0 : smallestWhole(lasts, 1, high);
  // Whole numbers make neighbouring teeth uneven; further on they no longer reach below.
  for (let next = allowed + 1; next <= allowed + UNEVEN; next++) if (!lasts(next)) allowed = next + 1;
  return sizeAllowing(shown, allowed);
}

/** Teeth that are looked at beyond the first one that is high enough. */
const UNEVEN = 5;

type Showing = (bad: number, n: number) => boolean;

/**
 * Whether this many bad cases of `n` show the target: the decisions of `miettinenNurminen` and `newcombeDifference`.
 */
function showing(test: Exclude<CountTest, { readonly kind: "rate" }>, confidence: number): Showing {
  const { limit, side, baseline } = test;
  const z = normalQuantile(confidence);
  const possible: Showing =
    test.kind === "ratio"
      ? (x, n) =>
          limit > 0 &&
          baseline.x > 0 &&
          (side === "at-most"
            ? ratioScore(x, n, baseline.x, baseline.n, limit) <= -z
            : ratioScore(x, n, baseline.x, baseline.n, limit) >= z)
      : (x, n) => {
          const { low, high } = newcombeDifference(x, n, baseline.x, baseline.n, confidence);
          return side === "at-most" ? high <= limit : low >= limit;
        };
  return side === "at-most" ? (bad, n) => bad <= n && possible(bad, n) : (bad, n) => bad <= n && possible(n - bad, n);
}

/** The smallest size at which `bad` bad cases are allowed. */
function sizeAllowing(shown: Showing, bad: number): number | null {
  if (!shown(bad, LARGEST_SIZE)) return null;
  return smallestWhole((n) => shown(bad, n), Math.max(1, bad), LARGEST_SIZE);
}

function goodLimit({ limit, side }: CountTest): number {
  return side === "at-most" ? 1 - limit : limit;
}

function badRate({ side }: CountTest, rate: number): number {
  return side === "at-most" ? rate : 1 - rate;
}
