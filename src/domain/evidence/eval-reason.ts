/*
 * The reasons why an eval has no verdict, or no better one. Each is data with a stable code; `wording/eval-reasons.ts`
 * makes the sentences. Quantities stand here as the text in which the files write them.
 */
import type { Measure } from "../records/eval.ts";

/** The result cannot be true, or does not belong to its eval. */
export type Contradiction =
  /** The groups of a result do not add up to its figure. `group` counts from 1. */
  | { readonly code: "group-is-no-count"; readonly group: number; readonly sum: number; readonly n: number }
  | {
      readonly code: "groups-differ-from-count";
      readonly sum: number;
      readonly cases: number;
      readonly x: number;
      readonly n: number;
    }
  | { readonly code: "groups-differ-from-n"; readonly cases: number; readonly n: number }
  | { readonly code: "groups-differ-from-value"; readonly mean: number; readonly value: number }
  | { readonly code: "pairs-differ-from-n"; readonly cases: number; readonly n: number }
  | { readonly code: "value-missing"; readonly measure: Measure }
  | { readonly code: "figure-missing" }
  /** A share below 0% or above 100%. */
  | { readonly code: "share-impossible"; readonly found: string }
  /** Below zero, in a unit in which nothing is: money, time, bytes. */
  | { readonly code: "negative-impossible"; readonly found: string; readonly unit: string }
  | { readonly code: "spread-missing" }
  /** A value, or what mean and spread say of the values, is outside the range that the eval declares. */
  | { readonly code: "outside-range"; readonly found: string; readonly range: string }
  | { readonly code: "spread-impossible"; readonly sd: string; readonly range: string }
  /** The values that were logged one by one do not have the mean, or the number, that was logged with them. */
  | { readonly code: "scores-differ"; readonly found: string; readonly said: string }
  | { readonly code: "pairs-differ-from-groups"; readonly found: string; readonly said: string }
  /** Runs were counted within a limit, and the measure of the eval knows no limit. */
  | { readonly code: "limit-not-asked" }
  | { readonly code: "limit-differs"; readonly counted: string; readonly agreed: string }
  | UnitContradiction;

/** Two figures are in units that do not convert into each other. `""` stands for a figure without a unit. */
export type UnitContradiction =
  | { readonly code: "result-unit-differs"; readonly found: string; readonly expected: string }
  | { readonly code: "target-unit-differs"; readonly target: string }
  | { readonly code: "baseline-unit-differs" };

/** The result is sound and has no plausible range, so it can never meet a target. */
export type UnboundedReason =
  | { readonly code: "count-missing" }
  | { readonly code: "runs-not-counted" }
  | { readonly code: "one-group"; readonly least: number }
  | { readonly code: "too-few-values"; readonly n: number; readonly least: number }
  | { readonly code: "no-variation" }
  | { readonly code: "baseline-missing" }
  | { readonly code: "baseline-zero" }
  /** By the labels of people, its judge may be no better than a coin. */
  | { readonly code: "judge-uninformative" }
  | BaselineUnlabelled;

/** The verdict depends on whether people counted the baseline, or the judge that labels have corrected since. */
export type BaselineUnlabelled = { readonly code: "baseline-unlabelled" };

/** The result has a plausible range, and the range alone would meet the target. */
export type TooFew =
  | { readonly code: "fewer-than-agreed"; readonly n: number; readonly agreed: number }
  | { readonly code: "too-few-groups"; readonly groups: number; readonly least: number }
  | { readonly code: "too-few-cases"; readonly n: number; readonly least: number }
  /**
   * A mean without a declared range: so few values do not show the large ones that decide it. `tail` where it is money
   * or time, of which a percentile or the share within a limit can be shown with fewer.
   */
  | { readonly code: "too-few-for-mean"; readonly n: number; readonly least: number; readonly tail: boolean };

/** More cases broke before they could be scored than the eval allows; `most` is the share that was agreed. */
export type TooManyErrors = {
  readonly code: "too-many-errors";
  readonly errors: number;
  /** All cases, those that broke among them. */
  readonly rows: number;
  readonly most: string;
};

/** Why an eval has no verdict, or no better one. */
export type EvalReason =
  | Contradiction
  | UnboundedReason
  | TooFew
  | TooManyErrors
  | { readonly code: "nothing-logged" }
  /** Nothing was logged either, and neither `measured_by` nor `run` says how there will be a result. */
  | { readonly code: "no-way-to-measure" }
  /** Fields of the eval, or of the charter, stand there and cannot be read. */
  | { readonly code: "definition-unread"; readonly fields: readonly string[] }
  /** Every run was counted within a limit that was amended since. */
  | { readonly code: "limit-amended" }
  /** The primary eval picked an arm on which this one was not measured; what it was on others, as it was logged. */
  | {
      readonly code: "measured-on-other-arm";
      readonly arm: string;
      readonly others: readonly { readonly arm: string; readonly found: string }[];
    }
  | { readonly code: "target-missing" }
  /** Prompts or settings were tuned on the cases of the eval. A miss on them still counts. */
  | { readonly code: "tuned-on-cases" }
  /** People labelled what its judge said, the labels were withdrawn, and there are no others. */
  | { readonly code: "labels-withdrawn"; readonly entry: string }
  /** Runs of today's system differ from the agreed baseline, or from each other, and the target is not met by all. */
  | { readonly code: "baseline-contradicted"; readonly found: string; readonly agreed: string }
  | { readonly code: "target-in-range" }
  /** The same, and nothing is left of the chance of a false verdict: a further run is met only beyond any doubt. */
  | { readonly code: "nothing-left" }
  /** The planned run was already judged, so a further one needs evidence beyond doubt. */
  | { readonly code: "rerun" }
  | { readonly code: "too-early" }
  /** The target is missed, and the last day has not come. */
  | { readonly code: "missed-so-far" };

export type EvalReasonCode = EvalReason["code"];

export function isUnitContradiction(reason: EvalReason): reason is UnitContradiction {
  return (
    reason.code === "result-unit-differs" ||
    reason.code === "target-unit-differs" ||
    reason.code === "baseline-unit-differs"
  );
}
