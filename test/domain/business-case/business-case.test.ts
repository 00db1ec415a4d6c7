import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { rational } from "../../../src/domain/scalars/rational.ts";
import { paybackClause } from "../../../src/wording/business-case.ts";
import { missedClauses } from "../../../src/wording/value-clauses.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { SOUND, known, money, number } from "../../support/records.ts";
import { arbitraryCase } from "./arbitrary-case.ts";
import { runs } from "../../support/properties.ts";

const valued = (value: BusinessCase) => valueStanding(value, SOUND.costs, "EUR");
const months = (value: BusinessCase) => {
  const { payback } = valued(value);
  return payback === undefined || payback === "never" ? payback : shortDecimalText(payback);
};

/** 100 × 6 × 4 ÷ 60 × 50 × 220 = 440000 EUR saved a year, 40000 EUR to run, 100000 EUR to build. */
const CASE = SOUND.value;

describe("impact and payback", () => {
  test("as the two calculators have it", () => {
    const found = valued(CASE);
    expect([moneyText(found.impact!), moneyText(found.investment!), shortDecimalText(found.payback as never)]).toEqual([
      "400000.00 EUR",
      "100000.00 EUR",
      "3",
    ]);
    expect(found).toMatchObject({ missing: [], meetsThresholds: true, currency: "EUR" });
  });

  test.each<[string, Partial<BusinessCase>, string]>([
    ["revenue adds", { incrementalRevenue: known(money("100000 EUR")) }, "500000.00 EUR"],
    [
      "models and support cost too",
      { modelCost: known(money("30000 EUR")), supportCost: known(money("20000 EUR")) },
      "350000.00 EUR",
    ],
    ["a foreign currency at its rate", { supportCost: known(money("10000 USD")) }, "390800.00 EUR"],
    [
      "halves are rounded to the even cent",
      { incrementalRevenue: known(money("0.01 EUR")), hourlyRate: known(money("50 EUR")) },
      "400000.01 EUR",
    ],
    ["a tool that slows people down", { minutesSaved: known(number("-4")) }, "-480000.00 EUR"],
    ["a third of an hour loses nothing", { minutesSaved: known(number("0.1")) }, "-29000.00 EUR"],
  ])("%s", (_, more, impact) => {
    expect(moneyText(valued({ ...CASE, ...more }).impact!)).toBe(impact);
  });

  test.each<[string, Partial<BusinessCase>, string]>([
    ["change costs count", { changeCost: known(money("100000 EUR")) }, "6"],
    ["nothing to build pays back at once", { buildCost: known(money("0 EUR")) }, "0"],
    ["nothing gained never pays back", { platformCost: known(money("440000 EUR")) }, "never"],
    [
      "nothing gained never pays back, even for nothing",
      { platformCost: known(money("440000 EUR")), buildCost: known(money("0 EUR")) },
      "never",
    ],
    ["a loss never pays back", { platformCost: known(money("500000 EUR")) }, "never"],
  ])("%s", (_, more, payback) => {
    expect(months({ ...CASE, ...more })).toBe(payback);
  });
});

describe("what is missing is named as in the file", () => {
  test("everything", () => {
    const found = valued({});
    expect(found).toMatchObject({
      impact: undefined,
      investment: undefined,
      payback: undefined,
      meetsThresholds: undefined,
    });
    expect(found.missing).toEqual([
      "users",
      "tasks_per_day",
      "minutes_saved",
      "hourly_rate",
      "workdays_per_year",
      "build_cost",
    ]);
  });

  test("without the cost of building it there is an impact and no payback", () => {
    const { buildCost: _, ...rest } = CASE;
    expect(valued(rest)).toMatchObject({
      missing: ["build_cost"],
      impact: money("400000 EUR"),
      payback: undefined,
      meetsThresholds: undefined,
    });
  });

  test.each<[string, Partial<BusinessCase>, string]>([
    ["an input in a currency without a rate", { platformCost: known(money("5 GBP")) }, "platform_cost"],
    ["a threshold in a currency without a rate", { impactThreshold: money("5 GBP") }, "thresholds.impact"],
  ])("%s is missing", (_, more, name) => {
    expect(valued({ ...CASE, ...more })).toMatchObject({ missing: [name], meetsThresholds: undefined });
  });
});

