import type { Count } from "./count.ts";
import { countText, parseCount } from "./count.ts";
import { parsed, unparsed, type Parsed } from "./parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "./quantity.ts";
import type { Expectation, Target } from "./target.ts";

export const MEASURES = ["proportion", "mean", "percentile", "total"] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * What the metric was before: counted on cases, or a fixed figure with its source. A fixed figure is taken as exact,
 * and every document says so.
 */
export type Baseline =
  | { readonly kind: "counted"; readonly count: Count }
  | { readonly kind: "fixed"; readonly quantity: Quantity; readonly source?: string };

export interface Dataset {
  readonly file: string;
  readonly sha256?: string;
}

/** One thing the PoC measures, and what it must show. */
export interface Eval {
  readonly id: string;
  readonly metric?: string;
  readonly measure: Measure;
  /** The good direction. */
  readonly better: "lower" | "higher";
  /** A primary eval decides: not met means no-go. */
  readonly primary: boolean;
  /** For `percentile` only: 95 for p95. */
  readonly percentile?: number;
  readonly baseline?: Baseline;
  readonly target?: Target;
  readonly expected?: Expectation;
  /** Fewer cases than this never make `met`. */
  readonly minN?: number;
  readonly dataset?: Dataset;
}

/** Reads `41/200`, or a fixed figure such as `20%`. A source can only be given in the long form. */
export function parseBaseline(text: string): Parsed<Baseline> {
  if (text.includes("/")) {
    const count = parseCount(text);
    return count.ok ? parsed({ kind: "counted", count: count.value }) : count;
  }
  const quantity = parseQuantity(text);
  if (quantity.ok) return parsed({ kind: "fixed", quantity: quantity.value });
  return unparsed("invalid-baseline", "a count such as 41/200, or a figure such as 20%");
}

export function baselineText(baseline: Baseline): string {
  return baseline.kind === "counted" ? countText(baseline.count) : quantityText(baseline.quantity);
}
