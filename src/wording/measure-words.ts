import { percentileOf, type Eval, type Measure } from "../domain/records/eval.ts";
import { countLabel, numberLabel } from "../domain/scalars/labels.ts";

/** How people speak of a measure. */
interface MeasureWords {
  /** What is counted or averaged, one of it. */
  readonly noun: string;
  /** What a smaller figure is: things that are counted are `fewer`, all else is `less`. */
  readonly smaller: "fewer" | "less";
  /** What has to stay as it was measured, for a statement on further cases: `if the rate holds`. */
  readonly figure: string;
  /** What a figure was made of that is no count: `mean of 50`. `averaged`: over several runs of each case. */
  readonly madeOf: (n: number, item: Eval, averaged: boolean) => string;
}

const meanOf = (n: number): string => `mean of ${numberLabel(n)}`;
const shareOf: MeasureWords["madeOf"] = (n, _, averaged) => (averaged ? meanOf(n) : `of ${countLabel(n, "case")}`);

export const MEASURE_WORDS: Readonly<Record<Measure, MeasureWords>> = {
  proportion: { noun: "case", smaller: "fewer", figure: "rate", madeOf: shareOf },
  mean: { noun: "value", smaller: "less", figure: "mean", madeOf: meanOf },
  percentile: {
    noun: "run",
    smaller: "less",
    figure: "share",
    madeOf: (n, item) => `${ordinal(percentileOf(item))} percentile of ${countLabel(n, "run")}`,
  },
  "pass@k": { noun: "case", smaller: "fewer", figure: "rate", madeOf: shareOf },
  "pass^k": { noun: "case", smaller: "fewer", figure: "rate", madeOf: shareOf },
  total: { noun: "case", smaller: "less", figure: "total", madeOf: (n) => `total of ${countLabel(n, "case")}` },
};

/** `95th`, `91st`, `99.9th`. */
function ordinal(number: number): string {
  const isTeen = Math.floor((number % 100) / 10) === 1;
  const last = Number.isInteger(number) && !isTeen ? number % 10 : 0;
  return `${number}${last === 1 ? "st" : last === 2 ? "nd" : last === 3 ? "rd" : "th"}`;
}
