import { expect, test } from "vitest";
import { forecastOf, loggedForecastOf } from "../../../src/domain/follow-up/forecast-of.ts";
import { dueDates } from "../../../src/domain/follow-up/due-dates.ts";
import { lineName, type ForecastLine } from "../../../src/domain/records/forecast/forecast.ts";
import { quantityText } from "../../../src/domain/scalars/quantity.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { clopperPearson } from "../../../src/statistics/rates/clopper-pearson.ts";
import {
  date,
  entry,
  evalOf,
  known,
  money,
  number,
  result,
  SOUND,
  spent,
  standing,
  start,
} from "../../support/records.ts";

const MEASURED = entry("2026-11-25 10:00", {
  results: [result("wrong-rate", "22/200")],
  tasks: [{ count: { x: 180, n: 200 }, arm: "" }],
  spend: [spent("9 EUR")],
});

function promised(definitions: Definitions = SOUND, log = [MEASURED]): readonly ForecastLine[] {
  return forecastOf(standing({ definitions, log: [start(definitions), ...log] }, "2026-12-04"));
}

function texts(lines: readonly ForecastLine[]): Readonly<Record<string, readonly (string | undefined)[]>> {
  return Object.fromEntries(
    lines.map((line) => [
      lineName(line),
      [line.figure, line.low, line.high].map((figure) => (figure === undefined ? undefined : quantityText(figure))),
    ]),
  );
}

test("metrics, the cost of a task, the value of a year and the payback, exact", () => {
  // 100 × 6 × 4 ÷ 60 × 50 × 220 − 40000 EUR a year, less 132,000 tasks at 0.045 EUR; 100000 EUR pay back in 3.05 months.
  const { "wrong-rate": rate, ...rest } = texts(promised());
  expect(rest).toEqual({
    "unit-cost": ["0.045 EUR", undefined, undefined],
    value: ["394060 EUR", undefined, undefined],
    payback: ["3.05 months", undefined, undefined],
  });
  expect(rate?.[0]).toBe("11%");
  // Two bounds of 90% hold 80%, by the method of the verdict.
  const bounds = clopperPearson(22, 200, 0.9);
  expect(Number.parseFloat(rate?.[1] ?? "")).toBeCloseTo(bounds.low * 100, 1);
  expect(Number.parseFloat(rate?.[2] ?? "")).toBeCloseTo(bounds.high * 100, 1);
});

test("ranges of the business case are those of its simulation, exact digits of money stay", () => {
  const minutes = { low: number("2"), likely: number("4"), high: number("6"), grade: "estimated" } as const;
  const value = { ...SOUND.value, minutesSaved: minutes, platformCost: known(money("40000.55 EUR")) };
  const lines = promised({ ...SOUND, value });
  const worth = lines.find(({ kind }) => kind === "value");
  expect(quantityText(worth!.figure)).toBe("394059.45 EUR");
  // A triangle from 180,000 to 620,000 holds 80% within 278,387 and 521,613.
  expect(Number.parseFloat(quantityText(worth!.low!))).toBeGreaterThan(265_000);
  expect(Number.parseFloat(quantityText(worth!.high!))).toBeLessThan(535_000);
  const payback = lines.find(({ kind }) => kind === "payback");
  expect([payback?.low, payback?.high].map((end) => end?.unit)).toEqual(["months", "months"]);
});

test("a payback that may never come has a range without an upper end, and one that never comes is no line", () => {
  const minutes = { low: number("0.1"), likely: number("4"), high: number("5"), grade: "estimated" } as const;
  const open = promised({
    ...SOUND,
    value: { ...SOUND.value, minutesSaved: minutes, platformCost: known(money("200000 EUR")) },
  });
  const line = open.find(({ kind }) => kind === "payback");
  expect([line?.low === undefined, line?.high]).toEqual([false, undefined]);
  const never = promised({ ...SOUND, value: { ...SOUND.value, platformCost: known(money("900000 EUR")) } });
  expect(texts(never)["value"]?.[0]).toBe("-465940 EUR");
  expect(never.map(({ kind }) => kind)).not.toContain("payback");
});

test.each([
  [
    "a percentile without its runs has no range",
    evalOf({ measure: "percentile", target: "value <= 2 s" }),
    "1.8 s",
    ["1.8 s", undefined],
  ],
  ["a share of nothing", evalOf({ target: "value <= 12%" }), "0/200", ["0%", "0%"]],
  ["a rate in thirds", evalOf({ target: "value <= 50%" }), "1/3", ["33.3333%", "3.451%"]],
] as const)("%s", (_name, item, figure, [estimate, low]) => {
  const definitions = { ...SOUND, evals: [item] };
  const lines = promised(definitions, [entry("2026-11-25 10:00", { results: [result("wrong-rate", figure)] })]);
  expect(texts(lines)["wrong-rate"]?.slice(0, 2)).toEqual([estimate, low]);
});

test("guards, evals without a result and results that contradict themselves promise nothing", () => {
  const definitions = {
    ...SOUND,
    evals: [
      evalOf({ target: "value <= 12%" }),
      evalOf({ id: "guard", primary: false }),
      evalOf({ id: "open", target: "value <= 5%" }),
    ],
  };
  const lines = promised(definitions, [
    entry("2026-11-25 10:00", {
      results: [
        result("wrong-rate", { both: 1, baseline: 1, candidate: 1, neither: 1 }, { n: 9 }),
        result("guard", "1/200"),
      ],
    }),
  ]);
  expect(lines.map(lineName)).toEqual(["value", "payback"]);
});

test("an eval that is called as a kind is still told apart", () => {
  const definitions = { ...SOUND, evals: [evalOf({ id: "value", target: "value <= 12%" })] };
  const lines = promised(definitions, [entry("2026-11-25 10:00", { results: [result("value", "22/200")] })]);
  expect(lines.map(lineName)).toEqual(["metric-value", "value", "payback"]);
});

test("of an older decision only what the log gave is promised", () => {
  const then = standing({ log: [start(), MEASURED] }, "2026-12-04");
  expect(loggedForecastOf(then).map(lineName)).toEqual(["wrong-rate", "unit-cost"]);
});

test.each([
  ["2026-12-04", ["2027-03-04", "2027-06-04"]],
  ["2026-11-30", ["2027-02-28", "2027-05-30"]],
  ["2027-11-30", ["2028-02-29", "2028-05-30"]],
  ["2026-08-31", ["2026-11-30", "2027-02-28"]],
  ["2026-03-31", ["2026-06-30", "2026-09-30"]],
  ["2026-10-01", ["2027-01-01", "2027-04-01"]],
])("decided on %s, it is due on %j", (decided, due) => {
  expect(dueDates(date(decided))).toEqual(due);
});
