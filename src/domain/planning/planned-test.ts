import type { Count } from "../scalars/count.ts";
import { decimalNumber } from "../scalars/decimal.ts";
import type { Baseline, Eval } from "../records/eval.ts";
import { baselineFigure } from "../evidence/evidence.ts";
import { quantityIn, quantityNumber } from "../scalars/quantity.ts";
import type { Expectation, Target } from "../scalars/target.ts";
import type { Side } from "../../statistics/interval.ts";

/** A target as the numbers that a test of it needs. Limits and rates are shares, 0 to 1, unless a unit is named. */
export type PlannedTest =
  /** One rate against a limit: a value, a change against an exact baseline, or the share of runs within a limit. */
  | { readonly kind: "rate"; readonly limit: number; readonly side: Side }
  /** The ratio or the difference of the candidate's rate to the baseline's, which was counted on cases of its own. */
  | { readonly kind: "ratio" | "difference"; readonly limit: number; readonly side: Side; readonly baseline: Count }
  /** A mean, in a unit. A baseline that was measured adds its own spread, scaled as the target scales the baseline. */
  | {
      readonly kind: "mean";
      readonly limit: number;
      readonly side: Side;
      readonly unit: string;
      readonly baseline?: { readonly sd: number; readonly n: number };
    };

export type CountTest = Exclude<PlannedTest, { readonly kind: "mean" }>;

/**
 * How the target of `item` will be tested; the reason where no number of cases comes into it, or where one is missing.
 * The tests are those of the verdicts: see `targetEvidence`.
 */
export function plannedTest(item: Eval): PlannedTest | { readonly kind: "none"; readonly why: string } {
  const { target, baseline } = item;
  if (target === undefined) return none("it has no target");
  if (item.measure === "total") return none("a total is compared as it stands, however many cases are behind it");
  if (item.measure === "percentile") return { kind: "rate", limit: (item.percentile ?? 95) / 100, side: "at-least" };
  const side = sideOf(item, target);
  if (target.form !== "value" && baseline === undefined) return none("it has no baseline to compare with");
  if (item.measure === "proportion" && target.form !== "value" && baseline?.kind === "counted") {
    if (baseline.count.x === 0 && target.form !== "difference")
      return none("the baseline is zero, so no relative change can be stated");
    return {
      kind: target.form === "difference" ? "difference" : "ratio",
      limit: changeLimit(item, target),
      side,
      baseline: baseline.count,
    };
  }
  const unit = unitOf(item);
  const limit = figureOf(item, target, unit);
  if (limit === undefined) return none("target and baseline are in units that do not compare");
  if (unit !== undefined) return { kind: "mean", limit, side, unit, ...baselineSpread(target, baseline) };
  return limit >= 0 && limit <= 1 ? { kind: "rate", limit, side } : none("no share of cases can be the target");
}

function none(why: string) {
  return { kind: "none", why } as const;
}

/**
 * What the spread of the baseline adds to that of the candidate less the limit; the limit is in the baseline's unit.
 */
function baselineSpread({ form, quantity }: Target, baseline: Baseline | undefined) {
  if (form === "value" || baseline?.kind !== "fixed" || baseline.spread === undefined) return {};
  const { sd, n } = baseline.spread;
  const change = quantityNumber(quantity);
  const factor = form === "reduction" ? 1 - change : form === "gain" ? 1 + change : 1;
  const spread = Math.abs(decimalNumber(sd) * factor);
  return spread > 0 ? { baseline: { sd: spread, n } } : {};
}

/** Whether the figure itself has to be small or large; a change is asked for in the good direction. */
function sideOf(item: Eval, target: Target): Side {
  const small = target.form === "value" ? target.comparator.startsWith("<") : item.better === "lower";
  return small ? "at-most" : "at-least";
}

/** The limit for candidate − baseline, or for candidate / baseline. */
function changeLimit(item: Eval, { form, quantity }: Target): number {
  const change = quantityNumber(quantity);
  if (form === "difference") return item.better === "lower" ? -change : change;
  return form === "reduction" ? 1 - change : 1 + change;
}

/** The unit in which the means of an eval are compared; undefined for shares. */
export function unitOf({ measure, target, baseline }: Eval): string | undefined {
  if (measure !== "mean") return undefined;
  return target?.form === "value" || baseline?.kind !== "fixed" ? target?.quantity.unit : baseline.quantity.unit;
}

/**
 * What a target or an expectation makes of the figure itself: a share where `unit` is undefined, else a number in that
 * unit. Changes are counted from the baseline. Undefined where it cannot be told.
 */
export function figureOf(
  item: Eval,
  { form, quantity }: Expectation | Target,
  unit: string | undefined,
): number | undefined {
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

/** The limit as a figure of the candidate: of a change, what it makes of the baseline as it was counted. */
export function limitFigure(test: PlannedTest): number {
  if (test.kind === "rate" || test.kind === "mean") return test.limit;
  const before = test.baseline.x / test.baseline.n;
  return test.kind === "ratio" ? before * test.limit : before + test.limit;
}
