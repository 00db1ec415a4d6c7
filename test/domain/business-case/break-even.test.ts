import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakEvens, type BreakEven } from "../../../src/domain/business-case/break-even.ts";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import { decimalText } from "../../../src/domain/scalars/decimal.ts";
import {
  addRationals,
  compareRationals,
  rational,
  roundRational,
  signOf,
  type Rational,
} from "../../../src/domain/scalars/rational.ts";
import {
  impactOf,
  investmentOf,
  likelyFigures,
  paybackOf,
  withFigure,
} from "../../../src/domain/business-case/value-figures.ts";
import { VALUE_INPUTS } from "../../../src/domain/records/value-inputs.ts";
import { missedThresholds } from "../../../src/domain/business-case/value-thresholds.ts";
import { breakEvenLabel } from "../../../src/wording/business-case.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { SOUND, known, money, number } from "../../support/records.ts";
import { arbitraryCase } from "./arbitrary-case.ts";
import { breakEvensOf } from "../../../src/domain/business-case/value-outlook.ts";
import { runs } from "../../support/properties.ts";

/** 100 × 6 × 4 ÷ 60 × 50 × 220 − 40000 = 400000 EUR a year, for 100000 EUR; twelve months are enough. */
const CASE = SOUND.value;
const { paybackThreshold: _, ...open } = CASE;

const told = (even: BreakEven | undefined) =>
  even?.kind === "at"
    ? `${even.side}${even.beyond ? " beyond" : ""} ${decimalText(roundRational(even.figure, 4))} (${even.threshold})`
    : even?.kind;
const evenOf = (value: BusinessCase, name: string) =>
  told(breakEvensOf(valueStanding(value, SOUND.costs, "EUR")).find((even) => even.name === name)?.breakEven);

describe("break-even", () => {
  test.each<[string, Partial<BusinessCase>, string, string | undefined]>([
    // 12 months of 100000 EUR a year: 140000 EUR have to be saved.
    ["of a factor", {}, "users", "at-least 31.8182 (payback)"],
    ["of the rate", {}, "hourly_rate", "at-least 15.9091 (payback)"],
    ["of a running cost", {}, "platform_cost", "at-most 340000.0000 (payback)"],
    ["of the cost of building it", {}, "build_cost", "at-most 400000.0000 (payback)"],
    ["of an input that is not there", {}, "model_cost", undefined],
    ["of the days, where the year has not enough", { users: known(number("15")) }, "workdays_per_year", "none"],
    ["of a cost that cannot be low enough", { users: known(number("15")) }, "platform_cost", "none"],
    ["of a factor beside a factor of zero", { minutesSaved: known(number("0")) }, "users", "none"],
    ["of a factor that nothing depends on", { incrementalRevenue: known(money("900000 EUR")) }, "users", "any"],
    [
      "of users whom the tool slows down",
      { minutesSaved: known(number("-4")), incrementalRevenue: known(money("360000 EUR")) },
      "users",
      "at-most 50.0000 (payback)",
    ],
    [
      "of minutes, which may be lost",
      { incrementalRevenue: known(money("360000 EUR")) },
      "minutes_saved",
      "at-least -2.0000 (payback)",
    ],
    [
      "of what costs nothing to build",
      { buildCost: known(money("0 EUR")) },
      "users",
      "at-least beyond 9.0909 (payback)",
    ],
    [
      "by the impact, where more is asked of it",
      { impactThreshold: money("200000 EUR") },
      "users",
      "at-least 54.5455 (impact)",
    ],
    ["by the payback, where less is", { impactThreshold: money("50000 EUR") }, "users", "at-least 31.8182 (payback)"],
    [
      "of building, which the impact takes no notice of",
      { impactThreshold: money("200000 EUR") },
      "build_cost",
      "at-most 400000.0000 (payback)",
    ],
    [
      "of building, where the impact is too little anyway",
      { impactThreshold: money("500000 EUR") },
      "build_cost",
      "none",
    ],
  ])("%s", (_, more, name, expected) => {
    expect(evenOf({ ...CASE, ...more }, name)).toBe(expected);
  });

  test("without a threshold there is none", () => {
    expect(breakEvensOf(valueStanding(open, SOUND.costs, "EUR"))).toEqual([]);
  });

  test("is shown on the side on which the threshold is still met", () => {
    const value = valueStanding(CASE, SOUND.costs, "EUR");
    const labels = Object.fromEntries(breakEvensOf(value).map((even) => [even.name, breakEvenLabel(even, "EUR")]));
    expect(labels).toMatchObject({
      users: "at least 31.82",
      hourly_rate: "at least 15.91 EUR",
      build_cost: "at most 400,000.00 EUR",
    });
  });
});

describe("put back", () => {
  const complete = arbitraryCase.map((value) => valueStanding(value, SOUND.costs, "EUR"));

  function judged(figures: ReadonlyMap<string, Rational>) {
    const impact = impactOf(figures);
    return { impact, payback: paybackOf(impact, investmentOf(figures)) };
  }

  test("it gives the threshold exactly; a hair to the good side meets every threshold, one to the other misses", () => {
    let found = 0;
    fc.assert(
      fc.property(complete, ({ converted, thresholds }) => {
        const figures = likelyFigures(converted);
        for (const { name, breakEven } of breakEvens(converted, thresholds)) {
          if (breakEven.kind !== "at") continue;
          found++;
          const at = (figure: Rational) => judged(withFigure(figures, name, figure));
          const meets = (figure: Rational) => {
            const { impact, payback } = at(figure);
            return missedThresholds(thresholds, impact, payback).length === 0;
          };
          const put = at(breakEven.figure);
          if (breakEven.beyond) expect(signOf(put.impact)).toBe(0);
          else if (breakEven.threshold === "impact") expect(put.impact).toEqual(thresholds.impact);
          else expect(put.payback).toEqual(thresholds.payback);
          const hair = rational(breakEven.side === "at-least" ? 1n : -1n, 10n ** 12n);
          expect([
            meets(breakEven.figure),
            meets(addRationals(breakEven.figure, hair)),
            meets(addRationals(breakEven.figure, { ...hair, numerator: -hair.numerator })),
          ]).toEqual([!breakEven.beyond, true, false]);
        }
      }),
      { numRuns: runs(400) },
    );
    expect(found).toBeGreaterThan(500);
  });

  test("where no value reaches the threshold the ends do not, and where any does both do", () => {
    fc.assert(
      fc.property(complete, ({ converted, thresholds }) => {
        const figures = likelyFigures(converted);
        for (const { name, breakEven } of breakEvens(converted, thresholds)) {
          if (breakEven.kind === "at") continue;
          const { least = -1_000_000, most } = VALUE_INPUTS.find((input) => input.name === name)!;
          for (const end of [least, most]) {
            const { impact, payback } = judged(withFigure(figures, name, rational(BigInt(end))));
            expect(missedThresholds(thresholds, impact, payback).length === 0).toBe(breakEven.kind === "any");
          }
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test("the verdict at the likely figure and the side it lies on agree", () => {
    fc.assert(
      fc.property(complete, (value) => {
        const { converted, meetsThresholds } = value;
        for (const { name, breakEven } of breakEvensOf(value)) {
          const likely = converted.find(({ spec }) => spec.name === name)!.likely;
          if (breakEven.kind !== "at") expect(meetsThresholds).toBe(breakEven.kind === "any");
          else {
            const order = compareRationals(likely, breakEven.figure) * (breakEven.side === "at-least" ? 1 : -1);
            expect(meetsThresholds).toBe(breakEven.beyond ? order > 0 : order >= 0);
          }
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
