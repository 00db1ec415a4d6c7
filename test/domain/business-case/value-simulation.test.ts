import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import { BINS } from "../../../src/domain/business-case/payback-histogram.ts";
import { DRAWS } from "../../../src/domain/business-case/value-simulation.ts";
import type { BusinessCase, Estimate, Shape } from "../../../src/domain/records/value.ts";
import { SOUND, known, money, number } from "../../support/records.ts";
import { arbitraryCase } from "./arbitrary-case.ts";
import { simulationOf } from "../../../src/domain/business-case/value-outlook.ts";
import { runs } from "../../support/properties.ts";

/** 100 × 6 × minutes ÷ 60 × 50 × 220 = 110000 EUR for each minute, less 40000 EUR; 100000 EUR to build. */
const CASE = SOUND.value;
const minutes = (low: string, likely: string, high: string): Estimate<ReturnType<typeof number>> => ({
  low: number(low),
  likely: number(likely),
  high: number(high),
  grade: "estimated",
  reason: "timed",
});
const simulated = (value: BusinessCase) => simulationOf(valueStanding(value, SOUND.costs, "EUR"));
const drawn = (value: BusinessCase) => simulated(value)!;

/** Of the triangular distribution, in closed form. */
function triangularQuantile(share: number, low: number, likely: number, high: number): number {
  const left = (likely - low) / (high - low);
  return share < left
    ? low + Math.sqrt(share * (high - low) * (likely - low))
    : high - Math.sqrt((1 - share) * (high - low) * (high - likely));
}

/** Four standard errors of a quantile in so many draws, in units of its share. */
const FOUR_ERRORS = (share: number) => 4 * Math.sqrt((share * (1 - share)) / DRAWS);

describe("one range alone agrees with the closed form", () => {
  const [low, likely, high] = [1, 4, 9];
  const impact = (minute: number) => 110_000 * minute - 40_000;
  const found = drawn({ ...CASE, minutesSaved: minutes("1", "4", "9") });

  test.each([
    ["p10", 0.1],
    ["p50", 0.5],
    ["p90", 0.9],
  ] as const)("%s of impact and payback", (name, share) => {
    const within = (measured: number, of: (quantile: number) => number, at: number) => {
      const [a, b] = [of(at - FOUR_ERRORS(share)), of(at + FOUR_ERRORS(share))];
      expect(measured).toBeGreaterThan(Math.min(a, b));
      expect(measured).toBeLessThan(Math.max(a, b));
    };
    within(found.impact[name], (at) => impact(triangularQuantile(at, low, likely, high)), share);
    // More minutes, fewer months.
    within(found.payback[name], (at) => 1_200_000 / impact(triangularQuantile(at, low, likely, high)), 1 - share);
  });

  test("the chance to meet a threshold", () => {
    // 100000 EUR in 12 months at 1.2727… minutes; below that, the triangle holds (x − 1)² ÷ (8 × 3).
    const missed = (140_000 / 110_000 - low) ** 2 / ((high - low) * (likely - low));
    expect(Math.abs(found.meets! - (1 - missed))).toBeLessThan(FOUR_ERRORS(missed));
    expect(found.never).toBe(0);
  });

  test("the chance that it never pays back", () => {
    // Below 40000 ÷ 110000 minutes.
    const never = (40_000 / 110_000) ** 2 / (9 * 4);
    const { never: share, meets } = drawn({ ...CASE, minutesSaved: minutes("0", "4", "9") });
    expect(Math.abs(share - never)).toBeLessThan(FOUR_ERRORS(never));
    expect(meets! + share).toBeLessThanOrEqual(1);
  });
});

