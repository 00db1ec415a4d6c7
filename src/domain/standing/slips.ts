import { comparedWith } from "../evidence/eval-deviations.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import { resultFault } from "../evidence/result-fault.ts";
import type { Entry } from "../records/entry.ts";
import type { Result } from "../records/evals/result.ts";
import { writtenOn } from "../records/seen.ts";
import type { Standing } from "./standing.ts";

/** An entry that was mistyped, and the correction that took it back on the same day. */
export interface Slip {
  readonly entry: Entry;
  readonly correction: Entry;
}

/**
 * Typing errors, which say nothing about how the PoC was run: withdrawn on the day of the entry, by the person who made
 * it, and nothing that anybody could wish away was in it. A result that could be judged is never a slip, unless the one
 * that is judged now has the same figure; nor is an answer to a kill criterion, nor spend that was not logged again.
 */
export function correctedSlips({ log, evals }: Pick<Standing, "log" | "evals">): readonly Slip[] {
  if (log.withdrawn.size === 0) return [];
  return log.entries.flatMap((entry) => {
    const correction = log.withdrawn.get(entry.id);
    if (correction === undefined || !isOfOneDay(correction, entry) || !isSameHand(correction, entry)) return [];
    if (entry.undo !== undefined || entry.answers.size > 0) return [];
    const harmless =
      entry.results.every((result) => isHarmless(result, evals)) &&
      (entry.spend.length === 0 || isSpentAgain(entry, log.counted));
    return harmless ? [{ entry, correction }] : [];
  });
}

function isOfOneDay(correction: Entry, entry: Entry): boolean {
  return writtenOn(correction) === writtenOn(entry);
}

/** `--by` makes nobody's correction the author's own. */
function isSameHand(correction: Entry, entry: Entry): boolean {
  return correction.by.name === entry.by.name && correction.recordedBy?.name === entry.recordedBy?.name;
}

function isHarmless(result: Result, evals: Standing["evals"]): boolean {
  const standing = evals.find((item) => item.eval.id === result.eval);
  if (standing === undefined) return true;
  const { eval: item, judged, verdict } = standing;
  const one = MEASURES[item.measure].counted(item, result);
  if (resultFault(item, one) !== undefined) return true;
  return judged !== undefined && verdict !== "invalid" && comparedWith(standing, one, judged.result) === undefined;
}

function isSpentAgain(entry: Entry, counted: readonly Entry[]): boolean {
  return counted.some(
    ({ date, spend, at }) => date === entry.date && spend.length > 0 && at.epochMs >= entry.at.epochMs,
  );
}
