import { betaQuantile } from "./beta-quantile.ts";
import { requireOpenShare, requirePositive } from "../preconditions.ts";

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
  const { logOdds } = betaQuantile(2 * p, degrees / 2, 0.5);
  return -Math.sqrt(degrees) * Math.exp(-logOdds / 2);
}
