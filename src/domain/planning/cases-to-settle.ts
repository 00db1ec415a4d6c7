import { pairedDifferenceSize, pairedRatioSize } from "../../statistics/planning/paired-plan.ts";
import { rateAtBest } from "../../statistics/planning/rate-at-best.ts";
import { smallestWhole } from "../../statistics/distributions/bisection.ts";
import { askedChange } from "../evidence/asked-change.ts";
import { momentsOf } from "./assumed-truth.ts";
import { LEAST_CLUSTERS } from "../evidence/clusters.ts";
import { countSize } from "./count-plan.ts";
import type { PairedCounts, Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import { nextRun } from "../evidence/account/account.ts";
import type { Threshold } from "../evidence/measures/measure-kind.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import { targetEvidence } from "../evidence/result-evidence.ts";
import type { TargetTest } from "../evidence/target-test.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { casesOf } from "../evidence/judged-result.ts";
import { sizeForChance, WANTED_CHANCE } from "./plan.ts";
import { plannedTest, type CountTest } from "./planned-test.ts";
import { optional } from "../scalars/optional.ts";
import { quantityNumber } from "../scalars/quantity.ts";
import { compareBounds } from "../scalars/comparator.ts";
import type { Side } from "../../statistics/interval.ts";

/** How many more cases an unsettled eval would take, on top of those that were judged. */
export interface CasesToSettle {
  /** The verdict that the figure, if it holds, turns into. */
  readonly as: "met" | "not met";
  /** What is settled with, if what was measured stays exactly as it is: about an even chance. `null`: no number is. */
  readonly atBest: number | null;
  /**
   * What gives an 80 % chance, if what was measured is the truth; never fewer than `atBest`. `null`: no number does.
   */
  readonly forChance: number | null;
  /** Whether nothing is left of the chance of a false verdict, so that a further run settles nothing. */
  readonly nothingLeft: boolean;
}

const LARGEST_SIZE = 10_000_000;

/**
 * How many more cases would settle `standing`, after one look more on the arm that was judged so far, at the confidence
 * that is left for it: of several arms, the next run confirms the one that was picked. After the run of the agreed size
 * the new cases have to be enough by themselves. A counted baseline stays as it was counted. Undefined where the eval
 * is not unsettled, or has no bounds that more cases could narrow.
 *
 * Closed forms where there are any; else a search by halving with the function that gives the verdicts, a few
 * milliseconds at worst.
 */
export function casesToSettle(standing: EvalStanding): CasesToSettle | undefined {
  const { eval: item, judged, change, changeScale, leaning } = standing;
  const limit =
    item.target === undefined || changeScale === undefined
      ? undefined
      : MEASURES[item.measure].threshold(item, item.target, changeScale);
  if (
    standing.verdict !== "unsettled" ||
    judged === undefined ||
    change === undefined ||
    limit === undefined ||
    leaning === undefined
  )
    return undefined;
  // Of cases that were tuned on, no number meets the target of the eval that decides.
  if (leaning === "met" && item.primary && item.tunedOnTheseItems === true) return undefined;
  // Broken cases have to be run again first.
  if (standing.why?.code === "too-many-errors") return undefined;
  const { result } = judged;
  // More cases cannot settle what labels leave open.
  if (result.labels !== undefined) return undefined;
  const test = plannedTest(item);
  const n = casesOf(result);
  if (test.kind === "none" || n === 0) return undefined;
  const next = nextRun(standing.account, result.arm, standing.arms.length > 1);
  if (next === "nothing-left") return { as: leaning, atBest: null, forChance: null, nothingLeft: true };
  const goal: Goal = { item, result, test, n, confidence: next.confidence, limit, as: leaning };
  const least = leaning === "met" ? Math.max(item.minN ?? 0, MEASURES[item.measure].leastCases(item)) : 0;
  const more = (size: number | null): number | null =>
    size === null ? null : next.goesOn ? Math.max(0, size - n, least - n) : size;
  const atBest = more(sizeAtBest(goal));
  const forChance = more(sizeForTruth(goal));
  return {
    as: leaning,
    atBest,
    nothingLeft: false,
    forChance: atBest === null || forChance === null ? forChance : Math.max(atBest, forChance),
  };
}

interface Goal {
  readonly item: Eval;
  readonly result: Result;
  readonly test: TargetTest;
  readonly n: number;
  readonly confidence: number;
  readonly limit: Threshold;
  readonly as: "met" | "not met";
}

function sizeAtBest(goal: Goal): number | null {
  const { result, test, n, confidence } = goal;
  const parts = result.clusters ?? result.scores;
  if (parts !== undefined) {
    const times = repeatsAtBest(goal, parts.length);
    return times === null ? null : n * times;
  }
  if (test.kind === "rate" && result.count !== undefined) {
    const good = test.side === "at-most" ? result.count.n - result.count.x : result.count.x;
    return rateAtBest(good, n, test.side === "at-most" ? 1 - test.limit : test.limit, confidence);
  }
  if (!isSettled(goal, resized(result, LARGEST_SIZE))) return null;
  return smallestWhole((size) => isSettled(goal, resized(result, size)), n, LARGEST_SIZE);
}

/** Groups or single values that are tried at most: each of them is looked at again for every size. */
const MOST_PARTS = 20_000;

/**
 * Cases in groups come in groups, and single values are what is bet on: how many times the whole sample would settle
 * it, with as many of them more.
 */
function repeatsAtBest(goal: Goal, parts: number): number | null {
  const inGroups = goal.result.clusters !== undefined;
  const least = goal.as === "met" && inGroups ? Math.ceil(LEAST_CLUSTERS / parts) : 1;
  const most = Math.max(least, Math.floor(MOST_PARTS / parts));
  if (!isSettled(goal, repeated(goal.result, most))) return null;
  return smallestWhole((times) => isSettled(goal, repeated(goal.result, times)), least, most);
}

function repeated(result: Result, times: number): Result {
  const { count, n, clusters, scores, before } = result;
  return {
    ...result,
    ...(count === undefined ? {} : { count: { x: count.x * times, n: count.n * times } }),
    ...(n === undefined ? {} : { n: n * times }),
    ...optional("clusters", clusters && again(clusters, times)),
    ...optional("scores", scores && again(scores, times)),
    ...(before?.scores && { before: { ...before, scores: again(before.scores, times) } }),
  };
}

function again<T>(list: readonly T[], times: number): readonly T[] {
  return Array.from({ length: list.length * times }, (_, k) => list[k % list.length]!);
}

/** Whether `result` would be settled, and as what the figure leans to. */
function isSettled({ item, confidence, limit, as }: Goal, result: Result): boolean {
  if (item.target === undefined) return false;
  const evidence = targetEvidence(item, item.target, result, confidence);
  if (evidence.kind !== "interval") return false;
  const state = compareBounds(evidence.interval, limit.comparator, limit.threshold);
  return state === (as === "met" ? "holds" : "fails");
}

/** The same figure on another number of cases, to the nearest whole count. */
function resized(result: Result, size: number): Result {
  const { count, pairs } = result;
  if (count !== undefined) return { ...result, count: { x: Math.round((count.x * size) / count.n), n: size } };
  return pairs === undefined ? { ...result, n: size } : { ...result, pairs: resizedPairs(pairs, size) };
}

function resizedPairs(pairs: PairedCounts, size: number): PairedCounts {
  const { both, baseline, candidate, neither } = pairs;
  const part = size / (both + baseline + candidate + neither);
  const [b, o, c] = [Math.round(both * part), Math.round(baseline * part), Math.round(candidate * part)];
  return { both: b, baseline: o, candidate: c, neither: Math.max(0, size - b - o - c) };
}

/** The size with the chance wanted, from nothing, at the figures that were measured. */
function sizeForTruth(goal: Goal): number | null {
  const { item, result, n, confidence, as } = goal;
  if (result.clusters !== undefined) return clusteredSize(goal);
  const test = as === "met" ? goal.test : { ...goal.test, side: opposite(goal.test.side) };
  if (test.kind === "average") {
    const moments = momentsOf(item, result);
    return moments === undefined
      ? null
      : (sizeForChance(item, test, confidence, { figure: moments.mean, spread: moments }) ?? null);
  }
  if (result.count !== undefined) return countSize(test, confidence, result.count.x / n, WANTED_CHANCE);
  return result.pairs === undefined ? null : pairedSize(item, test, result.pairs, n, confidence);
}

/**
 * Groups take more cases than single ones would, for a chance as for the bounds: by the same factor, in good
 * approximation.
 */
function clusteredSize(goal: Goal): number | null {
  const { clusters: _, ...single } = goal.result;
  const without = { ...goal, result: single };
  const [size, atBest, singleAtBest] = [sizeForTruth(without), sizeAtBest(goal), sizeAtBest(without)];
  return size === null || atBest === null || singleAtBest === null ? null : Math.ceil((size * atBest) / singleAtBest);
}

function pairedSize(
  item: Eval,
  { side }: CountTest,
  pairs: PairedCounts,
  n: number,
  confidence: number,
): number | null {
  const { target } = item;
  if (target === undefined) return null;
  const shares = { both: pairs.both / n, onlyFirst: pairs.candidate / n, onlySecond: pairs.baseline / n };
  const goal = { shares, side, confidence, power: WANTED_CHANCE };
  const { form, quantity } = askedChange(item, target);
  const change = quantityNumber(quantity);
  if (form === "value")
    return countSize({ kind: "rate", limit: change, side }, confidence, shares.both + shares.onlyFirst, WANTED_CHANCE);
  if (form === "difference")
    return Math.abs(change) < 1
      ? pairedDifferenceSize({ ...goal, difference: item.better === "lower" ? -change : change })
      : null;
  const ratio = form === "reduction" ? 1 - change : 1 + change;
  return ratio > 0 && shares.both + shares.onlySecond > 0 ? pairedRatioSize({ ...goal, ratio }) : null;
}

function opposite(side: Side): Side {
  return side === "at-most" ? "at-least" : "at-most";
}
