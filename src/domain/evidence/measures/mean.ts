import type { Result } from "../../records/evals/result.ts";
import type { Baseline, Eval, ScoreRange } from "../../records/eval.ts";
import { isPossible } from "../../../statistics/means/bounded-mean.ts";
import {
  addDecimals,
  decimal,
  decimalNumber,
  divideDecimals,
  subtractDecimals,
  type Decimal,
} from "../../scalars/decimal.ts";
import { isCurrencyOrTime, quantityNumber } from "../../scalars/quantity.ts";
import { askedChange, type AskedTarget } from "../asked-change.ts";
import { comparedUnit, figureOf, noTest, sideOf, type NoTest, type TargetTest } from "../target-test.ts";
import { fixedChange } from "./change.ts";
import { pairedMeans, separateMeans } from "./compared-means.ts";
import { meanEvidence, meanOf, MOST_SCORES } from "./mean-figure.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { thresholdOn } from "./threshold.ts";
import { exampleValue, farFigures, meantInUnit, unitValue } from "./unit-value.ts";

/** Within a declared range the bounds hold for any number of values; below three they say nothing. */
const LEAST_SCORES = 3;
/** Without one, fewer values than this do not show the large ones that decide a mean. */
const LEAST_VALUES = 30;
/** The imagined means hardly vary, so that no more values are needed for them to be settled. */
const VALUES_ENOUGH = 100;

/** The average of single values: a score, the cost of an answer. Logged with the sd and n of the values. */
export const mean: MeasureKind = {
  writtenIn: "unit",
  averages: true,
  takesTries: false,
  comparesCases: true,
  countsWithinLimit: false,
  enough: VALUES_ENOUGH,
  evidence(item, result, confidence) {
    const value = unitValue(item, result);
    return value.kind === "contradiction"
      ? value
      : meanEvidence(item, result, meanOf(item, value.figure, result), value.scale, confidence);
  },
  change(item, target, result, figure, confidence) {
    const { baseline } = item;
    if (result.before !== undefined) return pairedMeans(item, target, result, result.before, figure, confidence);
    return baseline?.kind === "fixed" && baseline.spread !== undefined
      ? separateMeans(item, target, result, { ...baseline, spread: baseline.spread }, figure, confidence)
      : fixedChange(item, target, figure);
  },
  threshold: (item, target, scale) => thresholdOn(askedChange(item, target), scale),
  bounded: ({ n, sd, clusters, scores }) =>
    n !== undefined && (sd !== undefined || clusters !== undefined || scores !== undefined),
  counted: (_, result) => result,
  meant: meantInUnit,
  example(item, result) {
    const value = exampleValue(item, result);
    const n = result.n ?? 50;
    const { amount } = value;
    const size = { ...amount, digits: amount.digits < 0n ? -amount.digits : amount.digits };
    const usual = { amount, sd: result.sd ?? divideDecimals(size, decimal(2), amount.scale + 1) };
    const possible = item.range === undefined ? usual : exampleWithin(item.range, amount, usual.sd, n);
    return { eval: item.id, arm: result.arm, value: { ...value, amount: possible.amount }, sd: possible.sd, n };
  },
  leastCases: ({ range }) => (range === undefined ? LEAST_VALUES : LEAST_SCORES),
  caseShare: () => undefined,
  tooFew: (item, n, least) =>
    item.range === undefined
      ? { code: "too-few-for-mean", n, least, tail: isCurrencyOrTime(item.target?.quantity) }
      : { code: "too-few-cases", n, least },
  test,
  extremes,
};

/** A mean and its spread as they can be within the range: as close to what was typed as that allows. */
function exampleWithin(range: ScoreRange, amount: Decimal, sd: Decimal, n: number) {
  const { least, most } = range;
  const span = subtractDecimals(most, least);
  const part = (of: number): Decimal => divideDecimals(span, decimal(of), span.scale + 2);
  const middle = addDecimals(least, part(2));
  const limits = { least: decimalNumber(least), most: decimalNumber(most) };
  const figures = [amount, middle].flatMap((one) =>
    [sd, part(4), part(8), part(16), part(32)].map((spread) => ({ amount: one, sd: spread })),
  );
  return (
    figures.find((one) => isPossible({ n, mean: decimalNumber(one.amount), sd: decimalNumber(one.sd) }, limits)) ?? {
      amount: middle,
      sd: decimal(0),
    }
  );
}

function test(item: Eval, target: AskedTarget): TargetTest | NoTest {
  const { baseline } = item;
  if (target.form !== "value" && baseline === undefined) return noTest("baseline-missing");
  const unit = comparedUnit(item);
  const limit = figureOf(item, target, unit);
  if (unit === undefined || limit === undefined) return noTest("units-differ");
  return { kind: "average", limit, side: sideOf(item, target), unit, ...baselineSpread(target, baseline) };
}

/**
 * What the spread of the baseline adds to that of the candidate less the limit; the limit is in the baseline's unit.
 */
function baselineSpread({ form, quantity }: AskedTarget, baseline: Baseline | undefined) {
  if (form === "value" || baseline?.kind !== "fixed" || baseline.spread === undefined) return {};
  const { sd, n } = baseline.spread;
  const change = quantityNumber(quantity);
  const factor = form === "reduction" ? 1 - change : form === "gain" ? 1 + change : 1;
  const spread = Math.abs(decimalNumber(sd) * factor);
  return spread > 0 ? { baseline: { sd: spread, n } } : {};
}

/** Next to no spread, for none at all shows nothing; beside a far figure it has to be one that a double can tell. */
const SPREAD: Decimal = { digits: 1n, scale: 6 };
const FAR_SPREAD = decimal(1000);

function extremes(item: Eval, n: number): readonly Result[] {
  const { range } = item;
  if (range !== undefined) {
    const unit = comparedUnit(item) ?? "";
    return [range.least, range.most].map((amount) => ({
      eval: item.id,
      arm: "",
      value: { amount, unit },
      n,
      ...(n > MOST_SCORES ? { sd: decimal(0) } : { scores: Array<Decimal>(n).fill(amount) }),
    }));
  }
  return farFigures(item).map((result) => ({
    ...result,
    n: Math.max(n, 3),
    sd: result.value?.amount.digits === 0n ? SPREAD : FAR_SPREAD,
  }));
}
