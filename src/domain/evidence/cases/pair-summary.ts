import { sampleMoments } from "../../../statistics/means/sample-moments.ts";
import type { Eval } from "../../records/eval.ts";
import type { Decimal } from "../../scalars/decimal.ts";
import { clustersOf, DIGITS, rounded, scoresOf, type Summary } from "../raw-summary.ts";
import { MEASURES } from "../measures/measures.ts";
import type { CasePairs, PairedCase } from "./case-pairs.ts";
import type { CaseReading } from "./case-summary.ts";

/**
 * The figures of a comparison on the same cases, with everything that its bounds rest on: four counts where each case
 * was run once and found an outcome, else the mean on both sides with the spread of the differences; and by group, what
 * the cases of the group add up to on both sides.
 */
export function pairSummary({ cases, counts, broken }: CasePairs, item: Eval, reading: CaseReading): Summary {
  const errors = broken === 0 ? {} : { errors: broken };
  const groups = cases.every(({ group }) => group === undefined)
    ? undefined
    : cases.map(({ id, group }) => group ?? id);
  if (counts !== undefined) {
    const clusters = pairedClusters(cases, groups, 1);
    return { pairs: counts, ...errors, ...(clusters === undefined ? {} : { clusters }) };
  }
  const isShare = !MEASURES[item.measure].averages;
  if (isShare) {
    // Each case counts once, whatever the number of its runs: its share is its value.
    const percent = (values: readonly number[]) => ({
      amount: rounded(100 * sampleMoments(values).mean, DIGITS),
      unit: "%",
    });
    const runs = cases.reduce((sum, one) => sum + one.runs, 0);
    return {
      value: percent(cases.map(({ is }) => is)),
      n: cases.length,
      ...(runs > cases.length ? { runs } : {}),
      before: { value: percent(cases.map(({ was }) => was)) },
      clusters: pairedClusters(cases, groups ?? cases.map(({ id }) => id), 1, true)!,
      ...errors,
    };
  }
  const { factor, unit } = reading;
  const [is, was] = [cases.map((one) => one.is * factor), cases.map((one) => one.was * factor)];
  const [now, before] = [sampleMoments(is), sampleMoments(was)];
  const differences = sampleMoments(is.map((value, k) => value - was[k]!));
  const clusters = pairedClusters(cases, groups, factor);
  const [scores, scoresBefore] =
    clusters === undefined ? [scoresOf(item, is), scoresOf(item, was)] : [undefined, undefined];
  const inUnit = (amount: number) => ({ amount: rounded(amount, DIGITS), unit });
  return {
    value: inUnit(now.mean),
    n: now.n,
    sd: rounded(now.sd, DIGITS),
    ...(scores === undefined ? {} : { scores }),
    before: {
      value: inUnit(before.mean),
      sd: rounded(before.sd, DIGITS),
      differenceSd: rounded(differences.sd, DIGITS),
      ...(scoresBefore === undefined ? {} : { scores: scoresBefore }),
    },
    ...(clusters === undefined ? {} : { clusters }),
    ...errors,
  };
}

/** By group, what its cases add up to on both sides; undefined where each stands alone, unless that is kept. */
function pairedClusters(
  cases: readonly PairedCase[],
  groups: readonly string[] | undefined,
  factor: number,
  single = false,
) {
  const [now, before] = [
    clustersOf(
      cases.map(({ is }) => is * factor),
      groups,
      single,
    ),
    clustersOf(
      cases.map(({ was }) => was * factor),
      groups,
      single,
    ),
  ];
  return now?.map(({ sum, n }, k): { readonly sum: Decimal; readonly n: number; readonly before: Decimal } => ({
    sum,
    n,
    before: before![k]!.sum,
  }));
}
