import { expect, test } from "vitest";
import { evalPlan } from "../../../src/domain/planning/plan.ts";
import { procedureCost } from "../../../src/domain/planning/procedure-cost.ts";
import { evalOf } from "../../support/records.ts";

const RIGHT = evalOf({ better: "higher", target: "value >= 90%", expected: "value 95%", minN: 227 });
const percent = (share: number) => Math.round(share * 100);

test("ten looks take three points of the chance, and save a quarter of the cases", () => {
  const plan = evalPlan(RIGHT, 0.95);
  const { looks } = procedureCost(plan)!;
  expect([percent(plan.chance!), percent(looks!.chance), Math.round(looks!.meanSize)]).toEqual([89, 86, 169]);
});

test("to choose among arms takes 24 to 35 points, and a run that confirms gives them back", () => {
  const { arms } = procedureCost(evalPlan(RIGHT, 0.95))!;
  expect(arms.map(({ arms: count, chance }) => [count, percent(chance)])).toEqual([
    [2, 65],
    [3, 65],
    [5, 54],
  ]);
  for (const { chance, confirmed } of arms) expect(confirmed).toBeGreaterThan(chance + 0.25);
});

test("of what is no plain count, arms are told and looks are not", () => {
  const item = evalOf({ baseline: "82/400", target: "reduction >= 40%", expected: "reduction 60%", minN: 400 });
  const cost = procedureCost(evalPlan(item, 0.95))!;
  expect(cost.looks).toBeUndefined();
  expect(cost.arms).toHaveLength(3);
});

test("where no chance can be told, there is no cost of it", () => {
  expect(procedureCost(evalPlan(evalOf({ target: "value <= 12%" }), 0.95))).toBeUndefined();
});
