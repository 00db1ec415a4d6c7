import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import { evalStandings } from "../../../src/domain/evidence/judged-evals.ts";
import type { Eval } from "../../../src/domain/records/eval.ts";
import type { CivilDate } from "../../../src/domain/scalars/calendar.ts";
import { parseTarget } from "../../../src/domain/scalars/target.ts";

function target(text: string) {
  const result = parseTarget(text);
  if (!result.ok) throw new Error(result.problem.expected);
  return result.value;
}

const WRONG: Eval = {
  id: "wrong",
  measure: "proportion",
  better: "lower",
  primary: true,
  target: target("value <= 12%"),
};
const FAST: Eval = {
  id: "fast",
  measure: "percentile",
  better: "lower",
  primary: false,
  percentile: 95,
  target: target("value <= 3 s"),
};
const LOOK = { confidence: 0.95, last: true };

function entry(day: number, results: readonly Partial<Result>[], more: Partial<Entry> = {}): Entry {
  return {
    id: `entry0${day}`,
    file: `log/${day}.yaml`,
    at: { epochMs: day * 86_400_000, offset: 0 },
    date: "2026-11-23" as CivilDate,
    by: { name: "Ana" },
    results: results.map((result) => ({ eval: "wrong", arm: "", ...result })),
    tasks: [],
    spend: [],
    time: [],
    assumptions: new Map(),
    risks: [],
    answers: new Map(),
    attest: [],
    runs: [],
    ...more,
  };
}

test("the arm that the primary eval picks is the one the others are judged on", () => {
  const counted = [
    entry(1, [
      { arm: "small", count: { x: 30, n: 200 } },
      { eval: "fast", arm: "small", count: { x: 200, n: 200 } },
    ]),
    entry(2, [
      { arm: "large", count: { x: 8, n: 200 } },
      { eval: "fast", arm: "large", count: { x: 150, n: 200 } },
    ]),
  ];
  const [wrong, fast] = evalStandings([WRONG, FAST], counted, [], LOOK);
  expect(wrong!.judged?.result.arm).toBe("large");
  expect({ arm: fast!.judged?.result.arm, verdict: fast!.verdict, results: fast!.results.length }).toEqual({
    arm: "large",
    verdict: "not met",
    results: 2,
  });
});

test("an eval that was measured on other arms only is unmeasured, and says what it was there", () => {
  const counted = [
    entry(1, [
      { arm: "small", count: { x: 30, n: 200 } },
      { eval: "fast", arm: "small", count: { x: 200, n: 200 } },
    ]),
    entry(2, [{ arm: "large", count: { x: 8, n: 200 } }]),
  ];
  const [, fast] = evalStandings([WRONG, FAST], counted, [], LOOK);
  expect(fast).toMatchObject({
    verdict: "unmeasured",
    judged: undefined,
    why: { code: "measured-on-other-arm", arm: "large", others: [{ arm: "small", found: "200/200" }] },
  });
  expect(fast!.results).toHaveLength(1);
});

test("a result that names no arm may be of the picked one, and stands in for it", () => {
  const counted = [
    entry(1, [{ arm: "small", count: { x: 30, n: 200 } }]),
    entry(2, [
      { arm: "large", count: { x: 8, n: 200 } },
      { eval: "fast", arm: "", count: { x: 200, n: 200 } },
    ]),
  ];
  const [, fast] = evalStandings([WRONG, FAST], counted, [], LOOK);
  expect([fast!.verdict, fast!.judged?.result.arm]).toEqual(["met", ""]);
});

test("runs counted against a limit that was amended since have to be counted again", () => {
  const amended = entry(2, []);
  const amendments = [
    {
      entry: amended,
      amendment: {
        changes: [{ term: "evals.fast.target", from: "value <= 2 s", to: "value <= 3 s", resultsSeen: 1 }],
        reason: "x",
        approver: { name: "Marta" },
      },
    },
  ];
  const before = entry(1, [{ eval: "fast", count: { x: 200, n: 200 } }]);
  const after = entry(3, [{ eval: "fast", count: { x: 200, n: 200 } }]);
  expect(evalStandings([FAST], [before, amended], amendments, LOOK)[0]!.verdict).toBe("unmeasured");
  expect(evalStandings([FAST], [before, amended, after], amendments, LOOK)[0]!.verdict).toBe("met");
  expect(evalStandings([WRONG], [entry(1, [{ count: { x: 8, n: 200 } }]), amended], amendments, LOOK)[0]!.verdict).toBe(
    "met",
  );
});
