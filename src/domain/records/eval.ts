import type { Cluster, Count } from "../scalars/count.ts";
import { countText, MOST_CASES, parseCount } from "../scalars/count.ts";
import { compareDecimals, parseNumber, shortDecimalText, type Decimal } from "../scalars/decimal.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "../scalars/quantity.ts";
import type { Expectation, Target } from "../scalars/target.ts";
import type { Judge } from "./evals/judge.ts";
import type { MeasuredBy } from "./evals/measured-by.ts";
import type { Unread } from "./unread.ts";
import { parseWholeWithin } from "../scalars/whole.ts";

/** The names of the measures. What each of them means is in `evidence/measures/`. */
export const MEASURE_NAMES = ["proportion", "mean", "percentile", "total"] as const;
export type Measure = (typeof MEASURE_NAMES)[number];

/** Of an eval that does not say what it measures. */
export const USUAL_MEASURE: Measure = "proportion";
/** Of a percentile that does not say which. */
export const USUAL_PERCENTILE = 95;

/**
 * What the metric was before: counted on cases, or a figure with its source. A figure without a spread is taken as
 * exact, and every document says so.
 */
export type Baseline =
  | { readonly kind: "counted"; readonly count: Count; readonly clusters?: readonly Cluster[] }
  | { readonly kind: "fixed"; readonly quantity: Quantity; readonly spread?: SampleSpread; readonly source?: string };

/** How the single values behind a mean varied: their standard deviation, in its unit, and how many they were. */
export interface SampleSpread {
  readonly sd: Decimal;
  readonly n: number;
  /** Of values that belong together: the spread between their groups is the one that counts. */
  readonly clusters?: readonly Cluster[];
}

/** A variant that an eval is measured on, by the name under which its results are logged. */
export interface Arm {
  readonly name: string;
  /** Today's system. Its results are the baseline as measured: they meet no target and trip no kill criterion. */
  readonly baseline: boolean;
}

/** What the single values of a mean can be, both ends included, in the unit of its target: scores from 1 to 5. */
export interface ScoreRange {
  readonly least: Decimal;
  readonly most: Decimal;
}

export interface Dataset {
  /** "" where only its hash was agreed, and the file is no longer named. */
  readonly file: string;
  readonly sha256?: string;
}

/** One thing the PoC measures, and what it must show. */
export interface Eval extends Unread {
  readonly id: string;
  readonly metric?: string;
  readonly measure: Measure;
  /** The good direction. */
  readonly better: "lower" | "higher";
  /** A primary eval decides: not met means no-go. */
  readonly primary: boolean;
  /** An eval that is not primary guards against a loss; `hard`: missing it ends the work, like a primary target. */
  readonly guard?: "hard";
  /** For `percentile` only: 95 for p95. */
  readonly percentile?: number;
  readonly baseline?: Baseline;
  readonly target?: Target;
  readonly expected?: Expectation;
  /** For `mean` only: its bounds then hold at any number of values. */
  readonly range?: ScoreRange;
  /** Why the target is what it is. A target that allows a loss needs it: why that much is acceptable. */
  readonly why?: string;
  /** Fewer cases than this never make `met`. */
  readonly minN?: number;
  /** Up to so many cases the sample may grow once, where the planned run leaves the matter open. */
  readonly extendedN?: number;
  /** In percent of all cases: where more of them broke, the result settles nothing. */
  readonly maxErrors?: Decimal;
  readonly dataset?: Dataset;
  /** Where the cases come from. */
  readonly itemsSource?: string;
  /** Who or what says whether an answer is right. */
  readonly judge?: Judge;
  /** Whether prompts or settings were tuned on these very cases: then a good result shows nothing. */
  readonly tunedOnTheseItems?: boolean;
  /** How it will be measured; `run` says it as well. */
  readonly measuredBy?: MeasuredBy;
  /** The command that measures it; `{out}` stands for the file that it is to write. */
  readonly run?: string;
  /** Those that were named beforehand. */
  readonly arms?: readonly Arm[];
}

const BASELINE_MARK = " (baseline)";

