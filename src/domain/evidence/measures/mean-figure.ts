import { bettingMean, bettingMeanOfSums, type ValueRange } from "../../../statistics/means/betting-mean.ts";
import { boundedMean, isPossible } from "../../../statistics/means/bounded-mean.ts";
import { clusterMeanOfSums, type ClusterSum } from "../../../statistics/means/cluster-mean.ts";
import { meanInterval } from "../../../statistics/means/mean-interval.ts";
import type { Interval } from "../../../statistics/interval.ts";
import type { Result } from "../../records/evals/result.ts";
import { rangeText, type Eval } from "../../records/eval.ts";
import { decimalNumber, shortDecimalText } from "../../scalars/decimal.ts";
import type { FigureScale } from "../../scalars/figure.ts";
import { quantityIn, quantityText, type Quantity } from "../../scalars/quantity.ts";
import { clusterSums, ONE_GROUP } from "../clusters.ts";
import { contradiction, unbounded, type Evidence } from "../evidence.ts";
import { inOwnOrder } from "./own-order.ts";
import { comparedUnit } from "../target-test.ts";

/** Nobody can read an entry with more values than this; its mean is judged by its moments. */
export const MOST_SCORES = 5000;

/** A mean in the unit in which it is judged, with what its bounds are made from. */
export interface Mean {
  readonly mean: number;
  readonly sd: number | undefined;
  readonly n: number | undefined;
  readonly clusters: readonly ClusterSum[] | undefined;
  /** The single values, if the eval declares their range. */
  readonly scores: readonly number[] | undefined;
  readonly range: ValueRange | undefined;
}

/** @param figure the value of the result, in the unit in which it is judged */
export function meanOf(item: Eval, figure: Quantity, { value, sd, n, clusters, scores }: Result): Mean {
  const factor = value === undefined ? 1 : unitFactor(value, figure);
  return {
    mean: decimalNumber(figure.amount),
    sd: sd && Math.abs(decimalNumber(sd)) * factor,
    n,
    clusters: clusters && clusterSums(clusters).map((cluster) => ({ sum: cluster.sum * factor, n: cluster.n })),
    scores: scores?.map((score) => decimalNumber(score) * factor),
    range: rangeOf(item, figure.unit),
  };
}

/** How many of the target's unit one unit of the result is: the spread converts as the value does. */
export function unitFactor(from: Quantity, to: Quantity): number {
  if (from.unit === to.unit) return 1;
  const one = quantityIn({ amount: { digits: 1n, scale: 0 }, unit: from.unit }, to.unit);
  return one === undefined ? 1 : decimalNumber(one.amount);
}

/** What single values of the eval can be, in `unit`. It is declared in the unit of the target. */
export function rangeOf(item: Eval, unit: string): ValueRange | undefined {
  const { range } = item;
  if (range === undefined) return undefined;
  const [least, most] = [range.least, range.most].map((amount) => {
    const end = { amount, unit: comparedUnit(item) ?? unit };
    return decimalNumber((quantityIn(end, unit) ?? end).amount);
  });
  return { least: least!, most: most! };
}

/** The first of `values`, in `unit`, that the eval declares to be impossible; undefined if all are possible. */
export function outsideRange(item: Eval, values: readonly number[], unit: string): number | undefined {
  const range = rangeOf(item, unit);
  const found = range === undefined ? -1 : values.findIndex((value) => value < range.least || value > range.most);
  return found < 0 ? undefined : found;
}

/**
 * The bounds of a mean: within a declared range by a bet against every value, which is right at any number of them;
 * else by the t distribution. Groups carry the spread between them, which is the one that counts.
 */
export function meanEvidence(item: Eval, result: Result, of: Mean, scale: FigureScale, confidence: number): Evidence {
  const { mean: estimate, sd, n, clusters, range } = of;
  if (n === undefined || (sd === undefined && clusters === undefined && of.scores === undefined))
    return contradiction({ code: "spread-missing" });
  const outside = range && rangeContradiction(item, result, of, range);
  if (outside !== undefined) return outside;
  const groups = clusters === undefined ? {} : { groups: clusters.length };
  if (range !== undefined) {
    const interval = boundsWithin({ ...of, n }, range, confidence);
    return { kind: "interval", interval: { ...interval, estimate }, scale, n, ...groups };
  }
  if (n < 3) return unbounded({ code: "too-few-values", n, least: 3 }, scale, estimate);
  if (clusters !== undefined && clusters.length < 2) return unbounded(ONE_GROUP, scale, estimate);
  const interval =
    clusters === undefined
      ? meanInterval({ n, mean: estimate, sd: sd ?? 0 }, confidence)
      : { ...clusterMeanOfSums(clusters, confidence), estimate };
  if (interval.low === interval.high) return unbounded({ code: "no-variation" }, scale, estimate);
  return { kind: "interval", interval, scale, n, ...groups };
}

/** The bounds of a mean whose values lie in `range`, by the most that is known of them. */
export function boundsWithin(
  { mean, sd, n, clusters, scores }: Omit<Mean, "range" | "n"> & { readonly n: number },
  range: ValueRange,
  confidence: number,
): Interval {
  if (clusters !== undefined) return bettingMeanOfSums(inOwnOrder(clusters, sumText), range, confidence);
  if (scores !== undefined) return bettingMean(inOwnOrder(scores, String), range, confidence);
  return boundedMean({ n, mean, sd: sd ?? 0 }, range, confidence);
}

export function sumText({ sum, n }: ClusterSum): string {
  return `${sum}/${n}`;
}

function rangeContradiction(
  item: Eval,
  { value, sd }: Result,
  { mean, sd: spread, n, clusters, scores }: Mean,
  range: ValueRange,
): Evidence | undefined {
  const declared = item.range === undefined ? "" : rangeText(item.range);
  const isOutside = (one: number) => one < range.least || one > range.most;
  const odd = scores?.find(isOutside);
  if (odd !== undefined) return contradiction({ code: "outside-range", found: String(odd), range: declared });
  if (isOutside(mean))
    return contradiction({
      code: "outside-range",
      found: value === undefined ? String(mean) : quantityText(value),
      range: declared,
    });
  const group = clusters?.find(({ sum, n: size }) => !isPossible({ n: size, mean: sum / size, sd: 0 }, range));
  if (group !== undefined)
    return contradiction({ code: "outside-range", found: String(group.sum / group.n), range: declared });
  if (scores !== undefined || clusters !== undefined || spread === undefined || n === undefined) return undefined;
  return isPossible({ n, mean, sd: spread }, range)
    ? undefined
    : contradiction({ code: "spread-impossible", sd: sd === undefined ? "" : shortDecimalText(sd), range: declared });
}
