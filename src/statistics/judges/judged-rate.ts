import type { Interval } from "../interval.ts";
import { boundsOf, labelParts, type JudgeLabels } from "./judge-labels.ts";
import { requireInterval } from "../preconditions.ts";
import { falseAlarmsAt, sensitivityAt } from "./judge-quality.ts";

/**
 * The true rate of the very cases that the labels were drawn from: what people say where the judge said yes and where
 * it said no, in the proportion in which it said so. That is the prediction-powered estimate (PPI++: Angelopoulos,
 * Duchi & Zrnic 2023, arXiv 2311.01453) for a yes or no with a sample drawn by the judge's word, and the double
 * sampling of Tenenbein 1970 (Journal of the American Statistical Association 65:1350). It assumes nothing of the
 * judge.
 *
 * @param judged the rate by the judge on those cases, with its bounds at `confidence`; groups may have widened them
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError on impossible counts, and bounds that are no numbers
 */
export function labelledRate(judged: Interval, labels: JudgeLabels, confidence: number): Interval {
  requireInterval("the judged rate", judged);
  const { afterYes, afterNo } = labelParts(labels, confidence);
  return boundsOf([judged, afterYes, afterNo], ([w = 0, a = 0, b = 0]) => w * a + (1 - w) * b, 0, 1);
}

/**
 * The true rate of other cases, judged by the same judge: (rate + specificity − 1) / (sensitivity + specificity − 1),
 * Rogan & Gladen 1978 (American Journal of Epidemiology 107:71), with the uncertainty of the rate and of the judge
 * (after Lang & Reiczigel 2014, Preventive Veterinary Medicine 113:13, whose samples are drawn by the truth; these are
 * drawn by the judge's word, so the judge's errors are weighted back first, see `judgeQuality`). It assumes that the
 * judge errs on these cases as on the labelled ones. `NaN` with bounds 0 and 1 where the judge tells nothing.
 *
 * @param judged the rate by the judge, with its bounds at `confidence`
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError on impossible counts, and bounds that are no numbers
 */
export function correctedRate(judged: Interval, labels: JudgeLabels, confidence: number): Interval {
  requireInterval("the judged rate", judged);
  const { share, afterYes, afterNo } = labelParts(labels, confidence);
  return boundsOf(
    [judged, share, afterYes, afterNo],
    ([rate = 0, w = 0, a = 0, b = 0]) => roganGladen(rate, w, a, b),
    0,
    1,
  );
}

function roganGladen(rate: number, share: number, afterYes: number, afterNo: number): number {
  const alarms = falseAlarmsAt(share, afterYes, afterNo);
  const informedness = sensitivityAt(share, afterYes, afterNo) - alarms;
  return informedness > 1e-9 ? (rate - alarms) / informedness : NaN;
}
