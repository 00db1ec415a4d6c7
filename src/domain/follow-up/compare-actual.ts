import { lineName, type Actual, type FollowUp, type ForecastLine } from "../records/forecast/forecast.ts";
import { compareDecimals, decimalNumber } from "../scalars/decimal.ts";

/** A promised figure and the actual one. */
export interface ForecastOutcome {
  readonly line: ForecastLine;
  readonly actual: Actual;
  /**
   * What came true over what was promised; `Infinity` where it never pays back. Undefined where zero or less was
   * promised, which nothing is a multiple of.
   */
  readonly ratio: number | undefined;
  /** Whether it lies within the 80% range; undefined if there is none. */
  readonly within: boolean | undefined;
  /** Whether it came out worse than promised. */
  readonly worse: boolean;
}

/** The lines of a forecast that an answer gives a figure for, in the order of the forecast. */
export function outcomesOf(lines: readonly ForecastLine[], { actuals }: FollowUp): readonly ForecastOutcome[] {
  return lines.flatMap((line) => {
    const actual = actuals.get(lineName(line));
    return actual === undefined || !isComparable(line, actual) ? [] : [outcomeOf(line, actual)];
  });
}

/** Figures in two units cannot be compared; only a payback may never come. */
export function isComparable({ kind, figure }: ForecastLine, actual: Actual): boolean {
  return actual === "never" ? kind === "payback" : actual.unit === figure.unit;
}

function outcomeOf(line: ForecastLine, actual: Actual): ForecastOutcome {
  const { figure, low, high } = line;
  const promised = decimalNumber(figure.amount);
  if (actual === "never") {
    const within = low === undefined ? undefined : high === undefined;
    return { line, actual, ratio: promised > 0 ? Infinity : undefined, within, worse: true };
  }
  const { amount } = actual;
  const order = compareDecimals(amount, figure.amount);
  return {
    line,
    actual,
    ratio: promised > 0 ? decimalNumber(amount) / promised : undefined,
    within:
      low === undefined
        ? undefined
        : compareDecimals(low.amount, amount) <= 0 && (high === undefined || compareDecimals(amount, high.amount) <= 0),
    worse: betterOf(line) === "lower" ? order > 0 : order < 0,
  };
}

/** The good direction: a cost and a payback are to be low, what a year brings is to be high. */
function betterOf({ kind, better = "lower" }: Pick<ForecastLine, "kind" | "better">): "lower" | "higher" {
  return kind === "metric" ? better : kind === "value" ? "higher" : "lower";
}
