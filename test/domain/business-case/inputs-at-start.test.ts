import { expect, test } from "vitest";
import { valueStanding } from "../../../src/domain/business-case/business-case.ts";
import { likelyInputs, turnedCase } from "../../../src/domain/business-case/inputs-at-start.ts";
import { NO_COSTS } from "../../../src/domain/records/costs.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { money, number } from "../../support/records.ts";

const known = <T>(figure: T) => ({
  low: figure,
  likely: figure,
  high: figure,
  grade: "measured" as const,
  source: "x",
});

/** 5 tasks of 4 minutes for 220 days at 52 EUR; 90,000 EUR to build; a year to pay back. */
const caseOf = (users: string, more: Partial<BusinessCase> = {}): BusinessCase => ({
  users: known(number(users)),
  tasksPerDay: known(number("5")),
  minutesSaved: known(number("4")),
  hourlyRate: known(money("52 EUR")),
  workdaysPerYear: known(number("220")),
  buildCost: known(money("90000 EUR")),
  paybackThreshold: number("12"),
  ...more,
});
const judge = (value: BusinessCase) =>
  valueStanding(value, { ...NO_COSTS, currency: "EUR" }, "EUR", { counted: new Set<string>(), projected: {} });
const turned = (then: BusinessCase, now: BusinessCase) =>
  turnedCase(now, likelyInputs(then), judge(now), judge)?.changed.map(
    ({ name, before, now: current }) => `${name}: ${before}, ${current}`,
  );

test.each<[string, BusinessCase, BusinessCase, readonly string[] | undefined]>([
  ["nothing changed", caseOf("140"), caseOf("140"), undefined],
  ["a figure that turns nothing", caseOf("140"), caseOf("150"), undefined],
  ["a no-go that became a go", caseOf("5"), caseOf("140"), ["users: 5, 140"]],
  ["a go that became a no-go", caseOf("140"), caseOf("5"), ["users: 140, 5"]],
  ["a hundred times the users", caseOf("140"), caseOf("14000"), ["users: 140, 14000"]],
  [
    "two figures",
    caseOf("5"),
    caseOf("140", { buildCost: known(money("1000 EUR")) }),
    ["users: 5, 140", "build_cost: 90000.00 EUR, 1000.00 EUR"],
  ],
  ["what was left open at the start", { paybackThreshold: number("12") }, caseOf("140"), undefined],
])("%s", (_, then, now, expected) => {
  expect(turned(then, now)).toEqual(expected);
});

test("a start of before keeps no figures", () => {
  expect(turnedCase(caseOf("140"), new Map(), judge(caseOf("140")), judge)).toBeUndefined();
});
