import { bestOf } from "../../../statistics/looks/best-of.ts";
import type { Eval } from "../../records/eval.ts";
import { quantityNumber, quantityText } from "../../scalars/quantity.ts";
import { askedChange, type AskedTarget } from "../asked-change.ts";
import { judgedChange, judgedShare } from "../judges/judged-share.ts";
import { contradiction, unbounded } from "../evidence.ts";
import { changeLimit, figureOf, noTest, sideOf, type NoTest, type TargetTest } from "../target-test.ts";
import {
  CASES_ENOUGH,
  LEAST_CASES,
  SHARE,
  countedExtremes,
  countedShare,
  isCounted,
  shareChange,
  tooFewCases,
} from "./counted-share.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { exampleCount, rateCounted, rateMeant } from "./rate-count.ts";
import { thresholdOn } from "./threshold.ts";

/** The share of cases that come out one way: wrong answers, solved tickets. Logged as a count, 22/200, or as pairs. */
export const proportion: MeasureKind = {
  writtenIn: "share",
  averages: false,
  takesTries: false,
  comparesCases: true,
  countsWithinLimit: false,
  enough: CASES_ENOUGH,
  evidence(_, result, confidence) {
    if (result.within !== undefined) return contradiction({ code: "limit-not-asked" });
    const { labels } = result;
    const level = labels === undefined ? confidence : bestOf(confidence, labels.tries);
    const counted = countedShare(result, level);
    if (counted !== undefined) return labels === undefined ? counted : judgedShare(counted, labels, level);
    const { value } = result;
    if (value === undefined) return contradiction({ code: "figure-missing" });
    if (value.unit !== "%") return contradiction({ code: "result-unit-differs", found: value.unit, expected: "%" });
    const share = quantityNumber(value);
    if (share < 0 || share > 1) return contradiction({ code: "share-impossible", found: quantityText(value) });
    return unbounded({ code: "count-missing" }, SHARE, share);
  },
  change: (item, target, result, figure, confidence) =>
    result.labels === undefined
      ? shareChange(item, target, result, figure, confidence)
      : judgedChange(item, target, result.labels, figure, bestOf(confidence, result.labels.tries)),
  threshold: (item, target, scale) => thresholdOn(askedChange(item, target), scale),
  bounded: isCounted,
  counted: (_, result) => rateCounted(result),
  meant: (_, result) => rateMeant(result),
  example: (_, result) => exampleCount(result, 0.11),
  leastCases: () => LEAST_CASES,
  caseShare: (_, counted, runs) => counted / runs,
  tooFew: tooFewCases,
  test,
  extremes: countedExtremes,
};

/** A counted baseline is uncertain itself; one that is only a figure is taken as exact. */
function test(item: Eval, target: AskedTarget): TargetTest | NoTest {
  const side = sideOf(item, target);
  if (target.form !== "value") {
    const { baseline } = item;
    if (baseline === undefined) return noTest("baseline-missing");
    if (baseline.kind === "counted") {
      if (target.form === "difference")
        return { kind: "difference", limit: changeLimit(item, target), side, baseline: baseline.count };
      return baseline.count.x === 0
        ? noTest("baseline-zero")
        : { kind: "ratio", limit: changeLimit(item, target), side, baseline: baseline.count };
    }
  }
  const limit = figureOf(item, target, undefined);
  if (limit === undefined) return noTest("units-differ");
  return limit >= 0 && limit <= 1 ? { kind: "rate", limit, side } : noTest("share-impossible");
}
