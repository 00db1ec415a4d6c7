import { logGamma } from "./log-gamma.ts";
import { stirlingSeries } from "./stirling-series.ts";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula lacks at any x > 0: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π.
 *
 * Probabilities of large counts are built from this instead of from ln Γ itself: at ten million ln Γ is 1.5e8 and
 * its last bit is worth 3e-8, while this is 8e-9 and keeps sixteen digits (Loader 2000, "Fast and accurate
 * computation of binomial probabilities").
 */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}
