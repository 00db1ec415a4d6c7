import type { Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import { compareBounds } from "../scalars/comparator.ts";
import type { Cluster, Count } from "../scalars/count.ts";
import { addDecimals, decimal, divideDecimals, multiplyDecimals, type Decimal } from "../scalars/decimal.ts";
import type { Quantity } from "../scalars/quantity.ts";
import type { EvalStanding } from "./eval-standing.ts";
import { casesOf, tooManyErrors, type LoggedResult } from "./judged-result.ts";
import { MEASURES } from "./measures/measures.ts";
import { thresholdOn } from "./measures/threshold.ts";
import { figureEvidence, targetEvidence } from "./result-evidence.ts";
import { openLines, type KillLine } from "./uncounted-news.ts";

/** The share of broken cases from which they are worth mentioning, unless the eval sets one. */
const MANY = 0.1;

/** Cases of the judged result that broke before they could be scored, if that may matter. */
export interface BrokenCases {
  readonly standing: EvalStanding;
  readonly judged: LoggedResult;
  readonly errors: number;
  /** All cases, including those that broke. */
  readonly rows: number;
  /** The largest share that may break, such as `20%`, if more did; then the result settles nothing. */
  readonly most: string | undefined;
  /** The count if every one of them had come out badly; undefined if nothing is counted. */
  readonly worst: Count | undefined;
  /** Whether a target that is met would then not be. */
  readonly turnsTarget: boolean;
  /** The criteria that would be tripped, or no longer be ruled out. */
  readonly turnsKill: readonly TurnedLine[];
}

export interface TurnedLine {
  readonly criterion: KillCriterion;
  /** Whether it would be tripped, and not only open again. */
  readonly trips: boolean;
}

/** Undefined if no case broke, or if few did and the worst of them would change no verdict. */
export function brokenCases(standing: EvalStanding, kill: readonly KillLine[]): BrokenCases | undefined {
  const { eval: item, judged, confidence, confidenceElsewhere, verdict } = standing;
  const errors = judged?.result.errors ?? 0;
  if (judged === undefined || errors === 0) return undefined;
  const worst = worstResult(item, judged.result, errors);
  const turnsTarget = verdict === "met" && worst !== undefined && !meets(item, worst, confidence);
  const turnsKill = worst === undefined ? [] : turnedLines(item, worst, confidenceElsewhere, kill);
  const rows = casesOf(judged.result) + errors;
  const most = tooManyErrors(item, judged.result)?.most;
  const many = most !== undefined || (item.maxErrors === undefined && errors > MANY * rows);
  if (!turnsTarget && turnsKill.length === 0 && !many) return undefined;
  return { standing, judged, errors, rows, most, worst: worst && countOf(worst), turnsTarget, turnsKill };
}

/** Whether a verdict would change if every broken case had gone badly. */
export function couldReverse({ turnsTarget, turnsKill }: BrokenCases): boolean {
  return turnsTarget || turnsKill.length > 0;
}

/** The result if every case that broke had come out badly; a mean has no worst value. */
function worstResult(item: Eval, all: Result, errors: number): Result | undefined {
  const { errors: _errors, count, pairs, clusters, n, value, before, ...rest } = all;
  const countsGood = MEASURES[item.measure].countsWithinLimit || item.better === "higher";
  const bad = countsGood ? 0 : errors;
  if (pairs !== undefined) {
    // The baseline did well on each of them.
    const side = countsGood ? "baseline" : "candidate";
    const worse = { ...rest, pairs: { ...pairs, [side]: pairs[side] + errors } };
    return clusters === undefined ? worse : { ...worse, clusters: [...clusters, ...broken(errors, countsGood, true)] };
  }
  const ofPairs = before !== undefined;
  const withBroken = clusters && [...clusters, ...broken(errors, countsGood, ofPairs)];
  if (count === undefined) {
    if (value?.unit !== "%" || n === undefined || withBroken === undefined) return undefined;
    const share = (amount: Decimal, more: number): Quantity => {
      const all = addDecimals(multiplyDecimals(amount, decimal(n)), decimal(100 * more));
      return { amount: divideDecimals(all, decimal(n + errors), SHARE_DIGITS), unit: "%" };
    };
    const then = before && { before: { value: share(before.value.amount, countsGood ? errors : 0) } };
    return { ...rest, value: share(value.amount, bad), n: n + errors, clusters: withBroken, ...then };
  }
  const counted = { ...rest, count: { x: count.x + bad, n: count.n + errors } };
  return withBroken === undefined ? counted : { ...counted, clusters: withBroken };
}

const SHARE_DIGITS = 10;

/** The broken cases at their worst. Their groups are unknown, so each is a group of its own. */
function broken(errors: number, countsGood: boolean, ofPairs: boolean): readonly Cluster[] {
  const [sum, before] = [decimal(countsGood ? 0 : 1), decimal(countsGood ? 1 : 0)];
  return Array.from({ length: errors }, () => (ofPairs ? { sum, n: 1, before } : { sum, n: 1 }));
}

function countOf(result: Result): Count | undefined {
  const { count, pairs } = result;
  return pairs === undefined ? count : { x: pairs.both + pairs.candidate, n: casesOf(result) };
}

function meets(item: Eval, result: Result, confidence: number): boolean {
  const { target } = item;
  const evidence = target && targetEvidence(item, target, result, confidence);
  if (target === undefined || evidence?.kind !== "interval") return false;
  const limit = MEASURES[item.measure].threshold(item, target, evidence.scale);
  return limit !== undefined && compareBounds(evidence.interval, limit.comparator, limit.threshold) === "holds";
}

function turnedLines(item: Eval, worst: Result, confidence: number, kill: readonly KillLine[]): readonly TurnedLine[] {
  const evidence = figureEvidence(item, worst, confidence);
  if (evidence.kind !== "interval") return [];
  return openLines(item.id, kill).flatMap(({ criterion, when, verdict }) => {
    const line = thresholdOn(when, evidence.scale);
    if (line === undefined) return [];
    const state = compareBounds(evidence.interval, line.comparator, line.threshold);
    return state === "holds" || (state === "open" && verdict === "cleared")
      ? [{ criterion, trips: state === "holds" }]
      : [];
  });
}
