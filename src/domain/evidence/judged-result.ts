import type { Entry } from "../records/entry.ts";
import type { Result } from "../records/evals/result.ts";
import type { TooManyErrors } from "./eval-reason.ts";
import { MEASURES } from "./measures/measures.ts";
import type { Eval } from "../records/eval.ts";
import { compareDecimals, decimal, multiplyDecimals, shortDecimalText } from "../scalars/decimal.ts";
import { quantityIn, quantityNumber, type Quantity } from "../scalars/quantity.ts";

/**
 * The result a verdict rests on: with one arm the latest; with several the latest of the arm whose latest figure is
 * best. A run of fewer cases than were planned takes no place of one that had them: ten cases more would otherwise undo
 * what four hundred have shown. It is `confirmed` where that arm was already the best before this result was logged: a
 * fresh run on an arm that was picked earlier owes nothing to how many there were.
 *
 * A figure without a count, or a mean without its spread, is judged only where nothing better was logged, on whichever
 * arm: it can meet and miss nothing, and a report of one would unseat a count.
 */
export function judgedResult(
  item: Eval,
  all: readonly LoggedResult[],
): { readonly result: LoggedResult; readonly confirmed: boolean } | undefined {
  const bounded = all.filter(({ result }) => MEASURES[item.measure].bounded(result));
  const results = bounded.length > 0 ? bounded : all;
  const result = bestLatest(item, results);
  if (result === undefined) return undefined;
  const arms = new Set(results.map((logged) => logged.result.arm));
  if (arms.size === 1) return { result, confirmed: false };
  // Results in the same entry were seen at once, and picked from at once.
  const before = results.slice(0, results.indexOf(result)).filter(({ entry }) => entry !== result.entry);
  const wasBest = bestLatest(item, before)?.result.arm === result.result.arm;
  const armsBefore = new Set(before.map((logged) => logged.result.arm));
  return { result, confirmed: wasBest && armsBefore.size === arms.size };
}

function bestLatest(item: Eval, results: readonly LoggedResult[]): LoggedResult | undefined {
  const runs = new LatestRuns(item);
  for (const logged of results) runs.add(logged);
  return runs.best();
}

/** The latest run of each arm, as the log goes on, and the best of them. */
export class LatestRuns {
  readonly #item: Eval;
  /** If none was agreed, that of the first run that has one. */
  #size: number | undefined;
  /** In the order in which they were logged: of equals, the later one is taken. */
  readonly #latest = new Map<string, LoggedResult>();
  #best: LoggedResult | undefined;

  constructor(item: Eval) {
    this.#item = item;
    this.#size = item.minN;
  }

  add(logged: LoggedResult): void {
    const { result } = logged;
    this.#size ??= casesOf(result) || undefined;
    const before = this.#latest.get(result.arm);
    if (before !== undefined && this.#isPlanned(before.result) && !this.#isPlanned(result)) return;
    this.#latest.delete(result.arm);
    this.#latest.set(result.arm, logged);
    if (this.#best === undefined) return;
    if (atLeastAsGood(this.#item, result, this.#best.result)) this.#best = logged;
    // A best result that has become worse is compared with all others again at the next question.
    else if (this.#best === before) this.#best = undefined;
  }

  /** What broke has to be run again. */
  #isPlanned(result: Result): boolean {
    const size = this.#size;
    return size !== undefined && casesOf(result) >= size && tooManyErrors(this.#item, result) === undefined;
  }

  best(): LoggedResult | undefined {
    if (this.#best === undefined)
      for (const logged of this.#latest.values())
        if (this.#best === undefined || atLeastAsGood(this.#item, logged.result, this.#best.result))
          this.#best = logged;
    return this.#best;
  }
}

/** In percent of all cases: how many may break, unless the eval sets a share of its own. */
const MOST_ERRORS = decimal(20);

/**
 * Why a result says nothing either way: more of its cases broke than the eval allows. A case that broke is in no
 * figure, so a run of which half broke may be a run of the easy half. Undefined where it is within the limit, and for
 * a figure that does not say how many cases it is made of.
 */
export function tooManyErrors({ maxErrors = MOST_ERRORS }: Eval, result: Result): TooManyErrors | undefined {
  const { errors = 0 } = result;
  const scored = casesOf(result);
  if (errors === 0 || scored === 0) return undefined;
  const rows = scored + errors;
  const allowed = multiplyDecimals(maxErrors, decimal(rows));
  return compareDecimals(decimal(errors * 100), allowed) > 0
    ? { code: "too-many-errors", errors, rows, most: `${shortDecimalText(maxErrors)}%` }
    : undefined;
}

/** More runs within a limit are better, whatever the direction of the figure. */
export function atLeastAsGood(item: Eval, a: Result, b: Result): boolean {
  const [x, y] = [estimateOf(a), estimateOf(b)];
  if (Number.isNaN(x)) return false;
  if (Number.isNaN(y)) return true;
  const runs = MEASURES[item.measure].countsWithinLimit && a.count !== undefined;
  return item.better === "higher" || runs ? x >= y : x <= y;
}

function estimateOf(result: Result): number {
  if (result.count !== undefined) return result.count.x / result.count.n;
  if (result.pairs !== undefined) return (result.pairs.both + result.pairs.candidate) / casesOf(result);
  return result.value === undefined ? NaN : quantityNumber(canonical(result.value));
}

function canonical(value: Quantity): Quantity {
  return quantityIn(value, "ms") ?? value;
}

/** Cases behind a result; 0 where it does not say. */
export function casesOf(result: Result): number {
  if (result.count !== undefined) return result.count.n;
  if (result.pairs !== undefined)
    return result.pairs.both + result.pairs.baseline + result.pairs.candidate + result.pairs.neither;
  return result.n ?? 0;
}

/** One result of an eval and the entry that logged it. */
export interface LoggedResult {
  readonly entry: Entry;
  /** Index within the entry's `results`. */
  readonly index: number;
  readonly result: Result;
}
