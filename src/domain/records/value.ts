import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import type { Unread } from "./unread.ts";

export const GRADES = ["measured", "estimated", "asserted"] as const;
export type Grade = (typeof GRADES)[number];

/** An input of the business case: one figure or a range, and how well it is known. */
export interface Estimate<T> {
  readonly low: T;
  readonly likely: T;
  readonly high: T;
  readonly grade: Grade;
  /** Where it comes from. */
  readonly source?: string;
  /** Why an estimate is what it is. */
  readonly reason?: string;
  /** Ids of the log entries it was measured in. */
  readonly entries?: readonly string[];
}

/** How draws are spread between the low, likely and high of a range. */
export const SHAPES = ["triangular", "pert"] as const;
export type Shape = (typeof SHAPES)[number];

/** Inputs of the two calculators, all optional while the case is a draft. Amounts are in one currency. */
export interface BusinessCase extends Unread {
  readonly users?: Estimate<Decimal>;
  readonly tasksPerDay?: Estimate<Decimal>;
  readonly minutesSaved?: Estimate<Decimal>;
  readonly hourlyRate?: Estimate<Money>;
  readonly workdaysPerYear?: Estimate<Decimal>;
  readonly incrementalRevenue?: Estimate<Money>;
  readonly platformCost?: Estimate<Money>;
  readonly modelCost?: Estimate<Money>;
  /** What it costs that people look at answers. */
  readonly reviewCost?: Estimate<Money>;
  readonly supportCost?: Estimate<Money>;
  readonly buildCost?: Estimate<Money>;
  readonly changeCost?: Estimate<Money>;
  /** How long the task takes today: no figure is calculated from it, but no more can be saved. */
  readonly taskMinutes?: Estimate<Decimal>;
  /** Months; an idea that takes longer to pay back is a no-go. */
  readonly paybackThreshold?: Decimal;
  /** The least annual net impact that is worth it. */
  readonly impactThreshold?: Money;
  /** How ranges are simulated, where it is not the usual way. */
  readonly simulation?: { readonly shape?: Shape; readonly seed?: number };
}
