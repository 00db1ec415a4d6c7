import type { GrowingSample } from "../../../statistics/looks/growing-sample.ts";
import { obrienFlemingSpent } from "../../../statistics/looks/obrien-fleming.ts";
import { casesOf } from "../judged-result.ts";
import type { RunScale } from "./run-scale.ts";
import type { SeenRun } from "./seen-run.ts";

/** The runs of one arm as one growing sample, with the part of the account that is set aside for it. */
export interface ArmSample {
  /** The chance of a false "met" that its looks may spend together, from `from` on. */
  readonly budget: number;
  readonly sample: GrowingSample;
  /** Cases at which its present stage started: none, or those that had been seen at the last change. */
  readonly from: number;
  /** What is set aside for the extension that was agreed beforehand, and up to how many cases; 0 where none was. */
  readonly reserve: number;
  readonly extendedTo?: number;
  readonly last?: SeenRun;
  /** Cases of the run of the planned size; undefined until there is one. */
  readonly full?: number;
}

/** The part of what an arm may spend that is reserved for an extension. */
const FOR_EXTENSION = 1 / 5;

/** @param extendedTo up to how many cases the sample may grow once, where that was agreed beforehand */
export function freshSample(scale: RunScale, all: number, extendedTo?: number): ArmSample {
  const reserve = extendedTo === undefined ? 0 : all * FOR_EXTENSION;
  return {
    budget: all - reserve,
    reserve,
    sample: scale.fresh(),
    from: 0,
    ...(extendedTo === undefined ? {} : { extendedTo }),
  };
}

/** What a look after the planned run may spend of what was set aside, and whether it is the last one. */
export function extensionAllowed(arm: ArmSample, n: number): { readonly allowed: number; readonly done: boolean } {
  const all = restOf(arm) + arm.reserve;
  const [full, to] = [arm.full ?? 0, arm.extendedTo ?? n];
  const done = n >= to;
  return { allowed: done ? all : obrienFlemingSpent(all, (n - full) / (to - full)), done };
}

/** The part of its account that no look has spent. */
export function restOf({ budget, sample }: ArmSample): number {
  return Math.max(0, budget - sample.spent);
}

/** Every look may spend at least this, however early: one in a million. */
const LEAST_LOOK = 1e-6;

/** What a look at `n` cases may spend, if `size` were agreed: a look of that size may spend all that is left. */
function allowedAt(arm: ArmSample, n: number, size: number): number {
  const rest = restOf(arm);
  if (n >= size || arm.budget <= LEAST_LOOK) return rest;
  const share = Math.max(0, (n - arm.from) / (size - arm.from));
  return Math.min(rest, Math.max(LEAST_LOOK, obrienFlemingSpent(arm.budget, share) - arm.sample.spent));
}

/** The arm after one more run that goes on where the last one was. */
export function afterLook(arm: ArmSample, run: SeenRun, size: number): ArmSample {
  const n = casesOf(run.result);
  const sample = arm.sample.lookAt(n, allowedAt(arm, n, size));
  return { ...arm, sample, last: run, ...(n >= size && arm.full === undefined ? { full: n } : {}) };
}

/**
 * What may be spent once the plan of an arm is changed after a part of it was seen: the chance that the old plan would
 * still have come to "met" by mistake, as far as it had come (the conditional rejection probability: Müller & Schäfer
 * 2001, Biometrics 57:886). Whatever is done from there on, on this level, keeps to the promise.
 */
export function conditionalError(arm: ArmSample, size: number, scale: RunScale): number {
  const { last } = arm;
  if (last === undefined) return restOf(arm);
  const reached = scale.reached(last.result);
  if (arm.full !== undefined || reached === undefined) return 0;
  return arm.sample.chanceAt(Math.max(size, arm.sample.n), restOf(arm), reached);
}

/**
 * What may be spent on a fresh sample in place of one that was given up. A few cases say little of how the sample would
 * have gone on, so that most of it is left; from half of the planned cases on it is the conditional error. Somebody who
 * starts over whenever the first cases look bad gains next to nothing (`bench/coverage.ts` has the figures).
 */
export function afterGivingUp(arm: ArmSample, size: number, scale: RunScale): number {
  const share = Math.min(1, arm.sample.n / size);
  const left = Math.max(0, (1 / (1 + 10 * share) - 1 / 6) / (1 - 1 / 6));
  return Math.max(conditionalError(arm, size, scale), restOf(arm) * left);
}
