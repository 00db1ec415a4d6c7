import type { Interval } from "../interval.ts";
import { boundsOf, labelParts, type JudgeLabels } from "./judge-labels.ts";

/** How good a judge is, held against people. All are shares but kappa and informedness, which lie from −1 to 1. */
export interface JudgeQuality {
  /** Of the cases that a person calls yes, how many the judge calls yes. */
  readonly sensitivity: Interval;
  /** Of the cases that a person calls no, how many the judge calls no. */
  readonly specificity: Interval;
  /** Sensitivity + specificity − 1: 0 is a coin. A figure is corrected by dividing by it (Youden 1950). */
  readonly informedness: Interval;
  /** Agreement beyond chance (Cohen 1960), of all the cases. It describes, and corrects nothing. */
  readonly kappa: Interval;
}

/**
 * From a sample drawn by what the judge said, weighted back to all cases: with w the share that the judge calls yes, a
 * the share of yes by people there and b that where the judge said no, the sensitivity is w·a / (w·a + (1 − w)·b), by
 * Bayes. Of the sample itself it would be far too high or too low. Bounds as in `boundsOf`, from Clopper–Pearson bounds
 * of the three parts.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError on impossible counts
 */
export function judgeQuality(labels: JudgeLabels, confidence: number): JudgeQuality {
  const { share, afterYes, afterNo } = labelParts(labels, confidence);
  const parts = [share, afterYes, afterNo];
  const bounds = (figure: (w: number, a: number, b: number) => number, least: number): Interval =>
    boundsOf(parts, ([w = 0, a = 0, b = 0]) => figure(w, a, b), least, 1);
  return {
    sensitivity: bounds(sensitivityAt, 0),
    specificity: bounds((w, a, b) => 1 - falseAlarmsAt(w, a, b), 0),
    informedness: bounds((w, a, b) => sensitivityAt(w, a, b) - falseAlarmsAt(w, a, b), -1),
    kappa: bounds(kappaAt, -1),
  };
}

/** NaN where no case is yes by a person. */
export function sensitivityAt(share: number, afterYes: number, afterNo: number): number {
  return (share * afterYes) / (share * afterYes + (1 - share) * afterNo);
}

/** 1 − specificity; NaN where every case is yes by a person. */
export function falseAlarmsAt(share: number, afterYes: number, afterNo: number): number {
  return (share * (1 - afterYes)) / (share * (1 - afterYes) + (1 - share) * (1 - afterNo));
}

function kappaAt(share: number, afterYes: number, afterNo: number): number {
  const person = share * afterYes + (1 - share) * afterNo;
  const agreed = share * afterYes + (1 - share) * (1 - afterNo);
  const byChance = share * person + (1 - share) * (1 - person);
  return (agreed - byChance) / (1 - byChance);
}
