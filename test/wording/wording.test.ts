import { describe, expect, test } from "vitest";
import type { Result } from "../../src/domain/records/evals/result.ts";
import { evalStanding } from "../../src/domain/evidence/eval-standing.ts";
import type { Eval } from "../../src/domain/records/eval.ts";
import { evalSentence, evalWording } from "../../src/wording/evals.ts";
import { evalOf, money, must, number, quantity } from "../support/records.ts";
import { parseCount } from "../../src/domain/scalars/count.ts";
import {
  countLabel,
  hoursLabel,
  listLabel,
  moneyLabel,
  monthsLabel,
  shareLabel,
} from "../../src/domain/scalars/labels.ts";
import { termLabel, termTextLabel } from "../../src/domain/records/terms.ts";

test.each([
  [moneyLabel(money("1240 EUR")), "1,240.00 EUR"],
  [moneyLabel(money("-1234567.89 EUR")), "-1,234,567.89 EUR"],
  [moneyLabel(money("999 JPY")), "999 JPY"],
  [moneyLabel(money("1.234 KWD")), "1.234 KWD"],
  [hoursLabel(number("1238.50")), "1,238.5 h"],
  [hoursLabel(number("0")), "0 h"],
  [shareLabel(0.62), "62%"],
  [shareLabel(0.9996), "99.96%"],
  [shareLabel(1), "100%"],
  [shareLabel(1.0004), "100.04%"],
  [monthsLabel(number("1")), "1 month"],
  [monthsLabel(number("2.8")), "2.8 months"],
  [monthsLabel("never"), "never"],
  [countLabel(1, "entry", "entries"), "1 entry"],
  [countLabel(1200, "day"), "1,200 days"],
  [listLabel([]), ""],
  [listLabel(["a", "b", "c"]), "a, b and c"],
  [termLabel("evals.wrong-rate.min_n"), "least number of cases of wrong-rate"],
  [termLabel("kill-criteria.no-residency.by"), "day of no-residency"],
  [termLabel("timebox.working_days"), "working days of the timebox"],
  [termLabel("spend_cap"), "spend cap"],
  [termLabel("value.thresholds.payback"), "payback threshold"],
  [termTextLabel("reduction >= 40%"), "reduction ≥ 40%"],
])("%s", (label, expected) => {
  expect(label).toBe(expected);
});

type Shape = Parameters<typeof evalOf>[0];

function standing(item: Shape, results: readonly Partial<Result>[], last = true) {
  const made: Eval = evalOf({
    metric: "Wrong answers",
    baseline: "41/200",
    target: "reduction >= 40%",
    minN: 100,
    ...item,
  });
  const entry = { id: "aaaaaaa", at: { epochMs: 0 } } as never;
  return evalStanding(
    made,
    results.map((result, index) => ({ entry, index, result: { eval: made.id, arm: "", ...result } })),
    { confidence: 0.95, last },
  );
}

const count = (text: string) => ({ count: must(parseCount(text)) });

