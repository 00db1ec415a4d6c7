import { squareAndAdd } from "../../../statistics/comparisons/newcombe-difference.ts";
import type { Interval } from "../../../statistics/interval.ts";
import { boundsOf, type JudgeLabels } from "../../../statistics/judges/judge-labels.ts";
import { judgeQuality } from "../../../statistics/judges/judge-quality.ts";
import { correctedRate, labelledRate } from "../../../statistics/judges/judged-rate.ts";
import { clopperPearson } from "../../../statistics/rates/clopper-pearson.ts";
import type { ResultLabels } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import type { AskedTarget } from "../asked-change.ts";
import { unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { baselineZero, differenceOf, fixedChange, onScale, relativeChange } from "../measures/change.ts";
import { filledLabels } from "./empty-labels.ts";
import { judgeLabels } from "./result-labels.ts";

/**
 * A share as its judge counted it, corrected for what people say of the judge: on the labelled cases themselves by
 * their labels, on others by its sensitivity and specificity. A judge that may be no better than a coin settles
 * nothing.
 *
 * @param confidence one-sided
 */
export function judgedShare(counted: Evidence, labels: ResultLabels, confidence: number): Evidence {
  if (counted.kind !== "interval") return counted;
  const says = judgeLabels(labels.labelling);
  if (mayBeCoin(says, labels.sameCases, confidence))
    return unbounded({ code: "judge-uninformative" }, counted.scale, counted.interval.estimate);
  return {
    ...counted,
    interval: corrected(counted.interval, labels, confidence),
    raw: counted.interval,
  };
}

/** Where the judge said one thing of all cases, its labels are all there is to know, and they are enough. */
function mayBeCoin(says: JudgeLabels, sameCases: boolean, confidence: number): boolean {
  if (sameCases && (says.judged.x === 0 || says.judged.x === says.judged.n)) return false;
  return judgeQuality(says, confidence).informedness.low <= 0;
}

/** The figure by the labels that there are; its bounds are right whatever the empty cells of the sheet would say. */
function corrected(judged: Interval, { labelling, sameCases }: ResultLabels, confidence: number): Interval {
  const rate = sameCases ? labelledRate : correctedRate;
  const { estimate } = rate(judged, judgeLabels(labelling), confidence);
  const possible = filledLabels(labelling).map((filled) => rate(judged, judgeLabels(filled), confidence));
  return {
    estimate,
    low: Math.min(...possible.map(({ low }) => low)),
    high: Math.max(...possible.map(({ high }) => high)),
  };
}

/**
 * The change of a corrected share. A counted baseline was judged as the eval says, so it is corrected as well, by the
 * same judge; a fixed one is taken as exact. What both owe to the judge counts twice, which widens the range.
 *
 * @param figure the corrected share
 */
export function judgedChange(
  item: Eval,
  target: AskedTarget,
  labels: ResultLabels,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const { baseline } = item;
  if (baseline?.kind !== "counted") return fixedChange(item, target, figure);
  const { x, n } = baseline.count;
  const before = correctedRate(clopperPearson(x, n, confidence), judgeLabels(labels.labelling), confidence);
  if (Number.isNaN(before.estimate)) return unbounded({ code: "judge-uninformative" }, { kind: "change" });
  if (target.form === "difference")
    return differenceOf(item, figure, squareAndAdd(figure.interval, before), { kind: "points" });
  if (before.low <= 0) return baselineZero();
  const ratio = boundsOf([figure.interval, before], ([now = 0, then = 1]) => now / then, 0, Infinity);
  return onScale(figure, relativeChange(target, ratio), { kind: "change" });
}
