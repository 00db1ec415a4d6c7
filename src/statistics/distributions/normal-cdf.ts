const SQRT_TWO_PI = 2.5066282746310002;

/** The standard normal density at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
}

/**
 * The standard normal distribution function P(Z ≤ z), to relative accuracy in the lower tail; P(Z ≥ z) is
 * `normalCdf(-z)`.
 *
 * The series Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/15 + …) near the middle (Abramowitz & Stegun 26.2.11), the continued
 * fraction of Mills' ratio in the tails (26.2.14). NaN for NaN.
 */
export function normalCdf(z: number): number {
  // The series below would never end.
  if (!(Math.abs(z) >= 0)) return NaN;
  if (z > 0) return 1 - normalCdf(-z);
  if (z < -3) return normalDensity(z) / millsFraction(-z);
  return 0.5 + normalCentre(z);
}

/** P(0 ≤ Z ≤ z), negative for negative z, to relative accuracy for |z| up to 5. */
function normalCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) return normalDensity(z) * sum;
    sum = next;
  }
}

/** z + 1/(z + 2/(z + 3/(z + …))), summed from the tail end; 100 terms leave 1e-16 from z = 3 up. */
function millsFraction(z: number): number {
  let value = z;
  for (let k = 100; k >= 1; k -= 1) value = z + k / value;
  return value;
}
