import { bySeen } from "../../history/knowledge.ts";
import { SEEN_AS_DATED, type SeenMs } from "../../records/seen.ts";
import type { Entry } from "../../records/entry.ts";
import type { Result } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import { countText } from "../../scalars/count.ts";
import { quantityText } from "../../scalars/quantity.ts";
import { atLeastAsGood, casesOf, type LoggedResult } from "../judged-result.ts";
import { MEASURES } from "../measures/measures.ts";
import type { SeenRun } from "./seen-run.ts";

/** An entry that no longer counts, and what withdrew it: an undo, or a later import of the same thing. */
export interface Withdrawn {
  readonly entry: Entry;
  readonly by: Entry;
}

/**
 * The runs of an eval that were withdrawn and had been seen. They count in the account: to undo a run that came out
 * badly would otherwise be a rerun that costs nothing. A run is no look of its own where the records themselves show
 * it, whatever the reason that was typed:
 *
 * - it was logged for the wrong eval: the same figures were logged for another one since. That is believed once, for an
 *   eval that decides nothing would take any number of runs that came out badly;
 * - it was told or read again: the same figures, or others from the same file, were logged for the same eval and arm;
 * - it was corrected to its disadvantage: the next run of the arm has as many cases, and is no better;
 * - it came from the wrong file: another data set than the one that was agreed;
 * - its source has changed, and it was imported again.
 */
export function withdrawnRuns(
  item: Eval,
  withdrawn: readonly Withdrawn[],
  counted: readonly Entry[],
  seenMs: SeenMs = SEEN_AS_DATED,
): readonly SeenRun[] {
  const undone = withdrawn.filter(({ by }) => by.undo !== undefined);
  if (undone.length === 0) return [];
  const told = toldBy(counted, seenMs);
  const order = bySeen(seenMs);
  const evals = [...new Set(counted.flatMap(({ results }) => results.map((result) => result.eval)))];
  const seen = new LaterRuns([...counted, ...withdrawn.map(({ entry }) => entry)].sort(order), seenMs);
  const runs = undone.flatMap(({ entry, by }) =>
    entry.results
      .map((result, index): SeenRun => ({
        entry,
        index,
        result: MEASURES[item.measure].counted(item, result),
        withdrawn: by,
      }))
      .filter(({ result }) => result.eval === item.id && !isOtherData(item, result))
      .filter(
        (run) => !isToldAgain(run, told, seenMs(run.entry)) && !isNoBetterNext(item, run, seen, seenMs(run.entry)),
      ),
  );
  const slip = runs
    .toSorted((a, b) => order(a.entry, b.entry))
    .find((run) => isOfOther(run, told, evals, seenMs(run.entry)));
  return runs.filter((run) => run !== slip);
}

function isOtherData({ dataset }: Eval, result: Result): boolean {
  return dataset?.sha256 !== undefined && result.dataset !== undefined && result.dataset !== dataset.sha256;
}

/** When figures, or a file, were last told, by what was told and of what; in milliseconds since 1970. */
type Told = ReadonlyMap<string, number>;

function toldBy(counted: readonly Entry[], seenMs: SeenMs): Told {
  const told = new Map<string, number>();
  const tell = (key: string, ms: number) => told.set(key, Math.max(ms, told.get(key) ?? -Infinity));
  for (const entry of counted)
    for (const result of entry.results) for (const key of keysOf(result)) tell(key, seenMs(entry));
  return told;
}

/** Figures of another eval, figures of the same eval and arm, and a file of the same eval and arm. */
function keysOf(result: Result): readonly string[] {
  const figures = figuresOf(result);
  const own = JSON.stringify([result.eval, result.arm]);
  const file = (result.cases ?? result.values)?.sha256;
  return [
    `figures of ${result.eval}: ${figures}`,
    `figures: ${own} ${figures}`,
    ...(file ? [`file: ${own} ${file}`] : []),
  ];
}

function isToldAgain({ result }: LoggedResult, told: Told, ms: number): boolean {
  const [, ...own] = keysOf(result);
  return own.some((key) => isSince(ms, key, told));
}

function isOfOther({ result }: LoggedResult, told: Told, evals: readonly string[], ms: number): boolean {
  const figures = figuresOf(result);
  return evals.some((id) => id !== result.eval && isSince(ms, `figures of ${id}: ${figures}`, told));
}

function isSince(ms: number, key: string, told: Told): boolean {
  return (told.get(key) ?? -Infinity) > ms;
}

/** A run that is no better than one that was not met is not met either, so the two have the chance of one. */
function isNoBetterNext(item: Eval, { result }: LoggedResult, seen: LaterRuns, ms: number): boolean {
  const next = seen.next(result, ms);
  if (next === undefined) return false;
  const later = MEASURES[item.measure].counted(item, next);
  return casesOf(later) === casesOf(result) && atLeastAsGood(item, result, later);
}

/** The runs of each eval and arm in order, to find the one after a moment. */
class LaterRuns {
  readonly #runs = new Map<string, { readonly ms: number; readonly result: Result }[]>();

  constructor(entries: readonly Entry[], seenMs: SeenMs) {
    for (const entry of entries)
      for (const result of entry.results) {
        const key = JSON.stringify([result.eval, result.arm]);
        const runs = this.#runs.get(key);
        const run = { ms: seenMs(entry), result };
        if (runs === undefined) this.#runs.set(key, [run]);
        else runs.push(run);
      }
  }

  next(of: Result, afterMs: number): Result | undefined {
    const runs = this.#runs.get(JSON.stringify([of.eval, of.arm])) ?? [];
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle]!.ms > afterMs) high = middle;
      else low = middle + 1;
    }
    return runs[low]?.result;
  }
}

function figuresOf({ count, value, n, sd, pairs }: Result): string {
  if (count !== undefined) return countText(count);
  if (pairs !== undefined) return [pairs.both, pairs.baseline, pairs.candidate, pairs.neither].join(" ");
  return [value && quantityText(value), n, sd?.digits, sd?.scale].join(" ");
}
