import * as fc from "fast-check";
import { expect, test } from "vitest";
import { calibrationOf, ratioPlace, type FollowedPoc } from "../../../src/domain/follow-up/calibration.ts";
import { outcomesOf } from "../../../src/domain/follow-up/compare-actual.ts";
import { followUpStanding } from "../../../src/domain/follow-up/follow-up-standing.ts";
import type { Actual, FollowUp, ForecastLine } from "../../../src/domain/records/forecast/forecast.ts";
import { wilson } from "../../../src/statistics/rates/wilson.ts";
import { date, decided, entry, quantity, standing, start } from "../../support/records.ts";

function rate(figure: string, low?: string, high?: string): ForecastLine {
  return {
    kind: "metric",
    eval: "wrong-rate",
    better: "lower",
    figure: quantity(figure),
    ...(low === undefined ? {} : { low: quantity(low) }),
    ...(high === undefined ? {} : { high: quantity(high) }),
  };
}
const PAYBACK: ForecastLine = { kind: "payback", figure: quantity("10 months"), low: quantity("8 months") };
const VALUE: ForecastLine = { kind: "value", figure: quantity("1000 EUR") };

function said(figures: Readonly<Record<string, string>>): FollowUp["actuals"] {
  return new Map(
    Object.entries(figures).map(([name, text]): [string, Actual] => [name, text === "never" ? text : quantity(text)]),
  );
}

function compared(line: ForecastLine, figures: Readonly<Record<string, string>>) {
  const answer = { decision: "", due: date("2027-03-04"), actuals: said(figures) };
  return outcomesOf([line], answer).map(({ ratio, within, worse }) => ({ ratio, within, worse }));
}

test.each([
  ["as promised", rate("10%", "8%", "12%"), { "wrong-rate": "10%" }, 1, true, false],
  ["at the end of its range", rate("10%", "8%", "12%"), { "wrong-rate": "12%" }, 1.2, true, true],
  ["past it", rate("10%", "8%", "12%"), { "wrong-rate": "12.01%" }, 1.201, false, true],
  ["without a range", rate("10%"), { "wrong-rate": "5%" }, 0.5, undefined, false],
  ["zero was promised", rate("0%", "0%", "1%"), { "wrong-rate": "2%" }, undefined, false, true],
  ["zero came true", rate("10%", "8%", "12%"), { "wrong-rate": "0%" }, 0, false, false],
  ["a payback that never comes, in an open range", PAYBACK, { payback: "never" }, Infinity, true, true],
  [
    "a payback that never comes, in a closed one",
    { ...PAYBACK, high: quantity("14 months") },
    { payback: "never" },
    Infinity,
    false,
    true,
  ],
  ["more worth is better", VALUE, { value: "1500 EUR" }, 1.5, undefined, false],
  ["a loss", VALUE, { value: "-500 EUR" }, -0.5, undefined, true],
  ["a loss was promised", { ...VALUE, figure: quantity("-100 EUR") }, { value: "50 EUR" }, undefined, undefined, false],
] as const)("%s", (_name, line, figures, ratio, within, worse) => {
  expect(compared(line, figures)).toEqual([{ ratio, within, worse }]);
});

test("what was not said, and what is in another unit, is compared with nothing", () => {
  expect(compared(VALUE, { payback: "9 months" })).toEqual([]);
  expect(compared(VALUE, { value: "9 USD" })).toEqual([]);
  expect(compared(VALUE, { value: "never" })).toEqual([]);
});

