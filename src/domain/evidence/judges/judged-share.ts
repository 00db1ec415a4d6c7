import { squareAndAdd } from "../../../statistics/comparisons/newcombe-difference.ts";
import type { Interval } from "../../../statistics/interval.ts";
import { boundsOf, type JudgeLabels } from "../../../statistics/judges/judge-labels.ts";
import { judgeQuality } from "../../../statistics/judges/judge-quality.ts";
import { correctedRate, labelledRate } from "../../../statistics/judges/judged-rate.ts";
import { clopperPearson } from "../../../statistics/rates/clopper-pearson.ts";
import type { ResultLabels } from "../../records/evals/result.ts";
import { bestOf } from "../../../statistics/looks/best-of.ts";
import type { Baseline, Eval } from "../../records/eval.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import type { AskedTarget } from "../asked-change.ts";
import { baselineFigure } from "../baseline-figure.ts";
import {
  unbounded,
  type BaselineReading,
  type Evidence,
  type IntervalEvidence,
  type UnboundedEvidence,
} from "../evidence.ts";
import { baselineZero, fixedChange, inGoodDirection, onScale, relativeChange } from "../measures/change.ts";
import { filledLabels } from "./empty-labels.ts";
import { judgeLabels } from "./logged-labels.ts";

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

/** The figure from the existing labels; its bounds hold whatever the empty cells of the sheet would say. */
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
 * The change of a corrected share. A baseline whose own cases were labelled is corrected by these labels. Of any other
 * nobody knows who counted it, so it is read both ways: as people's count, and as the count of a judge that errs as it
 * did on the labelled cases. The less favourable reading is the change; the other one says no more than that the target
 * is not missed for sure. What both sides owe to the judge counts twice, which widens the range.
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
  const typed = item.baseline && typedShare(item.baseline, confidence);
  if (typed === undefined) return fixedChange(item, target, figure);
  const { ofBaseline } = labels;
  if (ofBaseline !== undefined) {
    const level = bestOf(confidence, ofBaseline.tries);
    if (mayBeCoin(judgeLabels(ofBaseline.labelling), true, level))
      return unbounded({ code: "judge-uninformative" }, { kind: "change" });
    return changeFrom(item, target, figure, corrected(typed, ofBaseline, level), "labelled");
  }
  const counted = changeFrom(item, target, figure, typed, "as-typed");
  if (counted.kind !== "interval") return counted;
  const share = corrected(typed, { ...labels, sameCases: false }, confidence);
  const judged = Number.isNaN(share.estimate) ? undefined : changeFrom(item, target, figure, share, "corrected");
  if (judged?.kind !== "interval") return unbounded({ code: "baseline-unlabelled" }, { kind: "change" });
  // A correction that reaches an end of the scale says that this judge hardly counted it: it helps nothing.
  const possible = share.low > 0 && share.high < 1;
  if (judged.interval.low < counted.interval.low) return withOther(judged, counted.interval);
  return possible ? withOther(counted, judged.interval) : counted;
}

type ChangeEvidence = IntervalEvidence & { readonly before: BaselineReading };

function withOther(evidence: ChangeEvidence, otherwise: Interval): ChangeEvidence {
  return { ...evidence, before: { ...evidence.before, otherwise } };
}

/** The share that stands in evals.yaml, as if people had counted it; undefined where it is no share. */
function typedShare(baseline: Baseline, confidence: number): Interval | undefined {
  if (baseline.kind === "counted") return clopperPearson(baseline.count.x, baseline.count.n, confidence);
  const exact = baselineFigure(baseline, SHARE);
  return exact === undefined ? undefined : { estimate: exact, low: exact, high: exact };
}

const SHARE: FigureScale = { kind: "share" };

function changeFrom(
  item: Eval,
  target: AskedTarget,
  figure: IntervalEvidence,
  share: Interval,
  by: BaselineReading["by"],
): ChangeEvidence | UnboundedEvidence {
  const before: BaselineReading = { share, by };
  if (target.form === "difference")
    return {
      ...onScale(figure, inGoodDirection(item, squareAndAdd(figure.interval, share)), { kind: "points" }),
      before,
    };
  if (share.low <= 0) return baselineZero();
  const ratio = boundsOf([figure.interval, share], ([now = 0, then = 1]) => now / then, 0, Infinity);
  return { ...onScale(figure, relativeChange(target, ratio), { kind: "change" }), before };
}
