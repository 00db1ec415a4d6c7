import { describe, expect, test } from "vitest";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import { groundsClause, loggedCostClause } from "../../../src/wording/business-case.ts";
import type { BusinessCase, Estimate, Grade } from "../../../src/domain/records/value.ts";
import { SOUND, known, money } from "../../support/records.ts";

const CASE = SOUND.value;
const COUNTED = new Set(["aaaaaa1"]);
const valued = (value: BusinessCase) => valueStanding(value, SOUND.costs, "EUR", { counted: COUNTED });
const graded = <T>(figure: T, grade: Grade, more: Partial<Estimate<T>> = {}): Estimate<T> => ({
  low: figure,
  likely: figure,
  high: figure,
  grade,
  ...more,
});
const users = CASE.users!.likely;

test.each<[string, Estimate<typeof users>, Grade]>([
  ["measured in an entry that counts", graded(users, "measured", { entries: ["aaaaaa1"] }), "measured"],
  ["measured in an entry that does not", graded(users, "measured", { entries: ["bbbbbb1"] }), "asserted"],
  [
    "measured in one that does and one that does not",
    graded(users, "measured", { entries: ["bbbbbb1", "aaaaaa1"] }),
    "measured",
  ],
  ["measured elsewhere", graded(users, "measured", { source: "HR" }), "measured"],
  ["measured for a reason", graded(users, "measured", { reason: "it feels right" }), "asserted"],
  ["estimated for a reason", graded(users, "estimated", { reason: "two of three desks" }), "estimated"],
  ["estimated", graded(users, "estimated"), "asserted"],
  ["asserted with a source", graded(users, "asserted", { source: "HR" }), "asserted"],
])("%s", (_, estimate, expected) => {
  const [input] = valued({ ...CASE, users: estimate }).inputs;
  expect(input).toMatchObject({ grade: estimate.grade, standsAs: expected });
});

describe("the share of the benefit", () => {
  // 440000 EUR of time saved a year.
  test.each<[string, Partial<BusinessCase>, object | undefined]>([
    ["measured throughout", {}, { measured: 1, estimated: 0, asserted: 0 }],
    [
      "is as weak as its weakest factor",
      {
        users: graded(users, "asserted"),
        minutesSaved: graded(CASE.minutesSaved!.likely, "estimated", { reason: "x" }),
      },
      { measured: 0, estimated: 0, asserted: 1 },
    ],
    [
      "revenue stands for itself",
      { incrementalRevenue: graded(money("110000 EUR"), "asserted") },
      { measured: 0.8, estimated: 0, asserted: 0.2 },
    ],
    [
      "revenue that is lost weighs as much",
      { incrementalRevenue: graded(money("-110000 EUR"), "asserted") },
      { measured: 0.8, estimated: 0, asserted: 0.2 },
    ],
    [
      "costs are no benefit",
      { supportCost: graded(money("110000 EUR"), "asserted") },
      { measured: 1, estimated: 0, asserted: 0 },
    ],
    ["of nothing there is none", { hourlyRate: known(money("0 EUR")) }, undefined],
  ])("%s", (_, more, expected) => {
    expect(valued({ ...CASE, ...more }).grounds).toEqual(expected);
  });

  test("is unknown while the impact is", () => {
    const { users: __, ...rest } = CASE;
    expect(valued(rest).grounds).toBeUndefined();
  });

  test("is said with the inputs it hangs on", () => {
    expect(groundsClause(valued({ ...CASE, incrementalRevenue: graded(money("110000 EUR"), "asserted") }))).toBe(
      "20% of the annual benefit depends on figures that are only asserted (additional revenue)",
    );
    expect(
      groundsClause(
        valued({
          ...CASE,
          users: graded(users, "estimated", { reason: "x" }),
          incrementalRevenue: graded(money("110000 EUR"), "asserted"),
        }),
      ),
    ).toBe(
      "20% of the annual benefit depends on figures that are only asserted (additional revenue), 80% on estimates (users)",
    );
    expect(groundsClause(valued(CASE))).toBe("the whole annual benefit is based on measured figures");
    expect(groundsClause(valued({ ...CASE, users: graded(users, "estimated", { reason: "x" }) }))).toBe(
      "all of the annual benefit depends on estimates (users)",
    );
  });
});

