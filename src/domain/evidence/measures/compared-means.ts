import type { Interval } from "../../../statistics/interval.ts";
import { bettingMean, bettingMeanOfSums, type ValueRange } from "../../../statistics/means/betting-mean.ts";
import { boundedMean } from "../../../statistics/means/bounded-mean.ts";
import { clusterMeanOfSums } from "../../../statistics/means/cluster-mean.ts";
import { separateMeanRatio } from "../../../statistics/means/mean-ratio.ts";
import {
  clusteredMeanDifference,
  clusteredMeanRatio,
  pairedMeanDifference,
  pairedMomentsRatio,
  type PairedSum,
} from "../../../statistics/means/paired-means.ts";
import { boundsRatio, joinedDifference } from "../../../statistics/means/joined-bounds.ts";
import type { SampleMoments } from "../../../statistics/means/sample-moments.ts";
import { welch } from "../../../statistics/means/welch.ts";
import type { MeanBefore, Result } from "../../records/evals/result.ts";
import type { Eval, SampleSpread } from "../../records/eval.ts";
import { decimalNumber } from "../../scalars/decimal.ts";
import { quantityIn, type Quantity } from "../../scalars/quantity.ts";
import type { AskedTarget } from "../asked-change.ts";
import { clusterSums } from "../clusters.ts";
import { contradiction, unbounded, type Evidence, type IntervalEvidence } from "../evidence.ts";
import { baselineZero, changeScale, differenceOf, onScale, relativeChange } from "./change.ts";
import { boundsWithin, meanOf, rangeOf, sumText, unitFactor, type Mean } from "./mean-figure.ts";
import { inOwnOrder } from "./own-order.ts";

/** Two means of separate cases, each with its spread. */
export function separateMeans(
  item: Eval,
  target: AskedTarget,
  result: Result,
  { quantity, spread }: { readonly quantity: Quantity; readonly spread: SampleSpread },
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const unit = figure.scale.kind === "unit" ? figure.scale.unit : "";
  const [value, reference] = [result.value && quantityIn(result.value, unit), quantityIn(quantity, unit)];
  if (reference === undefined || value === undefined) return contradiction({ code: "baseline-unit-differs" });
  const factor = unitFactor(quantity, reference);
  const now = meanOf(item, value, result);
  const before: Mean = {
    mean: decimalNumber(reference.amount),
    sd: decimalNumber(spread.sd) * factor,
    n: spread.n,
    clusters:
      spread.clusters && clusterSums(spread.clusters).map((cluster) => ({ ...cluster, sum: cluster.sum * factor })),
    scores: undefined,
    range: now.range,
  };
  const isDifference = target.form === "difference";
  if (!isDifference && before.mean <= 0) return baselineZero();
  if (now.range !== undefined) {
    const { range } = now;
    const at = (of: Mean, level: number) => boundsWithin({ ...of, n: of.n ?? 1 }, range, level);
    if (isDifference)
      return differenceOf(item, figure, joinedDifference(at(now, confidence), at(before, confidence)), figure.scale);
    const ratio = boundsRatio(at(now, halved(confidence)), at(before, halved(confidence)));
    return onScale(figure, relativeChange(target, ratio), { kind: "change" });
  }
  const [one, other] = [momentsOf(now, confidence), momentsOf(before, confidence)];
  if (one === undefined || other === undefined) return contradiction({ code: "spread-missing" });
  if (isDifference) return differenceOf(item, figure, welch(one, other, confidence), figure.scale);
  return onScale(figure, relativeChange(target, separateMeanRatio(one, other, confidence)), { kind: "change" });
}

/** What a comparison needs. Groups count as one value each, with the spread that their errors show. */
function momentsOf({ mean: estimate, sd, n, clusters }: Mean, confidence: number): SampleMoments | undefined {
  if (clusters === undefined) return sd === undefined || n === undefined ? undefined : { n, mean: estimate, sd };
  const { standardError } = clusterMeanOfSums(clusters, confidence);
  return { n: clusters.length, mean: estimate, sd: standardError * Math.sqrt(clusters.length) };
}

