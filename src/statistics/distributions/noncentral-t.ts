import { normalCdf } from "./normal-cdf.ts";
import { requireFinite, requirePositive } from "../preconditions.ts";
import type { Tails } from "./incomplete-beta.ts";

/**
 * Both tails of the noncentral t distribution: `lower` is P(T ≤ t), `upper` P(T ≥ t), for T = (Z + shift) / S with
 * Z standard normal and S² a chi-square at `degrees` of freedom over those degrees. Any real `shift` and `t`.
 *
 * P(T ≤ t) is the mean of Φ(t S − shift) over S. In u = ln S the weight exp(degrees (u − e^{2u}/2 + ½)) is smooth
 * and log-concave, so the trapezoidal rule converges geometrically, and dividing by the sum of the weights spares
 * the normalising constant. Halved until it stands still; agrees with R's `pt(t, df, ncp)` and, unlike that, keeps
 * its accuracy for large shifts.
 *
 * @throws RangeError unless `t` and `shift` are finite and `degrees` above zero
 */
export function noncentralT(t: number, degrees: number, shift: number): Tails {
  requireFinite("t", t);
  requireFinite("shift", shift);
  requirePositive("degrees of freedom", degrees);
  const [from, to] = supportOfLogScale(degrees);
  let points = 64;
  let step = (to - from) / points;
  let weight = 0;
  let lower = 0;
  let upper = 0;
  const add = (u: number): void => {
    const w = Math.exp(-degrees * dip(u));
    const z = t * Math.exp(u) - shift;
    weight += w;
    lower += w * normalCdf(z);
    upper += w * normalCdf(-z);
  };
  for (let i = 0; i <= points; i += 1) add(from + i * step);
  for (;;) {
    const before = { lower: lower / weight, upper: upper / weight };
    for (let i = 0; i < points; i += 1) add(from + (i + 0.5) * step);
    points *= 2;
    step /= 2;
    const after = { lower: lower / weight, upper: upper / weight };
    if ((settled(before.lower, after.lower) && settled(before.upper, after.upper)) || points > 200_000) return after;
  }
}

function settled(before: number, after: number): boolean {
  return Math.abs(after - before) <= 1e-14 * after + 1e-300;
}

/** e^{2u}/2 − u − ½, which is u² + … near its minimum 0; the series keeps it from being all rounding there. */
function dip(u: number): number {
  const v = 2 * u;
  if (Math.abs(v) > 0.5) return 0.5 * (Math.exp(v) - 1 - v);
  let term = v;
  let sum = 0;
  for (let k = 2; k < 25; k += 1) {
    term *= v / k;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return 0.5 * sum;
}

/** Where the weight has fallen to about e^{−80}, below and above the peak at 0. */
function supportOfLogScale(degrees: number): readonly [number, number] {
  const depth = 80 / degrees;
  let from = -Math.sqrt(depth);
  while (dip(from) < depth) from *= 1.2;
  let to = Math.sqrt(depth);
  while (dip(to / 1.2) > depth) to /= 1.2;
  return [from, to];
}
