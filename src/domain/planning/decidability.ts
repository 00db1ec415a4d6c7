import { smallestWhole } from "../../statistics/distributions/bisection.ts";
import { holds } from "../scalars/comparator.ts";
import { fewestCases } from "./count-plan.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { EvalReason } from "../evidence/eval-reason.ts";
import type { Eval } from "../records/eval.ts";
import { figureOf } from "../evidence/target-test.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import { plannedTest } from "./planned-test.ts";
import { possibleResults } from "./possible-results.ts";
import { quantityNumber } from "../scalars/quantity.ts";
import type { Target } from "../scalars/target.ts";

/** Why measuring an eval would decide nothing. */
export type Undecidable =
  /** Even the best result does not meet the target; `why` if the reason is in the eval itself. */
  | { readonly kind: "never-met"; readonly why: EvalReason | undefined }
  /** However bad the result, it does not miss the target. */
  | { readonly kind: "never-missed" }
  /** Not even a perfect result of the planned cases meets it; `least` would, where any number does. */
  | { readonly kind: "too-few"; readonly n: number; readonly least: number | undefined };

/**
 * Whether the target can be met and can be missed: the best and the worst result that could be logged are judged by the
 * rules for real results. Undefined if both are possible, and if the reader has a problem to report.
 */
export function undecidable(item: Eval, confidence: number): Undecidable | undefined {
  const { target, minN } = item;
  if (target === undefined || (target.form !== "value" && item.baseline === undefined) || beyondAll(target))
    return undefined;
  const { minN: _, ...open } = item;
  const ever = possibleResults(open, MEASURES[item.measure].enough, confidence);
  if (ever.some((outcome) => outcome.verdict === "invalid")) return undefined;
  if (!ever.some(isMet)) {
    const inEval = ever.find(({ change, why }) => change === undefined || why?.code === "tuned-on-cases");
    return { kind: "never-met", why: inEval?.why };
  }
  if (!ever.some((outcome) => outcome.verdict === "not met")) return { kind: "never-missed" };
  if (minN === undefined || possibleResults(item, minN, confidence).some(isMet)) return undefined;
  return { kind: "too-few", n: minN, least: leastCases(item, confidence) };
}

function isMet(outcome: EvalStanding): boolean {
  return outcome.verdict === "met";
}

/** Percentages that do not exist are the reader's to report. */
function beyondAll({ form, quantity }: Target): boolean {
  const share = quantityNumber(quantity);
  return quantity.unit === "%" && form !== "gain" && form !== "not-worse" && (share < 0 || share > 1);
}

/** The fewest cases with which a perfect result meets the target. */
function leastCases(item: Eval, confidence: number): number | undefined {
  const test = plannedTest(item);
  if (test.kind === "none") return undefined;
  const fewest = test.kind === "average" ? fewestValues(item, confidence) : fewestCases(test, confidence);
  return fewest === null ? undefined : Math.max(fewest, MEASURES[item.measure].leastCases(item));
}

/** More values than this are not looked for. */
const MOST_VALUES = 2_000;

/** Without a declared range any number of values without a spread would do; within one it takes some to bet on. */
function fewestValues(item: Eval, confidence: number): number | null {
  if (item.range === undefined) return 1;
  const { minN: _, ...open } = item;
  const isEnough = (n: number) => possibleResults(open, n, confidence).some(isMet);
  return isEnough(MOST_VALUES) ? smallestWhole(isEnough, 1, MOST_VALUES) : null;
}

/**
 * Whether today's system already meets the target. A percentile's baseline is not a share of runs, and says nothing. Of
 * a target that allows a loss this is no question: today's system is never worse than itself.
 */
export function isMetByBaseline(item: Eval): boolean {
  const { target, baseline, measure } = item;
  if (target === undefined || baseline === undefined || target.form === "not-worse") return false;
  if (MEASURES[measure].countsWithinLimit) return false;
  if (target.form !== "value") return holds(-quantityNumber(target.quantity), target.comparator);
  const unit = MEASURES[measure].writtenIn === "share" ? undefined : target.quantity.unit;
  const threshold = figureOf(item, target, unit);
  const unchanged = figureOf(
    item,
    { form: "reduction", quantity: { amount: { digits: 0n, scale: 0 }, unit: "%" } },
    unit,
  );
  return threshold !== undefined && unchanged !== undefined && holds(unchanged - threshold, target.comparator);
}
