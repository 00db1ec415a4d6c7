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
  ["no better than the candidate", CHANGE, [today("31/400"), on("31/400")], true, "Moderate"],
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
  ["a mean that differs", COST, [today("0.05 EUR", spread), on("0.04 EUR", spread)], true, "Moderate"],
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
