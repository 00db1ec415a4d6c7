import type { Result } from "../../records/evals/result.ts";
import { percentileOf, type Eval } from "../../records/eval.ts";
import { decimalNumber } from "../../scalars/decimal.ts";
import { compareQuantities, quantityIn, quantityText } from "../../scalars/quantity.ts";
import type { Contradiction } from "../eval-reason.ts";
import { contradiction, unbounded } from "../evidence.ts";
import {
  CASES_ENOUGH,
  LEAST_CASES,
  countedExtremes,
  countedShare,
  isCounted,
  shareChange,
  tooFewCases,
} from "./counted-share.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { exampleCount, rateCounted, rateMeant } from "./rate-count.ts";
import { thresholdOn } from "./threshold.ts";
import { meantInUnit } from "./unit-value.ts";

/**
 * A figure that most runs reach, such as a latency. A 95th percentile of 2 s at most means that 95% of runs are within
 * 2 s, and so it is judged: by the share of runs within the limit. Logged as a count of those runs, 190/200.
 */
export const percentile: MeasureKind = {
  writtenIn: "unit",
  averages: false,
  takesTries: false,
  comparesCases: false,
  countsWithinLimit: true,
  enough: CASES_ENOUGH,
  evidence(item, result, confidence) {
    const differs = limitContradiction(item, result);
    if (differs !== undefined) return contradiction(differs);
    const counted = countedShare(result, confidence);
    if (counted !== undefined) return counted;
    const { value } = result;
    return value === undefined
      ? contradiction({ code: "figure-missing" })
      : unbounded({ code: "runs-not-counted" }, { kind: "unit", unit: value.unit }, decimalNumber(value.amount));
  },
  change: shareChange,
  // A percentile that was logged without its runs is a figure in the unit of the target, and leans by that.
  threshold: (item, target, scale) =>
    scale.kind === "share" ? { threshold: percentileOf(item) / 100, comparator: ">=" } : thresholdOn(target, scale),
  bounded: isCounted,
  counted: (item, result) => (isInPercent(item) ? result : rateCounted(result)),
  meant: (item, result) =>
    result.value?.unit === "%" && !isInPercent(item) ? rateMeant(result) : meantInUnit(item, result),
  example: (item, result) => exampleCount(result, percentileOf(item) / 100),
  leastCases: () => LEAST_CASES,
  caseShare: () => undefined,
  tooFew: tooFewCases,
  test: (item) => ({ kind: "rate", limit: percentileOf(item) / 100, side: "at-least" }),
  extremes: countedExtremes,
};

/** A figure that is itself in percent, such as the load of a machine: a rate is then no share of runs. */
function isInPercent({ target }: Eval): boolean {
  return target === undefined || target.quantity.unit === "%";
}

/** Runs counted within one limit say nothing about another, for example one that was amended since. */
function limitContradiction({ target }: Eval, { within }: Result): Contradiction | undefined {
  if (within === undefined || target === undefined || quantityIn(within, target.quantity.unit) === undefined)
    return undefined;
  return compareQuantities(within, target.quantity) === 0
    ? undefined
    : { code: "limit-differs", counted: quantityText(within), agreed: quantityText(target.quantity) };
}
