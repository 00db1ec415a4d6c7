import { logBetaPower } from "./beta-power.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { requireCount, requireShare } from "../preconditions.ts";

/**
 * P(X = x) for X binomial of `n` trials at chance `p`; 0 where x is not from 0 to n.
 *
 * Loader 2000; relative accuracy about 1e-12 for n up to ten million.
 *
 * @throws RangeError unless `n` is a whole number from 0 up and p lies in 0 to 1
 */
export function binomialProbability(x: number, n: number, p: number): number {
  requireCount("n", n);
  requireShare("p", p);
  if (x < 0 || x > n) return 0;
  if (p === 0 || p === 1) return x === n * p ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  // C(n, x) = n / (x (n − x) B(x, n − x)) for 0 < x < n.
  return (Math.exp(logBetaPower(p, 1 - p, x, n - x)) * n) / (x * (n - x));
}

/**
 * P(X ≥ x) for X binomial of `n` trials at chance `p`, to relative accuracy: I_p(x, n − x + 1)
 * (Abramowitz & Stegun 26.5.24). Any whole x, also outside 0 to n.
 *
 * @throws RangeError unless `n` is a whole number from 0 up and p lies in 0 to 1
 */
export function binomialAtLeast(x: number, n: number, p: number): number {
  requireCount("n", n);
  requireShare("p", p);
  if (x <= 0) return 1;
  if (x > n) return 0;
  return incompleteBeta(p, x, n - x + 1).lower;
}

/**
 * P(X ≤ x) for X binomial of `n` trials at chance `p`, to relative accuracy; the other tail of the same function.
 *
 * @throws RangeError unless `n` is a whole number from 0 up and p lies in 0 to 1
 */
export function binomialAtMost(x: number, n: number, p: number): number {
  requireCount("n", n);
  requireShare("p", p);
  if (x < 0) return 0;
  if (x >= n) return 1;
  return incompleteBeta(p, x + 1, n - x).upper;
}