interface Told {
  readonly team?: string;
  readonly lines?: readonly ForecastLine[];
  /** By the day of the forecast. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly notInUse?: string;
}

function poc({ team = "Ana", lines = [rate("10%", "8%", "12%")], answers = {}, notInUse }: Told): FollowedPoc {
  const due = [date("2027-03-04"), date("2027-06-04")];
  const go = decided("2026-12-04 10:00", "go", { forecast: { due, lines } });
  const given = Object.entries(answers).map(([day, figures]) =>
    entry(day, {
      followup: {
        decision: go.id,
        due: date(day),
        actuals: said(figures),
        ...(notInUse === undefined ? {} : { notInUse }),
      },
    }),
  );
  const promised = followUpStanding(standing({ log: [start(), go, ...given] }, "2027-07-01"));
  return { place: team, title: team, team, standing: promised! };
}

const answered = (figure: string, more: Told = {}) =>
  poc({ ...more, answers: { "2027-03-04": { "wrong-rate": figure } } });

test.each([0, 1, 9])("below ten follow-ups nothing is said of all: %i", (count) => {
  const found = calibrationOf(Array.from({ length: count }, () => answered("11%")));
  expect(found).toMatchObject({ answered: count, all: undefined, byKind: [], byTeam: [] });
  expect(found.outcomes).toHaveLength(count);
});

test("from ten on: the median, the share within the range with its interval, by kind and by team", () => {
  const rates = ["10%", "10%", "10%", "11%", "12%", "13%", "14%", "9%", "8%", "7%"];
  const pocs = rates.map((figure, k) => answered(figure, { team: k < 6 ? "Ana" : "Tom" }));
  const found = calibrationOf(pocs);
  expect(found.all).toEqual({
    figures: 10,
    // In order 0.7 0.8 0.9 1 1 1 1.1 1.2 1.3 1.4: the two in the middle are equal.
    medianRatio: 1,
    ratios: 10,
    within: { count: 7, of: 10, share: wilson(7, 10, 0.975) },
    worse: 4,
  });
  expect(found.byKind.map(({ kind, figures }) => [kind, figures])).toEqual([["metric", 10]]);
  // Four figures of one team are too few for a median of their own.
  expect(found.byTeam.map(({ team, figures, medianRatio }) => [team, figures, medianRatio])).toEqual([
    ["Ana", 6, 1.05],
    ["Tom", 4, undefined],
  ]);
});

test("an even number of ratios has the mean of the two in the middle", () => {
  const pocs = ["10%", "10%", "10%", "10%", "10%", "12%", "12%", "12%", "12%", "12%"].map((figure) => answered(figure));
  expect(calibrationOf(pocs).all?.medianRatio).toBeCloseTo(1.1, 12);
});

test("a forecast counts once, by its latest answer; ten answers of five PoCs are ten follow-ups", () => {
  const twice = poc({ answers: { "2027-03-04": { "wrong-rate": "20%" }, "2027-06-04": { "wrong-rate": "10%" } } });
  const found = calibrationOf(Array.from({ length: 5 }, () => twice));
  expect(found).toMatchObject({ answered: 10, all: { figures: 5, medianRatio: 1 } });
});

test("what is no longer used is counted apart, and in no figure", () => {
  const stopped = poc({ answers: { "2027-03-04": {} }, notInUse: "stopped" });
  const found = calibrationOf([...Array.from({ length: 9 }, () => answered("10%")), stopped]);
  expect(found).toMatchObject({ answered: 9, notInUse: 1, all: undefined });
});

test("paybacks that never come count as the worst of all", () => {
  const paid = (text: string) => poc({ lines: [PAYBACK], answers: { "2027-03-04": { payback: text } } });
  const few = [
    ...Array.from({ length: 6 }, () => paid("10 months")),
    ...Array.from({ length: 4 }, () => paid("never")),
  ];
  expect(calibrationOf(few).all?.medianRatio).toBe(1);
  const most = [
    ...Array.from({ length: 4 }, () => paid("10 months")),
    ...Array.from({ length: 6 }, () => paid("never")),
  ];
  expect(calibrationOf(most).all?.medianRatio).toBe(Infinity);
});

test("forecasts of zero have no ratio, and count towards the share within", () => {
  const pocs = Array.from({ length: 10 }, () => answered("0%", { lines: [rate("0%", "0%", "1%")] }));
  expect(calibrationOf(pocs).all).toMatchObject({ medianRatio: undefined, ratios: 0, within: { count: 10, of: 10 } });
});

test("a place on the chart grows with the ratio and stays on it", () => {
  expect([0.25, 0.5, 1, 2, 4].map(ratioPlace)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect([-1, 0, 0.01, 100, Infinity].map(ratioPlace)).toEqual([0, 0, 0, 1, 1]);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(ratioPlace(low)).toBeLessThanOrEqual(ratioPlace(high));
    }),
    { numRuns: 200 },
  );
});
