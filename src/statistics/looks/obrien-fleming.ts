import { normalCdf } from "../distributions/normal-cdf.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { requireOpenShare, requireShare } from "../preconditions.ts";

/**
 * How much of `alpha` may have been spent when a share `t` of the planned cases has been seen: 2 − 2 Φ(z / √t) with z
 * the quantile of 1 − alpha / 2. Almost nothing early, and all of it at t = 1.
 *
 * Lan & DeMets 1983 (Biometrika 70:659), their function α*₁, which comes close to the boundaries of O'Brien & Fleming
 * 1979 (Biometrics 35:549).
 *
 * @param alpha one-sided chance of a false claim over all looks, strictly between 0 and 1
 * @param t 0 to 1
 * @throws RangeError outside of these
 */
export function obrienFlemingSpent(alpha: number, t: number): number {
  requireOpenShare("alpha", alpha);
  requireShare("t", t);
  if (t === 0) return 0;
  return t === 1 ? alpha : 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(t));
}
