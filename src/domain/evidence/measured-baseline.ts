import type { Result } from "../records/evals/result.ts";
import type { Baseline, Eval } from "../records/eval.ts";
import { compareBounds } from "../scalars/comparator.ts";
import { decimal } from "../scalars/decimal.ts";
import type { EvalStanding } from "./eval-standing.ts";
import type { LoggedResult } from "./judged-result.ts";
import { MEASURES } from "./measures/measures.ts";
import { figureEvidence, targetEvidence } from "./result-evidence.ts";

/** Today's system was measured, and is not what was agreed to compare with. */
export interface BaselineContradiction {
  readonly standing: EvalStanding;
  /** The latest run of today's system. */
  readonly today: LoggedResult;
  readonly agreed: Baseline;
  /** Whether the target that is met would not be against the baseline as measured. */
  readonly turnsTarget: boolean;
}

/**
 * Undefined where the measured baseline could be the agreed one, and the target that is met would be met against both.
 */
export function baselineContradiction(standing: EvalStanding): BaselineContradiction | undefined {
  const { eval: item, today: runs, confidence } = standing;
  const { baseline: agreed, measure } = item;
  const today = runs.findLast(({ result }) => MEASURES[measure].bounded(result));
  if (agreed === undefined || today === undefined) return undefined;
  const turnsTarget = missesAgainst(standing, measuredBaseline(today.result));
  return turnsTarget || differs(item, agreed, today.result, confidence)
    ? { standing, today, agreed, turnsTarget }
    : undefined;
}

/** Whether the plausible range of the difference between the two leaves out nought. */
function differs(item: Eval, agreed: Baseline, result: Result, confidence: number): boolean {
  const figure = figureEvidence(item, result, confidence);
  if (figure.kind !== "interval") return false;
  const unit = agreed.kind === "fixed" ? agreed.quantity.unit : "pp";
  const difference = MEASURES[item.measure].change(
    item,
    { form: "difference", comparator: ">=", quantity: { amount: decimal(0), unit } },
    result,
    figure,
    confidence,
  );
  return difference.kind === "interval" && (difference.interval.low > 0 || difference.interval.high < 0);
}

/** A result as a baseline, with the groups that its cases are in. */
export function measuredBaseline({ count, value, sd = NONE, n, clusters }: Result): Baseline | undefined {
  const groups = clusters === undefined ? {} : { clusters };
  if (count !== undefined) return { kind: "counted", count, ...groups };
  if (value === undefined) return undefined;
  const isKnown = n !== undefined && (sd !== NONE || clusters !== undefined);
  return { kind: "fixed", quantity: value, ...(isKnown ? { spread: { sd, n, ...groups } } : {}) };
}

const NONE = decimal(0);

/** Pairs are judged against the same cases, and not against the agreed baseline. */
function missesAgainst(
  { eval: item, judged, verdict, confidence }: EvalStanding,
  baseline: Baseline | undefined,
): boolean {
  const { target } = item;
  if (verdict !== "met" || judged === undefined || baseline === undefined || target === undefined) return false;
  if (target.form === "value" || judged.result.pairs !== undefined) return false;
  const against = { ...item, baseline };
  const evidence = targetEvidence(against, target, judged.result, confidence);
  if (evidence.kind !== "interval") return evidence.kind === "unbounded";
  const limit = MEASURES[item.measure].threshold(against, target, evidence.scale);
  return limit !== undefined && compareBounds(evidence.interval, limit.comparator, limit.threshold) !== "holds";
}
