import { deviance } from "./deviance.ts";
import { stirlingSeries, logGamma } from "./log-gamma.ts";

/**
 * ln( x^a y^b / B(a, b) ) for a, b > 0 and x + y = 1, both above zero.
 *
 * Written around the peak x = a / (a + b) (Loader 2000), so that it stays accurate to 1e-12 or so where a and b are
 * in the millions and the naive sum of logarithms has lost half its digits.
 */
export function logBetaPower(x: number, y: number, a: number, b: number): number {
  const total = a + b;
  const surplus = a * y - b * x;
  const fit = deviance(a, total * x, surplus) + deviance(b, total * y, -surplus);
  const correction = stirlingError(total) - stirlingError(a) - stirlingError(b);
  // Not a * b / total, which overflows and underflows before the logarithm does.
  return 0.5 * (Math.log(a / total) + Math.log(b / (2 * Math.PI))) + correction - fit;
}

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * What Stirling's formula lacks at any x > 0: ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π.
 *
 * Probabilities of large counts are built from this instead of from ln Γ itself: at ten million ln Γ is 1.5e8 and
 * its last bit is worth 3e-8, while this is 8e-9 and keeps sixteen digits (Loader 2000, "Fast and accurate
 * computation of binomial probabilities").
 */
function stirlingError(x: number): number {
  if (x >= 10) return stirlingSeries(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}
