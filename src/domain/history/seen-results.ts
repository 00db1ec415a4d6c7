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

  /** @param entries oldest first */
  constructor(entries: readonly Entry[]) {
    for (const { at, results, answers } of entries) {
      for (const result of results) {
        this.#ofAny.push(at.epochMs);
        note(this.#ofEval, result.eval, at.epochMs);
      }
      for (const criterion of answers.keys()) note(this.#ofCriterion, criterion, at.epochMs);
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
