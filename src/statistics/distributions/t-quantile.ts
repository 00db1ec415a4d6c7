import { betaQuantile } from "./beta-quantile.ts";
import { requireOpenShare, requirePositive, requireFinite } from "../preconditions.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** From here on a double cannot tell the distribution from the normal one. */
const AS_NORMAL = 1e17;

/**
 * The t with P(T ≤ t) = p for Student's T at `degrees` of freedom (any number above zero), 0 < p < 1.
 *
 * From the quantile of a beta variable: T² / degrees is the odds of one (Abramowitz & Stegun 26.7.1).
 *
 * @throws RangeError unless 0 < p < 1 and `degrees` is above zero
 */
export function tQuantile(p: number, degrees: number): number {
  requireOpenShare("p", p);
  requirePositive("degrees of freedom", degrees);
  if (p === 0.5) return 0;
  if (p > 0.5) return -tQuantile(1 - p, degrees);
  if (degrees >= AS_NORMAL) return normalQuantile(p);
  const { logOdds } = betaQuantile(2 * p, degrees / 2, 0.5);
  return -Math.sqrt(degrees) * Math.exp(-logOdds / 2);
}

/**
 * Student's t distribution function P(T ≤ t) at `degrees` of freedom (any number above zero), to relative accuracy
 * in the lower tail; P(T ≥ t) is `tCdf(-t, degrees)`.
 *
 * Through the incomplete beta function (Abramowitz & Stegun 26.7.1).
 *
 * @throws RangeError unless `t` is finite and `degrees` above zero
 */
export function tCdf(t: number, degrees: number): number {
  requireFinite("t", t);
  requirePositive("degrees of freedom", degrees);
  const scaled = t / Math.sqrt(degrees);
  const square = scaled * scaled;
  // Beyond the square's range the tail is the power law of x alone; 1 / square is then as good as x.
  const x = square === Infinity ? 0 : 1 / (1 + square);
  const y = square === Infinity ? 1 : square / (1 + square);
  const tails = incompleteBeta(x, degrees / 2, 0.5, y);
  return t < 0 ? tails.lower / 2 : 0.5 + tails.upper / 2;
}
