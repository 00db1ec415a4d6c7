/*
 * The statistics of this package for use by others: plain functions of numbers, no dependency. Confidence is always
 * one-sided; impossible arguments throw a RangeError. Each function names its source. Inside the package, import the
 * one file that is needed instead.
 */

export type { Interval, Side } from "./interval.ts";

// One rate
export { clopperPearson } from "./rates/clopper-pearson.ts";
export { wilson } from "./rates/wilson.ts";
export {
  type ClusterCount,
  type ClusterRate,
  type EffectiveCount,
  effectiveCount,
  kornGraubard,
} from "./rates/korn-graubard.ts";

// Two rates, separate trials
export { newcombeDifference } from "./comparisons/newcombe-difference.ts";
export { miettinenNurminen } from "./comparisons/miettinen-nurminen.ts";
export { ratioScore } from "./comparisons/ratio-score.ts";
export { reduction } from "./comparisons/reduction.ts";
export { differenceToFixed, ratioToFixed } from "./comparisons/fixed-reference.ts";

// Two rates, the first of them clustered
export { clusteredDifference, clusteredRatio } from "./comparisons/clustered-comparison.ts";

// Two rates, the same items
export type { PairedTable } from "./comparisons/paired-table.ts";
export { newcombePaired } from "./comparisons/newcombe-paired.ts";
export { tangRatio } from "./comparisons/tang-ratio.ts";
export { tangScore } from "./comparisons/tang-score.ts";
export { type McNemar, mcnemar } from "./comparisons/mcnemar.ts";

// Rates that a judge gave, corrected by labels of people
export type { JudgeLabels } from "./judges/judge-labels.ts";
export { correctedRate, labelledRate } from "./judges/judged-rate.ts";
export { type JudgeQuality, judgeQuality } from "./judges/judge-quality.ts";

// Means
export { type SampleMoments, sampleMoments } from "./means/sample-moments.ts";
export { meanInterval } from "./means/mean-interval.ts";
export { welch } from "./means/welch.ts";
export { type MeanPair, fieller } from "./means/fieller.ts";
export { pairedMeanRatio, separateMeanRatio } from "./means/mean-ratio.ts";
export { type ClusterMean, type ClusterSum, clusterMean, clusterMeanOfSums } from "./means/cluster-mean.ts";

// Percentiles
export { percentileInterval } from "./rates/percentile-interval.ts";
export { percentileSize } from "./planning/percentile-size.ts";
export { type RankBounds, rankBounds } from "./rates/rank-bounds.ts";

// Planning
export { rateCriticalCount } from "./planning/rate-critical-count.ts";
export { type RatePlan, rateChance } from "./planning/rate-chance.ts";
export { type RateGoal, type RateSize, rateSize } from "./planning/rate-size.ts";
export { rateAtBest } from "./planning/rate-at-best.ts";
export { type SeparateRatioGoal, separateRatioChance, separateRatioSize } from "./planning/separate-ratio-plan.ts";
export {
  type SeparateDifferenceGoal,
  separateDifferenceChance,
  separateDifferenceSize,
} from "./planning/separate-difference-plan.ts";
export { type PairedShares, pairedShares } from "./planning/paired-shares.ts";
export {
  type PairedDifferenceGoal,
  type PairedRatioGoal,
  pairedDifferenceChance,
  pairedDifferenceSize,
  pairedRatioChance,
  pairedRatioSize,
} from "./planning/paired-plan.ts";
export {
  type MeanGoal,
  type SeparateMeansGoal,
  meanChance,
  meanSize,
  separateMeansChance,
  separateMeansSize,
} from "./planning/mean-plan.ts";
export { type RepeatedRuns, repeatedRunsDifference, repeatedRunsSize } from "./planning/repeated-runs-plan.ts";
export { designEffect } from "./planning/design-effect.ts";

// Repeated looks, best of many
export { type LookConfidence, MOST_INTERIM_LOOKS, haybittlePeto } from "./looks/haybittle-peto.ts";
export { obrienFlemingSpent } from "./looks/obrien-fleming.ts";
export type { GrowingSample } from "./looks/growing-sample.ts";
export { growingCount } from "./looks/growing-count.ts";
export { growingNormal } from "./looks/growing-normal.ts";
export { type LooksPlan, looksChance } from "./looks/looks-chance.ts";
export { alwaysValid } from "./looks/always-valid.ts";
export { bestOf } from "./looks/best-of.ts";

// Simulation
export { type Random, seededRandom } from "./simulation/xoshiro.ts";
export { type ThreePoint, drawTriangular } from "./simulation/draw-triangular.ts";
export { drawPert } from "./simulation/draw-pert.ts";
export { sampleQuantile } from "./simulation/sample-quantile.ts";

// Distributions
export { logGamma } from "./distributions/log-gamma.ts";
export { type Tails, incompleteBeta } from "./distributions/incomplete-beta.ts";
export { type BetaQuantile, betaQuantile } from "./distributions/beta-quantile.ts";
export { normalCdf, normalDensity } from "./distributions/normal-cdf.ts";
export { normalQuantile } from "./distributions/normal-quantile.ts";
export { tCdf } from "./distributions/t-quantile.ts";
export { tQuantile } from "./distributions/t-quantile.ts";
export { noncentralT } from "./distributions/noncentral-t.ts";
export { binomialAtLeast, binomialAtMost, binomialProbability } from "./distributions/binomial.ts";
