import { decimalNumber } from "../scalars/decimal.ts";
import type { Result } from "../records/evals/result.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { Eval } from "../records/eval.ts";
import { baselineFigure } from "../evidence/baseline-figure.ts";
import { figureOf, type TargetTest } from "../evidence/target-test.ts";
import { limitFigure, unitOf } from "./planned-test.ts";
import { quantityIn } from "../scalars/quantity.ts";

/** What a plan assumes about the candidate. */
export interface AssumedTruth {
  /** A share for counts (of runs within the limit, for a percentile); otherwise a number in the unit of the test. */
  readonly figure: number;
  /**
   * `expected`: what the eval says the team believes. `half-allowed`: it says nothing, and half as many bad cases as
   * the target allows are taken for the best that is plausible. `as-today`: it says nothing, and the target allows a
   * loss, so that what is neither better nor worse is what it is for. `measured`: of a mean, what was measured so far.
   */
  readonly basis: "expected" | "half-allowed" | "as-today" | "measured";
}

/** How much the values behind a mean vary, in the unit of the test. */
export interface Spread {
  /** Standard deviation of the single values, above zero. */
  readonly sd: number;
  /** The mean that was measured with it, if any. */
  readonly mean: number | undefined;
}

/** Undefined if nothing is known about the figure and nothing can replace it. */
export function assumedTruth(item: Eval, test: TargetTest, spread: Spread | undefined): AssumedTruth | undefined {
  const { expected } = item;
  const figure = expected && figureOf(item, expected, unitOf(item));
  const today = figure === undefined && item.target?.form === "not-worse" ? baselineOf(item) : undefined;
  if (today !== undefined) return { figure: today, basis: "as-today" };
  if (test.kind === "average") {
    if (figure !== undefined) return { figure, basis: "expected" };
    return spread?.mean === undefined ? undefined : { figure: spread.mean, basis: "measured" };
  }
  if (figure !== undefined) return { figure: Math.min(1, Math.max(0, figure)), basis: "expected" };
  const limit = Math.min(1, Math.max(0, limitFigure(test)));
  return { figure: test.side === "at-most" ? limit / 2 : 1 - (1 - limit) / 2, basis: "half-allowed" };
}

function baselineOf(item: Eval): number | undefined {
  const unit = unitOf(item);
  return (
    item.baseline && baselineFigure(item.baseline, unit === undefined ? { kind: "share" } : { kind: "unit", unit })
  );
}

/**
 * Mean and spread as they were logged, in the unit of the test; undefined if the result is not a mean, or has no
 * spread.
 */
export function momentsOf(item: Eval, { value, sd }: Result): (Spread & { readonly mean: number }) | undefined {
  const unit = unitOf(item);
  if (value === undefined || sd === undefined || unit === undefined) return undefined;
  const [mean, spread] = [quantityIn(value, unit), quantityIn({ amount: sd, unit: value.unit }, unit)];
  if (mean === undefined || spread === undefined || decimalNumber(spread.amount) <= 0) return undefined;
  return { mean: decimalNumber(mean.amount), sd: decimalNumber(spread.amount) };
}

/** The spread of the result on which `item` is judged so far; undefined if there is none. */
export function spreadOf(evals: readonly EvalStanding[], item: Eval): Spread | undefined {
  const result = evals.find(({ eval: { id } }) => id === item.id)?.judged?.result;
  return result && momentsOf(item, result);
}
