import type { CivilDate } from "../scalars/calendar.ts";
import { comparatorSign, holds, compareBounds } from "../scalars/comparator.ts";
import { isBuiltInMetric, type BuiltInMetric, type Condition } from "../scalars/condition.ts";
import { compareDecimals, decimalNumber, type Decimal } from "../scalars/decimal.ts";
import type { Entry } from "../records/entry.ts";
import type { Result } from "../records/evals/result.ts";
import type { Eval } from "../records/eval.ts";
import type { TooManyErrors } from "../evidence/eval-reason.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import { figureEvidence } from "../evidence/result-evidence.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { tooManyErrors } from "../evidence/judged-result.ts";
import type { FigureScale } from "../scalars/figure.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import type { Person } from "../scalars/person.ts";
import { quantityIn, quantityNumber, quantityText, type Quantity } from "../scalars/quantity.ts";
import type { BasisSpend } from "../spend/spend.ts";

export type KillVerdict = "tripped" | "cleared" | "pending" | "overdue";

/** What the evidence says of a kill criterion, or what is missing. `wording/kill-reasons.ts` makes the sentence. */
export type KillReason =
  | EvidenceReason
  /** It was tripped at the end of an earlier day, and nobody has cleared it. */
  | {
      readonly code: "stays-tripped";
      /** What tripped it. */
      readonly was: EvidenceReason;
      /** Set where it was tripped with the inputs that value.yaml had at the start, which were edited since. */
      readonly figures?: "start";
      readonly on: CivilDate;
      /** Of the timebox, from 1 on; undefined on other days. */
      readonly workingDay: number | undefined;
      /** What the evidence says by now, which tripped nothing. */
      readonly now: Exclude<KillVerdict, "tripped">;
      readonly latest: EvidenceReason;
    };

/** What the evidence of one instant says. */
export type EvidenceReason =
  /** The condition names no eval of the PoC. */
  | { readonly code: "no-such-eval"; readonly eval: string }
  | { readonly code: "not-answered" }
  | { readonly code: "answered"; readonly answer: "yes" | "no"; readonly by: Person; readonly on: CivilDate }
  | { readonly code: "not-measured"; readonly eval: string }
  /** There is a result, and it has no bounds to judge by. */
  | { readonly code: "no-range"; readonly eval: string; readonly why: Exclude<Evidence, { kind: "interval" }>["why"] }
  | { readonly code: "not-comparable"; readonly eval: string; readonly threshold: Quantity }
  /** The bounds and the threshold on one scale; not `settled` where the threshold lies between the bounds. */
  | {
      readonly code: "measured";
      readonly eval: string;
      readonly estimate: number;
      readonly low: number;
      readonly high: number;
      readonly scale: FigureScale;
      readonly threshold: number;
      readonly settled: boolean;
    }
  /** Too many cases broke for the result to rule the criterion out. */
  | { readonly code: "errors"; readonly eval: string; readonly why: TooManyErrors }
  /** Fields of the criterion, or of its eval, stand there and cannot be read. */
  | { readonly code: "unread"; readonly fields: readonly string[] }
  /** Of all that a figure is made of, some cannot be read. */
  | { readonly code: "figure-unread"; readonly metric: BuiltInMetric; readonly unread: readonly string[] }
  /** A figure of the PoC that is not known, or not in the unit of the condition. */
  | { readonly code: "figure-unknown"; readonly metric: BuiltInMetric; readonly unit: string }
  | {
      readonly code: "figure";
      readonly metric: BuiltInMetric;
      readonly value: Quantity | "never";
      readonly threshold: Quantity;
      /** What the money is made of. */
      readonly parts: readonly BasisSpend[];
      /** The day on which it is judged; "at-the-end" where the criterion names none; undefined once it is judged. */
      readonly judgedOn: CivilDate | "at-the-end" | undefined;
    };

export interface KillStanding {
  readonly criterion: KillCriterion;
  readonly verdict: KillVerdict;
  /** What the evidence says, or what is missing. */
  readonly because: KillReason;
  /** Ids of the entries it rests on. */
  readonly entries: readonly string[];
}

/** A kill criterion by the evidence of one instant. */
export interface EvidencedKill extends KillStanding {
  readonly because: EvidenceReason;
}

