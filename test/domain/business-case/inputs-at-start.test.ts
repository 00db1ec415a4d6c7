import { expect, test } from "vitest";
import { caseAtStart, likelyInputs, turnedCase } from "../../../src/domain/business-case/inputs-at-start.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { decimalText } from "../../../src/domain/scalars/decimal.ts";
import { entry, known, money, number, SOUND, spent, standing, start } from "../../support/records.ts";

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

const NOTHING: BusinessCase = { paybackThreshold: number("12") };

/** A PoC that began with one business case and has another in its file by now. */
function changed(then: BusinessCase, now: BusinessCase, inputs = likelyInputs(then), log = [start()].slice(1)) {
  const begun = start({ ...SOUND, value: then });
  return standing(
    {
      definitions: { ...SOUND, value: now },
      log: [{ ...begun, start: { ...begun.start!, inputs } }, ...log],
    },
    "2026-11-26",
  );
}

const review = (cost: string) => ({ reviewCost: known(money(cost)) });
const revenue = (amount: string) => ({ incrementalRevenue: known(money(amount)) });

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
  ["what was left open at the start", NOTHING, caseOf("140"), undefined],
  ["a cost that is gone", caseOf("140", review("500000 EUR")), caseOf("140"), ["review_cost: 500000.00 EUR, none"]],
  ["a cost that is gone and turned nothing", caseOf("140", review("500 EUR")), caseOf("140"), undefined],
  [
    "a revenue that is new",
    caseOf("5"),
    caseOf("5", revenue("400000 EUR")),
    ["incremental_revenue: none, 400000.00 EUR"],
  ],
  ["a cost that is new", caseOf("140"), caseOf("140", review("500000 EUR")), ["review_cost: none, 500000.00 EUR"]],
  ["a needed figure that is gone", caseOf("140"), omit(caseOf("140"), "users"), ["users: 140, none"]],
  [
    "a figure that cannot be read any more",
    caseOf("140"),
    { ...omit(caseOf("140"), "users"), unread: [["users"]] },
    ["users: 140, none"],
  ],
  [
    "a needed figure that was open, and a cost that is gone",
    omit(caseOf("140", review("500000 EUR")), "users"),
    caseOf("140"),
    ["review_cost: 500000.00 EUR, none"],
  ],
])("%s", (_, then, now, expected) => {
  const found = turnedCase(changed(then, now))?.changed.map(
    ({ name, before = "none", now: current = "none" }) => `${name}: ${before}, ${current}`,
  );
  expect(found).toEqual(expected);
});

test("the case of the start has what the log says of costs, at the users of the start", () => {
  const log = [entry("2026-11-24", { spend: [spent("10 EUR")], tasks: [{ count: { x: 90, n: 100 }, arm: "" }] })];
  const { value } = caseAtStart(changed(caseOf("140"), caseOf("14"), undefined, log))!;
  // 0.10 EUR a task × 140 × 5 × 220.
  expect(value.modelCost.projected?.minor).toBe(1_540_000n);
  expect(value.payback === "never" ? value.payback : decimalText(value.payback!)).toBe("2.1");
});

test("a start of before keeps no figures", () => {
  const begun = start({ ...SOUND, value: caseOf("140") });
  const old = standing({ definitions: { ...SOUND, value: caseOf("14") }, log: [begun] }, "2026-11-26");
  expect(caseAtStart(old)).toBeUndefined();
});

function omit(value: BusinessCase, key: keyof BusinessCase): BusinessCase {
  const { [key]: _, ...others } = value;
  return others;
}
