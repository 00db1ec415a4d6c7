/** How long the draws of a simulation take to pay back, counted in bins of equal width. */
export interface PaybackHistogram {
  /** Months at which the first bin begins. */
  readonly from: number;
  /** Months; a round number, so that a threshold in whole months falls between two bins more often than not. */
  readonly width: number;
  /** Draws from `from + k × width` up to, not including, the next. */
  readonly counts: readonly number[];
  /** Draws below the first bin. */
  readonly below: number;
  /** Draws at or above the end of the last bin that pay back some time. */
  readonly beyond: number;
  /** Draws that never pay back. */
  readonly never: number;
}

export const BINS = 24;

/**
 * Of paybacks sorted upwards, `Infinity` for never. The bins span from the 2% to the 90% of what pays back at all: a
 * long tail would squeeze the rest into one bin. The threshold is among them unless it lies further away than they
 * span.
 */
export function paybackHistogram(sorted: Float64Array, threshold: number | undefined): PaybackHistogram {
  const first = sorted.indexOf(Infinity);
  const finite = first < 0 ? sorted.length : first;
  const [start, end] = spanOf(sorted.subarray(0, finite), threshold);
  const { from, width } = binsOver(start, end);
  const counts = Array.from({ length: BINS }, () => 0);
  let [below, beyond] = [0, 0];
  for (let k = 0; k < finite; k++) {
    const bin = Math.floor((sorted[k]! - from) / width);
    if (bin < 0) below++;
    else if (bin >= BINS) beyond++;
    else counts[bin]!++;
  }
  return { from, width, counts, below, beyond, never: sorted.length - finite };
}

function spanOf(finite: Float64Array, threshold: number | undefined): readonly [number, number] {
  if (finite.length === 0) return [0, threshold ?? 0];
  const at = (share: number) => finite[Math.round(share * (finite.length - 1))]!;
  const [start, end] = [at(0.02), at(0.9)];
  if (threshold === undefined || threshold < start - (end - start) || threshold > end + (end - start))
    return [start, end];
  return [Math.min(start, threshold), Math.max(end, threshold)];
}

/** The narrowest round width with which `BINS` bins reach over all of it. */
function binsOver(start: number, end: number): { readonly from: number; readonly width: number } {
  for (let power = -3; power <= 15; power++) {
    for (const step of [1, 2, 2.5, 5]) {
      const width = power < 0 ? step / 10 ** -power : step * 10 ** power;
      const from = Math.floor(start / width) * width;
      if (from + BINS * width > end) return { from, width };
    }
  }
  return { from: 0, width: 1e16 };
}
