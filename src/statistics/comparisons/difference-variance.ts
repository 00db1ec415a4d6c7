/**
 * The variance of p̂1 − p̂2 at the most likely rates that differ by exactly `difference`, for `x1` of n1 and `x2` of
 * n2. Counts need not be whole: planning asks for it at expected counts. At a difference of 0 the rates are pooled.
 *
 * The cubic of Miettinen & Nurminen 1985 (Statistics in Medicine 4:213), appendix, in its trigonometric solution.
 */
export function differenceVariance(x1: number, n1: number, x2: number, n2: number, difference: number): number {
  const total = n1 + n2;
  // The cubic total p³ + b p² + c p + d for the second rate.
  const b = (n1 + 2 * n2) * difference - total - x1 - x2;
  const c = (n2 * difference - total - 2 * x2) * difference + x1 + x2;
  const d = x2 * difference * (1 - difference);
  const third = b / (3 * total);
  const v = third ** 3 - (b * c) / (6 * total * total) + d / (2 * total);
  const radius = Math.sqrt(Math.max(0, third * third - c / (3 * total)));
  const u = v >= 0 ? radius : -radius;
  const cosine = u === 0 ? 0 : Math.min(1, Math.max(-1, v / u ** 3));
  const angle = (Math.PI + Math.acos(cosine)) / 3;
  const least = Math.max(0, -difference);
  const most = Math.min(1, 1 - difference);
  const second = Math.min(most, Math.max(least, 2 * u * Math.cos(angle) - third));
  const first = Math.min(1, Math.max(0, second + difference));
  return (first * (1 - first)) / n1 + (second * (1 - second)) / n2;
}
