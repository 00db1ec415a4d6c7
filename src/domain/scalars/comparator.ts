import type { Interval } from "../../statistics/interval.ts";
/** How a figure compares with a threshold. */
export type Comparator = "<" | "<=" | ">" | ">=";

/** As a sponsor reads it: `≤`, never `<=`. */
export function comparatorSign(comparator: Comparator): string {
  return comparator === "<=" ? "≤" : comparator === ">=" ? "≥" : comparator;
}

/** Whether a difference (`figure − threshold`, or any number of its sign) satisfies the comparator. */
export function holds(difference: number, comparator: Comparator): boolean {
  if (comparator === "<") return difference < 0;
  if (comparator === "<=") return difference <= 0;
  return comparator === ">" ? difference > 0 : difference >= 0;
}

/**
 * Whether `figure <comparator> threshold` holds, judged by the bounds and not by the estimate: it `holds` when even the
 * unfavourable end satisfies it, `fails` when even the favourable end does not, and is `open` otherwise.
 */
export function compareBounds(
  interval: Interval,
  comparator: Comparator,
  threshold: number,
): "holds" | "fails" | "open" {
  const { low, high } = interval;
  switch (comparator) {
    case ">=":
      return low >= threshold ? "holds" : high < threshold ? "fails" : "open";
    case ">":
      return low > threshold ? "holds" : high <= threshold ? "fails" : "open";
    case "<=":
      return high <= threshold ? "holds" : low > threshold ? "fails" : "open";
    case "<":
      return high < threshold ? "holds" : low >= threshold ? "fails" : "open";
  }
}
