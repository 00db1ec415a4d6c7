import { requirePositive } from "../preconditions.ts";
/** (1 − γ), the first coefficient of ln Γ(2 + z). */
const ONE_MINUS_EULER = 0.42278433509846713;

/** (−1)^k (ζ(k) − 1) / k for k = 2, 3, …: the other coefficients of ln Γ(2 + z). */
const ZETA_COEFFICIENTS = [
  0.3224670334241132, -0.06735230105319809, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5, -4.492623673813314e-5,
  2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7,
  -4.492469198764566e-7, 2.1207184805554667e-7, -1.00432248239681e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
  -2.7595228851242334e-10, 1.330476437424449e-10,
];

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * ln Γ(x) for x > 0.
 *
 * Taylor series about 2 (Abramowitz & Stegun 6.1.33), which keeps its relative accuracy at the zeros 1 and 2;
 * the recurrence brings small arguments there, Stirling's series takes those from 10 up.
 *
 * @throws RangeError unless `x` is finite and above zero
 */
export function logGamma(x: number): number {
  requirePositive("x", x);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
  if (x < 0.5) return logGammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced >= 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return logGammaNearTwo(reduced - 2) + Math.log(product);
}

/** ln Γ(2 + z) for |z| ≤ 0.5. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_COEFFICIENTS.length - 1; i >= 0; i -= 1) sum = sum * z + (ZETA_COEFFICIENTS[i] ?? 0);
  return z * (ONE_MINUS_EULER + z * sum);
}

/** Bernoulli-number coefficients of Stirling's series, highest power first. */
const COEFFICIENTS = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];

/**
 * The remainder of Stirling's formula for x ≥ 10: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π, which is
 * 1/(12x) − 1/(360x³) + … (Abramowitz & Stegun 6.1.41). Seven terms leave an error below 1e-16 there.
 */
export function stirlingSeries(x: number): number {
  const inverseSquare = 1 / (x * x);
  let sum = 0;
  for (const coefficient of COEFFICIENTS) sum = sum * inverseSquare + coefficient;
  return sum / x;
}
