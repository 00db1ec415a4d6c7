import { describe, expect, test } from "vitest";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import type { Decimal } from "../../../src/domain/scalars/decimal.ts";
import type { Money } from "../../../src/domain/scalars/money.ts";
import type { BusinessCase, Estimate } from "../../../src/domain/records/value.ts";
import { SOUND, known, money, number } from "../../support/records.ts";
import { swingsOf } from "../../../src/domain/business-case/value-outlook.ts";

const CASE = SOUND.value;
const plain = (low: string, likely: string, high: string): Estimate<Decimal> => ({
  low: number(low),
  likely: number(likely),
  high: number(high),
  grade: "estimated",
  reason: "x",
});
const amount = (low: string, likely: string, high: string): Estimate<Money> => ({
  low: money(`${low} EUR`),
  likely: money(`${likely} EUR`),
  high: money(`${high} EUR`),
  grade: "estimated",
  reason: "x",
});
const swings = (value: BusinessCase) => swingsOf(valueStanding({ ...CASE, ...value }, SOUND.costs, "EUR"));
const told = (value: BusinessCase) => swings(value).map(({ name, crosses }) => name + (crosses ? " turns it" : ""));

describe("what moves the answer", () => {
  test("the larger swing in payback comes first, and what is no range is not in it", () => {
    // 3 months: users 2.7 to 3.8, build 2.4 to 4.5.
    expect(
      told({
        users: plain("80", "100", "110"),
        buildCost: amount("80000", "100000", "150000"),
        supportCost: amount("0", "0", "0"),
      }),
    ).toEqual(["build_cost", "users"]);
  });

  test("who crosses the threshold is marked", () => {
    // 12 months at 1.27 minutes.
    expect(told({ minutesSaved: plain("1", "4", "5"), buildCost: amount("80000", "100000", "150000") })).toEqual([
      "minutes_saved turns it",
      "build_cost",
    ]);
  });

  test("what may never pay back comes before any number of months", () => {
    const found = swings({ buildCost: amount("0", "100000", "900000"), minutesSaved: plain("0.3", "4", "4.1") });
    expect(found.map(({ name }) => name)).toEqual(["minutes_saved", "build_cost"]);
    expect(found[0]!.atLow.payback).toBe("never");
    expect(found[0]!.numbers.payback[0]).toBe(Infinity);
  });

  test("where nothing ever pays back, by the swing in net impact", () => {
    const found = swings({
      minutesSaved: plain("0.1", "0.2", "0.3"),
      supportCost: amount("0", "10000", "50000"),
      buildCost: amount("1", "2", "3"),
    });
    expect(found.map(({ name }) => name)).toEqual(["support_cost", "minutes_saved", "build_cost"]);
    expect(found.map(({ numbers }) => numbers.impact)).toEqual([
      [-18_000, -68_000],
      [-39_000, -17_000],
      [-28_000, -28_000],
    ]);
  });

  test("ties by name", () => {
    expect(told({ supportCost: amount("0", "1", "2"), platformCost: amount("39999", "40000", "40001") })).toEqual([
      "platform_cost",
      "support_cost",
    ]);
  });

  test("without a threshold nothing is crossed", () => {
    const { paybackThreshold: _, ...open } = CASE;
    const [swing] = swingsOf(valueStanding({ ...open, minutesSaved: plain("0", "4", "5") }, SOUND.costs, "EUR"));
    expect(swing).toMatchObject({ name: "minutes_saved", crosses: false, atLow: { meets: undefined } });
  });

  test("a foreign range is swung in the currency of the PoC", () => {
    const [swing] = swings({
      supportCost: {
        low: money("0 USD"),
        likely: money("10000 USD"),
        high: money("20000 USD"),
        grade: "estimated",
        reason: "x",
      },
    });
    expect(swing!.numbers.impact).toEqual([400_000, 381_600]);
  });

  test("none without a range, nor without a complete case", () => {
    expect(swings({ users: known(number("1")) })).toEqual([]);
    expect(swingsOf(valueStanding({ users: plain("1", "2", "3") }, SOUND.costs, "EUR"))).toEqual([]);
  });
});
