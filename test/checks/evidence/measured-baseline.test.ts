import { expect, test } from "vitest";
import { measuredBaseline } from "../../../src/checks/evidence/measured-baseline.ts";
import { howSure } from "../../../src/memo/page-one/how-sure.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked } from "../../support/checked.ts";
import { DAY, on, poc, withEval } from "../../support/one-eval.ts";
import { number, standing } from "../../support/records.ts";

const TODAY = { arms: [{ name: "today", baseline: true }] };
const today = (figure: string, more: Partial<Result> = {}) => on(figure, { arm: "today", ...more });
const CHANGE = withEval({ baseline: "82/400", target: "reduction >= 40%", minN: 200, ...TODAY });
const COST = withEval(
  { measure: "mean", baseline: "0.09 EUR", target: "reduction >= 40%", minN: 30, ...TODAY },
  "wrong-rate > 1 EUR",
);
const spread = { sd: number("0.01"), n: 50 };

test.each<[string, Definitions, readonly Result[], boolean, string]>([
  ["no better than the candidate", CHANGE, [today("31/400"), on("31/400")], true, "–"],
  ["as agreed", CHANGE, [today("80/400"), on("20/400")], false, "High"],
  ["not measured", CHANGE, [on("20/400")], false, "High"],
  [
    "could be the agreed one, and the target is missed against it",
    CHANGE,
    [today("68/400"), on("31/400")],
    true,
    "Moderate",
  ],
  ["worse than agreed", CHANGE, [today("140/400"), on("20/400")], true, "Moderate"],
  [
    "a plain target rests on no baseline",
    withEval({ baseline: "82/400", target: "value <= 12%", minN: 200, ...TODAY }),
    [today("31/400"), on("31/400")],
    true,
    "High",
  ],
  ["a mean that differs", COST, [today("0.05 EUR", spread), on("0.04 EUR", spread)], true, "–"],
  ["a mean as agreed", COST, [today("0.091 EUR", spread), on("0.04 EUR", spread)], false, "High"],
  ["a bare figure has no range", CHANGE, [today("8%"), on("20/400")], false, "High"],
])("today's system measured: %s", (_, definitions, results, contradicted, level) => {
  const records = poc(definitions, ...results);
  expect(checked(measuredBaseline, records, DAY)).toEqual(
    contradicted ? ["baseline-contradicted log/day1.yaml results[0]"] : [],
  );
  const all = standing(records, DAY);
  expect(howSure(all.evals[0]!, all).level).toBe(level);
});

const BIG = withEval({ baseline: "120/400", target: "reduction >= 40%", minN: 200, ...TODAY });
const met = (...results: readonly Result[]) => [BIG, results, "met", undefined] as const;
const open = (...results: readonly Result[]) => [BIG, results, "unsettled", "baseline-contradicted"] as const;

test.each<[string, readonly [Definitions, readonly Result[], string, string | undefined]]>([
  ["agrees", met(today("118/400"), on("45/400"))],
  ["was not measured", met(on("45/400"))],
  ["contradicts what was agreed", open(today("62/400"), on("45/400"))],
  ["contradicts it, and a later run agrees", open(today("62/400"), on("45/400"), today("120/400"))],
  ["contradicts it after many that agree", open(today("119/400"), today("121/400"), on("45/400"), today("62/400"))],
  ["contradicts it, and the target is met against it all the same", met(today("62/400"), on("10/400"))],
  ["is worse than agreed", met(today("190/400"), on("45/400"))],
  [
    "contradicts itself, each run within chance of what was agreed",
    open(today("100/400"), today("140/400"), on("55/400")),
  ],
  ["is missed in any case", [BIG, [today("62/400"), on("110/400")], "not met", "missed-so-far"]],
  [
    "is a mean that contradicts what was agreed",
    [COST, [today("0.05 EUR", spread), on("0.04 EUR", spread)], "unsettled", "baseline-contradicted"],
  ],
  [
    "is in no target that is a plain value",
    [
      withEval({ baseline: "120/400", target: "value <= 15%", minN: 200, ...TODAY }),
      [today("62/400"), on("40/400")],
      "met",
      undefined,
    ],
  ],
])("a target is met against today's system as well, where that %s", (_, [definitions, results, verdict, why]) => {
  const [judged] = standing(poc(definitions, ...results), DAY).evals;
  expect([judged?.verdict, judged?.why?.code]).toEqual([verdict, why]);
});
