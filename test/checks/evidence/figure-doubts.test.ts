import { expect, test } from "vitest";
import { brokenCasesCheck } from "../../../src/checks/evidence/broken-cases.ts";
import { measuredBaseline } from "../../../src/checks/evidence/measured-baseline.ts";
import { resultWithoutCount } from "../../../src/checks/evidence/result-without-count.ts";
import { howSure } from "../../../src/memo/page-one/how-sure.ts";
import { againstSection } from "../../../src/memo/page-one/against.ts";
import type { Result } from "../../../src/domain/records/entry.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked } from "../../support/checked.ts";
import { SOUND, entry, evalOf, killOf, number, result, standing, start, type Poc } from "../../support/records.ts";

const DAY = "2026-12-01";

/** One entry a day, from the first on: day1, day2. */
function poc(definitions: Definitions, ...results: readonly Result[]): Poc {
  const log = results.map((one, k) => entry(`2026-11-${24 + k}`, { id: `day${k + 1}`, results: [one] }));
  return { definitions, log: [start(definitions), ...log] };
}

function withEval(item: Parameters<typeof evalOf>[0], when = "wrong-rate > 18%"): Definitions {
  return { ...SOUND, evals: [evalOf(item)], killCriteria: [killOf({ when, by: "2026-12-02" })] };
}

const on = (figure: Parameters<typeof result>[1], more: Partial<Result> = {}) => result("wrong-rate", figure, more);

const RATE = withEval({ target: "value <= 12%", minN: 200 });
const FEWER = withEval({ baseline: "82/400", target: "reduction >= 40%", minN: 200 });
const RIGHT = withEval({ better: "higher", target: "value >= 80%", minN: 200 }, "wrong-rate < 70%");
const FAST = withEval({ measure: "percentile", percentile: 90, target: "value <= 2 s", minN: 200 }, "wrong-rate < 80%");
const SCORE = withEval({ measure: "mean", better: "higher", target: "value >= 3", minN: 30 }, "wrong-rate < 2");

test.each<[string, Definitions, readonly Result[], readonly string[]]>([
  ["beyond target and kill line", RATE, [on("31/400"), on("27%")], ["day2"]],
  ["beyond the target alone", RATE, [on("31/400"), on("15%")], ["day2"]],
  ["beyond a target that is a change", FEWER, [on("31/400"), on("14%")], ["day2"]],
  ["too few right", RIGHT, [on("370/400"), on("75%")], ["day2"]],
  ["a percentile in its unit", FAST, [on("390/400"), on("2300 ms")], ["day2"]],
  ["a good figure", RATE, [on("31/400"), on("8%")], []],
  ["a good figure of what is right", RIGHT, [on("370/400"), on("95%")], []],
  ["followed by a count of the planned size", RATE, [on("31/400"), on("27%"), on("30/400")], []],
  ["followed by a few good cases", RATE, [on("31/400"), on("27%"), on("1/20")], ["day2"]],
  ["before the count", RATE, [on("27%"), on("31/400")], []],
  ["of another arm", RATE, [on("31/400", { arm: "a" }), on("27%", { arm: "b" })], []],
  ["of no arm that is named", RATE, [on("31/400", { arm: "a" }), on("27%")], ["day2"]],
  ["what the count says already", RATE, [on("70/400"), on("15%")], []],
])("a newer figure without a count: %s", (_, definitions, results, entries) => {
  const records = poc(definitions, ...results);
  expect(checked(resultWithoutCount, records, DAY)).toEqual(
    entries.map((id) => `result-without-count log/${id}.yaml results[0]`),
  );
  const { notes } = againstSection(standing(records, DAY), 30);
  expect(notes.filter(({ text }) => text.includes("without its count")).flatMap((note) => note.entries)).toEqual(
    entries,
  );
});

test.each<[string, Definitions, Result, readonly string[]]>([
  ["the worst case is beyond the kill line", RATE, on("31/400", { errors: 120 }), ["errors-could-reverse"]],
  ["few, and the target would be open", RATE, on("31/400", { errors: 20 }), ["errors-could-reverse"]],
  ["few, and nothing turns", RATE, on("5/400", { errors: 3 }), []],
  [
    "many, and nothing turns",
    withEval({ target: "value <= 50%", minN: 200 }, "wrong-rate > 80%"),
    on("5/400", { errors: 60 }),
    ["errors-many"],
  ],
  [
    "exactly one in ten",
    withEval({ target: "value <= 50%", minN: 200 }, "wrong-rate > 80%"),
    on("5/360", { errors: 40 }),
    [],
  ],
  ["of what is right", RIGHT, on("370/400", { errors: 80 }), ["errors-could-reverse"]],
  ["runs within a limit", FAST, on("390/400", { errors: 40 }), ["errors-could-reverse"]],
  ["a mean has no worst value", SCORE, on("4", { n: 40, sd: number("0.5"), errors: 2 }), []],
  ["a mean of which many broke", SCORE, on("4", { n: 40, sd: number("0.5"), errors: 9 }), ["errors-many"]],
  [
    "pairs",
    FEWER,
    on({ both: 20, baseline: 62, candidate: 11, neither: 307 }, { errors: 40 }),
    ["errors-could-reverse"],
  ],
  [
    "groups",
    RATE,
    on("20/400", {
      errors: 60,
      clusters: Array.from({ length: 40 }, (_, k) => ({ sum: number(String(k % 2)), n: 10 })),
    }),
    ["errors-could-reverse"],
  ],
])("cases that broke: %s", (_, definitions, one, codes) => {
  const records = poc(definitions, one);
  expect(checked(brokenCasesCheck, records, DAY)).toEqual(
    codes.map((code) => `${code} log/day1.yaml results[0].errors`),
  );
  const all = standing(records, DAY);
  expect(howSure(all.evals[0]!, all).level).toBe(codes.length > 0 ? "Moderate" : "High");
});

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