/** What kill criteria are judged on besides the evals. */
export interface BuiltInFigures {
  /** Each figure in the unit a condition may state it in; undefined where it cannot be told. */
  figure(metric: BuiltInMetric, unit: string): BuiltInFigure | "never" | undefined;
  /**
   * What stands in the records and cannot be read, of all that the figure is made of: inputs of value.yaml by their
   * names, else files.
   */
  unread(metric: BuiltInMetric): readonly string[];
}

interface BuiltInFigure {
  readonly amount: Decimal;
  /** Rounded, where the amount has more digits than can be read. */
  readonly shown?: Decimal;
  readonly entries: readonly string[];
  /** What it is made of, where it is money that was spent; else empty. */
  readonly parts: readonly BasisSpend[];
}

/** What kill criteria are judged by. */
export interface KillGrounds {
  readonly evals: readonly EvalStanding[];
  readonly figures: BuiltInFigures;
  /** The latest answer of a person to each criterion that asks, by the id of the criterion. */
  readonly answers: ReadonlyMap<string, { readonly answer: "yes" | "no"; readonly entry: Entry }>;
  readonly today: CivilDate;
  /** Whether the work is over, by the calendar or by a decision: then every criterion is due. */
  readonly closed: boolean;
}

/**
 * Judges one kill criterion. A condition on an eval is compared with the bounds of the judged result, at the confidence
 * that its looks and arms leave (`docs/statistics.md`): `tripped` where both bounds lie inside the condition, `cleared`
 * where both lie outside. A condition on a figure of the PoC is judged on its day, or as soon as it is tripped by a
 * figure that only grows. A question is tripped by yes and cleared by no. Everything else is `pending`, and `overdue`
 * from its day on. It refuses nothing: a condition that names no eval, or another unit, stays open and says so.
 */
export function killStanding(criterion: KillCriterion, grounds: KillGrounds): EvidencedKill {
  const { when } = criterion;
  const { evals, answers } = grounds;
  const fields = [...new Set((criterion.unread ?? []).map(([key]) => String(key)))];
  if (fields.length > 0) return stillOpen(criterion, grounds, { code: "unread", fields });
  if (when === undefined) {
    const answered = answers.get(criterion.id);
    if (answered === undefined) return stillOpen(criterion, grounds, { code: "not-answered" });
    const { answer, entry } = answered;
    const verdict = answer === "yes" ? "tripped" : "cleared";
    return {
      criterion,
      verdict,
      because: { code: "answered", answer, by: entry.by, on: entry.date },
      entries: [entry.id],
    };
  }
  if (isBuiltInMetric(when.metric)) return builtInStanding(criterion, when, when.metric, grounds);
  const subject = evals.find((standing) => standing.eval.id === when.metric);
  return subject === undefined
    ? stillOpen(criterion, grounds, { code: "no-such-eval", eval: when.metric })
    : evalKillStanding(criterion, when, subject, grounds);
}

function isDue({ by }: KillCriterion, { closed, today }: KillGrounds): boolean {
  return closed || (by !== undefined && today >= by);
}

function stillOpen(
  criterion: KillCriterion,
  grounds: KillGrounds,
  because: EvidenceReason,
  entries: readonly string[] = [],
): EvidencedKill {
  return { criterion, verdict: isDue(criterion, grounds) ? "overdue" : "pending", because, entries };
}

/** Judged by the same bounds as the eval's target, so that a lucky or unlucky first run ends nothing. */
function evalKillStanding(
  criterion: KillCriterion,
  { quantity, comparator }: Condition,
  { eval: item, judged, confidenceElsewhere, why }: EvalStanding,
  grounds: KillGrounds,
): EvidencedKill {
  if (judged === undefined) return stillOpen(criterion, grounds, { code: "not-measured", eval: item.id });
  const entries = [judged.entry.id];
  if (why?.code === "definition-unread")
    return stillOpen(criterion, grounds, { code: "unread", fields: why.fields }, entries);
  const evidence = figureEvidence(item, judged.result, confidenceElsewhere);
  if (evidence.kind !== "interval")
    return stillOpen(criterion, grounds, { code: "no-range", eval: item.id, why: evidence.why }, entries);
  const { interval, scale } = evidence;
  const threshold = killThreshold(quantity, scale);
  if (threshold === undefined)
    return stillOpen(criterion, grounds, { code: "not-comparable", eval: item.id, threshold: quantity }, entries);
  const state = compareBounds(interval, comparator, threshold);
  // Bad news counts however many cases broke; good news is of those that did not.
  const broken = tooManyErrors(item, judged.result);
  if (broken !== undefined && state === "fails")
    return stillOpen(criterion, grounds, { code: "errors", eval: item.id, why: broken }, entries);
  const { estimate, low, high } = interval;
  const settled = state !== "open";
  const because: EvidenceReason = { code: "measured", eval: item.id, estimate, low, high, scale, threshold, settled };
  return settled
    ? { criterion, verdict: state === "holds" ? "tripped" : "cleared", because, entries }
    : stillOpen(criterion, grounds, because, entries);
}

