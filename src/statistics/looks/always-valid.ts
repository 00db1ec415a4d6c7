import { binomialProbability } from "../distributions/binomial.ts";
import { bisect } from "../distributions/bisection.ts";
import { deviance } from "../distributions/deviance.ts";
import type { Interval } from "../interval.ts";
import { requireConfidence, requireCountOf } from "../preconditions.ts";

/**
 * Bounds of a rate that stay valid however often, and whenever, one looks: with probability `confidence` the true
 * rate is between them at every n at once. Much wider than `clopperPearson`; for data with no planned end.
 *
 * The rates p with B(x + 1, n − x + 1) < p^x (1 − p)^(n − x) / α, α = 1 − confidence: the confidence sequence of the
 * uniform mixture (Robbins 1970, Annals of Mathematical Statistics 41:1397; Howard et al. 2021, Annals of Statistics
 * 49:1055). Bounds by bisection. With x = 0 the lower bound is 0, with x = n the upper bound 1. Units: shares from
 * 0 to 1.
 *
 * @param confidence of both bounds together, strictly between 0.5 and 1
 * @throws RangeError unless x and n are whole numbers with 0 ≤ x ≤ n, n ≥ 1
 */
export function alwaysValid(x: number, n: number, confidence: number): Interval {
  requireCountOf("x", x, n);
  requireConfidence(confidence);
  // With p̂ = x/n the condition reads D(p) < ln((n + 1) P(X = x; p̂)) − ln α for half the deviance D of p from p̂.
  const limit = Math.log((n + 1) * binomialProbability(x, n, x / n)) - Math.log(1 - confidence);
  return {
    estimate: x / n,
    low: lowerBound(x, n, limit).share,
    high: lowerBound(n - x, n, limit).complement,
  };
}

function lowerBound(x: number, n: number, limit: number): { share: number; complement: number } {
  if (x === 0) return { share: 0, complement: 1 };
  if (x === n) return { share: Math.exp(-limit / n), complement: -Math.expm1(-limit / n) };
  const logOdds = Math.log(x) - Math.log(n - x);
  const isOutside = (w: number): boolean => {
    const p = 1 / (1 + Math.exp(-w));
    const q = 1 / (1 + Math.exp(w));
    const surplus = x * q - (n - x) * p;
    return deviance(x, n * p, surplus) + deviance(n - x, n * q, -surplus) > limit;
  };
  let reach = 1;
  while (!isOutside(logOdds - reach)) reach *= 2;
  const bound = bisect(isOutside, logOdds - reach, logOdds);
  return { share: 1 / (1 + Math.exp(-bound)), complement: 1 / (1 + Math.exp(bound)) };
}
