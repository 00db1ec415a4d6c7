import { betaInterval } from "./beta-interval.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCountOf } from "../preconditions.ts";

/**
 * The exact one-sided bounds of a rate: `x` of `n` independent trials.
 *
 * Each bound is wrong at most 1 − confidence of the time, whatever the true rate and however small n. With x = 0 the
 * upper bound is 1 − (1 − confidence)^(1/n), about 3/n at 95 % (the rule of three: Hanley & Lippman-Hand 1983, JAMA
 * 249:1743), and the lower bound is 0; with x = n the mirror of that.
 *
 * Clopper & Pearson 1934, Biometrika 26:404. Units: shares from 0 to 1.
 *
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless x and n are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function clopperPearson(x: number, n: number, confidence: number): Interval {
  requireCountOf("x", x, n);
  requireConfidence(confidence);
  return betaInterval(x, n, confidence);
}