/**
 * Whether a result could trip a condition on its eval, at any confidence: bounds that lie inside the condition have the
 * figure between them. It costs a comparison where the bounds cost a search; where it cannot tell, it could. It says
 * nothing of a figure that labels of people correct.
 */
export function couldTrip({ comparator, quantity }: Condition, item: Eval, { count, pairs }: Result): boolean {
  if (MEASURES[item.measure].writtenIn !== "share" || quantity.unit !== "%") return true;
  const share =
    count !== undefined
      ? count.x / count.n
      : pairs && (pairs.both + pairs.candidate) / (pairs.both + pairs.baseline + pairs.candidate + pairs.neither);
  return share === undefined || holds(share - quantityNumber(quantity), comparator);
}

/** The threshold on the scale of the figure; undefined where the two do not compare. */
function killThreshold(quantity: Quantity, scale: FigureScale): number | undefined {
  if (scale.kind !== "unit") return quantity.unit === "%" ? quantityNumber(quantity) : undefined;
  const converted = quantityIn(quantity, scale.unit);
  return converted && decimalNumber(converted.amount);
}

/** Figures that only grow: once over a threshold they stay over it, and the day need not be waited for. */
const GROWING: readonly string[] = ["spend.total", "spend.share", "hours.total", "effort.total"];

/** Whether a condition that is true once stays true, as long as nothing is paid back. */
export function isGrowing({ metric, comparator }: Pick<Condition, "metric" | "comparator">): boolean {
  return GROWING.includes(metric) && comparator.startsWith(">");
}

function builtInStanding(
  criterion: KillCriterion,
  { quantity, comparator }: Condition,
  metric: BuiltInMetric,
  grounds: KillGrounds,
): EvidencedKill {
  const { unit } = quantity;
  const figure = grounds.figures.figure(metric, unit);
  const unread = grounds.figures.unread(metric);
  if (figure === undefined)
    return stillOpen(
      criterion,
      grounds,
      unread.length > 0 ? { code: "figure-unread", metric, unread } : { code: "figure-unknown", metric, unit },
    );
  const never = figure === "never";
  // A payback that never comes is longer than any number of months.
  const difference = never ? Infinity : compareDecimals(figure.amount, quantity.amount);
  const state = holds(difference, comparator);
  const entries = never ? [] : figure.entries.slice(-3);
  const because = (judgedOn?: CivilDate | "at-the-end"): EvidenceReason => ({
    code: "figure",
    metric,
    value: never ? "never" : { amount: figure.shown ?? figure.amount, unit },
    threshold: quantity,
    parts: never ? [] : figure.parts,
    judgedOn,
  });
  const due = isDue(criterion, grounds);
  const stays = isGrowing({ metric, comparator });
  // What is over its limit already stays so, whatever else there is; nothing more can be said of a part.
  if (unread.length > 0 && GROWING.includes(metric) && !(state && stays))
    return stillOpen(criterion, grounds, { code: "figure-unread", metric, unread }, entries);
  if (state && (due || stays)) return { criterion, verdict: "tripped", because: because(), entries };
  if (!state && due) return { criterion, verdict: "cleared", because: because(), entries };
  return stillOpen(criterion, grounds, because(criterion.by ?? "at-the-end"), entries);
}

/** `wrong-rate > 18%`, with the signs a sponsor reads. */
export function conditionLabel(condition: Condition): string {
  return `${condition.metric} ${comparatorSign(condition.comparator)} ${quantityText(condition.quantity)}`;
}
