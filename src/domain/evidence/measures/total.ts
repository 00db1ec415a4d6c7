import type { Eval } from "../../records/eval.ts";
import {
  compareDecimals,
  decimal,
  decimalNumber,
  multiplyDecimals,
  subtractDecimals,
  type Decimal,
} from "../../scalars/decimal.ts";
import { quantityIn } from "../../scalars/quantity.ts";
import { askedChange, type AskedTarget } from "../asked-change.ts";
import { contradiction, unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { noTest } from "../target-test.ts";
import { baselineZero, changeScale, onScale } from "./change.ts";
import { CASES_ENOUGH, LEAST_CASES, tooFewCases } from "./counted-share.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { thresholdOn } from "./threshold.ts";
import { exampleValue, farFigures, meantInUnit, unitValue } from "./unit-value.ts";

/** What something comes to in all, such as the cost of a whole run. It is exact, and compared as it stands. */
export const total: MeasureKind = {
  writtenIn: "unit",
  averages: false,
  takesTries: false,
  comparesCases: false,
  countsWithinLimit: false,
  enough: CASES_ENOUGH,
  evidence(item, result) {
    const value = unitValue(item, result);
    if (value.kind === "contradiction") return value;
    const estimate = decimalNumber(value.figure.amount);
    return {
      kind: "interval",
      interval: { estimate, low: estimate, high: estimate },
      scale: value.scale,
      n: undefined,
    };
  },
  change(item, target, result, figure) {
    const value = unitValue(item, result);
    return value.kind === "contradiction" ? value : exactChange(item, target, value.figure.amount, figure);
  },
  threshold: (item, target, scale) => thresholdOn(askedChange(item, target), scale),
  bounded: () => true,
  counted: (_, result) => result,
  meant: meantInUnit,
  example: (item, result) => ({ eval: item.id, arm: result.arm, value: exampleValue(item, result) }),
  leastCases: () => LEAST_CASES,
  caseShare: () => undefined,
  tooFew: tooFewCases,
  test: () => noTest("cases-do-not-count"),
  extremes: (item) => farFigures(item),
};

/**
 * The change of a total against its baseline, in the good direction. Both are decimals, and so is the change that is
 * asked for: whether it is reached is decided in decimals, or 0.3 less 0.1 would not be a reduction of 0.2.
 */
function exactChange(item: Eval, target: AskedTarget, amount: Decimal, figure: IntervalEvidence): Evidence {
  const { baseline } = item;
  const scale = changeScale(target, figure.scale);
  if (baseline === undefined) return unbounded({ code: "baseline-missing" }, scale);
  const unit = figure.scale.kind === "unit" ? figure.scale.unit : "";
  const before = baseline.kind === "fixed" ? quantityIn(baseline.quantity, unit)?.amount : undefined;
  if (before === undefined) return contradiction({ code: "baseline-unit-differs" });
  const change = subtractDecimals(amount, before);
  const isDifference = target.form === "difference";
  if (!isDifference && compareDecimals(before, decimal(0)) <= 0) return baselineZero();
  const isLess = isDifference ? item.better === "lower" : target.form === "reduction";
  const good = isLess ? subtractDecimals(decimal(0), change) : change;
  const estimate = isDifference ? decimalNumber(good) : decimalNumber(good) / decimalNumber(before);
  const exact = isDifference ? estimate : besideTarget(estimate, good, before, target);
  return onScale(figure, { estimate: exact, low: exact, high: exact }, scale);
}

/** The part that `good` is of `before` on the side of the target on which it is, or the target itself. */
function besideTarget(estimate: number, good: Decimal, before: Decimal, target: AskedTarget): number {
  const limit = thresholdOn(target, { kind: "change" });
  if (limit === undefined) return estimate;
  const { threshold } = limit;
  const percent: Decimal = { ...target.quantity.amount, scale: target.quantity.amount.scale + 2 };
  const side = compareDecimals(good, multiplyDecimals(before, percent));
  if (side === 0) return threshold;
  if (Math.sign(estimate - threshold) === side) return estimate;
  return threshold + side * Math.max(Number.MIN_VALUE, Math.abs(threshold) * Number.EPSILON);
}
