import type { Interval } from "../../statistics/interval.ts";
import type { Comparator } from "../scalars/comparator.ts";

/**
 * Whether `figure <comparator> threshold` holds, judged by the bounds and not by the estimate: it `holds` when even the
 * unfavourable end satisfies it, `fails` when even the favourable end does not, and is `open` otherwise.
 */
export function settle(interval: Interval, comparator: Comparator, threshold: number): "holds" | "fails" | "open" {
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
