import { askedChange } from "../evidence/asked-change.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import { comparedUnit, noTest, type NoTest, type TargetTest } from "../evidence/target-test.ts";
import type { Eval } from "../records/eval.ts";

export type CountTest = Exclude<TargetTest, { readonly kind: "average" }>;

/**
 * How the target of `item` will be tested; the reason where no number of cases comes into it, or where one is missing.
 * The tests are those of the verdicts: see `targetEvidence`.
 */
export function plannedTest(item: Eval): TargetTest | NoTest {
  const { target, measure } = item;
  return target === undefined ? noTest("target-missing") : MEASURES[measure].test(item, askedChange(item, target));
}

/** The unit in which the averages of an eval are compared; undefined for an eval that measures no average. */
export function unitOf(item: Eval): string | undefined {
  return MEASURES[item.measure].averages ? comparedUnit(item) : undefined;
}

/** The limit as a figure of the candidate: of a change, what it makes of the baseline as it was counted. */
export function limitFigure(test: TargetTest): number {
  if (test.kind === "rate" || test.kind === "average") return test.limit;
  const before = test.baseline.x / test.baseline.n;
  return test.kind === "ratio" ? before * test.limit : before + test.limit;
}
