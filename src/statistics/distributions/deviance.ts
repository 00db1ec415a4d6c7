/**
 * k ln(k / m) + m − k for k, m > 0, given the surplus k − m as well.
 *
 * The surplus is an argument because the caller can often form it without the rounding of k − m; near k = m the
 * result is about (k − m)² / 2k and would otherwise be all rounding (Loader 2000, function bd0).
 */
export function deviance(k: number, m: number, surplus: number): number {
  const sum = k + m;
  if (!(Math.abs(surplus) < 0.1 * sum)) return k * Math.log(k / m) - surplus;
  const v = surplus / sum;
  const square = v * v;
  let power = 2 * k * v;
  let total = surplus * v;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = total + power / odd;
    if (next === total) return total;
    total = next;
  }
}
