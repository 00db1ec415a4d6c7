import * as fc from "fast-check";
import type { Decimal } from "../../../src/domain/scalars/decimal.ts";
import type { Money } from "../../../src/domain/scalars/money.ts";
import type { BusinessCase, Estimate } from "../../../src/domain/records/value.ts";

/** Complete business cases of every kind: worth it or not, for nothing or a fortune, with ranges or without. */

function decimals(least: number, most: number): fc.Arbitrary<Decimal> {
  return fc
    .tuple(fc.integer({ min: least * 100, max: most * 100 }), fc.constantFrom(0, 1, 2))
    .map(([digits, scale]) => ({ digits: BigInt(Math.trunc(digits / 10 ** (2 - scale))), scale }));
}

function amounts(least: number, most: number): fc.Arbitrary<Money> {
  return fc.integer({ min: least * 100, max: most * 100 }).map((minor) => ({ minor: BigInt(minor), currency: "EUR" }));
}

function estimates<T>(figure: fc.Arbitrary<T>, size: (figure: T) => number): fc.Arbitrary<Estimate<T>> {
  const ranged = fc.tuple(figure, figure, figure).map((three): Estimate<T> => {
    const [low, likely, high] = [...three].sort((a, b) => size(a) - size(b)) as [T, T, T];
    return { low, likely, high, grade: "estimated", reason: "drawn" };
  });
  return fc.oneof(
    figure.map((one): Estimate<T> => ({ low: one, likely: one, high: one, grade: "asserted" })),
    ranged,
  );
}

const plain = (least: number, most: number) =>
  estimates(decimals(least, most), ({ digits, scale }) => Number(digits) / 10 ** scale);
const money = (least: number, most: number) => estimates(amounts(least, most), ({ minor }) => Number(minor));

/** `optional` inputs and thresholds may be absent. */
export const arbitraryCase: fc.Arbitrary<BusinessCase> = fc.record(
  {
    users: plain(0, 500),
    tasksPerDay: plain(0, 20),
    minutesSaved: plain(-5, 30),
    hourlyRate: money(0, 100),
    workdaysPerYear: plain(0, 300),
    incrementalRevenue: money(-50_000, 100_000),
    platformCost: money(0, 100_000),
    modelCost: money(0, 100_000),
    supportCost: money(0, 100_000),
    buildCost: money(0, 500_000),
    changeCost: money(0, 100_000),
    paybackThreshold: decimals(1, 36),
    impactThreshold: amounts(1, 300_000),
  },
  { requiredKeys: ["users", "tasksPerDay", "minutesSaved", "hourlyRate", "workdaysPerYear", "buildCost"] },
);