/** Two means on the same cases, each case with both of its values: what varies from case to case falls out. */
export function pairedMeans(
  item: Eval,
  target: AskedTarget,
  result: Result,
  before: MeanBefore,
  figure: IntervalEvidence,
  confidence: number,
): Evidence {
  const pair = pairOf(item, result, before, figure);
  if (pair === undefined) return contradiction({ code: "baseline-unit-differs" });
  const isDifference = target.form === "difference";
  if (!isDifference && pair.before.mean <= 0) return baselineZero();
  const scale = changeScale(target, figure.scale);
  const interval = isDifference ? differenceBounds(pair, confidence) : ratioBounds(pair, confidence);
  if (interval === undefined) return contradiction({ code: "spread-missing" });
  if (interval.low === interval.high) return unbounded({ code: "no-variation" }, scale);
  return isDifference
    ? differenceOf(item, figure, interval, scale)
    : onScale(figure, relativeChange(target, interval), scale);
}

/** Both sides in the unit in which they are judged. */
interface Pair {
  readonly now: Mean;
  readonly before: Mean;
  readonly differenceSd: number | undefined;
  readonly groups: readonly PairedSum[] | undefined;
}

function pairOf(item: Eval, result: Result, before: MeanBefore, { scale }: IntervalEvidence): Pair | undefined {
  const unit = scale.kind === "unit" ? scale.unit : "%";
  const [value, reference] = [result.value && quantityIn(result.value, unit), quantityIn(before.value, unit)];
  if (value === undefined || reference === undefined) return undefined;
  // Shares are written in percent, and their groups add up to parts of one.
  const percent = scale.kind === "share" ? 100 : 1;
  const factor = unitFactor(before.value, reference);
  const now = meanOf(item, value, result);
  const inUnit = (amount: number | undefined) => amount && (amount * factor) / percent;
  return {
    now: { ...now, mean: now.mean / percent },
    before: {
      mean: decimalNumber(reference.amount) / percent,
      sd: inUnit(before.sd && decimalNumber(before.sd)),
      n: now.n,
      clusters: undefined,
      scores: before.scores?.map((score) => decimalNumber(score) * factor),
      range: scale.kind === "unit" ? rangeOf(item, unit) : undefined,
    },
    differenceSd: inUnit(before.differenceSd && decimalNumber(before.differenceSd)),
    groups: result.clusters?.map((cluster, k) => ({
      first: now.clusters![k]!.sum,
      second: cluster.before === undefined ? 0 : decimalNumber(cluster.before) * factor,
      n: cluster.n,
    })),
  };
}

function differenceBounds({ now, before, differenceSd, groups }: Pair, confidence: number): Interval | undefined {
  const { range } = now;
  const difference = now.mean - before.mean;
  if (range !== undefined) {
    const width = range.most - range.least;
    const differences: ValueRange = { least: -width, most: width };
    const bounds =
      groups !== undefined
        ? bettingMeanOfSums(
            inOwnOrder(
              groups.map(({ first, second, n }) => ({ sum: first - second, n })),
              sumText,
            ),
            differences,
            confidence,
          )
        : now.scores !== undefined && before.scores !== undefined
          ? bettingMean(
              inOwnOrder(
                now.scores.map((score, k) => score - before.scores![k]!),
                String,
              ),
              differences,
              confidence,
            )
          : now.n === undefined || differenceSd === undefined
            ? undefined
            : boundedMean({ n: now.n, mean: difference, sd: differenceSd }, differences, confidence);
    return bounds && { ...bounds, estimate: difference };
  }
  if (groups !== undefined) return { ...clusteredMeanDifference(groups, confidence), estimate: difference };
  const { sd: sd1, n } = now;
  const { sd: sd2 } = before;
  if (n === undefined || differenceSd === undefined) return undefined;
  return pairedMeanDifference(
    { n, mean1: now.mean, sd1: sd1 ?? 0, mean2: before.mean, sd2: sd2 ?? 0, differenceSd },
    confidence,
  );
}

function ratioBounds({ now, before, differenceSd, groups }: Pair, confidence: number): Interval | undefined {
  const { range, n } = now;
  if (range !== undefined && n !== undefined) {
    // Both hold together: half of the chance of error is for each of them.
    const at = (of: Mean) => boundsWithin({ ...of, n }, range, halved(confidence));
    const sums = groups?.map(({ second, n: size }) => ({ sum: second, n: size }));
    return boundsRatio(at(now), at({ ...before, clusters: sums }));
  }
  if (groups !== undefined) return clusteredMeanRatio(groups, confidence);
  const { sd: sd1 } = now;
  const { sd: sd2 } = before;
  if (n === undefined || sd1 === undefined || sd2 === undefined || differenceSd === undefined) return undefined;
  return pairedMomentsRatio({ n, mean1: now.mean, sd1, mean2: before.mean, sd2, differenceSd }, confidence);
}

function halved(confidence: number): number {
  return (1 + confidence) / 2;
}
