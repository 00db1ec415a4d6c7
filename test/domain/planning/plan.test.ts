import { describe, expect, test } from "vitest";
import { spreadOf, type Spread } from "../../../src/domain/planning/assumed-truth.ts";
import { evalStanding } from "../../../src/domain/evidence/eval-standing.ts";
import { evalPlan, type EvalPlan } from "../../../src/domain/planning/plan.ts";
import { planLevers } from "../../../src/domain/planning/plan-levers.ts";
import { planSentence } from "../../../src/wording/plan.ts";
import { targetText } from "../../../src/domain/scalars/target.ts";
import { binomialProbability } from "../../../src/statistics/distributions/binomial.ts";
import {
  meanChance,
  meanSize,
  separateMeansChance,
  separateMeansSize,
} from "../../../src/statistics/planning/mean-plan.ts";
import { pairedRatioSize } from "../../../src/statistics/planning/paired-plan.ts";
import { pairedShares } from "../../../src/statistics/planning/paired-shares.ts";
import { rateChance } from "../../../src/statistics/planning/rate-chance.ts";
import { entry, evalOf, number, result } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

const plan = (fields: Fields, confidence = 0.95, spread?: Spread): EvalPlan =>
  evalPlan(evalOf(fields), confidence, spread);
const atLeast = (share: string, more: Fields = {}): Fields => ({
  better: "higher",
  target: `value >= ${share}`,
  ...more,
});

describe("one rate", () => {
  // Smallest counts for met at a one-sided confidence of 95%.
  test.each([
    ["90%", [29, 29]],
    ["90%", [49, 50]],
    ["90%", [58, 59]],
    ["90%", [96, 100]],
    ["90%", [188, 200]],
    ["90%", [279, 300]],
    ["90%", [462, 500]],
    ["95%", [59, 59]],
    ["95%", [99, 100]],
    ["95%", [196, 200]],
  ] as const)("%s is met by %j", (share, [x, n]) => {
    expect(plan(atLeast(share, { minN: n })).leastGood).toEqual({ x, n });
  });

  test.each([
    ["80%", "90%", 94],
    ["90%", "95%", 203],
    ["95%", "99%", 124],
  ])("%s takes, if %s is true, %i cases for 80%% from there on", (share, expected, size) => {
    expect(plan(atLeast(share, { expected })).size).toBe(size);
  });

  test("the chance is the exact one, also of failures and against an exact baseline", () => {
    const chance = rateChance({ target: 0.12, side: "at-most", rate: 0.08, n: 175, confidence: 0.95 });
    expect(plan({ target: "value <= 12%", expected: "8%", minN: 175 }).chance).toBeCloseTo(chance, 12);
    expect(
      plan({ baseline: "20%", target: "reduction >= 40%", expected: "reduction 60%", minN: 175 }).chance,
    ).toBeCloseTo(chance, 12);
    expect(plan({ baseline: "20%", target: "difference >= 8pp", expected: "value 8%", minN: 175 }).chance).toBeCloseTo(
      chance,
      12,
    );
  });

  test("without an expectation half as many go wrong as the target allows", () => {
    expect(plan({ target: "value <= 12%" }).assumed).toEqual({ figure: 0.06, basis: "half-allowed" });
    expect(plan(atLeast("90%")).assumed).toEqual({ figure: 0.95, basis: "half-allowed" });
    expect(plan({ baseline: "40/200", target: "reduction >= 40%" }).assumed?.figure).toBeCloseTo(0.06, 12);
    expect(plan({ better: "higher", baseline: "120/200", target: "gain >= 20%" }).assumed?.figure).toBeCloseTo(
      0.86,
      12,
    );
  });

  test("fewer cases than make any target met have no chance", () => {
    expect(plan(atLeast("50%", { minN: 9, expected: "99%" }))).toMatchObject({
      chance: 0,
      leastGood: undefined,
      undecidable: { kind: "too-few", least: 10 },
    });
  });
});

/** The chance by what the verdict would be for every count that can come out. */
function chanceByVerdicts(fields: Fields, n: number, rate: number): number {
  const item = evalOf(fields);
  let chance = 0;
  for (let x = 0; x <= n; x++) {
    const standing = evalStanding(
      item,
      [{ entry: entry("2026-11-25"), index: 0, result: { eval: item.id, arm: "", count: { x, n } } }],
      { confidence: 0.95, last: true },
    );
    if (standing.verdict === "met") chance += binomialProbability(x, n, rate);
  }
  return chance;
}

