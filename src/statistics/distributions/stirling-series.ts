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
