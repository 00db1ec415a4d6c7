import { labelsClause } from "./evidence/empty-labels.ts";
import { evalReasonClause } from "./eval-reasons.ts";
import type { AssumptionAnswer } from "../domain/records/assumption.ts";
import { isEarlyLook, type EvalStanding, type EvalVerdict } from "../domain/evidence/eval-standing.ts";
import type { BaselineReading } from "../domain/evidence/evidence.ts";
import { groupsOf } from "../domain/evidence/clusters.ts";
import { askedChange } from "../domain/evidence/asked-change.ts";
import { MEASURES } from "../domain/evidence/measures/measures.ts";
import { percentileOf, type Baseline, type Eval } from "../domain/records/eval.ts";
import { MEASURE_WORDS } from "./measure-words.ts";
import { decimalsFor, figureText, figureTexts } from "../domain/scalars/figure.ts";
import type { KillVerdict } from "../domain/standing/kill-standing.ts";
import { measuredText } from "../domain/evidence/measured-text.ts";
import { quantityIn, quantityText, type Quantity } from "../domain/scalars/quantity.ts";
import { compareDecimals, decimalNumber, roundDecimal } from "../domain/scalars/decimal.ts";
import type { Result } from "../domain/records/evals/result.ts";
import type { ChangeForm, Target } from "../domain/scalars/target.ts";
import { countLabel, ofLabel, quantityLabel } from "../domain/scalars/labels.ts";
const VERDICTS: Readonly<Record<EvalVerdict, string>> = {
  met: "Met",
  "not met": "Not met",
  unsettled: "Unsettled",
  unmeasured: "Unmeasured",
  invalid: "Invalid",
};

/** `Met`, `Unsettled, leaning met`, `INTERIM: unsettled, leaning not met`; `Not met so far` of a run as planned. */
export function verdictLabel(standing: EvalStanding): string {
  const verdict = VERDICTS[standing.verdict];
  const leaning =
    standing.verdict === "unsettled" && standing.leaning !== undefined ? `, leaning ${standing.leaning}` : "";
  // More cases do not resolve a contradiction.
  if (!standing.interim || standing.verdict === "invalid") return verdict + leaning;
  return isEarlyLook(standing) ? `INTERIM: ${verdict.toLowerCase()}${leaning}` : `${verdict}${leaning} so far`;
}

const KILL_VERDICTS: Readonly<Record<KillVerdict, string>> = {
  tripped: "TRIPPED",
  cleared: "Cleared",
  pending: "Pending",
  overdue: "Overdue",
};

export function killVerdictLabel(verdict: KillVerdict): string {
  return KILL_VERDICTS[verdict];
}

const ASSUMPTION_ANSWERS: Readonly<Record<AssumptionAnswer, string>> = { holds: "Holds", fails: "Fails", open: "Open" };

export function assumptionLabel(answer: AssumptionAnswer): string {
  return ASSUMPTION_ANSWERS[answer];
}

/** An eval in words, in the columns in which a memo shows it. */
export interface EvalWording {
  /** What was measured. */
  readonly metric: string;
  /** The count or figure as it was logged, and what it was before: `22 of 200, against 41 of 200 before`. */
  readonly counts: string;
  /** The count or figure alone: `22 of 200`. */
  readonly measured: string;
  /** On the scale of the target: `46% fewer`, `11%`; "" where the counts say it all. */
  readonly result: string;
  /** `20% to 65% fewer`; "" if there is none. */
  readonly range: string;
  /** How sure the range is, two-sided: `90%`; "" if there is none. */
  readonly level: string;
  /** `at least 40% fewer`; "" where the eval has no target. */
  readonly needed: string;
  readonly verdict: string;
  /** Why there is no verdict, or no better one; "" where nothing has to be said. */
  readonly why: string;
}

export function evalWording(standing: EvalStanding): EvalWording {
  const { eval: item } = standing;
  return {
    metric: item.metric ?? item.id,
    ...countLabels(standing),
    ...intervalLabels(standing),
    needed: item.target === undefined ? "" : neededLabel(item, item.target),
    verdict: verdictLabel(standing),
    why: standing.why === undefined ? "" : evalReasonClause(standing.why),
  };
}

