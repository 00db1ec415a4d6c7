import { logBetaPower } from "./beta-power.ts";
import { betaFraction } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { requireOpenShare, requirePositive } from "../preconditions.ts";

/** The quantile x of a beta distribution, with 1 − x to full accuracy and ln(x / (1 − x)). */
export interface BetaQuantile {
  readonly x: number;
  readonly y: number;
  readonly logOdds: number;
}

/**
 * The x with I_x(a, b) = p, for a, b > 0 and 0 < p < 1.
 *
 * Newton's method in the log-odds of x, on the logarithm of the smaller tail. The log-odds of a beta variable have a
 * log-concave density, so that logarithm is concave: the iteration converges from any start, needs no bracket, and
 * both x and 1 − x come out to full relative accuracy, however near to 0 or 1.
 *
 * @throws RangeError unless 0 < p < 1 and a, b are finite and above zero
 */
export function betaQuantile(p: number, a: number, b: number): BetaQuantile {
  requireOpenShare("p", p);
  requirePositive("a", a);
  requirePositive("b", b);
  if (p <= 0.5) {
    const logOdds = lowerQuantileLogOdds(p, a, b);
    return { x: shareOf(logOdds), y: shareOf(-logOdds), logOdds };
  }
  const logOdds = lowerQuantileLogOdds(1 - p, b, a);
  return { x: shareOf(-logOdds), y: shareOf(logOdds), logOdds: -logOdds };
}

function lowerQuantileLogOdds(p: number, a: number, b: number): number {
  const logP = Math.log(p);
  let logOdds = startingLogOdds(p, a, b);
  for (let i = 0; i < 200; i += 1) {
    // Below the smallest number there is, where only absurdly small shapes lead, 0 is the quantile.
    if (shareOf(logOdds) === 0) return logOdds;
    const { logTail, ratio } = lowerTail(logOdds, a, b);
    const step = (logTail - logP) * ratio;
    const next = logOdds - step;
    // The last step is taken: it costs nothing and leaves the result right to rounding.
    if (Math.abs(step) <= 1e-9 * Math.min(1, 1 / Math.sqrt(a + b)) || next === logOdds) return next;
    logOdds = next;
  }
  return logOdds;
}

/** ln I_x(a, b) at the given log-odds of x, and I_x divided by its slope there. */
function lowerTail(logOdds: number, a: number, b: number): { logTail: number; ratio: number } {
  const x = shareOf(logOdds);
  const y = shareOf(-logOdds);
  const logPower = logBetaPower(x, y, a, b);
  if (a * y >= b * x) {
    const fraction = betaFraction(x, y, a, b);
    return { logTail: logPower - Math.log(fraction), ratio: 1 / fraction };
  }
  const power = Math.exp(logPower);
  const upper = Math.min(1, power / betaFraction(y, x, b, a));
  return { logTail: Math.log1p(-upper), ratio: (1 - upper) / power };
}

function shareOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Abramowitz & Stegun 26.5.22 where it applies; else the power law of the far lower tail. */
function startingLogOdds(p: number, a: number, b: number): number {
  if (a >= 1 && b >= 1) {
    const z = -normalQuantile(p);
    const s = 1 / (2 * a - 1);
    const t = 1 / (2 * b - 1);
    const h = 2 / (s + t);
    const r = (z * z - 3) / 6;
    if (h + r > 0) {
      const w = (z * Math.sqrt(h + r)) / h - (t - s) * (r + 5 / 6 - 2 / (3 * h));
      return Math.log(a / b) - 2 * w;
    }
  }
  return Math.log(a / b) + Math.min(0, Math.log(p) / a);
}
