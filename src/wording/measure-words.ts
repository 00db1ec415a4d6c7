import type { Measure } from "../domain/records/eval.ts";

/** How people speak of a measure. */
interface MeasureWords {
  /** What is counted or averaged, one of it. */
  readonly noun: string;
  /** What a smaller figure is: things that are counted are `fewer`, all else is `less`. */
  readonly smaller: "fewer" | "less";
  /** What has to stay as it was measured, for a statement on further cases: `if the rate holds`. */
  readonly figure: string;
}

export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  proportion: { noun: "case", smaller: "fewer", figure: "rate" },
  mean: { noun: "value", smaller: "less", figure: "mean" },
  percentile: { noun: "run", smaller: "less", figure: "share" },
  "pass@k": { noun: "case", smaller: "fewer", figure: "rate" },
  "pass^k": { noun: "case", smaller: "fewer", figure: "rate" },
  total: { noun: "case", smaller: "less", figure: "total" },
};
