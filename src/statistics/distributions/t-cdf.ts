import { incompleteBeta } from "./incomplete-beta.ts";
import { requireFinite, requirePositive } from "../preconditions.ts";

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