describe("what models cost", () => {
  const { modelCost: _, ...unstated } = CASE;
  const projected = (value: BusinessCase, amount: string | undefined) =>
    valueStanding(value, SOUND.costs, "EUR", {
      projected: amount === undefined ? {} : { modelCost: { cost: money(amount), entries: [] } },
    });

  test("is what the log projects, where value.yaml states nothing", () => {
    const found = projected(unstated, "30000 EUR");
    expect(found.impact).toEqual(money("370000 EUR"));
    expect(found.modelCost).toMatchObject({
      stated: undefined,
      projected: money("30000 EUR"),
      used: money("30000 EUR"),
      differs: false,
    });
    expect(found.inputs.find(({ name }) => name === "model_cost")).toMatchObject({ standsAs: "estimated" });
  });

  test("is said to be nothing, where nothing says what it is and the case is whole", () => {
    expect(loggedCostClause(projected(unstated, undefined))).toMatch(/^the cost of models is not known/);
    expect(loggedCostClause(projected({}, undefined))).toBe("");
    expect(loggedCostClause(projected(unstated, "30000 EUR"))).toBe("");
  });

  test("is told under the name that the file has, at the beginning of a sentence too", () => {
    expect(loggedCostClause(projected({ ...CASE, modelCost: known(money("10000 EUR")) }, "30000 EUR"))).toMatch(
      /^for models, value\.yaml states/,
    );
  });

  test("is what value.yaml states, where it states something", () => {
    const found = projected({ ...CASE, modelCost: known(money("20000 EUR")) }, "30000.01 EUR");
    expect(found.impact).toEqual(money("380000 EUR"));
    expect(found.modelCost).toMatchObject({
      stated: money("20000 EUR"),
      projected: money("30000.01 EUR"),
      used: money("20000 EUR"),
      differs: true,
    });
  });

  test.each<[string, string, boolean]>([
    ["20000 EUR", "30000 EUR", false],
    ["30000 EUR", "20000 EUR", false],
    ["30000.01 EUR", "20000 EUR", true],
    ["0 EUR", "0 EUR", false],
    ["0 EUR", "0.01 EUR", true],
    ["20000 USD", "27600 EUR", false],
    ["20000 USD", "27600.01 EUR", true],
  ])("%s stated and %s projected", (stated, projection, differs) => {
    expect(projected({ ...CASE, modelCost: known(money(stated)) }, projection).modelCost.differs).toBe(differs);
  });

  test("is nothing where nobody says anything", () => {
    expect(projected(unstated, undefined)).toMatchObject({
      impact: money("400000 EUR"),
      modelCost: { used: undefined },
    });
  });
});

describe("issue 10, 14: what the log says a cost is", () => {
  // 400,000 EUR a year before these costs, 100,000 EUR to build: 12 months are missed from 300,000 EUR a year on.
  const logged = (models: string, review: string) => ({
    modelCost: { cost: money(models), entries: ["aaaaaa1"] },
    reviewCost: { cost: money(review), entries: ["aaaaaa1"] },
  });
  const found = (stated: { readonly models?: string; readonly review?: string }, models: string, review: string) =>
    valueStanding(
      {
        ...CASE,
        ...(stated.models === undefined ? {} : { modelCost: known(money(stated.models)) }),
        ...(stated.review === undefined ? {} : { reviewCost: known(money(stated.review)) }),
      },
      SOUND.costs,
      "EUR",
      { counted: COUNTED, projected: logged(models, review) },
    );

  test("counts where value.yaml is silent, and says where it is from", () => {
    const silent = found({ models: "0 EUR" }, "0 EUR", "88978 EUR");
    expect(silent.impact).toEqual(money("311022 EUR"));
    expect(silent.reviewCost).toMatchObject({ stated: undefined, used: money("88978 EUR") });
    expect(silent.inputs.find(({ name }) => name === "review_cost")).toMatchObject({
      standsAs: "estimated",
      reason: expect.stringMatching(/^from the log/) as string,
      entries: ["aaaaaa1"],
    });
    expect(silent.contradictions).toEqual([]);
  });

  test.each<[string, { readonly models?: string; readonly review?: string }, string, string, string[][]]>([
    ["both alike", { models: "1000 EUR", review: "1000 EUR" }, "1000 EUR", "1000 EUR", []],
    ["dearer, and the verdict stays", { models: "0 EUR", review: "0 EUR" }, "90000 EUR", "90000 EUR", []],
    ["models turn it", { models: "0 EUR", review: "0 EUR" }, "300000.01 EUR", "0 EUR", [["model_cost"]]],
    ["models reach it exactly", { models: "0 EUR", review: "0 EUR" }, "300000 EUR", "0 EUR", []],
    ["review turns it", { models: "0 EUR", review: "0 EUR" }, "0 EUR", "310000 EUR", [["review_cost"]]],
    [
      "each on its own",
      { models: "0 EUR", review: "0 EUR" },
      "310000 EUR",
      "310000 EUR",
      [["model_cost"], ["review_cost"]],
    ],
    [
      "only both together",
      { models: "0 EUR", review: "0 EUR" },
      "200000 EUR",
      "200000 EUR",
      [["model_cost", "review_cost"]],
    ],
    ["cheaper, and it would meet", { models: "350000 EUR", review: "0 EUR" }, "1000 EUR", "0 EUR", [["model_cost"]]],
    ["what is not stated contradicts nothing", { models: "0 EUR" }, "0 EUR", "310000 EUR", []],
  ])("%s", (_, stated, models, review, expected) => {
    const { contradictions } = found(stated, models, review);
    expect(contradictions.map(({ costs }) => costs.map(({ name }) => name))).toEqual(expected);
    for (const { stated: before, logged: after } of contradictions) expect(before.meets).not.toBe(after.meets);
  });
});
