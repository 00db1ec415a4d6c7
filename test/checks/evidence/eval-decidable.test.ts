import { expect, test } from "vitest";
import { evalDecidable } from "../../../src/checks/evidence/eval-decidable.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, amended, decided, evalOf, standing, start, withCharter } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

const withEval = (fields: Fields): Definitions => ({ ...SOUND, evals: [evalOf(fields)] });
const draft = (fields: Fields) => ({ definitions: withEval(fields) });
const FEW: Fields = { target: "value <= 12%", expected: "8%", minN: 175 };
const WEAK = withEval(FEW);
const TARGET = "eval-undecidable evals.yaml wrong-rate.target";
const UNDERPOWERED = "eval-underpowered evals.yaml wrong-rate.min_n";
const MIN_N = "eval-undecidable evals.yaml wrong-rate.min_n";

test.each<Row>([
  ["a sound one", {}, "2026-11-20", []],
  ["no target yet", draft({}), "2026-11-20", []],
  ["no baseline, which the reader reports", draft({ target: "reduction >= 40%" }), "2026-11-20", []],
  ["a rate of nothing", draft({ target: "value <= 0%" }), "2026-11-20", [TARGET]],
  ["a rate of everything", draft({ better: "higher", target: "value >= 100%" }), "2026-11-20", [TARGET]],
  ["any rate at all", draft({ target: "value <= 100%" }), "2026-11-20", [TARGET]],
  ["a reduction of all there is", draft({ baseline: "41/200", target: "reduction >= 100%" }), "2026-11-20", [TARGET]],
  ["a change of a baseline of zero", draft({ baseline: "0/200", target: "reduction >= 40%" }), "2026-11-20", [TARGET]],
  [
    "beyond all, which the reader reports",
    draft({ baseline: "41/200", target: "reduction >= 120%" }),
    "2026-11-20",
    [],
  ],
  ["another unit, which the reader reports", draft({ target: "value <= 12 s" }), "2026-11-20", []],
  // 29 of 29 show 90%, 28 of 28 do not.
  ["28 cases for 90%", draft({ better: "higher", target: "value >= 90%", minN: 28 }), "2026-11-20", [MIN_N]],
  ["29 cases for 90%", draft({ better: "higher", target: "value >= 90%", minN: 29 }), "2026-11-20", [UNDERPOWERED]],
  // Of a p95 it takes 59 runs.
  [
    "58 runs for a p95",
    draft({ measure: "percentile", percentile: 95, target: "value <= 2 s", minN: 58 }),
    "2026-11-20",
    [MIN_N],
  ],
  [
    "59 runs for a p95",
    draft({ measure: "percentile", percentile: 95, target: "value <= 2 s", minN: 59 }),
    "2026-11-20",
    [UNDERPOWERED],
  ],
  [
    "a reduction on too few cases",
    draft({ baseline: "10/20", target: "reduction >= 60%", minN: 5 }),
    "2026-11-20",
    [MIN_N],
  ],
  [
    "fewer cases than ever make a target met",
    draft({ better: "higher", target: "value >= 50%", minN: 9 }),
    "2026-11-20",
    [MIN_N],
  ],
  ["a mean", draft({ measure: "mean", baseline: "2 s", target: "value <= 1800 ms", minN: 30 }), "2026-11-20", []],
  [
    "a mean that must fall",
    draft({ measure: "mean", baseline: "2 s", target: "reduction >= 20%", minN: 30 }),
    "2026-11-20",
    [],
  ],
  ["a total", draft({ measure: "total", target: "value <= 400 EUR" }), "2026-11-20", []],
  [
    "99% sure takes more cases",
    {
      definitions: withCharter({ confidence: 0.99 }, withEval({ better: "higher", target: "value >= 90%", minN: 29 })),
    },
    "2026-11-20",
    [MIN_N],
  ],
  // 175 cases show 12% with a chance of about a third if the truth is 8%.
  [
    "too few for what is expected",
    draft({ target: "value <= 12%", expected: "8%", minN: 175 }),
    "2026-11-20",
    [UNDERPOWERED],
  ],
  ["enough for what is expected", draft({ target: "value <= 12%", expected: "5%", minN: 175 }), "2026-11-20", []],
  [
    "expected to miss",
    draft({ better: "higher", target: "value >= 90%", expected: "85%", minN: 100 }),
    "2026-11-20",
    [UNDERPOWERED],
  ],
  [
    "too few for a reduction",
    draft({ baseline: "41/200", target: "reduction >= 40%", expected: "reduction 60%", minN: 175 }),
    "2026-11-20",
    [UNDERPOWERED],
  ],
  [
    "enough for a reduction",
    draft({ baseline: "82/400", target: "reduction >= 40%", expected: "reduction 60%", minN: 400 }),
    "2026-11-20",
    [],
  ],
  [
    "too few even for half of what the target allows",
    draft({ better: "higher", target: "value >= 90%", minN: 100 }),
    "2026-11-20",
    [UNDERPOWERED],
  ],
  [
    "a mean of which no spread is known",
    draft({ measure: "mean", target: "value <= 2 s", expected: "1.9 s", minN: 30 }),
    "2026-11-20",
    [],
  ],
  [
    "a mean against one that was measured",
    draft({ measure: "mean", baseline: "3 s sd 0.9 n 60", target: "reduction >= 30%", minN: 30 }),
    "2026-11-20",
    [],
  ],
  ["cases that were tuned on", draft({ target: "value <= 12%", tunedOnTheseItems: true }), "2026-11-20", [TARGET]],
  ["as of no number of cases", draft({ target: "value <= 12%", expected: "8%" }), "2026-11-20", []],
  ["what was asked before the start is not asked again", { definitions: WEAK, log: [start(WEAK)] }, "2026-11-25", []],
  [
    "unless it was agreed anew",
    {
      definitions: WEAK,
      log: [start(withEval({ ...FEW, minN: 400 })), amended("2026-11-24", "evals.wrong-rate.min_n", "400", "175")],
    },
    "2026-11-25",
    [UNDERPOWERED],
  ],
  [
    "or all of them are judged otherwise",
    { definitions: WEAK, log: [start(WEAK), amended("2026-11-24", "confidence", "90%", "95%")] },
    "2026-11-25",
    [UNDERPOWERED],
  ],
  [
    "an amendment of something else asks nothing",
    { definitions: WEAK, log: [start(WEAK), amended("2026-11-24", "spend_cap", "2000.00 EUR", "2500.00 EUR")] },
    "2026-11-25",
    [],
  ],
  [
    "met by the baseline",
    draft({ baseline: "20/200", target: "value <= 12%" }),
    "2026-11-20",
    ["eval-met-by-baseline evals.yaml wrong-rate.target"],
  ],
  [
    "met by a baseline in another unit of time",
    draft({ measure: "mean", baseline: "1.5 s", target: "value <= 1800 ms" }),
    "2026-11-20",
    ["eval-met-by-baseline evals.yaml wrong-rate.target"],
  ],
  [
    "a change of nothing",
    draft({ baseline: "20/200", target: "difference >= 0pp" }),
    "2026-11-20",
    ["eval-met-by-baseline evals.yaml wrong-rate.target"],
  ],
  [
    "a guard may be met already",
    draft({ primary: false, baseline: "20/200", target: "value <= 12%" }),
    "2026-11-20",
    [],
  ],
  [
    "after the decision it is too late to say",
    {
      definitions: withEval({ target: "value <= 0%" }),
      log: [start(withEval({ target: "value <= 0%" })), decided("2026-11-25", "no-go")],
    },
    "2026-11-26",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(evalDecidable, poc, day)).toEqual(expected);
});

test("the message holds the chance, what it rests on, and how many cases would do", () => {
  const said = (fields: Fields) =>
    evalDecidable.run(standing(draft(fields), "2026-11-20")).map(({ message, hint }) => [message, hint]);
  expect(said(FEW)).toEqual([
    [
      "wrong-rate: this PoC will probably end inconclusive: the chance of meeting the target with 175 cases is 46% if 8% is true, expected 50% or better; 391 cases give an 80% chance",
      "see what would help: poc plan --eval wrong-rate",
    ],
  ]);
  expect(said({ better: "higher", primary: false, target: "value >= 90%", minN: 100 })).toEqual([
    [
      "wrong-rate: this eval will probably end inconclusive: the chance of meeting the target with 100 cases is 43% if 95% is true (assuming half the failures that the target allows), expected 50% or better; 203 cases give an 80% chance",
      "say what you expect, and see what would help: poc plan --eval wrong-rate",
    ],
  ]);
});
