import type { Interval } from "../../statistics/interval.ts";
import type { Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import { compareBounds, holds, type Comparator } from "../scalars/comparator.ts";
import type { FigureScale } from "../scalars/figure.ts";
import type { Target } from "../scalars/target.ts";
import { isUsedUp, type Account } from "./account/account.ts";
import { LEAST_CLUSTERS } from "./clusters.ts";
import type { EvalReason, TooFew } from "./eval-reason.ts";
import type { BaselineReading } from "./evidence.ts";
import { tooManyErrors, type LoggedResult } from "./judged-result.ts";
import { MEASURES } from "./measures/measures.ts";
import { targetEvidence } from "./result-evidence.ts";

/** The run whose result is compared, and how sure its bounds have to be. */
interface JudgedRun {
  readonly confidence: number;
  readonly interim: boolean;
  readonly repeated: boolean;
  readonly account: Account;
  readonly judged: LoggedResult | undefined;
}

/** What a result says of the target; the fields are those of `EvalStanding`, and only those that are known. */
interface TargetVerdict {
  readonly verdict: "met" | "not met" | "unsettled" | "invalid";
  readonly why: EvalReason | undefined;
  readonly interim?: boolean;
  readonly leaning?: "met" | "not met" | undefined;
  readonly change?: Interval;
  readonly changeScale?: FigureScale;
  readonly threshold?: number;
  readonly before?: BaselineReading | undefined;
}

/**
 * Compares the bounds of a result with the target. Only bounds that lie wholly on one side give a verdict; the estimate
 * alone says which way it leans.
 *
 * @param last whether this is the last day, after which no better run can come
 */
export function targetVerdict(
  item: Eval,
  target: Target,
  result: Result,
  run: JudgedRun,
  last: boolean,
): TargetVerdict {
  const evidence = targetEvidence(item, target, result, run.confidence);
  if (evidence.kind === "contradiction") return { verdict: "invalid", why: evidence.why };
  const limit = MEASURES[item.measure].threshold(item, target, evidence.scale);
  if (limit === undefined)
    return { verdict: "invalid", why: { code: "target-unit-differs", target: target.quantity.unit } };
  const { threshold, comparator } = limit;
  if (evidence.kind === "unbounded") {
    // A bare figure is not a change against the baseline, so it does not lean towards a target that is a change.
    const leaning =
      evidence.estimate === undefined || target.form !== "value"
        ? undefined
        : holds(evidence.estimate - threshold, comparator)
          ? ("met" as const)
          : ("not met" as const);
    return { changeScale: evidence.scale, threshold, leaning, verdict: "unsettled", why: evidence.why };
  }
  const { interval, before } = evidence;
  const state = compareBounds(interval, comparator, threshold);
  const leaning = holds(interval.estimate - threshold, comparator) ? ("met" as const) : ("not met" as const);
  const judged = { change: interval, changeScale: evidence.scale, threshold, before };
  const broken = tooManyErrors(item, result);
  // It has the cases, so it is no early look.
  if (broken !== undefined) return { ...judged, interim: false, leaning, verdict: "unsettled", why: broken };
  if (state !== "holds" && couldBeSettled(state, before, comparator, threshold))
    return { ...judged, leaning, verdict: "unsettled", why: { code: "baseline-unlabelled" } };
  if (state === "fails")
    return {
      ...judged,
      interim: !last,
      verdict: "not met",
      why: last ? undefined : { code: "missed-so-far" },
    };
  if (state === "holds" && item.primary && item.tunedOnTheseItems === true)
    return { ...judged, verdict: "unsettled", why: { code: "tuned-on-cases" } };
  const few = state === "holds" ? tooFew(item, evidence.n, evidence.groups) : undefined;
  if (state === "holds" && few === undefined) return { ...judged, verdict: "met", why: undefined };
  return { ...judged, leaning, verdict: "unsettled", why: few ?? { code: openCode(run) } };
}

/** More labels may still narrow what a judge counted, whatever is left for further runs. */
function openCode({
  interim,
  repeated,
  account,
  judged,
}: JudgedRun): "too-early" | "nothing-left" | "rerun" | "target-in-range" {
  if (interim) return "too-early";
  if (judged?.result.labels === undefined && isUsedUp(account)) return "nothing-left";
  return repeated ? "rerun" : "target-in-range";
}

/** Whether the target looks better by the other count of the baseline: then the verdict depends on who counted it. */
function couldBeSettled(
  state: "fails" | "open",
  before: BaselineReading | undefined,
  comparator: Comparator,
  threshold: number,
): boolean {
  if (before?.otherwise === undefined) return false;
  const other = compareBounds(before.otherwise, comparator, threshold);
  return other === "holds" || (state === "fails" && other === "open");
}

/** Why a result is too small to be called met, or undefined. */
function tooFew(item: Eval, n: number | undefined, groups: number | undefined): TooFew | undefined {
  if (n === undefined) return undefined;
  if (groups !== undefined && groups < LEAST_CLUSTERS) return { code: "too-few-groups", groups, least: LEAST_CLUSTERS };
  const measure = MEASURES[item.measure];
  const least = measure.leastCases(item);
  return n < least ? measure.tooFew(item, n, least) : undefined;
}

/**
 * Whether a further run says what the first planned one said, each at the confidence of a planned run. Then it need not
 * be beyond doubt: the verdict is that of the first, whose chance of error it cannot raise. A rerun that comes out well
 * again would otherwise turn "met" into "unsettled".
 */
export function isAffirmed(item: Eval, first: Result, again: Result, confidence: number): boolean {
  const state = targetState(item, first, confidence);
  return state !== "open" && state === targetState(item, again, confidence);
}

/** Whether the bounds of a result meet the target (`holds`), miss it (`fails`), or contain it. */
export function targetState(item: Eval, result: Result, confidence: number): "holds" | "fails" | "open" {
  const evidence = item.target === undefined ? undefined : targetEvidence(item, item.target, result, confidence);
  if (item.target === undefined || evidence?.kind !== "interval") return "open";
  const limit = MEASURES[item.measure].threshold(item, item.target, evidence.scale);
  return limit === undefined ? "open" : compareBounds(evidence.interval, limit.comparator, limit.threshold);
}
