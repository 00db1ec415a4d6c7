import { normalQuantile } from "../distributions/normal-quantile.ts";
import {
  requireConfidence,
  requireCount,
  requireNonNegative,
  requireOpenShare,
  requirePositive,
} from "../preconditions.ts";

/** The spread of the difference between two systems that answer the same questions, several times each. */
export interface RepeatedRuns {
  /** The variance over questions of the difference of the two systems' expected scores. */
  readonly questionVariance: number;
  /** The mean variance of one answer's score about its question's expected score, for each system. */
  readonly answerVariance1: number;
  readonly answerVariance2: number;
  /** Answers to each question. */
  readonly answers1: number;
  readonly answers2: number;
  /** One-sided, strictly between 0.5 and 1; 0.975 is the two-sided 95 % of the source. */
  readonly confidence: number;
  readonly power: number;
}

/**
 * How many questions tell apart two systems whose mean scores differ by `difference`: Miller 2024 (arXiv 2411.00640),
 * eq. 9, (z_α + z_β)² (ω² + σ₁²/K₁ + σ₂²/K₂) / δ². A normal approximation, rounded up.
 *
 * @throws RangeError on negative variances, answers that are not whole numbers from 1 up, or a difference of 0
 */
export function repeatedRunsSize(runs: RepeatedRuns, difference: number): number {
  requirePositive("difference", Math.abs(difference));
  const exact = effort(runs) / (difference * difference);
  return Math.max(1, Math.ceil(exact * (1 - 1e-12)));
}

/**
 * The smallest difference of mean scores that `questions` questions tell: Miller 2024, eq. 10.
 *
 * @throws RangeError on negative variances, or counts that are not whole numbers from 1 up
 */
export function repeatedRunsDifference(runs: RepeatedRuns, questions: number): number {
  requireCount("questions", questions, 1);
  return Math.sqrt(effort(runs) / questions);
}

function effort(runs: RepeatedRuns): number {
  requireNonNegative("questionVariance", runs.questionVariance);
  requireNonNegative("answerVariance1", runs.answerVariance1);
  requireNonNegative("answerVariance2", runs.answerVariance2);
  requireCount("answers1", runs.answers1, 1);
  requireCount("answers2", runs.answers2, 1);
  requireConfidence(runs.confidence);
  requireOpenShare("power", runs.power);
  const variance = runs.questionVariance + runs.answerVariance1 / runs.answers1 + runs.answerVariance2 / runs.answers2;
  return (normalQuantile(runs.confidence) + normalQuantile(runs.power)) ** 2 * variance;
}