/** One eval in plain words: counts first, then the figure, its plausible range, what was needed, and the verdict. */
export function evalSentence(standing: EvalStanding, verdict = verdictLabel(standing)): string {
  const { metric, counts, result, range, level, needed, why } = evalWording(standing);
  const shown = [counts, result].filter((text) => text !== "").join(": ");
  const small =
    standing.n !== undefined && standing.n < 100 ? `With only ${countLabel(standing.n, "case")}, the` : "The";
  const plausible = range.startsWith("at ") ? range : `anywhere from ${range}`;
  const parts = [
    `${metric}: ${shown === "" ? "not measured yet" : shown}.`,
    range === "" ? "" : `${small} true figure could plausibly be ${plausible} (${level}).`,
    needed === "" ? "" : `Needed: ${needed}.`,
    standing.verdict === "unmeasured" ? "" : `${verdict}${why === "" ? "" : ` (${why})`}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** What was logged, as it was counted, with and without what it was before. */
function countLabels({
  eval: item,
  judged,
  byGroup,
  before: reading,
}: Pick<EvalStanding, "eval" | "judged"> & Partial<Pick<EvalStanding, "byGroup" | "before">>): Pick<
  EvalWording,
  "counts" | "measured"
> {
  if (judged === undefined) return { counts: "", measured: "" };
  const { count, pairs, value, n, clusters, within, errors, runs, before: paired } = judged.result;
  const grouped =
    groupsLabel(groupsOf(clusters)) + (byGroup === true && paired === undefined ? ", each counted as one case" : "");
  if (pairs !== undefined) {
    const total = pairs.both + pairs.baseline + pairs.candidate + pairs.neither;
    const measured =
      ofLabel(pairs.both + pairs.candidate, total) + groupsLabel(groupsOf(clusters)) + errorsLabel(errors);
    return {
      measured,
      counts: `${measured}, against ${ofLabel(pairs.both + pairs.baseline, total)} of the same cases before`,
    };
  }
  const limit =
    MEASURES[item.measure].countsWithinLimit && count !== undefined && item.target !== undefined
      ? ` runs within ${quantityText(within ?? item.target.quantity)}`
      : "";
  const now =
    count !== undefined
      ? ofLabel(count.x, count.n) + limit + grouped
      : value === undefined
        ? ""
        : shownValue(value, judged.result, item) + (n === undefined ? "" : `, ${sampleLabel(item, n, runs)}`) + grouped;
  const shown = now + (judged.result.labels === undefined ? "" : " by its judge") + errorsLabel(errors);
  if (paired !== undefined)
    return {
      measured: shown,
      counts: `${shown}, against ${measuredText(paired.value, judged.result)} on the same cases before`,
    };
  const before =
    item.baseline === undefined || limit !== ""
      ? ""
      : `, against ${beforeLabel(item, item.baseline)}${readingClause(reading)}`;
  return { counts: shown + before, measured: shown };
}

/** So many digits of a mean that was computed from a file are enough; the log has the rest. */
const DIGITS = 4;

/** `0.04299 EUR`: as it was logged, or shorter where no reader needs more and its order to the target stays. */
function shownValue(value: Quantity, result: Result, { target }: Eval): string {
  const exact = measuredText(value, result);
  const size = Math.abs(decimalNumber(value.amount));
  if ((result.values ?? result.cases) === undefined || size === 0) return exact;
  const rounded = roundDecimal(value.amount, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(size))));
  const limit = target?.form === "value" ? quantityIn(target.quantity, value.unit)?.amount : undefined;
  const isHidden =
    limit !== undefined &&
    Math.sign(compareDecimals(rounded, limit)) !== Math.sign(compareDecimals(value.amount, limit));
  return isHidden ? exact : quantityText({ ...value, amount: rounded });
}

/** `today's system measured at 82 of 400`; "" where it was not measured. The latest run is the one that is told. */
export function todayClause({ eval: item, today }: EvalStanding): string {
  const latest = today.at(-1);
  return latest === undefined
    ? ""
    : `today's system measured at ${countLabels({ eval: item, judged: latest }).measured}`;
}

/** `41 of 200 before`, `20% before`, `0.09 EUR before, mean of 50`. */
function beforeLabel(item: Eval, baseline: Baseline): string {
  if (baseline.kind === "counted") return `${ofLabel(baseline.count.x, baseline.count.n)} before`;
  const { quantity, spread } = baseline;
  return `${quantityText(quantity)} before${spread === undefined ? "" : `, ${sampleLabel(item, spread.n)}`}`;
}

/**
 * What a figure was made of, by its measure: `mean of 50`, `95th percentile of 100 runs`, `mean of 60 cases in
 * 180 runs` of a share whose cases were run several times.
 */
export function sampleLabel(item: Eval, n: number, runs?: number): string {
  return MEASURE_WORDS[item.measure].madeOf(n, item, runs !== undefined) + runsLabel(runs);
}

/** Who is taken to have counted the baseline, where a judge is corrected; without commas of its own. */
function readingClause(reading: BaselineReading | undefined): string {
  if (reading === undefined) return "";
  const share = figureText(reading.share.estimate, { kind: "share" }, 1);
  switch (reading.by) {
    case "labelled":
      return ` (${share} corrected by its own labels)`;
    case "corrected":
      return ` (assumed to be by its judge: ${share} corrected)`;
    case "as-typed":
      return " (assumed to be counted by people)";
  }
}

/** `, 3 errors apart`: cases that broke before they could be scored; "" where there were none. */
export function errorsLabel(errors: number | undefined): string {
  return errors === undefined ? "" : `, ${countLabel(errors, "error")} not counted`;
}

/** ` run 60 times in all`; "" where each case was run once. */
function runsLabel(runs: number | undefined): string {
  return runs === undefined ? "" : ` cases in ${countLabel(runs, "run")}`;
}

/** ` in 12 groups`; "" where cases do not belong together. */
export function groupsLabel(groups: number | undefined): string {
  return groups === undefined ? "" : ` in ${countLabel(groups, "group")}`;
}

/** The figure and its range on the scale of the target, with decimals enough that rounding hides no verdict. */
function intervalLabels(standing: EvalStanding): Pick<EvalWording, "result" | "range" | "level"> {
  const none = { result: "", range: "", level: "" };
  const interval = standing.change ?? standing.figure;
  const scale = standing.change === undefined ? standing.figureScale : standing.changeScale;
  if (interval === undefined || scale === undefined) return none;
  const { target } = standing.eval;
  const form =
    standing.change === undefined || target === undefined ? "value" : askedChange(standing.eval, target).form;
  const threshold = standing.change === undefined ? undefined : standing.threshold;
  const item = standing.eval;
  const sided = ([interval.estimate, interval.low, interval.high] as const).map((figure) =>
    changeWord(item, form, figure),
  );
  const written = (figures: readonly number[]) =>
    figureTexts(figures, threshold, scale, decimalsFor(scale, standing.n, interval.high - interval.low));
  const texts = [...written([interval.estimate]), ...written([interval.low, interval.high])];
  const label = (index: 0 | 1 | 2) =>
    joined(form === "value" ? texts[index]! : texts[index]!.replace(/^-/, ""), sided[index]!);
  const found = form !== "value" && interval.estimate === 0 ? "unchanged" : label(0);
  const result = !saysMoreThanCounts(standing)
    ? ""
    : standing.raw === undefined
      ? found
      : `${found}, corrected for its judge${labelsClause(standing.judged?.result.labels)}`;
  const [below, above] = [Number.isFinite(interval.low), Number.isFinite(interval.high)];
  if (interval.low === interval.high || (!below && !above)) return { ...none, result };
  const level = levelLabel(standing.confidence);
  if (!below) return { result, range: `at most ${label(2)}`, level };
  if (!above) return { result, range: `at least ${label(1)}`, level };
  if (sided[1] !== sided[2] || form === "value") return { result, range: `${label(1)} to ${label(2)}`, level };
  // Changes for the worse are counted downwards, so that the smaller figure is the upper bound.
  const [least, most] = interval.low < 0 ? ([2, 1] as const) : ([1, 2] as const);
  return { result, range: `${texts[least]!.replace(/^-/, "")} to ${label(most)}`, level };
}

/** A bare mean or total that is judged as it stands is its own count, and would only be said twice. */
function saysMoreThanCounts({ eval: item, judged, change }: EvalStanding): boolean {
  return (
    judged?.result.value === undefined ||
    (change !== undefined && item.target !== undefined && item.target.form !== "value")
  );
}

/** What follows a change, counted in the good direction: −5% of a reduction is 5% `more`; "" for a plain figure. */
function changeWord(item: Eval, form: ChangeForm, figure: number): string {
  if (form === "value") return "";
  const good = figure >= 0;
  if (form === "difference") return good === (item.better === "lower") ? "lower" : "higher";
  return good !== (form === "reduction") ? "more" : MEASURE_WORDS[item.measure].smaller;
}

function joined(figure: string, word: string): string {
  return word === "" ? figure : `${figure} ${word}`;
}

/** The two-sided level of a range whose bounds are one-sided: 95% on each side is 90% in all. */
function levelLabel(confidence: number): string {
  const level = 2 * confidence - 1;
  // No range is certain, and after many looks the level is close enough to look so.
  if (level >= 0.9995) return "over 99.9%";
  return figureText(level, { kind: "share" }, level > 0.985 ? 1 : 0).replace(".0%", "%");
}

const COMPARATOR_WORDS = { "<=": "at most", "<": "under", ">=": "at least", ">": "more than" } as const;

/** `at most 12%`, `at least 40% less`, `at most 3 pp worse`, `at least 95% of runs within 2 s`. */
export function neededLabel(item: Eval, target: Target): string {
  if (MEASURES[item.measure].countsWithinLimit)
    return `at least ${percentileOf(item)}% of runs within ${quantityLabel(target.quantity)}`;
  if (target.form === "not-worse")
    return `${target.comparator === ">" ? "less than" : "at most"} ${quantityLabel(target.quantity)} worse`;
  return `${COMPARATOR_WORDS[target.comparator]} ${changeLabel(item, target.form, quantityLabel(target.quantity))}`;
}

/** `60% fewer`, `5 pp lower`; a value is its own label. */
export function changeLabel(item: Eval, form: ChangeForm, figure: string): string {
  return joined(figure, changeWord(item, form, 1));
}