describe("an eval in words", () => {
  test.each<[string, ReturnType<typeof standing>, string]>([
    ["unmeasured", standing({}, []), "Wrong answers: not measured yet. Needed: at least 40% fewer."],
    [
      "met",
      standing({}, [count("5/200")]),
      "Wrong answers: 5 of 200, against 41 of 200 before: 87.8% fewer. The true figure could plausibly be anywhere from 74.5% to 94.2% fewer (90%). Needed: at least 40% fewer. Met.",
    ],
    [
      "unsettled",
      standing({}, [count("22/200")]),
      "Wrong answers: 22 of 200, against 41 of 200 before: 46.3% fewer. The true figure could plausibly be anywhere from 20.1% to 64.1% fewer (90%). Needed: at least 40% fewer. Unsettled, leaning met (the target lies inside the plausible range, and the agreed chance of a false verdict is used up: a further run meets it only beyond any doubt).",
    ],
    [
      "worse than before",
      standing({}, [count("60/200")]),
      "Wrong answers: 60 of 200, against 41 of 200 before: 46.3% more. The true figure could plausibly be anywhere from 9.7% to 95.8% more (90%). Needed: at least 40% fewer. Not met.",
    ],
    [
      "a look before the end, of few cases",
      standing({}, [count("5/50")], false),
      "Wrong answers: 5 of 50, against 41 of 200 before: 51% fewer. With only 50 cases, the true figure could plausibly be anywhere from 35% more to 84% fewer (98.9%). Needed: at least 40% fewer. INTERIM: unsettled, leaning met (too early to tell: this is a look before the planned end).",
    ],
    [
      "pairs",
      standing({}, [{ pairs: { both: 15, baseline: 26, candidate: 3, neither: 156 } }]),
      "Wrong answers: 18 of 200, against 41 of 200 of the same cases before: 56.1% fewer. The true figure could plausibly be anywhere from 40.3% to 68.9% fewer (90%). Needed: at least 40% fewer. Met.",
    ],
    [
      "runs within a limit",
      standing({ measure: "percentile", percentile: 95, target: "value <= 2 s" }, [count("196/200")]),
      "Wrong answers: 196 of 200 runs within 2 s: 98.0%. The true figure could plausibly be anywhere from 95.5% to 99.3% (90%). Needed: at least 95% of runs within 2 s. Met.",
    ],
    [
      "a contradiction",
      standing({}, [{ value: quantity("4 EUR") }]),
      "Wrong answers: 4 EUR, against 41 of 200 before. Needed: at least 40% fewer. Invalid (the result is in EUR, the target in %).",
    ],
  ])("%s", (_, item, sentence) => {
    expect(evalSentence(item)).toBe(sentence);
  });

  test("a mean that is judged as it stands is said once", () => {
    const { baseline: _, ...bare } = evalOf({ metric: "Time", measure: "mean", target: "value <= 2 s" });
    const item = evalStanding(
      bare,
      [
        {
          entry: { id: "aaaaaaa", at: { epochMs: 0 } } as never,
          index: 0,
          result: { eval: bare.id, arm: "", value: quantity("1.4 s"), n: 40, sd: number("0.8") },
        },
      ],
      { confidence: 0.95, last: true },
    );
    expect(evalWording(item)).toMatchObject({
      counts: "1.4 s, mean of 40",
      result: "",
      range: "1.19 s to 1.61 s",
      needed: "at most 2 s",
    });
  });

  test.each<[string, Parameters<typeof standing>[0], Partial<Result>, string]>([
    [
      "a mean",
      { measure: "mean", target: "value <= 2 s" },
      { value: quantity("1.4 s"), n: 40, sd: number("0.8") },
      "1.4 s, mean of 40",
    ],
    ["a bare mean", { measure: "mean", target: "value <= 2 s" }, { value: quantity("1.4 s") }, "1.4 s"],
    [
      "a percentile",
      { measure: "percentile", target: "value <= 2 s" },
      { value: quantity("1.8 s"), n: 100 },
      "1.8 s, 95th percentile of 100 runs",
    ],
    [
      "another",
      { measure: "percentile", percentile: 91, target: "value <= 2 s" },
      { value: quantity("1.8 s"), n: 1 },
      "1.8 s, 91st percentile of 1 run",
    ],
    ["a bare percentile", { measure: "percentile", target: "value <= 2 s" }, { value: quantity("1.8 s") }, "1.8 s"],
    [
      "a percentile by its runs",
      { measure: "percentile", target: "value <= 2 s" },
      count("96/100"),
      "96 of 100 runs within 2 s",
    ],
    [
      "a total",
      { measure: "total", target: "value <= 90 EUR" },
      { value: quantity("80 EUR"), n: 100 },
      "80 EUR, total of 100 cases",
    ],
    ["a share", { target: "value <= 12%" }, { value: quantity("11.3%"), n: 150 }, "11.3%, of 150 cases"],
    [
      "a share of several runs a case",
      { target: "value <= 12%" },
      { value: quantity("11.3%"), n: 50, runs: 150 },
      "11.3%, mean of 50 cases in 150 runs",
    ],
    [
      "tries that pass",
      { measure: "pass@k", k: 2, target: "value >= 80%" },
      { value: quantity("81.3%"), n: 50, runs: 150 },
      "81.3%, mean of 50 cases in 150 runs",
    ],
  ])("what a figure was made of is said by its measure: %s", (_, more, figure, measured) => {
    expect(evalWording(standing(more, [figure])).measured).toBe(measured);
  });

  test("a mean below zero keeps its sign, and a change does not", () => {
    const item = standing({ measure: "mean", baseline: "3 s", target: "value >= -2 s", better: "higher" }, [
      { value: quantity("-1.4 s"), n: 40, sd: number("0.8") },
    ]);
    expect(evalWording(item).range).toBe("-1.61 s to -1.19 s");
  });
});
