import type { Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import { quantityIn } from "../scalars/quantity.ts";
import type { EvalReason } from "./eval-reason.ts";
import { MEASURES } from "./measures/measures.ts";
import { figureEvidence, targetEvidence } from "./result-evidence.ts";
import { comparedUnit } from "./target-test.ts";

/** Faults do not depend on the confidence. */
const ANY_CONFIDENCE = 0.95;

/** Why an eval cannot take a result, which would make its verdict invalid; undefined where it can. */
export function resultFault(item: Eval, result: Result): EvalReason | undefined {
  const { target, measure } = item;
  const evidence =
    target === undefined
      ? figureEvidence(item, result, ANY_CONFIDENCE)
      : targetEvidence(item, target, result, ANY_CONFIDENCE);
  if (evidence.kind === "contradiction") return evidence.why;
  if (target === undefined || MEASURES[measure].threshold(item, target, evidence.scale) !== undefined) return undefined;
  return { code: "target-unit-differs", target: target.quantity.unit };
}

/**
 * The fault of a result that another result would not have. Where target and baseline of the eval contradict each
 * other, no result is right, and what was measured is recorded all the same.
 */
export function ownFault(item: Eval, result: Result): EvalReason | undefined {
  const fault = resultFault(item, result);
  if (fault?.code !== "target-unit-differs" && fault?.code !== "baseline-unit-differs") return fault;
  const unit = comparedUnit(item);
  const { value } = result;
  return value === undefined || unit === undefined || quantityIn(value, unit) !== undefined ? undefined : fault;
}