describe("a change against a counted baseline", () => {
  test.each<Fields>([
    { baseline: "82/400", target: "reduction >= 40%", expected: "reduction 60%", minN: 150 },
    { baseline: "10/50", target: "reduction >= 40%", expected: "reduction 70%", minN: 50 },
    { baseline: "41/200", target: "difference >= 5pp", expected: "difference 12pp", minN: 120 },
    { better: "higher", baseline: "120/200", target: "gain >= 10%", expected: "gain 25%", minN: 90 },
    { better: "higher", baseline: "120/200", target: "difference >= 5pp", expected: "value 75%", minN: 90 },
    { measure: "percentile", percentile: 90, target: "value <= 2 s", minN: 80 },
    { baseline: "20%", target: "reduction > 40%", minN: 60 },
  ])("has the chance that the verdicts give: %j", (fields) => {
    const { chance, assumed, n, leastGood } = plan(fields);
    expect(chance).toBeGreaterThan(0.05);
    expect(chance).toBeCloseTo(chanceByVerdicts(fields, n!, assumed!.figure), 10);
    expect(leastGood?.n).toBe(n);
  });

  test.each<Fields>([
    { baseline: "82/400", target: "reduction >= 40%", expected: "reduction 60%" },
    { baseline: "8/40", target: "reduction >= 40%", expected: "reduction 80%" },
    { baseline: "120/200", better: "higher", target: "difference >= 5pp", expected: "value 80%" },
  ])("has a size from which on the chance stays at 80%%: %j", (fields) => {
    const { size } = plan(fields);
    const chanceAt = (n: number) => plan({ ...fields, minN: n }).chance!;
    expect(chanceAt(size! - 1)).toBeLessThan(0.8);
    expect(Math.min(...Array.from({ length: 300 }, (_, k) => chanceAt(size! + k)))).toBeGreaterThanOrEqual(0.8);
  });

  test("a baseline of few cases leaves a reduction open, however many candidates are counted", () => {
    expect(plan({ baseline: "10/50", target: "reduction >= 40%", expected: "reduction 60%" }).size).toBeNull();
    expect(
      planSentence(plan({ baseline: "10/50", target: "reduction >= 40%", expected: "reduction 60%", minN: 50 })),
    ).toBe(
      "8% chance of meeting the target with 50 cases if 60% fewer is true, so it will probably end inconclusive; no number of cases gives an 80% chance, because the baseline, 10 of 50, is too uncertain itself",
    );
  });
});

const ONE_TO_FIVE = { least: number("1"), most: number("5") };

