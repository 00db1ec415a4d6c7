import type { Entry, Result } from "../../records/entry.ts";
import type { Eval } from "../../records/eval.ts";
import { countText } from "../../scalars/count.ts";
import { quantityText } from "../../scalars/quantity.ts";
import { byTime } from "../../records/log.ts";
import { atLeastAsGood, casesOf, type LoggedResult } from "../judged-result.ts";
import { MEASURES } from "../measures/measures.ts";
import type { SeenRun } from "./seen-run.ts";

/** An entry that counts no more, and what withdrew it: an undo, or a later import of the same thing. */
export interface Withdrawn {
  readonly entry: Entry;
  readonly by: Entry;
}

/**
 * The runs of an eval that were withdrawn and had been seen. They count in the account: to undo a run that came out
 * badly would otherwise be a rerun that costs nothing. A run is no look of its own where the records themselves show
 * it, whatever the reason that was typed:
 *
 * - it was logged for the wrong eval: the same figures were logged for another one since;
 * - it was told or read again: the same figures, or others from the same file, were logged for the same eval and arm;
 * - it was corrected to its disadvantage: the next run of the arm has as many cases, and is no better;
 * - it came from the wrong file: another data set than the one that was agreed;
 * - its source says something else by now: it was imported again.
 */
export function withdrawnRuns(
  item: Eval,
  withdrawn: readonly Withdrawn[],
  counted: readonly Entry[],
): readonly SeenRun[] {
  const seen = [...counted, ...withdrawn.map(({ entry }) => entry)].sort(byTime);
  return withdrawn
    .filter(({ by }) => by.undo !== undefined)
    .flatMap(({ entry, by }) =>
      entry.results
        .map((result, index): SeenRun => ({
          entry,
          index,
          result: MEASURES[item.measure].counted(item, result),
          withdrawn: by,
        }))
        .filter(({ result }) => result.eval === item.id && !isOtherData(item, result))
        .filter((run) => !isToldAgain(run, counted) && !isNoBetterNext(item, run, seen)),
    );
}

function isOtherData({ dataset }: Eval, result: Result): boolean {
  return dataset?.sha256 !== undefined && result.dataset !== undefined && result.dataset !== dataset.sha256;
}

function isToldAgain({ entry, result }: LoggedResult, counted: readonly Entry[]): boolean {
  const figures = figuresOf(result);
  return counted
    .filter(({ at }) => at.epochMs > entry.at.epochMs)
    .flatMap(({ results }) => results)
    .some((later) => {
      const same = figuresOf(later) === figures;
      if (later.eval !== result.eval) return same;
      return later.arm === result.arm && (same || isFromSameFile(later, result));
    });
}

/** What is no better than a run that was not met is not met either, so the two have the chance of one. */
function isNoBetterNext(item: Eval, { entry, result }: LoggedResult, seen: readonly Entry[]): boolean {
  const next = seen
    .filter(({ at }) => at.epochMs > entry.at.epochMs)
    .flatMap(({ results }) => results)
    .find((later) => later.eval === result.eval && later.arm === result.arm);
  if (next === undefined) return false;
  const later = MEASURES[item.measure].counted(item, next);
  return casesOf(later) === casesOf(result) && atLeastAsGood(item, result, later);
}

function isFromSameFile(a: Result, b: Result): boolean {
  const [one, other] = [a.cases ?? a.values, b.cases ?? b.values];
  return one !== undefined && one.sha256 === other?.sha256;
}

function figuresOf({ count, value, n, sd, pairs }: Result): string {
  if (count !== undefined) return countText(count);
  if (pairs !== undefined) return [pairs.both, pairs.baseline, pairs.candidate, pairs.neither].join(" ");
  return [value && quantityText(value), n, sd?.digits, sd?.scale].join(" ");
}
