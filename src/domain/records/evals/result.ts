import type { Cluster, Count } from "../../scalars/count.ts";
import type { Decimal } from "../../scalars/decimal.ts";
import type { Quantity } from "../../scalars/quantity.ts";

/**
 * A measured value. Exactly one of `count`, `value` and `pairs`; `sd` belongs to `value`, `n` to `value` or `pairs`.
 */
export interface Result {
  readonly eval: string;
  readonly count?: Count;
  readonly value?: Quantity;
  /** How many cases; beside `pairs` it only says it again, and has to be what they add up to. */
  readonly n?: number;
  readonly sd?: Decimal;
  /**
   * How many cases broke before they could be scored. They are neither good nor bad, and among none of the figures: `n`
   * is what was scored.
   */
  readonly errors?: number;
  readonly pairs?: PairedCounts;
  /**
   * Groups of cases that belong together: questions to one document, runs of one item. Beside `pairs` and `before` each
   * group has the sum of its baseline too.
   */
  readonly clusters?: readonly Cluster[];
  /** How many runs are behind `n` cases, if cases were run several times and averaged first. */
  readonly runs?: number;
  /**
   * The single values of a mean whose eval declares their range, in an order that does not depend on them: the bound of
   * such a mean is found value by value.
   */
  readonly scores?: readonly Decimal[];
  /** The baseline on the same cases, if it is a mean or a share. */
  readonly before?: MeanBefore;
  /** Of a percentile: the limit within which the runs of `count` were counted. */
  readonly within?: Quantity;
  /** Of a percentile: that of the sample itself, for people. It decides nothing. */
  readonly sample?: Quantity;
  /** The file that the figures were taken from. */
  readonly values?: RawValues;
  /** The file of cases that the figures were made from, instead of `values`. */
  readonly cases?: CaseFile;
  /** The variant it was measured on; "" where there is only one. */
  readonly arm: string;
  readonly model?: string;
  /** Where the raw run can be looked up: a path or a link. */
  readonly evidence?: string;
  /** sha256 of the data set that was used. */
  readonly dataset?: string;
  /** What people's labels say about its judge. It is found in the log when the result is judged, and is in no file. */
  readonly labels?: ResultLabels;
}

/** Labels that speak about the judge of a result. */
export interface ResultLabels {
  readonly labelling: Labelling;
  /** Id of the entry that brought them. */
  readonly entry: string;
  /** Whether the labelled cases are among those of the result. */
  readonly sameCases: boolean;
  /** How many sheets could have been used instead, withdrawn ones included; 1 if there was no other. */
  readonly tries: number;
  /** Whether this very sheet was logged with other labels too, by which the figure would be better. */
  readonly relabelled?: true;
  /** Labels of the baseline's own cases: only they show that this judge counted the baseline too. */
  readonly ofBaseline?: Omit<ResultLabels, "ofBaseline">;
}

/** What people said of cases that a judge had judged, on a sample drawn from each of its two verdicts. */
export interface Labelling {
  readonly eval: string;
  /** The arm whose cases were sampled; "" where there is only one. */
  readonly arm: string;
  /** Of all cases that the sample was drawn from: how many have the outcome that the eval counts, by the judge. */
  readonly judged: Count;
  /** The labelled cases by who says that they have it: both, only the judge, only the person, neither. */
  readonly said: LabelTable;
  /** The file with the labels, as it was named. */
  readonly file: string;
  readonly sha256: string;
  /** sha256 of the file of cases that the sample was drawn from. */
  readonly of: string;
  /** The seed with which the sample was drawn and shuffled. */
  readonly seed?: number;
  /** Rows of the sheet that nobody labelled. */
  readonly unlabelled?: number;
}

export interface LabelTable {
  readonly both: number;
  readonly judge: number;
  readonly person: number;
  readonly neither: number;
}

/** The baseline on the same cases as a mean or a share. */
export interface MeanBefore {
  readonly value: Quantity;
  /** Of the single values; beside groups there need be none. */
  readonly sd?: Decimal;
  /** Of the differences, case by case: what a comparison on the same cases rests on. */
  readonly differenceSd?: Decimal;
  /** As `scores` of the result, case by case in the same order. */
  readonly scores?: readonly Decimal[];
}

/**
 * Where raw values were read, so that anybody can calculate the figures again. The entry does not depend on the file.
 */
export interface RawValues {
  /** Relative to the PoC folder where it lies inside; else as it was named. */
  readonly file: string;
  readonly sha256: string;
  /** The column, or the field of each line; absent if the file has nothing else. */
  readonly column?: string;
  /** The column that says which cases belong together. */
  readonly cluster?: string;
  /** For a column of outcomes: the word that was counted, if it is not one that means true: `false`, `wrong`. */
  readonly counted?: string;
  /** The unit of the numbers: from the column, from a person, or assumed. */
  readonly unit?: string;
  /** Whether the unit was not stated, so that the unit of the eval was assumed. */
  readonly assumed?: boolean;
  /** What one of `unit` was worth in the currency of the eval, if the two differ. */
  readonly rate?: Decimal;
}

/**
 * The cases behind a result: a file that names them, one a line. The result carries every figure that a verdict needs,
 * so that a check reads no file of cases.
 */
export interface CaseFile extends RawValues {
  /** How many cases there are, including those that broke; a case that was run several times is one. */
  readonly n: number;
  /** sha256 of the sorted ids of these cases. Two results with the same digest were measured on the same cases. */
  readonly digest: string;
  /** The arm as the file calls it, if the result calls it something else. */
  readonly arm?: string;
  /** Of a comparison case by case: sha256 of the file with the cases of the baseline. */
  readonly against?: string;
}

/** The same items run through baseline and candidate; counts of the outcome that the eval counts. */
export interface PairedCounts {
  readonly both: number;
  readonly baseline: number;
  readonly candidate: number;
  readonly neither: number;
}
