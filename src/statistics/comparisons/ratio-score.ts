import { requireCountOf, requirePositive } from "../preconditions.ts";

/**
 * The score statistic z for the hypothesis that the ratio of two rates, (x1/n1) / (x2/n2), is `ratio`: positive
 * where the data lie above it. It falls as the ratio grows.
 *
 * "Ratio at most r, shown at confidence c" is z(r) ≤ −normalQuantile(c), and that is also when the upper bound of
 * `miettinenNurminen` is at or below r: a decision needs this one number and no search. Infinite where the data is
 * impossible under the hypothesis, 0 where both counts are 0.
 *
 * Miettinen & Nurminen 1985 (Statistics in Medicine 4:213), with their factor N / (N − 1).
 *
 * @throws RangeError unless counts are whole numbers with 0 ≤ x ≤ n, n ≥ 1, and ratio is finite and above zero
 */
export function ratioScore(x1: number, n1: number, x2: number, n2: number, ratio: number): number {
  requireCountOf("x1", x1, n1);
  requireCountOf("x2", x2, n2);
  requirePositive("ratio", ratio);
  return unguardedRatioScore(x1, n1, x2, n2, ratio);
}

/** `ratioScore` for arguments already checked; the searches call it thousands of times. */
export function unguardedRatioScore(x1: number, n1: number, x2: number, n2: number, ratio: number): number {
  const distance = x1 / n1 - ratio * (x2 / n2);
  const total = n1 + n2;
  const variance = (ratioVariance(x1, n1, x2, n2, ratio) * total) / (total - 1);
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : distance * Infinity;
}

/**
 * The variance of p̂1 − ratio × p̂2 at the most likely rates that have exactly that ratio. Counts need not be whole:
 * planning asks for it at expected counts.
 */
export function ratioVariance(x1: number, n1: number, x2: number, n2: number, ratio: number): number {
  const sum = (x2 + n1) * ratio + x1 + n2;
  // The discriminant of the usual quadratic, regrouped so that nothing is subtracted but inside the square.
  const gap = (x2 + n1) * ratio - (x1 + n2);
  const root = Math.sqrt(gap * gap + 4 * ratio * (n1 - x1) * (n2 - x2));
  // The smaller root as 2c / (−b + √…): the textbook form (−b − √…) / 2a cancels.
  const second = Math.min(1, (2 * (x1 + x2)) / (sum + root));
  const first = Math.min(1, ratio * second);
  return (first * (1 - first)) / n1 + (ratio * ratio * second * (1 - second)) / n2;
}