/** Reads `today (baseline)` or `reranker-k8`. Commas separate the names in a term, so no name contains one. */
export function parseArm(text: string): Parsed<Arm> {
  const baseline = text.endsWith(BASELINE_MARK);
  const name = (baseline ? text.slice(0, -BASELINE_MARK.length) : text).trim();
  return name === "" || name.includes(",") || name.endsWith(BASELINE_MARK)
    ? problem("invalid-value", "the name of an arm, without a comma, such as reranker-k8")
    : ok({ name, baseline });
}

export function armText({ name, baseline }: Arm): string {
  return baseline ? name + BASELINE_MARK : name;
}

/** Reads `1 to 5`, the least and the most that a single value can be. */
export function parseRange(text: string): Parsed<ScoreRange> {
  const [, from, to] = /^(\S+)\s*(?:to|\.\.|–)\s*(\S+)$/.exec(text.trim()) ?? [];
  const [least, most] = [from, to].map((end) => (end === undefined ? undefined : parseNumber(end)));
  return least?.ok === true && most?.ok === true ? rangeOf(least.value, most.value) : problem("invalid-value", RANGE);
}

const RANGE = "the least and the most that a single value can be, such as [1, 5]";

export function rangeOf(least: Decimal, most: Decimal): Parsed<ScoreRange> {
  const order = compareDecimals(least, most);
  if (order < 0) return ok({ least, most });
  const turned = `[${shortDecimalText(most)}, ${shortDecimalText(least)}]`;
  return problem("invalid-value", RANGE, order === 0 ? {} : { hint: `write ${turned}` });
}

export function rangeText({ least, most }: ScoreRange): string {
  return `${shortDecimalText(least)} to ${shortDecimalText(most)}`;
}

/** Whether the results of an arm are those of today's system. */
export function isBaselineArm({ arms = [] }: Pick<Eval, "arms">, arm: string): boolean {
  return arms.some(({ name, baseline }) => baseline && name === arm);
}

/**
 * Reads `41/200`, a fixed figure such as `20%`, or a mean as in `0.09 EUR sd 0.02 n 50`. A source takes the long form.
 */
export function parseBaseline(text: string): Parsed<Baseline> {
  if (/^[^A-Za-z%]*(?:\/|of|out of)[^A-Za-z%]*$/.test(text)) {
    const count = parseCount(text);
    return count.ok ? ok({ kind: "counted", count: count.value }, count.read) : count;
  }
  const measured = /^(.*\S) sd (\S+) n (\S+)$/.exec(text.trim());
  const cases = measured === null ? undefined : parseWholeWithin(measured[3]!, 2, MOST_CASES, "at least 2 cases");
  const expected = "a count such as 41/200, a figure such as 20%, or a mean such as 0.09 EUR sd 0.02 n 50";
  if (cases?.ok === false)
    return problem("invalid-baseline", expected, cases.problem.hint === undefined ? {} : { hint: cases.problem.hint });
  const quantity = parseQuantity(measured?.[1] ?? text);
  const sd = measured === null ? undefined : parseNumber(measured[2]!);
  const n = cases?.value ?? 2;
  if (!quantity.ok || sd?.ok === false || (sd !== undefined && sd.value.digits < 0n))
    return problem(
      "invalid-baseline",
      expected,
      quantity.ok || quantity.problem.hint === undefined ? {} : { hint: quantity.problem.hint },
    );
  const baseline = {
    kind: "fixed",
    quantity: quantity.value,
    ...(sd === undefined ? {} : { spread: { sd: sd.value, n } }),
  } as const;
  return ok(baseline, quantity.read === undefined ? undefined : baselineText(baseline));
}

/** 95 for p95. */
export function percentileOf({ percentile }: Eval): number {
  return percentile ?? USUAL_PERCENTILE;
}

export function baselineText(baseline: Baseline): string {
  if (baseline.kind === "counted") return countText(baseline.count);
  const { quantity, spread } = baseline;
  return spread === undefined
    ? quantityText(quantity)
    : `${quantityText(quantity)} sd ${shortDecimalText(spread.sd)} n ${spread.n}`;
}
