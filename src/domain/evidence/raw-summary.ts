import { percentileInterval } from "../../statistics/rates/percentile-interval.ts";
import { seededRandom } from "../../statistics/simulation/xoshiro.ts";
import { sampleMoments } from "../../statistics/means/sample-moments.ts";
import { holds } from "../scalars/comparator.ts";
import { MOST_SCORES } from "./measures/mean-figure.ts";
import { MEASURES } from "./measures/measures.ts";
import { decimalNumber, decimalOf, type Decimal } from "../scalars/decimal.ts";
import type { Cluster } from "../scalars/count.ts";
import type { Result } from "../records/evals/result.ts";
import { percentileOf, type Eval, type Measure } from "../records/eval.ts";
import { quantityIn } from "../scalars/quantity.ts";

/** The figures of a result, without their source. */
export type Summary = Pick<
  Result,
  "count" | "value" | "n" | "sd" | "errors" | "clusters" | "runs" | "scores" | "before" | "pairs" | "within" | "sample"
>;

/** The group of each case; undefined if the cases are independent. */
type Groups = readonly string[] | undefined;

/** A sum of doubles is right to about this many digits; the last few are noise. */
export const DIGITS = 12;
const SUM_DIGITS = 15;

/** What a measure makes of the single values of a file. */
export type RawSummary =
  /** Every cell says whether its case counts: yes or no, right or wrong. */
  | {
      readonly cells: "outcomes";
      /** Undefined if a case has too few runs for the eval. */
      summary(counted: readonly boolean[], groups: Groups, item: Eval): Summary | undefined;
    }
  /** Every cell is a number. Undefined if the eval names no limit to count the numbers within. */
  | {
      readonly cells: "numbers";
      /** Whether its figures take groups of cases into account. */
      readonly groups: boolean;
      summary(item: Eval, values: readonly number[], unit: string, groups: Groups): Summary | undefined;
    };

/** Beside `MEASURES` and not in it, so that commands that read no raw values do not load it. */
export const RAW_SUMMARIES: Readonly<Record<Measure, RawSummary>> = {
  proportion: { cells: "outcomes", summary: countSummary },
  "pass@k": { cells: "outcomes", summary: passSummary },
  "pass^k": { cells: "outcomes", summary: passSummary },
  mean: { cells: "numbers", groups: true, summary: meanSummary },
  percentile: { cells: "numbers", groups: true, summary: percentileSummary },
  total: { cells: "numbers", groups: false, summary: (_, values, unit) => totalSummary(values, unit) },
};

/** Whether an eval counts cases that pass or fail, and not numbers. */
export function takesOutcomes({ measure }: Pick<Eval, "measure">): boolean {
  return RAW_SUMMARIES[measure].cells === "outcomes";
}

/** How many of the cases are counted, also group by group. */
function countSummary(counted: readonly boolean[], groups: Groups): Summary {
  const clusters = groups === undefined ? undefined : clustersOf(counted.map(Number), groups);
  return {
    count: { x: counted.reduce((sum, one) => (one ? sum + 1 : sum), 0), n: counted.length },
    ...(clusters === undefined ? {} : { clusters }),
  };
}

/** Mean and standard deviation of the values. */
function meanSummary(item: Eval, values: readonly number[], unit: string, groups: Groups): Summary {
  const { n, mean, sd } = sampleMoments(values);
  const clusters = clustersOf(values, groups);
  const scores = clusters === undefined ? scoresOf(item, values) : undefined;
  return {
    value: { amount: rounded(mean, DIGITS), unit },
    n,
    sd: rounded(sd, DIGITS),
    ...(scores === undefined ? {} : { scores }),
    ...(clusters === undefined ? {} : { clusters }),
  };
}

/** Any number, but always the same: an order that cannot depend on what was measured. */
const ORDER_SEED = 12;

/** The values of a mean with a declared range, in an order that does not depend on them; see `bettingMean`. */
export function scoresOf({ range }: Eval, values: readonly number[]): readonly Decimal[] | undefined {
  if (range === undefined || values.length > MOST_SCORES) return undefined;
  const random = seededRandom(ORDER_SEED);
  const scores = values.map((value) => rounded(value, DIGITS));
  for (let last = scores.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [scores[last], scores[other]] = [scores[other]!, scores[last]!];
  }
  return scores;
}

/** What the values add up to. */
function totalSummary(values: readonly number[], unit: string): Summary {
  return {
    value: {
      amount: rounded(
        values.reduce((sum, value) => sum + value, 0),
        DIGITS,
      ),
      unit,
    },
  };
}