describe("the same case", () => {
  const ranged: BusinessCase = {
    ...CASE,
    minutesSaved: minutes("1", "4", "9"),
    buildCost: {
      low: money("80000 EUR"),
      likely: money("100000 EUR"),
      high: money("400000 EUR"),
      grade: "estimated",
      reason: "two offers",
    },
  };

  test("gives the same numbers, whatever the order in the file", () => {
    const turned = Object.fromEntries(Object.entries(ranged).reverse()) as BusinessCase;
    expect(drawn(turned)).toEqual(drawn(ranged));
  });

  test("gives these numbers, on every machine", () => {
    const { meets, never, payback, impact, histogram } = drawn(ranged);
    expect({ meets, never, payback, impact, histogram }).toMatchInlineSnapshot(`
      {
        "histogram": {
          "below": 729,
          "beyond": 4939,
          "counts": [
            4264,
            6865,
            8321,
            8640,
            8298,
            7730,
            7253,
            6437,
            5670,
            4812,
            4020,
            3641,
            3134,
            2627,
            2383,
            1986,
            1711,
            1451,
            1190,
            1011,
            879,
            770,
            658,
            581,
          ],
          "from": 1.5,
          "never": 0,
          "width": 0.5,
        },
        "impact": {
          "p10": 240841.21170197017,
          "p50": 456391.54404881934,
          "p90": 730300.3160846505,
        },
        "meets": 0.93052,
        "never": 0,
        "payback": {
          "p10": 2.3722287743415054,
          "p50": 4.848168627015386,
          "p90": 10.511571789934509,
        },
      }
    `);
  });

  test("gives others with another seed, near by, and with another shape", () => {
    const other = drawn({ ...ranged, simulation: { seed: 2 } });
    expect(other.meets).not.toBe(drawn(ranged).meets);
    expect(Math.abs(other.meets! - drawn(ranged).meets!)).toBeLessThan(0.01);
    // PERT holds closer to the likely figure, which meets the threshold.
    expect(drawn({ ...ranged, simulation: { shape: "pert" } }).meets).toBeGreaterThan(drawn(ranged).meets!);
  });

  test("is drawn once for a standing, which holds nothing that is made when it is read", () => {
    const value = valueStanding(ranged, SOUND.costs, "EUR");
    expect(simulationOf(value)).toBe(simulationOf(value));
    expect(Object.values(Object.getOwnPropertyDescriptors(value)).filter(({ get }) => get !== undefined)).toEqual([]);
  });

  test("draws an input alike, whichever others are ranges", () => {
    // The impact does not depend on what it costs to build.
    expect(drawn(ranged).impact).toEqual(drawn({ ...ranged, buildCost: CASE.buildCost! }).impact);
  });
});

test("without a range there is nothing to draw, nor where inputs are missing or cannot be true", () => {
  const { buildCost: _, ...unbuilt } = { ...CASE, minutesSaved: minutes("1", "4", "9") };
  expect(
    [CASE, unbuilt, { ...CASE, minutesSaved: minutes("1", "4", "9"), taskMinutes: known(number("2")) }].map(simulated),
  ).toEqual([undefined, undefined, undefined]);
});

test("a range that changes nothing is judged as the exact figures are", () => {
  // In floating point 100.30 − (0.10 + 0.20) is a hair less than 100, and twelve months are a hair more than twelve.
  const value: BusinessCase = {
    ...CASE,
    users: { ...known(number("5")), high: number("9") },
    minutesSaved: known(number("0")),
    incrementalRevenue: known(money("100.30 EUR")),
    platformCost: known(money("0.10 EUR")),
    modelCost: known(money("0.20 EUR")),
    buildCost: known(money("100 EUR")),
  };
  expect(valueStanding(value, SOUND.costs, "EUR").meetsThresholds).toBe(true);
  expect(drawn(value)).toMatchObject({ meets: 1, never: 0 });
  expect(drawn({ ...value, incrementalRevenue: known(money("0.30 EUR")) })).toMatchObject({ meets: 0, never: 1 });
});

const SHAPES: readonly Shape[] = ["triangular", "pert"];

test.each(SHAPES)("%s: shares, quantiles and bins of any case hang together", (shape) => {
  fc.assert(
    fc.property(arbitraryCase, (value) => {
      const found = simulated({ ...value, simulation: { shape } });
      if (found === undefined) return;
      const { meets, never, impact, payback, histogram } = found;
      const { counts, below, beyond, from, width } = histogram;
      expect(counts).toHaveLength(BINS);
      expect(counts.reduce((sum, count) => sum + count, below + beyond + histogram.never)).toBe(DRAWS);
      expect(histogram.never / DRAWS).toBe(never);
      expect(Math.min(from, width - Number.MIN_VALUE)).toBeGreaterThanOrEqual(0);
      expect([
        impact.p10 <= impact.p50,
        impact.p50 <= impact.p90,
        payback.p10 <= payback.p50,
        payback.p50 <= payback.p90,
      ]).toEqual([true, true, true, true]);
      if (value.paybackThreshold !== undefined) expect(meets! + never).toBeLessThanOrEqual(1);
      expect(meets === undefined).toBe(value.paybackThreshold === undefined && value.impactThreshold === undefined);
      if (never > 0.9) expect(payback.p10).toBe(Infinity);
    }),
    { numRuns: runs(6) },
  );
});