describe("thresholds, compared exactly", () => {
  const { paybackThreshold: _, ...open } = CASE;

  test.each<[string, BusinessCase, boolean | undefined]>([
    ["none set", open, undefined],
    ["exactly in time", { ...open, paybackThreshold: number("3") }, true],
    ["a cent too dear", { ...open, paybackThreshold: number("3"), buildCost: known(money("100000.01 EUR")) }, false],
    ["never", { ...open, paybackThreshold: number("1000"), platformCost: known(money("440000 EUR")) }, false],
    ["exactly enough impact", { ...open, impactThreshold: money("400000 EUR") }, true],
    ["a cent too little", { ...open, impactThreshold: money("400000.01 EUR") }, false],
    ["a threshold in a foreign currency", { ...open, impactThreshold: money("434782 USD") }, true],
    ["one of two missed", { ...open, paybackThreshold: number("3"), impactThreshold: money("400000.01 EUR") }, false],
  ])("%s", (_, value, expected) => {
    expect(valued(value).meetsThresholds).toBe(expected);
  });

  // A plain left-to-right calculation in floating point calls these more than twelve months.
  test.each([
    ["7", "11", "13", "29.30 EUR", "251"],
    ["3", "7", "1.1", "33.30 EUR", "213"],
    ["41", "0.3", "2.7", "70.10 EUR", "219"],
  ])(
    "twelve months are twelve months: %s people, %s tasks, %s minutes, %s, %s days",
    (users, tasksPerDay, minutesSaved, hourlyRate, workdaysPerYear) => {
      const inputs: BusinessCase = {
        users: known(number(users)),
        tasksPerDay: known(number(tasksPerDay)),
        minutesSaved: known(number(minutesSaved)),
        hourlyRate: known(money(hourlyRate)),
        workdaysPerYear: known(number(workdaysPerYear)),
        buildCost: known(money("0 EUR")),
        paybackThreshold: number("12"),
      };
      const { impact } = valued(inputs);
      // Twelve months of an impact that is no whole number of cents: the cent below is in time, the cent above is not.
      const built = (minor: bigint) =>
        valued({ ...inputs, buildCost: known({ minor, currency: "EUR" }) }).meetsThresholds;
      expect([built(impact!.minor - 1n), built(impact!.minor + 1n)]).toEqual([true, false]);
    },
  );
});

describe("what is shown never contradicts the verdict", () => {
  const shown = (value: BusinessCase) => {
    const { payback, impact, meetsThresholds } = valued(value);
    return [
      payback === undefined || payback === "never" ? payback : shortDecimalText(payback),
      moneyText(impact!),
      meetsThresholds,
    ];
  };

  test.each<[string, Partial<BusinessCase>, unknown[]]>([
    [
      "a cent over three months is more than three",
      { buildCost: known(money("100000.01 EUR")), paybackThreshold: number("3") },
      ["3.000001", "400000.00 EUR", false],
    ],
    [
      "and a hundred euros over",
      { buildCost: known(money("100100 EUR")), paybackThreshold: number("3") },
      ["3.003", "400000.00 EUR", false],
    ],
    [
      "a cent under three months is less",
      { buildCost: known(money("99999.99 EUR")), paybackThreshold: number("3") },
      ["2.999999", "400000.00 EUR", true],
    ],
    [
      "far from the threshold a tenth is enough",
      { buildCost: known(money("100100 EUR")) },
      ["3", "400000.00 EUR", true],
    ],
    // 400000 − 1 ÷ 150 of a cent short of it.
    [
      "an impact that falls short by less than a cent",
      { minutesSaved: known(number("3.9999999999")), impactThreshold: money("400000 EUR") },
      ["3", "399999.99 EUR", false],
    ],
  ])("%s", (_, more, expected) => {
    expect(shown({ ...CASE, ...more })).toEqual(expected);
  });
});

