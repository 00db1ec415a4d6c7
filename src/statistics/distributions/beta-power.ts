import { deviance } from "./deviance.ts";
import { stirlingError } from "./stirling-error.ts";

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
