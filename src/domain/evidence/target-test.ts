import type { Side } from "../../statistics/interval.ts";
import type { Eval } from "../records/eval.ts";
import type { Count } from "../scalars/count.ts";
import { decimalNumber } from "../scalars/decimal.ts";
import { quantityIn, quantityNumber } from "../scalars/quantity.ts";
import type { Expectation, Target } from "../scalars/target.ts";
import { askedChange, type AskedTarget } from "./asked-change.ts";
import { baselineFigure } from "./baseline-figure.ts";

/** A target as the numbers that a test of it needs. Limits and rates are shares, 0 to 1, unless a unit is named. */
export type TargetTest =
  /** One rate against a limit: a value, a change against an exact baseline, or the share of runs within a limit. */
  | { readonly kind: "rate"; readonly limit: number; readonly side: Side }
  /** The ratio or the difference of the candidate's rate to the baseline's, which was counted on cases of its own. */
  | { readonly kind: "ratio" | "difference"; readonly limit: number; readonly side: Side; readonly baseline: Count }
  /** An average, in a unit. A measured baseline adds its own spread, scaled as the target scales the baseline. */
  | {
      readonly kind: "average";
      readonly limit: number;
      readonly side: Side;
      readonly unit: string;
      readonly baseline?: { readonly sd: number; readonly n: number };
    };

/** No number of cases shows the target, or one cannot be told. */
export interface NoTest {
  readonly kind: "none";
  readonly why: NoTestReason;
}

export type NoTestReason =
  | { readonly code: "target-missing" }
  | { readonly code: "baseline-missing" }
  | { readonly code: "baseline-zero" }
  | { readonly code: "units-differ" }
  /** The target asks for a share below 0% or above 100%. */
  | { readonly code: "share-impossible" }
  /** The figure is compared as it stands, however many cases are behind it. */
  | { readonly code: "cases-do-not-count" };

export function noTest(code: NoTestReason["code"]): NoTest {
  return { kind: "none", why: { code } };
}

/** Whether the figure itself has to be small or large; a change is asked for in the good direction. */
export function sideOf(item: Eval, target: Target): Side {
  const small = target.form === "value" ? target.comparator.startsWith("<") : item.better === "lower";
  return small ? "at-most" : "at-least";
}

/** The limit for candidate − baseline, or for candidate / baseline. */
export function changeLimit(item: Eval, { form, quantity }: AskedTarget): number {
  const change = quantityNumber(quantity);
  if (form === "difference") return item.better === "lower" ? -change : change;
  return form === "reduction" ? 1 - change : 1 + change;
}

/** The unit in which figures with a unit are compared: that of a plain target, else that of the baseline. */
export function comparedUnit({ target, baseline }: Eval): string | undefined {
  return target?.form === "value" || baseline?.kind !== "fixed" ? target?.quantity.unit : baseline.quantity.unit;
}

/**
 * What a target or an expectation makes of the figure itself: a share where `unit` is undefined, else a number in that
 * unit. Changes are counted from the baseline. Undefined where it cannot be told.
 */
export function figureOf(item: Eval, wanted: Expectation | Target, unit: string | undefined): number | undefined {
  const { form, quantity } = "comparator" in wanted ? askedChange(item, wanted) : wanted;
  if (form === "value") return numberIn(quantity, unit);
  const before =
    item.baseline && baselineFigure(item.baseline, unit === undefined ? { kind: "share" } : { kind: "unit", unit });
  if (before === undefined) return undefined;
  const change = form === "difference" ? numberIn(quantity, unit) : quantityNumber(quantity);
  if (change === undefined) return undefined;
  if (form === "reduction") return before * (1 - change);
  if (form === "gain") return before * (1 + change);
  return item.better === "lower" ? before - change : before + change;
}

function numberIn(quantity: Target["quantity"], unit: string | undefined): number | undefined {
  if (unit === undefined) return quantity.unit === "%" || quantity.unit === "pp" ? quantityNumber(quantity) : undefined;
  const converted = quantityIn(quantity, unit);
  return converted && decimalNumber(converted.amount);
}