describe("a missed threshold is said with its figures", () => {
  test.each<[string, Partial<BusinessCase>, readonly string[]]>([
    ["none", {}, []],
    ["too slow", { paybackThreshold: number("2.5") }, ["payback 3 months, at most 2.5 months were agreed"]],
    ["by a month", { paybackThreshold: number("1") }, ["payback 3 months, at most 1 month was agreed"]],
    [
      "too little",
      { impactThreshold: money("500000 EUR") },
      ["annual net impact 400,000.00 EUR, at least 500,000.00 EUR was agreed"],
    ],
    [
      "at a loss",
      { platformCost: known(money("444000 EUR")) },
      ["it never pays back: it costs 4,000.00 EUR a year more than it brings; at most 12 months were agreed"],
    ],
    [
      "at nothing",
      { platformCost: known(money("440000 EUR")) },
      ["it never pays back: it brings no more a year than it costs; at most 12 months were agreed"],
    ],
    [
      "for nothing at nothing",
      { platformCost: known(money("440000 EUR")), buildCost: known(money("0 EUR")) },
      ["it never pays back: it brings no more a year than it costs; at most 12 months were agreed"],
    ],
    [
      "both",
      { paybackThreshold: number("2"), impactThreshold: money("500000 EUR") },
      [
        "payback 3 months, at most 2 months were agreed",
        "annual net impact 400,000.00 EUR, at least 500,000.00 EUR was agreed",
      ],
    ],
  ])("%s", (_, more, expected) => {
    expect(missedClauses(valued({ ...CASE, ...more }))).toEqual(expected);
  });

  test("what costs nothing to build pays back at once", () => {
    const found = valued({ ...CASE, buildCost: known(money("0 EUR")) });
    expect([paybackClause(found), found.meetsThresholds]).toEqual([
      "at once: nothing has to be paid to build it",
      true,
    ]);
  });
});

describe("exact, whatever the order and the size", () => {
  test("a thousand random cases are as they are in whole cents", () => {
    fc.assert(
      fc.property(arbitraryCase, (value) => {
        const found = valued(value);
        const cents = (estimate: { likely: { minor: bigint } } | undefined) => estimate?.likely.minor ?? 0n;
        // Four factors of at most two digits after the point, in millionths of a cent times sixty.
        const [users, tasks, minutes, days] = [
          value.users!,
          value.tasksPerDay!,
          value.minutesSaved!,
          value.workdaysPerYear!,
        ].map(({ likely }) => likely.digits * 10n ** BigInt(2 - likely.scale));
        const saved = users! * tasks! * minutes! * days! * cents(value.hourlyRate);
        const scale = 60n * 10n ** 8n;
        const impact =
          saved +
          scale *
            (cents(value.incrementalRevenue) -
              cents(value.platformCost) -
              cents(value.modelCost) -
              cents(value.supportCost));
        const investment = cents(value.buildCost) + cents(value.changeCost);
        expect(found.exact!.impact).toEqual(rational(impact, scale * 100n));
        expect(found.exact!.payback).toEqual(impact > 0n ? rational(12n * scale * investment, impact) : "never");
        const turned = Object.fromEntries(Object.entries(value).reverse()) as BusinessCase;
        expect(valued(turned).exact).toEqual(found.exact);
      }),
      { numRuns: runs(1000) },
    );
  });
});

test("inputs are listed with their range, grade and source", () => {
  const { inputs } = valued({
    users: { low: number("80"), likely: number("100"), high: number("200"), grade: "estimated", source: "HR" },
    buildCost: { ...known(money("5 EUR")), grade: "asserted" },
  });
  expect(inputs).toEqual([
    {
      name: "users",
      text: "100 (80 to 200)",
      likely: "100",
      range: "80 to 200",
      grade: "estimated",
      standsAs: "estimated",
      source: "HR",
      entries: [],
      unconverted: false,
    },
    {
      name: "build_cost",
      text: "5.00 EUR",
      likely: "5.00 EUR",
      range: "",
      grade: "asserted",
      standsAs: "asserted",
      source: "records",
      entries: [],
      unconverted: false,
    },
  ]);
});
