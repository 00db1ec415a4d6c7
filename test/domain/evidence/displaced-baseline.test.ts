import { expect, test } from "vitest";
import type { EvalVerdict } from "../../../src/domain/evidence/eval-standing.ts";
import type { PairedCounts } from "../../../src/domain/records/evals/result.ts";
import { entry, evalOf, result, SOUND, standing, start } from "../../support/records.ts";

/** Agreed: 82 of 400 wrong today, and at least 40% fewer. */
function judged(pairs: PairedCounts): readonly [EvalVerdict, string | undefined] {
  const evals = [evalOf({ better: "lower", baseline: "82/400", target: "reduction >= 40%", minN: 400 })];
  const definitions = { ...SOUND, evals };
  const run = entry("2026-11-30", { results: [result("wrong-rate", pairs)] });
  const [found] = standing({ definitions, log: [start(definitions), run] }, "2026-12-04").evals;
  return [found!.verdict, found!.why?.code];
}

test.each<[string, PairedCounts, readonly [EvalVerdict, string | undefined]]>([
  ["as agreed, and the target is met", { both: 20, baseline: 62, candidate: 2, neither: 316 }, ["met", undefined]],
  [
    "far worse than agreed, and only against that is the target met",
    { both: 55, baseline: 145, candidate: 0, neither: 200 },
    ["unsettled", "baseline-contradicted"],
  ],
  [
    "far worse than agreed, and the target is met against the agreed baseline too",
    { both: 20, baseline: 180, candidate: 0, neither: 200 },
    ["met", undefined],
  ],
])("today's system comes out on the same cases %s", (_, pairs, expected) => {
  expect(judged(pairs)).toEqual(expected);
});
