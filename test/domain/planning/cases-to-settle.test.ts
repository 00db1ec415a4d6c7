import { describe, expect, test } from "vitest";
import { casesToSettle } from "../../../src/domain/planning/cases-to-settle.ts";
import type { PairedCounts, Result } from "../../../src/domain/records/entry.ts";
import { evalStanding, type EvalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import { settleClause } from "../../../src/wording/plan.ts";
import { rateSize } from "../../../src/statistics/planning/rate-size.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

function standing(fields: Fields, results: readonly Result[], last = true): EvalStanding {
  return evalStanding(
    evalOf(fields),
    results.map((one, k) => ({ entry: entry(`2026-11-${23 + k}`), index: 0, result: one })),
    { confidence: 0.95, last },
  );
}

const of = (figure: string | PairedCounts, more: Partial<Result> = {}) => result("wrong-rate", figure, more);
const clause = (item: EvalStanding) => settleClause(item, casesToSettle(item, 0.95));

describe("how many more cases", () => {
  // The same figure logged again on so many cases, which is one look more, and whether that settles it.
  test.each<[string, Fields, string | PairedCounts, Partial<Result>, (size: number) => Result]>([
    ["a rate", { target: "value <= 12%" }, "9/100", {}, (n) => of(`${Math.ceil(0.09 * n)}/${n}`)],
    ["a rate that misses", { target: "value <= 12%" }, "15/100", {}, (n) => of(`${Math.floor(0.15 * n)}/${n}`)],
    [
      "a reduction",
      { baseline: "82/400", target: "reduction >= 40%" },
      "30/300",
      {},
      (n) => of(`${Math.round(0.1 * n)}/${n}`),
    ],
    [
      "a difference",
      { baseline: "82/400", target: "difference >= 5pp" },
      "36/300",
      {},
      (n) => of(`${Math.round(0.12 * n)}/${n}`),
    ],
    [
      "a share of runs",
      { measure: "percentile", percentile: 95, target: "value <= 2 s" },
      "194/200",
      {},
      (n) => of(`${Math.floor(0.97 * n)}/${n}`),
    ],
    [
      "a mean",
      { measure: "mean", target: "value <= 2 s" },
      "1.9 s",
      { n: 40, sd: number("0.8") },
      (n) => of("1.9 s", { n, sd: number("0.8") }),
    ],
    [
      "a reduction to an exact baseline",
      { baseline: "20%", target: "reduction >= 40%" },
      "9/100",
      {},
      (n) => of(`${Math.ceil(0.09 * n)}/${n}`),
    ],
  ])("%s takes so many, and not one fewer", (_, fields, figure, more, again) => {
    const before = of(figure, more);
    const now = standing(fields, [before]);
    const needed = casesToSettle(now, 0.95)!;
    const size = (now.n ?? 0) + needed.atBest!;
    const verdictAt = (n: number) => standing(fields, [before, again(n)]).verdict;
    expect([now.verdict, verdictAt(size), verdictAt(size - 1)]).toEqual(["unsettled", needed.as, "unsettled"]);
    expect(needed.forChance).toBeGreaterThan(needed.atBest!);
  });

  test("an 80% chance takes what a plan for the measured rate takes, at the confidence that is left", () => {
    const stable = rateSize({ target: 0.12, side: "at-most", rate: 11 / 120, confidence: 0.951, power: 0.8 })!.stable;
    expect(casesToSettle(standing({ target: "value <= 12%" }, [of("11/120")]), 0.95)?.forChance).toBe(stable - 120);
  });

  test("the same items for both", () => {
    const pairs = { both: 18, baseline: 23, candidate: 4, neither: 155 };
    const needed = casesToSettle(standing({ baseline: "41/200", target: "reduction >= 40%" }, [of(pairs)]), 0.95)!;
    const times = Math.ceil((200 + needed.atBest!) / 200);
    const larger = { both: 18 * times, baseline: 23 * times, candidate: 4 * times, neither: 155 * times };
    expect(standing({ baseline: "41/200", target: "reduction >= 40%" }, [of(pairs), of(larger)]).verdict).toBe("met");
    expect(needed.forChance).toBeGreaterThan(needed.atBest!);
  });

  test("cases in groups come in groups, and take more", () => {
    const clusters = (times: number) =>
      Array.from({ length: 12 * times }, (_, k) => ({ sum: number(["0", "0", "3"][k % 3]!), n: 10 }));
    const grouped = of("12/120", { clusters: clusters(1) });
    const fields: Fields = { target: "value <= 15%" };
    const needed = casesToSettle(standing(fields, [grouped]), 0.95)!;
    const single = casesToSettle(standing(fields, [of("12/120")]), 0.95)!;
    const verdictOf = (times: number) =>
      standing(fields, [grouped, of(`${12 * times}/${120 * times}`, { clusters: clusters(times) })]).verdict;
    const times = 1 + needed.atBest! / 120;
    expect([verdictOf(times - 1), verdictOf(times)]).toEqual(["unsettled", "met"]);
    expect(needed.atBest).toBeGreaterThan(single.atBest!);
    expect(needed.forChance).toBeGreaterThan(single.forChance!);
  });

  test("nothing is said of what is settled, unmeasured, without bounds or without a target", () => {
    expect(casesToSettle(standing({ target: "value <= 12%" }, [of("1/200")]), 0.95)).toBeUndefined();
    expect(casesToSettle(standing({ target: "value <= 12%" }, []), 0.95)).toBeUndefined();
    expect(casesToSettle(standing({ target: "value <= 12%" }, [of("11%")]), 0.95)).toBeUndefined();
    expect(casesToSettle(standing({}, [of("11/120")]), 0.95)).toBeUndefined();
    expect(
      casesToSettle(standing({ target: "value <= 12%", tunedOnTheseItems: true }, [of("11/120")]), 0.95),
    ).toBeUndefined();
    expect(
      casesToSettle(
        standing({ measure: "mean", target: "value <= 2 s" }, [of("1.9 s", { n: 2, sd: number("0.1") })]),
        0.95,
      ),
    ).toBeUndefined();
  });
});

test.each<[string, EvalStanding, string]>([
  [
    "leaning met",
    standing({ target: "value <= 12%" }, [of("11/120")]),
    "about 270 more cases would settle it if the rate holds (about 690 more for an 80% chance)",
  ],
  [
    "leaning not met",
    standing({ target: "value <= 12%" }, [of("16/120")]),
    "about 1,600 more cases would show that it is missed if the rate holds (about 3,900 more for an 80% chance)",
  ],
  [
    "on the line",
    standing({ target: "value <= 12%" }, [of("12/100")]),
    "it is so close to the target that no number of cases would settle it",
  ],
  [
    "fewer than agreed",
    standing({ target: "value <= 12%", minN: 200 }, [of("0/100")]),
    "the 100 more cases that were agreed would settle it if the rate holds",
  ],
  [
    "a baseline of few cases",
    standing({ baseline: "41/200", target: "reduction >= 40%" }, [of("22/200")]),
    "more cases alone would not settle it: the baseline, 41 of 200, is too uncertain itself; count the baseline on more cases as well",
  ],
  [
    "a look at what would do on the last day",
    standing({ target: "value <= 12%" }, [of("10/150")], false),
    "no more cases are needed if the rate holds: it is judged on the last day",
  ],
  [
    "the best of two arms",
    standing({ target: "value <= 12%" }, [of("20/150", { arm: "a" }), of("11/150", { arm: "b" })]),
    "a fresh run of the chosen arm on about 200 cases would settle it if the rate holds",
  ],
  [
    "runs",
    standing({ measure: "percentile", percentile: 95, target: "value <= 2 s" }, [of("194/200")]),
    "about 160 more runs would settle it if the share holds (about 500 more for an 80% chance)",
  ],
  [
    "values",
    standing({ measure: "mean", target: "value <= 2 s" }, [of("1.9 s", { n: 40, sd: number("0.8") })]),
    "about 140 more values would settle it if the mean holds (about 360 more for an 80% chance)",
  ],
  ["settled", standing({ target: "value <= 12%" }, [of("1/200")]), ""],
])("%s, in words", (_, item, words) => {
  expect(clause(item)).toBe(words);
});
