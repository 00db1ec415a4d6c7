import type { Eval } from "./eval.ts";
import { figureOf, limitFigure, unitOf, type PlannedTest } from "./planned-test.ts";

/** What a plan takes as true of the candidate. */
export interface AssumedTruth {
  /** A share for counts, of runs within the limit for a percentile; else a number in the unit of the test. */
  readonly figure: number;
  /**
   * `expected`: what the eval says the team believes. `half-allowed`: it says nothing, and half as many bad cases as
   * the target allows are taken for the best that is plausible. `measured`: of a mean, what was measured so far.
   */
  readonly basis: "expected" | "half-allowed" | "measured";
}

/** A mean that was measured, in the unit of the test. */
export interface Spread {
  readonly sd: number;
  readonly mean: number;
}

/** Undefined where nothing is said of the figure and nothing can be put in its place. */
export function assumedTruth(item: Eval, test: PlannedTest, spread: Spread | undefined): AssumedTruth | undefined {
  const { expected } = item;
  const figure = expected && figureOf(item, expected, unitOf(item));
  if (test.kind === "mean") {
    if (figure !== undefined) return { figure, basis: "expected" };
    return spread && { figure: spread.mean, basis: "measured" };
  }
  if (figure !== undefined) return { figure: Math.min(1, Math.max(0, figure)), basis: "expected" };
  const limit = Math.min(1, Math.max(0, limitFigure(test)));
  return { figure: test.side === "at-most" ? limit / 2 : 1 - (1 - limit) / 2, basis: "half-allowed" };
}
