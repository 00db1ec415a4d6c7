import type { Cluster, Count } from "../scalars/count.ts";
import { countText, MOST_CASES, parseCount } from "../scalars/count.ts";
import { compareDecimals, parseNumber, shortDecimalText, type Decimal } from "../scalars/decimal.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { parseQuantity, parseSpreadOf, quantityText, type Quantity } from "../scalars/quantity.ts";
import type { Expectation, Target } from "../scalars/target.ts";
import type { Judge } from "./evals/judge.ts";
import type { MeasuredBy } from "./evals/measured-by.ts";
import type { Unread } from "./unread.ts";
import { parseWholeWithin } from "../scalars/whole.ts";

/** The names of the measures. What each of them means is in `evidence/measures/`. */
export const MEASURE_NAMES = ["proportion", "mean", "percentile", "total", "pass@k", "pass^k"] as const;
export type Measure = (typeof MEASURE_NAMES)[number];

/** The measure of an eval that names none. */
export const USUAL_MEASURE: Measure = "proportion";
/** The percentile of an eval that names none. */
export const USUAL_PERCENTILE = 95;

/**
 * What the metric was before: counted on cases, or a figure with its source. A figure without a spread is taken as
 * exact, and every document says so.
 */
export type Baseline =
  | {
      readonly kind: "counted";
      readonly count: Count;
      readonly clusters?: readonly Cluster[];
      readonly cases?: BaselineCases;
    }
  | {
      readonly kind: "fixed";
      readonly quantity: Quantity;
      readonly spread?: SampleSpread;
      readonly source?: string;
      readonly cases?: BaselineCases;
    };

/** The file of cases that a baseline was counted from, and how: candidates on these cases are paired with it. */
export interface BaselineCases {
  /** In `cases/`, named by its content. */
  readonly file: string;
  readonly column: string;
}

