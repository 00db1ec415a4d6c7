import { bySeen } from "../../history/knowledge.ts";
import { SEEN_AS_DATED, type SeenMs } from "../../records/seen.ts";
import type { Entry } from "../../records/entry.ts";
import type { Eval } from "../../records/eval.ts";
import { LatestRuns, type LoggedResult } from "../judged-result.ts";
import type { Look } from "../looks.ts";
import { MEASURES } from "../measures/measures.ts";
import type { AccountRules } from "./book.ts";

/** The account of the definition as it is, for an eval that picks its arm itself. */
export function usualRules(item: Eval, results: readonly LoggedResult[], look: Look): AccountRules {
  const { seenMs = SEEN_AS_DATED } = look;
  return {
    confidence: look.confidence,
    amendments: [],
    closings: look.closings ?? [],
    armsToPick: [],
    seenMs,
    pickedBefore: pickedBefore(item, results, seenMs),
  };
}

/**
 * The arm that had the best figure before an entry was logged, by the rules of `judgedResult`. An account asks for it
 * in the order in which runs were seen, and so each result is looked at once.
 *
 * @param results oldest first
 */
export function pickedBefore(
  item: Eval,
  results: readonly LoggedResult[],
  seenMs: SeenMs,
): AccountRules["pickedBefore"] {
  const order = bySeen(seenMs);
  let known = seenUpTo(item);
  let last: Entry | undefined;
  return (entry) => {
    if (last !== undefined && order(entry, last) < 0) known = seenUpTo(item);
    last = entry;
    for (let next; (next = results[known.results]) !== undefined && order(next.entry, entry) < 0; known.results++) {
      const bounded = MEASURES[item.measure].bounded(next.result);
      if (bounded) known.bounded.add(next);
      known.all.add(next);
    }
    return (known.bounded.best() ?? known.all.best())?.result.arm;
  };
}

function seenUpTo(item: Eval) {
  return { results: 0, bounded: new LatestRuns(item), all: new LatestRuns(item) };
}
