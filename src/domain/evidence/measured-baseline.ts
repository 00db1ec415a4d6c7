import type { Result } from "../records/evals/result.ts";
import { baselineText, type Baseline, type Eval } from "../records/eval.ts";
import { compareBounds } from "../scalars/comparator.ts";
import type { Target } from "../scalars/target.ts";
import { countText, type Count } from "../scalars/count.ts";
import { decimal, shortDecimalText } from "../scalars/decimal.ts";
import { quantityText } from "../scalars/quantity.ts";
import type { EvalStanding } from "./eval-standing.ts";
import { atLeastAsGood, casesOf, type LoggedResult } from "./judged-result.ts";
import { measuredText } from "./measured-text.ts";
import { MEASURES } from "./measures/measures.ts";
import { figureEvidence, targetEvidence } from "./result-evidence.ts";

/** Today's system was measured, and differs from the agreed baseline or contradicts itself. */
export interface BaselineContradiction {
  readonly standing: EvalStanding;
  /** The run to report: the latest against which the target is missed, otherwise the latest that differs. */
  readonly today: LoggedResult;
  readonly agreed: Baseline;
  /** Whether a target that is met would be missed against the measured baseline. */
  readonly turnsTarget: boolean;
  /** Whether chance does not explain it: it differs from what was agreed, or from another run of today's system. */
  readonly differs: boolean;
  /** The run of today's system that it contradicts, where that is what it differs from. */
  readonly other: LoggedResult | undefined;
}

/**
 * Undefined where every measured baseline could be the agreed one and every other, and the target that is met would be
 * met against the latest. All runs count: a later one that comes out as agreed takes nothing back.
 */
export function baselineContradiction(standing: EvalStanding): BaselineContradiction | undefined {
  const { eval: item, today, account } = standing;
  const { baseline: agreed, measure } = item;
  const runs = today.filter(({ result }) => MEASURES[measure].bounded(result));
  const latest = runs.at(-1);
  if (agreed === undefined || latest === undefined) return undefined;
  const sure = 1 - account.promised;
  const ordered = runs.toSorted((a, b) => (atLeastAsGood(item, a.result, b.result) ? 1 : -1));
  const extremes = [ordered[0], ordered.at(-1)].filter((run) => run !== undefined);
  const told = [...byFigure(runs).values()].reverse();
  const differing = told.flatMap((run) => {
    const fromAgreed = differs(item, agreed, run.result, sure);
    const other = extremes.find((one) => contradicts(item, one.result, run.result, sure));
    return fromAgreed || other !== undefined ? [{ run, other: fromAgreed ? undefined : other }] : [];
  });
  const turning = differing.find(({ run }) => missesAgainst(standing, run.result));
  const found = turning ?? differing[0];
  if (found !== undefined)
    return {
      standing,
      today: found.run,
      agreed,
      turnsTarget: turning !== undefined,
      differs: true,
      other: found.other,
    };
  return missesAgainst(standing, latest.result)
    ? { standing, today: latest, agreed, turnsTarget: true, differs: false, other: undefined }
    : undefined;
}

/** The latest run of each figure: a repeated run with the same outcome says nothing new. */
function byFigure(runs: readonly LoggedResult[]): ReadonlyMap<string, LoggedResult> {
  const latest = new Map<string, LoggedResult>();
  for (const run of runs) {
    const { count, value, n, sd } = run.result;
    const key =
      count === undefined ? [value && quantityText(value), n, sd && shortDecimalText(sd)].join(" ") : countText(count);
    latest.delete(key);
    latest.set(key, run);
  }
  return latest;
}

/**
 * What meets its target against the agreed baseline only, and not against today's system as it was measured, is not
 * settled: nobody knows which of the two is true.
 */
export function unlessContradicted(standing: EvalStanding): EvalStanding {
  if (standing.verdict !== "met") return standing;
  const displaced = displacedBaseline(standing);
  if (displaced !== undefined) return contradictedBy(countText(displaced), standing);
  if (standing.today.length === 0) return standing;
  const contradiction = baselineContradiction(standing);
  if (contradiction === undefined || !contradiction.differs || !contradiction.turnsTarget) return standing;
  return contradictedBy(loggedFigure(contradiction.today.result), standing);
}

function contradictedBy(found: string, standing: EvalStanding): EvalStanding {
  const agreed = standing.eval.baseline;
  if (agreed === undefined) return standing;
  return {
    ...standing,
    verdict: "unsettled",
    why: { code: "baseline-contradicted", found, agreed: baselineText(agreed) },
  };
}

/**
 * Pairs are judged against today's system on the same cases. Where chance does not explain that it comes out otherwise
 * there than was agreed, and the target is not met against the agreed baseline, the cases or the run of today's system
 * have made the verdict: how many cases it counts there.
 */
function displacedBaseline({ eval: item, judged, confidence, account }: EvalStanding): Count | undefined {
  const { baseline: agreed, target } = item;
  const pairs = judged?.result.pairs;
  if (judged === undefined || pairs === undefined || agreed === undefined) return undefined;
  if (target === undefined || target.form === "value") return undefined;
  const { pairs: _pairs, n: _n, clusters: _clusters, ...rest } = judged.result;
  const n = casesOf(judged.result);
  const today = { x: pairs.both + pairs.baseline, n };
  if (!differs(item, agreed, { ...rest, count: today }, 1 - account.promised)) return undefined;
  const own = { ...rest, count: { x: pairs.both + pairs.candidate, n } };
  return isMetBy(item, target, own, confidence) ? undefined : today;
}

function loggedFigure({ count, value, ...result }: Result): string {
  return count !== undefined ? countText(count) : value === undefined ? "" : measuredText(value, result);
}

function contradicts(item: Eval, one: Result, other: Result, sure: number): boolean {
  const baseline = one === other ? undefined : measuredBaseline(one);
  return baseline !== undefined && differs({ ...item, baseline }, baseline, other, sure);
}

/** Whether the plausible range of the difference excludes zero. */
function differs(item: Eval, agreed: Baseline, measured: Result, confidence: number): boolean {
  // Labels correct both or neither, so the plain counts are compared.
  const { labels: _, ...result } = measured;
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
function missesAgainst(standing: EvalStanding, today: Result): boolean {
  const { eval: item, judged, confidence } = standing;
  const { target } = item;
  const baseline = measuredBaseline(today);
  const met = standing.verdict === "met" || standing.why?.code === "baseline-contradicted";
  if (!met || judged === undefined || baseline === undefined || target === undefined) return false;
  const { result } = judged;
  if (target.form === "value" || result.pairs !== undefined) return false;
  return !isMetBy({ ...item, baseline }, target, withLabelsOf(result, today), confidence);
}

/** Also where nothing can be said of it, which is no reason against it. */
function isMetBy(item: Eval, target: Target, result: Result, confidence: number): boolean {
  const evidence = targetEvidence(item, target, result, confidence);
  if (evidence.kind !== "interval") return evidence.kind !== "unbounded";
  const limit = MEASURES[item.measure].threshold(item, target, evidence.scale);
  return limit === undefined || compareBounds(evidence.interval, limit.comparator, limit.threshold) === "holds";
}

/** Labels of another baseline say nothing about this one. */
function withLabelsOf(result: Result, today: Result): Result {
  if (result.labels === undefined) return result;
  const { ofBaseline: _, ...labels } = result.labels;
  const ofBaseline = today.labels?.sameCases === true ? { ofBaseline: today.labels } : {};
  return { ...result, labels: { ...labels, ...ofBaseline } };
}
