import { clusterMeanOfSums, type ClusterSum } from "../../../statistics/means/cluster-mean.ts";
import { meanInterval } from "../../../statistics/means/mean-interval.ts";
import { separateMeanRatio } from "../../../statistics/means/mean-ratio.ts";
import type { SampleMoments } from "../../../statistics/means/sample-moments.ts";
import { welch } from "../../../statistics/means/welch.ts";
import type { Result } from "../../records/entry.ts";
import type { Baseline, Eval, SampleSpread } from "../../records/eval.ts";
import { decimal, decimalNumber, divideDecimals, type Decimal } from "../../scalars/decimal.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import { isCurrencyOrTime, quantityIn, quantityNumber, type Quantity } from "../../scalars/quantity.ts";
import { askedChange, type AskedTarget } from "../asked-change.ts";
import { clusterSums } from "../clusters.ts";
import { contradiction, unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { comparedUnit, figureOf, noTest, sideOf, type NoTest, type TargetTest } from "../target-test.ts";
import { baselineZero, differenceOf, fixedChange, onScale, relativeChange } from "./change.ts";
import { LEAST_CASES, ONE_GROUP } from "./counted-share.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { thresholdOn } from "./threshold.ts";
import { exampleValue, farFigures, meantInUnit, unitValue } from "./unit-value.ts";

/** Scores vary little, and three of them show it; money and time have long tails. */
const LEAST_SCORES = 3;
/** The imagined means hardly vary, so that no more values are needed for them to be settled. */
const VALUES_ENOUGH = 100;

/** The average of single values: a score, the cost of an answer. Logged with the sd and n of the values. */
export const mean: MeasureKind = {
  writtenIn: "unit",
  averages: true,
  countsWithinLimit: false,
  enough: VALUES_ENOUGH,
  evidence(item, result, confidence) {
    const value = unitValue(item, result);
    return value.kind === "contradiction" ? value : meanEvidence(meanOf(value.figure, result), value.scale, confidence);
  },
  change(item, target, result, figure, confidence) {
    const { baseline } = item;
    return baseline?.kind === "fixed" && baseline.spread !== undefined
      ? separateMeans(item, target, result, { ...baseline, spread: baseline.spread }, figure, confidence)
      : fixedChange(item, target, figure);
  },
  threshold: (item, target, scale) => thresholdOn(askedChange(item, target), scale),
  bounded: ({ n, sd, clusters }) => n !== undefined && (sd !== undefined || clusters !== undefined),
  counted: (_, result) => result,
  meant: meantInUnit,
  example: (item, result) => {
    const value = exampleValue(item, result);
    return {
      eval: item.id,
      arm: result.arm,
      value,
      sd: result.sd ?? divideDecimals(value.amount, decimal(2), value.amount.scale + 1),
      n: result.n ?? 50,
    };
  },
  leastCases: ({ target }) => (isCurrencyOrTime(target?.quantity) ? LEAST_CASES : LEAST_SCORES),
  test,
  extremes,
};

/** A mean in the unit in which it is judged. */
interface Mean {
  readonly mean: number;
  readonly sd: number | undefined;
  readonly n: number | undefined;
  readonly clusters: readonly ClusterSum[] | undefined;
}

function meanOf(figure: Quantity, { value, sd, n, clusters }: Result): Mean {
  const factor = value === undefined ? 1 : unitFactor(value, figure);
  const sums = clusters && clusterSums(clusters).map((cluster) => ({ sum: cluster.sum * factor, n: cluster.n }));
  const spread = sd && Math.abs(decimalNumber(sd)) * factor;
  return { mean: decimalNumber(figure.amount), sd: spread, n, clusters: sums };
}

/** How many of the target's unit one unit of the result is: the spread converts as the value does. */
function unitFactor(from: Quantity, to: Quantity): number {
  if (from.unit === to.unit) return 1;
  const one = quantityIn({ amount: { digits: 1n, scale: 0 }, unit: from.unit }, to.unit);
  return one === undefined ? 1 : decimalNumber(one.amount);
}

/** The groups carry the spread between them, which is the one that counts; else it has to be logged with the mean. */
function meanEvidence({ mean: estimate, sd, n, clusters }: Mean, scale: FigureScale, confidence: number): Evidence {
  if (n === undefined || (sd === undefined && clusters === undefined)) return contradiction({ code: "spread-missing" });
  if (n < 3) return unbounded({ code: "too-few-values", n, least: 3 }, scale, estimate);
  if (clusters !== undefined && clusters.length < 2) return unbounded(ONE_GROUP, scale, estimate);
  const interval =
    clusters === undefined
      ? meanInterval({ n, mean: estimate, sd: sd! }, confidence)
      : { ...clusterMeanOfSums(clusters, confidence), estimate };
  if (interval.low === interval.high) return unbounded({ code: "no-variation" }, scale, estimate);
  return { kind: "interval", interval, scale, n, ...(clusters === undefined ? {} : { groups: clusters.length }) };
}

/** Two means of separate cases, each with its spread: Welch's interval, or the ratio of the two. */
function separateMeans(
  item: Eval,
  target: AskedTarget,
  result: Result,
  { quantity, spread }: { readonly quantity: Quantity; readonly spread: SampleSpread },
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const unit = figure.scale.kind === "unit" ? figure.scale.unit : "";
  const [value, reference] = [result.value && quantityIn(result.value, unit), quantityIn(quantity, unit)];
  const now = value && momentsOf(meanOf(value, result), confidence);
  if (reference === undefined || now === undefined) return contradiction({ code: "baseline-unit-differs" });
  const sd = decimalNumber(spread.sd) * unitFactor(quantity, reference);
  const before = { n: spread.n, mean: decimalNumber(reference.amount), sd };
  if (target.form === "difference") return differenceOf(item, figure, welch(now, before, confidence), figure.scale);
  if (before.mean <= 0) return baselineZero();
  return onScale(figure, relativeChange(target, separateMeanRatio(now, before, confidence)), { kind: "change" });
}

/**
 * What a comparison with another mean needs. Groups count as one value each, with the spread that their errors show.
 */
function momentsOf({ mean: estimate, sd, n, clusters }: Mean, confidence: number): SampleMoments | undefined {
  if (clusters === undefined) return sd === undefined || n === undefined ? undefined : { n, mean: estimate, sd };
  const { standardError } = clusterMeanOfSums(clusters, confidence);
  return { n: clusters.length, mean: estimate, sd: standardError * Math.sqrt(clusters.length) };
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
  return farFigures(item).map((result) => ({
    ...result,
    n: Math.max(n, 3),
    sd: result.value?.amount.digits === 0n ? SPREAD : FAR_SPREAD,
  }));
}
