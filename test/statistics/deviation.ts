/** How far `actual` is from `expected`, relative to it; absolute where the expected value is 0. */
export function deviation(actual: number, expected: number | null): number {
  if (expected === null || !Number.isFinite(expected)) return Object.is(actual, expected ?? Infinity) ? 0 : Infinity;
  const distance = Math.abs(actual - expected);
  if (!(distance >= 0)) return Infinity;
  return expected === 0 ? distance : distance / Math.abs(expected);
}

/** The largest of the deviations, and the row it comes from, so that a failure names its case. */
export function worst<Row>(
  rows: readonly Row[],
  of: (row: Row) => number,
): { deviation: number; row: Row | undefined } {
  let found: { deviation: number; row: Row | undefined } = { deviation: -1, row: undefined };
  for (const row of rows) {
    const value = of(row);
    if (!(value <= found.deviation)) found = { deviation: value, row };
  }
  return found;
}

/** A row of a reference table, whose width the caller knows. */
export function numbers(row: readonly unknown[]): number[] {
  return row.map((value) => (value === null ? Infinity : Number(value)));
}
