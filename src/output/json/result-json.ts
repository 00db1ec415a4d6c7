import type { MeanBefore, RawValues, Result } from "../../domain/records/evals/result.ts";
import { countText, type Cluster } from "../../domain/scalars/count.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import type { DecimalText, Sha256Text } from "./json-texts.ts";

/** A measured value. Exactly one of `count`, `value` and `pairs` is set. */
export interface ResultJson {
  readonly eval: string;
  /** `22/200` */
  readonly count: string | null;
  readonly value: string | null;
  /** How many cases, beside `value` or `pairs`. */
  readonly n: number | null;
  readonly sd: DecimalText | null;
  /** Cases that broke before they could be scored; in none of the figures. */
  readonly errors: number;
  readonly pairs: PairedCountsJson | null;
  /** Groups of cases that belong together. */
  readonly clusters: readonly ClusterJson[] | null;
  /** How many runs are behind `n` cases, where the runs of a case were averaged. */
  readonly runs: number | null;
  /** The single values of a mean whose eval declares their range. */
  readonly scores: readonly DecimalText[] | null;
  /** The baseline on the same cases, beside `value`. */
  readonly before: MeanBeforeJson | null;
  /** Of a percentile: the limit within which `count` was counted. */
  readonly within: string | null;
  /** Of a percentile: that of the sample itself. It decides nothing. */
  readonly sample: string | null;
  /** The file that the figures were taken from. */
  readonly values: RawValuesJson | null;
  /** The file of cases that the figures were made from, in place of `values`. */
  readonly cases: CaseFileJson | null;
  /** The variant it was measured on; "" where there is only one. */
  readonly arm: string;
  readonly model: string | null;
  /** Where the raw run can be looked up. */
  readonly evidence: string | null;
  /** sha256 of the data set. */
  readonly dataset: string | null;
}

/** The same cases run through baseline and candidate: how many had the outcome in both, in one, in neither. */
export interface PairedCountsJson {
  readonly both: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly neither: number;
}

export interface ClusterJson {
  readonly sum: DecimalText;
  readonly n: number;
  /** What the same cases add up to with the baseline; null where they are not compared case by case. */
  readonly before: DecimalText | null;
}

export interface MeanBeforeJson {
  readonly value: string;
  readonly sd: DecimalText | null;
  /** Standard deviation of the differences, case by case. */
  readonly difference_sd: DecimalText | null;
  readonly scores: readonly DecimalText[] | null;
}

export interface RawValuesJson {
  readonly file: string;
  readonly sha256: Sha256Text;
  readonly column: string | null;
  /** The column that says which cases belong together. */
  readonly cluster: string | null;
  /** Of a column of outcomes: the cells that were counted; null for those that say true. */
  readonly counted: string | null;
  /** What the numbers were taken to be in. */
  readonly unit: string | null;
  /** Whether the unit is that of the eval because nothing said another. */
  readonly assumed: boolean;
  /** What one of the unit was worth in the currency of the eval, where the two differ. */
  readonly rate: DecimalText | null;
}

/** The cases behind a result, one a line of the file. */
export interface CaseFileJson extends RawValuesJson {
  /** How many cases there are, those that broke among them. */
  readonly n: number;
  /** sha256 of the sorted ids of the cases: the same digest is the same cases. */
  readonly digest: Sha256Text;
  /** The arm as the file calls it, if that is another name. */
  readonly arm: string | null;
  /** Of a comparison case by case: sha256 of the file with the cases of the baseline. */
  readonly against: Sha256Text | null;
}

export function resultJson(result: Result): ResultJson {
  const { count, value, pairs, sd, clusters, within, sample, values, cases } = result;
  return {
    eval: result.eval,
    count: count === undefined ? null : countText(count),
    value: value === undefined ? null : quantityText(value),
    n: result.n ?? null,
    sd: sd === undefined ? null : shortDecimalText(sd),
    errors: result.errors ?? 0,
    pairs: pairs === undefined ? null : { ...pairs },
    clusters: clusters === undefined ? null : clusters.map(clusterJson),
    runs: result.runs ?? null,
    scores: result.scores?.map(shortDecimalText) ?? null,
    before: result.before === undefined ? null : beforeJson(result.before),
    within: within === undefined ? null : quantityText(within),
    sample: sample === undefined ? null : quantityText(sample),
    values: values === undefined ? null : rawValuesJson(values),
    cases:
      cases === undefined
        ? null
        : {
            ...rawValuesJson(cases),
            n: cases.n,
            digest: cases.digest,
            arm: cases.arm ?? null,
            against: cases.against ?? null,
          },
    arm: result.arm,
    model: result.model ?? null,
    evidence: result.evidence ?? null,
    dataset: result.dataset ?? null,
  };
}

function clusterJson({ sum, n, before }: Cluster): ClusterJson {
  return { sum: shortDecimalText(sum), n, before: before === undefined ? null : shortDecimalText(before) };
}

function beforeJson({ value, sd, differenceSd, scores }: MeanBefore): MeanBeforeJson {
  return {
    value: quantityText(value),
    sd: sd === undefined ? null : shortDecimalText(sd),
    difference_sd: differenceSd === undefined ? null : shortDecimalText(differenceSd),
    scores: scores?.map(shortDecimalText) ?? null,
  };
}

function rawValuesJson({ file, sha256, column, cluster, counted, unit, assumed, rate }: RawValues): RawValuesJson {
  return {
    file,
    sha256,
    column: column ?? null,
    cluster: cluster ?? null,
    counted: counted ?? null,
    unit: unit ?? null,
    assumed: assumed ?? false,
    rate: rate === undefined ? null : shortDecimalText(rate),
  };
}
