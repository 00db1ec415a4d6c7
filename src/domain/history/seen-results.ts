import { writtenMs } from "../records/seen.ts";
import type { Entry } from "../records/entry.ts";

/**
 * Results and answers by the moment at which they were logged, to count how many had been seen by then. Built once for
 * a log, because every amendment asks.
 */
export class SeenResults {
  /** Moments in milliseconds since 1970, ascending: of each result, by its eval; of each answer, by its criterion. */
  readonly #ofEval = new Map<string, number[]>();
  readonly #ofCriterion = new Map<string, number[]>();
  readonly #ofAny: number[] = [];

  constructor(entries: readonly Entry[]) {
    const said = entries.filter(({ results, answers }) => results.length > 0 || answers.size > 0);
    const written = said
      .map((entry) => ({ results: entry.results, answers: entry.answers, ms: writtenMs(entry) }))
      .sort((a, b) => a.ms - b.ms);
    for (const { ms, results, answers } of written) {
      for (const result of results) {
        this.#ofAny.push(ms);
        note(this.#ofEval, result.eval, ms);
      }
      for (const criterion of answers.keys()) note(this.#ofCriterion, criterion, ms);
    }
  }

  results(untilMs: number): number {
    return countUntil(this.#ofAny, untilMs);
  }

  resultsOf(evals: readonly string[], untilMs: number): number {
    const counts = [...new Set(evals)].map((id) => countUntil(this.#ofEval.get(id) ?? [], untilMs));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  answersTo(criterion: string, untilMs: number): number {
    return countUntil(this.#ofCriterion.get(criterion) ?? [], untilMs);
  }
}

function note(moments: Map<string, number[]>, id: string, ms: number): void {
  const known = moments.get(id);
  if (known === undefined) moments.set(id, [ms]);
  else known.push(ms);
}

/** How many of ascending moments are no later than a limit. */
function countUntil(moments: readonly number[], untilMs: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! > untilMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
