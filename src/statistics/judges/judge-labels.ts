import type { Interval } from "../interval.ts";
import { requireConfidence, requireCount, requireCountOf } from "../preconditions.ts";
import { clopperPearson } from "../rates/clopper-pearson.ts";

/** A count of cases with an outcome, of how many. */
export interface LabelCount {
  readonly x: number;
  readonly n: number;
}

/**
 * Labels of people on a sample of cases that a judge had judged, drawn apart from those that it called yes and those
 * that it called no. "Yes" is the outcome that is counted.
 */
export interface JudgeLabels {
  /** Yes by the judge, of all cases that the sample was drawn from. */
  readonly judged: LabelCount;
  /** Yes by a person, of the labelled cases that the judge called yes. */
  readonly yes: LabelCount;
  /** Yes by a person, of the labelled cases that the judge called no. */
  readonly no: LabelCount;
}

/**
 * What the labels say, each part with its bounds: how often the judge says yes, and how often a person says yes where
 * the judge said yes, and where it said no. Because the sample was drawn by what the judge said, these are what it
 * estimates directly; sensitivity and specificity, which go the other way round, follow from them.
 */
export interface LabelParts {
  readonly share: Interval;
  readonly afterYes: Interval;
  readonly afterNo: Interval;
}

/** Nothing is known of what nobody labelled. */
const UNKNOWN: Interval = { estimate: 0.5, low: 0, high: 1 };

/**
 * @param confidence one-sided, strictly between 0.5 and 1
 * @throws RangeError unless all counts are possible, and no more cases are labelled than were judged so
 */
export function labelParts({ judged, yes, no }: JudgeLabels, confidence: number): LabelParts {
  requireConfidence(confidence);
  requireCountOf("the cases judged yes", judged.x, judged.n);
  for (const [name, { x, n }, most] of [
    ["judged yes", yes, judged.x],
    ["judged no", no, judged.n - judged.x],
  ] as const) {
    requireCount(`the labelled cases ${name}`, n);
    requireCount(`the yes among those ${name}`, x);
    if (x > n) throw new RangeError(`the yes among those ${name} cannot be ${x} of ${n}`);
    if (n > most) throw new RangeError(`of ${most} cases ${name}, ${n} cannot be labelled`);
  }
  return {
    share: clopperPearson(judged.x, judged.n, confidence),
    afterYes: yes.n === 0 ? UNKNOWN : clopperPearson(yes.x, yes.n, confidence),
    afterNo: no.n === 0 ? UNKNOWN : clopperPearson(no.x, no.n, confidence),
  };
}

/**
 * The bounds of a figure made of independent parts: how far each part alone moves it from the estimate to either side,
 * added as squares (MOVER: Zou & Donner 2008, Statistics in Medicine 27:1693, carried from sums to any function that is
 * monotone in each part). `least` and `most` are the ends of the scale, taken where a part leaves the figure undefined.
 */
export function boundsOf(
  parts: readonly Interval[],
  figure: (values: readonly number[]) => number,
  least: number,
  most: number,
): Interval {
  const centre = parts.map(({ estimate }) => estimate);
  const clamped = (value: number, undefinedAs: number): number =>
    Number.isNaN(value) ? undefinedAs : Math.min(most, Math.max(least, value));
  const estimate = figure(centre);
  if (Number.isNaN(estimate)) return { estimate, low: least, high: most };
  const middle = clamped(estimate, least);
  let [below, above] = [0, 0];
  for (const [index, part] of parts.entries()) {
    const at = (value: number): number => figure(centre.map((other, k) => (k === index ? value : other)));
    const ends = [at(part.low), at(part.high)];
    below = Math.hypot(below, Math.max(0, ...ends.map((end) => middle - clamped(end, least))));
    above = Math.hypot(above, Math.max(0, ...ends.map((end) => clamped(end, most) - middle)));
  }
  return { estimate: middle, low: Math.max(least, middle - below), high: Math.min(most, middle + above) };
}