/**
 * How many of the runs are within the limit of `target`, and the percentile of the sample: the value that as many runs
 * reach as the eval asks for. `values` are in `unit`, into which the limit converts.
 */
function percentileSummary(item: Eval, values: readonly number[], unit: string, groups: Groups): Summary | undefined {
  const { target } = item;
  const limit = target?.form === "value" ? quantityIn(target.quantity, unit) : undefined;
  if (target === undefined || limit === undefined) return undefined;
  const most = decimalNumber(limit.amount);
  const small = target.comparator.startsWith("<");
  const share = percentileOf(item) / 100;
  // If more is better, the percentile counts from the other end.
  const sample = small
    ? percentileInterval(values, share, 0.95).estimate
    : -percentileInterval(
        values.map((value) => -value),
        share,
        0.95,
      ).estimate;
  const counted = countSummary(
    values.map((value) => holds(value - most, target.comparator)),
    groups,
  );
  return { ...counted, within: target.quantity, sample: { amount: rounded(sample, DIGITS), unit } };
}

/** How the runs of a case came out. */
export interface CaseOutcomes {
  readonly counted: number;
  readonly runs: number;
  readonly group: string | undefined;
}

/**
 * The share of a rate or of pass@k, each case counting once: what its runs come to is averaged before anything else. A
 * count where every case is all one thing; else the share, with what each case or group adds up to. Undefined where a
 * case has fewer runs than the eval asks for.
 */
export function sharesSummary(cases: readonly CaseOutcomes[], item: Eval): Summary | undefined {
  const shares = cases.map(({ counted, runs }) => MEASURES[item.measure].caseShare(item, counted, runs));
  const values = shares.filter((share) => share !== undefined);
  if (values.length < shares.length) return undefined;
  const runs = cases.reduce((sum, one) => sum + one.runs, 0);
  const ofRuns = runs > cases.length ? { runs } : {};
  const groups = cases.some(({ group }) => group !== undefined)
    ? cases.map(({ group }, k) => group ?? String(k))
    : undefined;
  if (item.k !== undefined && values.every((value) => value === 0 || value === 1))
    return countSummary(values.map(Boolean), groups);
  const clusters = clustersOf(values, groups ?? values.map((_, k) => String(k)), true)!;
  return {
    value: { amount: rounded(100 * sampleMoments(values).mean, DIGITS), unit: "%" },
    n: cases.length,
    ...ofRuns,
    clusters,
  };
}

/** In a table without ids, a group is a case and its rows are the runs. */
function passSummary(counted: readonly boolean[], groups: Groups, item: Eval): Summary | undefined {
  const cases = new Map<string, CaseOutcomes>();
  for (const [k, one] of counted.entries()) {
    const name = groups?.[k] ?? String(k);
    const before = cases.get(name) ?? { counted: 0, runs: 0, group: undefined };
    cases.set(name, { ...before, counted: before.counted + Number(one), runs: before.runs + 1 });
  }
  return sharesSummary([...cases.values()], item);
}

/** Sums and sizes by group, in the order of their first values. Groups of one case each do not count, unless kept. */
export function clustersOf(values: readonly number[], groups: Groups, single = false): readonly Cluster[] | undefined {
  if (groups === undefined) return undefined;
  const byGroup = new Map<string, { sum: number; n: number }>();
  for (const [index, value] of values.entries()) {
    const name = groups[index] ?? "";
    const group = byGroup.get(name) ?? { sum: 0, n: 0 };
    byGroup.set(name, { sum: group.sum + value, n: group.n + 1 });
  }
  if (byGroup.size === values.length && !single) return undefined;
  return [...byGroup.values()].map(({ sum, n }): Cluster => ({ sum: rounded(sum, SUM_DIGITS), n }));
}

/** Rounded to this many significant digits, and at most fifteen decimals. For values that pass `isTooLarge`. */
export function rounded(value: number, digits: number): Decimal {
  const near = Number(value.toPrecision(digits));
  const decimal = decimalOf(near);
  const fixed = decimal.ok ? decimal : decimalOf(Number(near.toFixed(15)));
  if (!fixed.ok) throw new RangeError(`${value} cannot be written as a decimal`);
  return fixed.value;
}

/** The sum of the absolute values has to be a decimal of at most fifteen digits. */
export function isTooLarge(values: readonly number[]): boolean {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) >= 1e15;
}
