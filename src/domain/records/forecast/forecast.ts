import type { CivilDate } from "../../scalars/calendar.ts";
import { quantityText, type Quantity } from "../../scalars/quantity.ts";

/**
 * What a decision to go on rests on: the figure of a primary eval, what one task costs, what a year brings, and after
 * how many months it pays back.
 */
export const FORECAST_KINDS = ["metric", "unit-cost", "value", "payback"] as const;
export type ForecastKind = (typeof FORECAST_KINDS)[number];

/** The unit of a payback. */
export const MONTHS = "months";

/** A figure that the records gave at the moment of the decision. */
export interface ForecastLine {
  readonly kind: ForecastKind;
  /** For a metric: the id of its eval. */
  readonly eval?: string;
  /** For a metric: the good direction. */
  readonly better?: "lower" | "higher";
  /** Shares in percent, money a task or a year in its currency, a payback in months. */
  readonly figure: Quantity;
  /**
   * The 80% range, in the unit of the figure: both, or neither where the records give none. Without `high` more than a
   * tenth of the simulated cases never pay back.
   */
  readonly low?: Quantity;
  readonly high?: Quantity;
}

/** What a go stores, so that the actual figures can be compared with it later. */
export interface Forecast {
  /** The days on which people are asked, in order: three and six months after the decision. */
  readonly due: readonly CivilDate[];
  readonly lines: readonly ForecastLine[];
}

/** What came true: a figure in the unit of the forecast; a payback may never come. */
export type Actual = Quantity | "never";

/** The answer to a forecast for one of its days. */
export interface FollowUp {
  /** Id of the entry with the decision. */
  readonly decision: string;
  /** The day that it answers, one of those of the forecast. */
  readonly due: CivilDate;
  /** By the names of the lines; unknown figures are left out. */
  readonly actuals: ReadonlyMap<string, Actual>;
  /** Why the product is no longer used. Nothing is asked after that. */
  readonly notInUse?: string;
  /** Where the figures come from: a link, a path, a report. */
  readonly source?: string;
  /** What it is compared with, if the decision itself stored nothing: the figures that the log gave on that day. */
  readonly forecast?: readonly ForecastLine[];
}

/** The name of a line as people type it: the id of its eval, or its kind. */
export function lineName({ kind, eval: id }: Pick<ForecastLine, "kind" | "eval">): string {
  if (kind !== "metric" || id === undefined) return kind;
  return (FORECAST_KINDS as readonly string[]).includes(id) ? `metric-${id}` : id;
}

/** As it is written: `12%`, `11 months`, `never`. */
export function actualText(actual: Actual): string {
  return actual === "never" ? actual : quantityText(actual);
}

/** The figures that answers to one day give differently, by their names. */
export function contestedFigures(answers: readonly Pick<FollowUp, "actuals">[]): ReadonlySet<string> {
  const known = new Map<string, string>();
  const contested = new Set<string>();
  for (const { actuals } of answers)
    for (const [name, actual] of actuals) {
      const text = actualText(actual);
      if ((known.get(name) ?? text) !== text) contested.add(name);
      known.set(name, text);
    }
  return contested;
}

/** What an answer says, for telling two of them apart: `payback 11 months; wrong-rate 12%`. */
export function followUpText({ actuals, notInUse }: Pick<FollowUp, "actuals" | "notInUse">): string {
  const figures = [...actuals].map(([name, actual]) => `${name} ${actualText(actual)}`).sort();
  return [...figures, ...(notInUse === undefined ? [] : ["no longer in use"])].join("; ");
}
