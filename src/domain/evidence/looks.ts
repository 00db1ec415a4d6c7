import type { CivilDate } from "../scalars/calendar.ts";
import type { Eval } from "../records/eval.ts";
import { casesOf, tooManyErrors, type LoggedResult } from "./judged-result.ts";

/*
 * What it costs to look at results more than once; docs/statistics.md tells it under "How the chance of a false verdict
 * is spent". Every look and every arm to choose from takes a part of the chance of a false verdict, so that all of them
 * together keep to the confidence of the charter.
 */

/** Before the planned end, a verdict needs bounds this sure (Haybittle 1971; Peto 1976). */
const INTERIM_ALPHA = 0.001;
/** Later looks than these no longer cost: union accounting over at most twenty. */
export const MOST_LOOKS = 20;

/** How the results of an eval are looked at: by which rules, and as of when. */
export interface Look {
  /** One-sided confidence of the charter. */
  readonly confidence: number;
  /** Whether the last day has come or a person has decided: then what there is, is judged. */
  readonly last: boolean;
  /** The last day: what is logged from then on is judged whatever its size, each time. */
  readonly end?: CivilDate | undefined;
  /**
   * When something was decided: a decision that ended the work, a gate that was passed. Runs after it are for the next.
   */
  readonly decided?: readonly number[];
  /** Fields of the charter that every verdict rests on, and that cannot be read: `confidence`. */
  readonly unread?: readonly string[];
}

/** What a run is charged for. */
interface LookTaken {
  /** Before the planned end, or after the arm has been judged at it: only what is beyond doubt counts. */
  readonly early: boolean;
  /** How many other runs were looked at. */
  readonly looks: number;
  /** Among how many arms there was to choose. */
  readonly arms: number;
  /** Whether this is a fresh run on the arm that had been picked. */
  readonly confirmed: boolean;
}

/**
 * The confidence that is left for a run. The chance of a false verdict, α, is spent once: 0.001 on each early look, the
 * rest on the first run of the planned size; further runs of that arm are looks like the early ones. With several arms
 * half of it goes to the picking, shared by all of them, and half to the fresh run on the one that was picked
 * (Bonferroni): to pick until something is met, and to run it again until it is, cannot pass more often than that.
 */
export function lookConfidence(confidence: number, { early, looks, arms, confirmed }: LookTaken): number {
  const alpha = 1 - confidence;
  const share = arms === 1 ? 1 : confirmed ? 1 / 2 : 1 / (2 * arms);
  const final = Math.max(INTERIM_ALPHA, alpha - INTERIM_ALPHA * Math.min(looks, MOST_LOOKS)) * share;
  const interim = Math.min(INTERIM_ALPHA, alpha) / (confirmed ? 1 : arms);
  return 1 - (early ? Math.min(interim, final) : final);
}

/**
 * The confidence of one more run on the arm that is judged, with more cases than that one: agreed anew where the
 * planned run has been judged, for without an amendment it would be no more than one more look.
 */
export function nextConfidence(
  confidence: number,
  { looks, arms }: { readonly looks: number; readonly arms: readonly string[] },
): number {
  return lookConfidence(confidence, {
    early: false,
    looks,
    arms: Math.max(1, arms.length),
    confirmed: arms.length > 1,
  });
}

/** Whether a run is one that decides: of the planned size, or logged when the time was up. */
export function isFull(item: Eval, { entry, result }: LoggedResult, { end }: Look): boolean {
  // What broke has to be run again, and that is no second try.
  if (tooManyErrors(item, result) !== undefined) return false;
  return casesOf(result) >= (item.minN ?? Infinity) || (end !== undefined && entry.date >= end);
}

/**
 * The runs of the question that `judged` answers: each decision has its own chance of error, and what was decided is
 * over.
 */
export function sinceDecided(
  results: readonly LoggedResult[],
  judged: LoggedResult,
  { decided = [] }: Look,
): readonly LoggedResult[] {
  if (decided.length === 0) return results;
  const from = Math.max(-Infinity, ...decided.filter((epochMs) => epochMs < judged.entry.at.epochMs));
  return results.filter(({ entry }) => entry.at.epochMs > from);
}

/** Runs of the same arm that decided, before the one that is judged. What stands in one entry was seen at once. */
export function fullRunsBefore(
  item: Eval,
  judged: LoggedResult,
  results: readonly LoggedResult[],
  look: Look,
): readonly LoggedResult[] {
  const before = results
    .slice(0, results.indexOf(judged))
    .filter((run) => run.result.arm === judged.result.arm && run.entry !== judged.entry);
  return before.filter((run) => isFull(item, run, look));
}

/** Other runs that were looked at; those of the same arm after the judged one pay for themselves. */
export function looksBefore(judged: LoggedResult, results: readonly LoggedResult[]): number {
  const at = results.indexOf(judged);
  return results.filter((run, index) => index < at || (index > at && run.result.arm !== judged.result.arm)).length;
}
