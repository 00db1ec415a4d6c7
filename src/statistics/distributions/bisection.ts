/**
 * The place between `low` and `high` where `isBelow` turns from true to false, to the last bit that the halving of
 * doubles can give. `isBelow` is taken to be true at `low` and false at `high`; neither end is evaluated.
 */
export function bisect(isBelow: (x: number) => boolean, low: number, high: number): number {
  let below = low;
  let above = high;
  for (let i = 0; i < 200; i += 1) {
    const middle = below + (above - below) / 2;
    if (middle === below || middle === above) break;
    if (isBelow(middle)) below = middle;
    else above = middle;
  }
  return below + (above - below) / 2;
}

/**
 * The smallest whole number from `low` to `high` for which `holds` is true, where it is false before and true after;
 * `high` is taken to hold and is not evaluated.
 */
export function smallestWhole(holds: (n: number) => boolean, low: number, high: number): number {
  let first = low;
  let last = high;
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (holds(middle)) last = middle;
    else first = middle + 1;
  }
  return last;
}