describe("a mean", () => {
  const fields: Fields = { measure: "mean", target: "value <= 1800 ms", expected: "1.5 s", minN: 30 };
  test("needs a spread, in any unit of time, and then has the chance of the t test", () => {
    expect(plan(fields)).toMatchObject({
      chance: undefined,
      size: undefined,
      why: { code: "spread-unknown" },
    });
    const item = evalOf(fields);
    const standing = evalStanding(
      item,
      [{ entry: entry("2026-11-25"), index: 0, result: result(item.id, "1.6 s", { n: 12, sd: number("0.5") }) }],
      { confidence: 0.95, last: false },
    );
    const spread = spreadOf([standing], item);
    expect(spread).toEqual({ mean: 1600, sd: 500 });
    const goal = { mean: 1500, sd: 500, target: 1800, side: "at-most", confidence: 0.95 } as const;
    expect(plan(fields, 0.95, spread)).toMatchObject({
      chance: meanChance({ ...goal, n: 30 }),
      size: Math.max(30, meanSize({ ...goal, power: 0.8 })!),
    });
  });

  test.each<[string, Parameters<typeof evalOf>[0], number, number, number]>([
    ["a score", { target: "value >= 3.5", expected: "value 3.8" }, 0.8, 78, 44],
    ["a score where less is better", { better: "lower", target: "value <= 2.5", expected: "value 2.2" }, 0.8, 78, 44],
    ["hardly any spread", { target: "value >= 4.5", expected: "value 4.6" }, 0.1, 170, 9],
    [
      "against a baseline that was measured",
      { baseline: "3.5 sd 0.8 n 400", target: "difference >= 0", expected: "difference 0.4" },
      0.8,
      140,
      27,
    ],
    ["relative to it", { baseline: "3.5 sd 0.8 n 400", target: "gain >= 0%", expected: "gain 12%" }, 0.8, 200, 27],
  ])("within a range is planned by the bets that judge it: %s", (_, terms, sd, most, least) => {
    const scores = { measure: "mean", better: "higher", range: ONE_TO_FIVE, ...terms } as const;
    const { size, chance } = plan({ ...scores, minN: most }, 0.95, { sd, mean: undefined });
    const { range: _range, ...unbounded } = scores;
    const plain = plan(unbounded, 0.95, { sd, mean: undefined }).size!;
    expect(size).toBeGreaterThan(plain);
    expect([size! <= most, size! > least, chance! >= 0.8]).toEqual([true, true, true]);
    expect(plan({ ...scores, minN: size! - 1 }, 0.95, { sd, mean: undefined }).chance).toBeLessThan(0.8);
  });

  test("within a range says how few perfect values could ever meet it", () => {
    const scores = { measure: "mean", better: "higher", range: ONE_TO_FIVE, target: "value >= 4.8" } as const;
    const few = plan({ ...scores, minN: 5 }).undecidable;
    expect(few).toMatchObject({ kind: "too-few", n: 5 });
    const least = few?.kind === "too-few" ? few.least! : 0;
    expect([plan({ ...scores, minN: least }).undecidable, plan({ ...scores, minN: least - 1 }).undecidable]).toEqual([
      undefined,
      expect.objectContaining({ kind: "too-few", least }),
    ]);
  });

  test("without an expectation is taken as measured; with neither nothing is said", () => {
    const { expected: _, ...bare } = fields;
    expect(plan(bare, 0.95, { sd: 500, mean: 1600 }).assumed).toEqual({ figure: 1600, basis: "measured" });
    expect(plan(bare, 0.95, { sd: 500, mean: undefined })).toMatchObject({
      chance: undefined,
      why: { code: "expected-unknown" },
    });
  });

  test("against a baseline that was measured has the chance of the test of two samples", () => {
    const spread = { sd: 0.8, mean: undefined };
    const known = {
      mean: 1.5 - 2.1,
      sd1: 0.8,
      sd2: 0.7 * 0.9,
      target: 0,
      side: "at-most",
      confidence: 0.95,
      n2: 60,
    } as const;
    const measured = plan(
      { measure: "mean", baseline: "3 s sd 0.9 n 60", target: "reduction >= 30%", expected: "value 1.5 s", minN: 40 },
      0.95,
      spread,
    );
    expect(measured.chance).toBeCloseTo(separateMeansChance({ ...known, n1: 40 }), 12);
    expect(measured.size).toBe(Math.max(30, separateMeansSize({ ...known, power: 0.8 })!));
  });

  test("against a baseline is counted in the unit of the baseline", () => {
    const { chance } = plan(
      { measure: "mean", baseline: "3 s", target: "reduction >= 30%", expected: "reduction 50%", minN: 40 },
      0.95,
      { sd: 0.8, mean: undefined },
    );
    expect(chance).toBeCloseTo(
      meanChance({ mean: 1.5, sd: 0.8, target: 2.1, side: "at-most", confidence: 0.95, n: 40 }),
      12,
    );
  });
});

test.each([
  [50, 5],
  [90, 29],
  [95, 59],
  [99, 299],
])("p%i is shown by %i runs at the least", (percentile, fewest) => {
  expect(plan({ measure: "percentile", percentile, target: "value <= 2 s" }).fewest).toBe(Math.max(10, fewest));
});

test("a total takes no cases, and what cannot come out both ways says so", () => {
  expect(plan({ measure: "total", target: "value <= 400 EUR" })).toMatchObject({
    size: undefined,
    undecidable: undefined,
  });
  expect(plan({ target: "value <= 0%" }).undecidable?.kind).toBe("never-met");
  expect(plan({ target: "value <= 100%" }).undecidable?.kind).toBe("never-missed");
  expect(plan({ target: "value <= 12%", minN: 5_000_000 }).undecidable).toBeUndefined();
  expect(plan(atLeast("90%", { minN: 28 })).undecidable).toEqual({ kind: "too-few", n: 28, least: 29 });
  expect(plan({ baseline: "20/200", target: "value <= 12%" }).metByBaseline).toBe(true);
});