/** How the single values behind a mean varied: their standard deviation, in its unit, and their number. */
export interface SampleSpread {
  readonly sd: Decimal;
  readonly n: number;
  /** For values that belong together: the spread between their groups is the one that counts. */
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
  /** "" if only its hash was agreed, and the file is no longer named. */
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
  /** For `pass@k` and `pass^k`: in how many tries. */
  readonly k?: number;
  readonly baseline?: Baseline;
  readonly target?: Target;
  readonly expected?: Expectation;
  /** For `mean` only: its bounds then hold at any number of values. */
  readonly range?: ScoreRange;
  /** Why the target is what it is. A target that allows a loss needs it: why that much is acceptable. */
  readonly why?: string;
  /** Fewer cases than this never make `met`. */
  readonly minN?: number;
  /** The number of cases up to which the sample may grow once, if the planned run settles nothing. */
  readonly extendedN?: number;
  /** In percent of all cases: if more of them broke, the result settles nothing. 20 unless stated. */
  readonly maxErrors?: Decimal;
  readonly dataset?: Dataset;
  /** Where the cases come from. */
  readonly itemsSource?: string;
  /** Who or what says whether an answer is right. */
  readonly judge?: Judge;
  /** Whether prompts or settings were tuned on these very cases, so that a good result proves nothing. */
  readonly tunedOnTheseItems?: boolean;
  /** How it will be measured; `run` answers that as well. */
  readonly measuredBy?: MeasuredBy;
  /** The command that measures it; `{out}` stands for the file that it is to write. */
  readonly run?: string;
  /** The arms that were named beforehand. */
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
 * Reads `41/200`, a fixed figure such as `20%`, or a mean as in `0.09 EUR sd 0.02 n 50`. A source needs the long form.
 */
export function parseBaseline(text: string): Parsed<Baseline> {
  const [, plain = text, groups, file, column] =
    /^(.*?)(?: in groups ([-\d./ ]+?))?(?: from (\S+)#(\S.*))?$/s.exec(text.trim()) ?? [];
  if (groups === undefined && file === undefined) return parsePlain(text);
  const clusters = groups?.split(/ +/).map(parseGroup);
  const shares = groups === undefined ? null : /^(\S+ ?%) n (\S+)$/.exec(plain);
  const read = parsePlain(shares === null ? plain : `${shares[1]} sd 0 n ${shares[2]}`);
  if (!read.ok) return read;
  const known = clusters?.filter((cluster) => cluster !== undefined);
  if (known !== undefined && known.length < (clusters?.length ?? 0))
    return problem("invalid-baseline", "groups such as 3/10: what a group adds up to, and its cases");
  const cases = file === undefined || column === undefined ? {} : { cases: { file, column } };
  const grouped = known === undefined ? {} : { clusters: known };
  const baseline = read.value;
  if (baseline.kind === "counted") return ok({ ...baseline, ...grouped, ...cases });
  if (known !== undefined && baseline.spread === undefined)
    return problem("invalid-baseline", "groups beside a count, or a mean with n");
  const spread = baseline.spread === undefined ? {} : { spread: { ...baseline.spread, ...grouped } };
  return ok({ ...baseline, ...spread, ...cases });
}

function parseGroup(text: string): Cluster | undefined {
  const [, sum, size] = /^(-?\d+(?:\.\d+)?)\/([1-9]\d*)$/.exec(text) ?? [];
  const read = sum === undefined ? undefined : parseNumber(sum);
  return read?.ok === true && Number(size) <= MOST_CASES ? { sum: read.value, n: Number(size) } : undefined;
}

function parsePlain(text: string): Parsed<Baseline> {
  if (/^[^A-Za-z%]*(?:\/|of|out of)[^A-Za-z%]*$/.test(text)) {
    const count = parseCount(text);
    return count.ok ? ok({ kind: "counted", count: count.value }, count.read) : count;
  }
  const measured = /^(.*?\S),? sd (\S.*?),? n (\S+)$/.exec(text.trim());
  const cases = measured === null ? undefined : parseWholeWithin(measured[3]!, 2, MOST_CASES, "at least 2 cases");
  const expected = "a count such as 41/200, a figure such as 20%, or a mean such as 0.09 EUR sd 0.02 n 50";
  if (cases?.ok === false)
    return problem("invalid-baseline", expected, cases.problem.hint === undefined ? {} : { hint: cases.problem.hint });
  const quantity = parseQuantity(measured?.[1] ?? text);
  const sd = measured === null || !quantity.ok ? undefined : parseSpreadOf(measured[2]!, quantity.value);
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

/** `41/200 in 20 groups`: as people read it. */
export function baselineText(baseline: Baseline): string {
  const clusters = groupsOfBaseline(baseline);
  const isGrouped = clusters?.some(({ n }) => n > 1) === true;
  return plainText(baseline) + (isGrouped ? ` in ${clusters.length} groups` : "");
}

/** The same with every group and the file of cases: what is frozen. */
export function baselineTerm(baseline: Baseline): string {
  const clusters = groupsOfBaseline(baseline);
  const groups = clusters?.map(({ sum, n }) => `${shortDecimalText(sum)}/${n}`).join(" ");
  const { cases } = baseline;
  return (
    plainText(baseline) +
    (groups === undefined ? "" : ` in groups ${groups}`) +
    (cases === undefined ? "" : ` from ${cases.file}#${cases.column}`)
  );
}

export function groupsOfBaseline(baseline: Baseline): readonly Cluster[] | undefined {
  return baseline.kind === "counted" ? baseline.clusters : baseline.spread?.clusters;
}

function plainText(baseline: Baseline): string {
  if (baseline.kind === "counted") return countText(baseline.count);
  const { quantity, spread } = baseline;
  if (spread === undefined) return quantityText(quantity);
  const sd = quantity.unit === "%" && spread.clusters !== undefined ? "" : ` sd ${shortDecimalText(spread.sd)}`;
  return `${quantityText(quantity)}${sd} n ${spread.n}`;
}
