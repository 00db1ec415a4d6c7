import { expect, test } from "vitest";
import { brokenCasesCheck } from "../../../src/checks/evidence/broken-cases.ts";
import { howSure } from "../../../src/memo/page-one/how-sure.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked } from "../../support/checked.ts";
import { DAY, FAST, FEWER, RATE, RIGHT, SCORE, on, poc, withEval } from "../../support/one-eval.ts";
import { number, standing } from "../../support/records.ts";

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
  [
    "more than the eval allows",
    withEval({ target: "value <= 50%", minN: 200, maxErrors: number("5") }, "wrong-rate > 80%"),
    on("5/360", { errors: 40 }),
    ["errors-many"],
  ],
  [
    "as many as the eval allows",
    withEval({ target: "value <= 50%", minN: 200, maxErrors: number("20") }, "wrong-rate > 80%"),
    on("5/340", { errors: 60 }),
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
  expect(howSure(all.evals[0]!, all).because).toHaveLength(codes.length);
});