describe("what would help", () => {
  const lever = (fields: Fields, kind: string) => planLevers(plan(fields)).find((found) => found.kind === kind);

  // Farrington & Manning 1990, cases on each side for a target of 40%, one-sided 95%, 80% chance.
  test.each([
    ["1/20", [10_579, 2431, 984]],
    ["1/10", [5099, 1175, 477]],
    ["1/5", [2359, 547, 223]],
    ["3/10", [1445, 338, 139]],
    ["5/10", [713, 169, 71]],
  ] as const)("counting a baseline of %s anew takes %j", (baseline, sizes) => {
    const found = [50, 60, 70].map((reduction) =>
      lever({ baseline, target: "reduction >= 40%", expected: `reduction ${reduction}%` }, "baseline-too"),
    );
    expect(found).toEqual(sizes.map((perSide) => ({ kind: "baseline-too", perSide })));
  });

  test("cases on which the baseline fails half the time take as many as there", () => {
    expect(lever({ baseline: "10/50", target: "reduction >= 40%", expected: "reduction 60%" }, "hard-cases")).toEqual({
      kind: "hard-cases",
      baselineRate: 0.5,
      perSide: 169,
    });
    expect(
      lever({ baseline: "30/50", target: "reduction >= 40%", expected: "reduction 60%" }, "hard-cases"),
    ).toBeUndefined();
  });

  test("the same cases for both, with an overlap that is said", () => {
    const cases = pairedRatioSize({
      shares: pairedShares(0.08, 0.2, 0.6),
      ratio: 0.6,
      side: "at-most",
      confidence: 0.95,
      power: 0.8,
    });
    // By simulation 385 pairs.
    expect(Math.abs(cases! - 385)).toBeLessThan(10);
    expect(
      lever({ baseline: "40/200", target: "reduction >= 40%", expected: "reduction 60%", minN: 200 }, "same-cases"),
    ).toEqual({ kind: "same-cases", cases, overlap: 0.6 });
    // Of passes the overlap is one of the failures.
    expect(
      lever(
        { better: "higher", baseline: "120/200", target: "difference >= 5pp", expected: "value 75%", minN: 175 },
        "same-cases",
      ),
    ).toMatchObject({ overlap: 0.6 });
  });

  test("the next lower target that the agreed cases do show", () => {
    const fields: Fields = { target: "value <= 12%", expected: "8%", minN: 175 };
    const lower = lever(fields, "lower-target");
    expect(lower?.kind === "lower-target" && targetText(lower.target)).toBe("value <= 15%");
    expect(plan({ ...fields, target: "value <= 14%" }).chance).toBeLessThan(0.8);
    expect(lower).toMatchObject({ chance: plan({ ...fields, target: "value <= 15%" }).chance });
    // A target that the baseline meets already is no help.
    expect(lever({ ...fields, baseline: "13%" }, "lower-target")).toBeUndefined();
  });

  test("90% confidence, unless it is that already", () => {
    const fields = atLeast("90%", { expected: "95%", minN: 100 });
    expect(lever(fields, "confidence")).toEqual({ kind: "confidence", confidence: 0.9, cases: plan(fields, 0.9).size });
    expect(planLevers(plan(fields, 0.9)).some(({ kind }) => kind === "confidence")).toBe(false);
  });

  test("nothing, where the chance is good enough or there is none to raise", () => {
    expect(planLevers(plan(atLeast("90%", { expected: "99%", minN: 100 })))).toEqual([]);
    expect(planLevers(plan({ target: "value <= 0%" }))).toEqual([]);
    expect(planLevers(plan({ measure: "total", target: "value <= 400 EUR" }))).toEqual([]);
  });
});

test.each<[Fields, string]>([
  [
    { baseline: "82/400", target: "reduction >= 40%", expected: "reduction 60%", minN: 400 },
    "75% chance of meeting the target with 400 cases if 60% fewer is true; 496 cases give an 80% chance",
  ],
  [
    { baseline: "82/400", target: "reduction >= 40%", expected: "value 6%", minN: 400 },
    "over 99% chance of meeting the target with 400 cases if 6% is true",
  ],
  [
    { better: "higher", baseline: "120/200", target: "difference >= 5pp", minN: 400 },
    "over 99% chance of meeting the target with 400 cases if 22.5 pp higher is true",
  ],
  [
    atLeast("90%", { expected: "85%", minN: 100 }),
    "under 1% chance of meeting the target with 100 cases if 85% is true, so it will probably end inconclusive; no number of cases gives an 80% chance, because what is expected is not better than the target",
  ],
  [
    atLeast("90%", { minN: 28 }),
    "with 28 cases not even a perfect result would show at least 90%, expected at least 29",
  ],
  [
    { measure: "percentile", percentile: 95, target: "value <= 2 s" },
    "no number of runs is agreed; 434 runs give an 80% chance if 97.5% of runs within 2 s is true",
  ],
  [
    { measure: "mean", target: "value <= 2 s", minN: 30 },
    "no chance can be stated: the spread of the values is not known yet",
  ],
  [{}, "no chance can be stated: it has no target"],
])("%j in a sentence", (fields, sentence) => {
  expect(planSentence(plan(fields))).toBe(sentence);
});
