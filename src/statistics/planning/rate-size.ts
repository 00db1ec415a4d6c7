import { binomialAtMost, binomialProbability } from "../distributions/binomial.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireConfidence, requireOpenShare, requireShare } from "../preconditions.ts";
import { rateCriticalCount } from "./rate-critical-count.ts";
import type { Side } from "../interval.ts";

/** What a one-rate test is to be able to show. */
export interface RateGoal {
  /** The limit to be shown, 0 to 1. */
  readonly target: number;
  /** Whether the rate is to be shown to be at least the target, or at most. */
  readonly side: Side;
  /** The rate taken as true, 0 to 1. */
  readonly rate: number;
  /** One-sided, strictly between 0.5 and 1. */
  readonly confidence: number;
  /** The chance of success wanted, strictly between 0 and 1; 0.8 is usual. */
  readonly power: number;
}

/** Sample sizes for a wanted chance. The chance is saw-toothed in n, so there are two. */
export interface RateSize {
  /** The smallest n that gives the wanted chance; a few more may take it away again. */
  readonly first: number;
  /** The smallest n from which on the chance never falls below the wanted one. */
  readonly stable: number;
}

/**
 * How many trials give the wanted chance that the Clopper–Pearson bound reaches the target. By exact search; `null`
 * where the true rate is not on the good side of the target, or ten million trials would not do.
 *
 * @throws RangeError on rates outside 0 to 1, or confidence or power out of range
 */
export function rateSize({ target, side, rate, confidence, power }: RateGoal): RateSize | null {
  requireShare("target", target);
  requireShare("rate", rate);
  requireConfidence(confidence);
  requireOpenShare("power", power);
  if (side === "at-most") {
    return rateSize({ target: 1 - target, side: "at-least", rate: 1 - rate, confidence, power });
  }
  if (target === 0) return { first: 1, stable: 1 };
  if (rate <= target) return null;

  const gap = rate - target;
  const atTarget = normalQuantile(confidence) * Math.sqrt(target * (1 - target));
  const atTruth = normalQuantile(power) * Math.sqrt(rate * (1 - rate));
  const guess = (Math.max(0, atTarget + atTruth) / gap) ** 2;
  if (guess > 2 * LARGEST_SIZE) return null;
  // Teeth of the saw, the correction for continuity and the skewness each move the size by one or two over the gap.
  const margin = Math.ceil(50 + 10 / gap);
  const walk = startWalk(Math.max(1, Math.floor(guess) - margin), target, rate, confidence);
  let first: number | null = null;
  let lastBelow = walk.n - 1;
  while (walk.n < Math.max(lastBelow, guess) + margin) {
    if (walk.n > LARGEST_SIZE + margin) return null;
    if (walk.atTruth.tail < power) lastBelow = walk.n;
    else first ??= walk.n;
    step(walk);
  }
  if (first === null || lastBelow + 1 > LARGEST_SIZE) return null;
  return { first, stable: lastBelow + 1 };
}

/** The number of trials, the failures allowed among them, and how likely no more than those are. */
interface Walk {
  n: number;
  /** The largest number of failures with which the target is still shown; −1 where none is. */
  allowed: number;
  readonly alpha: number;
  readonly atTarget: FailureTail;
  readonly atTruth: FailureTail;
}

/** P(failures ≤ allowed) and P(failures = allowed) at one chance of failure. */
interface FailureTail {
  readonly failure: number;
  readonly success: number;
  tail: number;
  last: number;
}

function startWalk(n: number, target: number, rate: number, confidence: number): Walk {
  const critical = rateCriticalCount(n, target, confidence);
  const allowed = critical === null ? -1 : n - critical;
  const at = (success: number): FailureTail => ({
    failure: 1 - success,
    success,
    tail: binomialAtMost(allowed, n, 1 - success),
    last: binomialProbability(allowed, n, 1 - success),
  });
  return { n, allowed, alpha: 1 - confidence, atTarget: at(target), atTruth: at(rate) };
}

/** One trial more: the exact recurrences of the binomial, which spare a tail for each n. */
function step(walk: Walk): void {
  walk.n += 1;
  for (const at of [walk.atTarget, walk.atTruth]) {
    at.tail -= at.failure * at.last;
    at.last *= (at.success * walk.n) / (walk.n - walk.allowed);
  }
  if (walk.atTarget.tail + nextProbability(walk, walk.atTarget) > walk.alpha) return;
  for (const at of [walk.atTarget, walk.atTruth]) {
    at.last = nextProbability(walk, at);
    at.tail += at.last;
  }
  walk.allowed += 1;
}

function nextProbability({ n, allowed }: Walk, at: FailureTail): number {
  if (allowed < 0) return at.success ** n;
  return (at.last * (n - allowed) * at.failure) / ((allowed + 1) * at.success);
}

/** The largest sample that planning looks at; the methods are held to their accuracy up to here. */
export const LARGEST_SIZE = 10_000_000;
