/*
 * The statistics of this package for use by others: plain functions of numbers, no dependency. Confidence is always
 * one-sided; impossible arguments throw a RangeError. Each function names its source. Everything here is what verdicts
 * and plans are made with, but for the last section, which says so. Inside the package, import the one file that is
 * needed instead.
 */
export type { Interval, Side } from "./interval.ts";

// One rate
export { kornGraubard } from "./rates/korn-graubard.ts";
export { clustersAreUnits } from "./rates/clustered-rate.ts";
export { clopperPearson } from "./rates/clopper-pearson.ts";
export { type ClusterCount, type ClusterRate, type EffectiveCount, effectiveCount } from "./rates/korn-graubard.ts";
export { type GuardedCount, type GuardedRate, clusteredCount, clusteredRate } from "./rates/clustered-rate.ts";
export { wilson } from "./rates/wilson.ts";

// Two rates
export { miettinenNurminen } from "./comparisons/miettinen-nurminen.ts";
export { ratioScore } from "./comparisons/ratio-score.ts";
export { newcombeDifference } from "./comparisons/newcombe-difference.ts";
export { effectiveDifference, effectiveRatio } from "./comparisons/clustered-comparison.ts";
export { reduction } from "./comparisons/reduction.ts";
export { differenceToFixed, ratioToFixed } from "./comparisons/fixed-reference.ts";

// Two rates, the same items
export type { PairedTable } from "./comparisons/paired-table.ts";
export { newcombePaired } from "./comparisons/newcombe-paired.ts";
export { tangRatio } from "./comparisons/tang-ratio.ts";
export { type PairedCluster, clusteredPairedDifference, clusteredPairedRatio } from "./comparisons/clustered-pairs.ts";

// Rates that a judge gave, corrected by labels of people
export type { JudgeLabels } from "./judges/judge-labels.ts";
export { correctedRate, labelledRate } from "./judges/judged-rate.ts";
export { type JudgeQuality, judgeQuality } from "./judges/judge-quality.ts";

// Means
export { type SampleMoments, sampleMoments } from "./means/sample-moments.ts";
export { meanInterval } from "./means/mean-interval.ts";
export { welch } from "./means/welch.ts";
export { type MeanPair, fieller } from "./means/fieller.ts";
export { separateMeanRatio } from "./means/mean-ratio.ts";
export { type ClusterMean, type ClusterSum, clusterMeanOfSums } from "./means/cluster-mean.ts";
export { type ValueRange, bettingMean, bettingMeanOfSums } from "./means/betting-mean.ts";
export { boundedMean } from "./means/bounded-mean.ts";
export {
  type PairedMoments,
  type PairedSum,
  clusteredMeanDifference,
  clusteredMeanRatio,
  pairedMeanDifference,
  pairedMomentsRatio,
} from "./means/paired-means.ts";
export { boundsRatio, joinedDifference } from "./means/joined-bounds.ts";

// Percentiles
export { percentileInterval } from "./rates/percentile-interval.ts";
export { type RankBounds, rankBounds } from "./rates/rank-bounds.ts";

// Several looks at a growing sample
export { growingCount } from "./looks/growing-count.ts";
export { growingNormal } from "./looks/growing-normal.ts";
export type { GrowingSample } from "./looks/growing-sample.ts";
export { obrienFlemingSpent } from "./looks/obrien-fleming.ts";
export { type LooksPlan, looksChance } from "./looks/looks-chance.ts";

// Planning: how many cases
export { percentileSize } from "./planning/percentile-size.ts";
export { rateCriticalCount } from "./planning/rate-critical-count.ts";
export { type RateGoal, type RateSize, rateSize } from "./planning/rate-size.ts";
export { rateAtBest } from "./planning/rate-at-best.ts";
export { type SeparateRatioGoal, separateRatioSize } from "./planning/separate-ratio-plan.ts";
export { type SeparateDifferenceGoal, separateDifferenceSize } from "./planning/separate-difference-plan.ts";
export { type PairedShares, pairedShares } from "./planning/paired-shares.ts";
export {
  type PairedDifferenceGoal,
  type PairedRatioGoal,
  pairedDifferenceSize,
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
export { type RangedMeanGoal, rangedMeanChance, rangedMeanSize } from "./planning/ranged-mean-plan.ts";

// Simulation of the business case
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
export { tQuantile } from "./distributions/t-quantile.ts";
export { noncentralT } from "./distributions/noncentral-t.ts";
export { binomialAtLeast, binomialAtMost, binomialProbability } from "./distributions/binomial.ts";

// Not used by any verdict or plan: tests and building blocks that people ask for
export { clusteredDifference, clusteredRatio } from "./comparisons/clustered-comparison.ts";
export { tangScore } from "./comparisons/tang-score.ts";
export { type McNemar, mcnemar } from "./comparisons/mcnemar.ts";
export { pairedMeanRatio } from "./means/mean-ratio.ts";
export { clusterMean } from "./means/cluster-mean.ts";
export { type RatePlan, rateChance } from "./planning/rate-chance.ts";
export { separateRatioChance } from "./planning/separate-ratio-plan.ts";
export { separateDifferenceChance } from "./planning/separate-difference-plan.ts";
export { pairedDifferenceChance, pairedRatioChance } from "./planning/paired-plan.ts";
export { type RepeatedRuns, repeatedRunsDifference, repeatedRunsSize } from "./planning/repeated-runs-plan.ts";
export { designEffect } from "./planning/design-effect.ts";
export { type LookConfidence, MOST_INTERIM_LOOKS, haybittlePeto } from "./looks/haybittle-peto.ts";
export { alwaysValid } from "./looks/always-valid.ts";
export { bestOf } from "./looks/best-of.ts";
export { tCdf } from "./distributions/t-quantile.ts";
