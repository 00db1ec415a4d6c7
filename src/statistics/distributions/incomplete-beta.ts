import { logBetaPower } from "./beta-power.ts";
import { requirePositive, requireShare } from "../preconditions.ts";

/** The two tails of a distribution; each keeps its own relative accuracy. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete beta function: `lower` is I_x(a, b), `upper` is 1 − I_x(a, b), for a, b > 0.
 *
 * Continued fraction of DiDonato & Morris 1992 (ACM TOMS 18:360, eq. 9), taken on the side of the mean where it
 * converges fast. `y` is 1 − x; pass it where it is known better than by subtraction.
 *
 * @throws RangeError unless x lies in 0 to 1 and a, b are above zero
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): Tails {
  requireShare("x", x);
  requireShare("y", y);
  requirePositive("a", a);
  requirePositive("b", b);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const power = Math.exp(logBetaPower(x, y, a, b));
  if (a * y >= b * x) {
    const lower = Math.min(1, power / betaFraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, power / betaFraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}

/**
 * x^a y^b / (B(a, b) I_x(a, b)), by the modified Lentz method; wants x at or below the mean a / (a + b).
 * The number of terms grows like the square root of the smaller of a and b: about 3,000 at five million each.
 */
export function betaFraction(x: number, y: number, a: number, b: number): number {
  const shift = a * y - b * x + 1;
  let value = (a * shift) / (a + 1);
  let c = value;
  let d = 0;
  for (let m = 1; m < 1_000_000; m += 1) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) * (shift + m * (1 + y))) / (odd + 2);
    d = nonZero(denominator + numerator * d);
    c = nonZero(denominator + numerator / c);
    d = 1 / d;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2.3e-16) return value;
  }
  return value;
}

function nonZero(value: number): number {
  return value === 0 ? 1e-300 : value;
}
