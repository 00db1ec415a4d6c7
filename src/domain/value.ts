import type { Decimal } from "./decimal.ts";
import type { Money } from "./money.ts";

export const GRADES = ["measured", "estimated", "asserted"] as const;
export type Grade = (typeof GRADES)[number];

/** An input of the business case: one figure or a range, and how well it is known. */
export interface Estimate<T> {
  readonly low: T;
  readonly likely: T;
  readonly high: T;
  readonly grade: Grade;
  readonly source?: string;
}

/** Inputs of the two calculators, all optional while the case is a draft. Amounts are in one currency. */
export interface BusinessCase {
  readonly users?: Estimate<Decimal>;
  readonly tasksPerDay?: Estimate<Decimal>;
  readonly minutesSaved?: Estimate<Decimal>;
  readonly hourlyRate?: Estimate<Money>;
  readonly workdaysPerYear?: Estimate<Decimal>;
  readonly incrementalRevenue?: Estimate<Money>;
  readonly platformCost?: Estimate<Money>;
  readonly modelCost?: Estimate<Money>;
  readonly supportCost?: Estimate<Money>;
  readonly buildCost?: Estimate<Money>;
  readonly changeCost?: Estimate<Money>;
  /** Months; an idea that takes longer to pay back is a no-go. */
  readonly paybackThreshold?: Decimal;
  /** The least annual net impact that is worth it. */
  readonly impactThreshold?: Money;
}
