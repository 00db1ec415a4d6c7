import type { CivilDate } from "../scalars/calendar.ts";
import { comparatorSign, holds, compareBounds } from "../scalars/comparator.ts";
import { isBuiltInMetric, type BuiltInMetric, type Condition } from "../scalars/condition.ts";
import { compareDecimals, decimalNumber, type Decimal } from "../scalars/decimal.ts";
import type { Entry } from "../records/entry.ts";
import { evalReasonText } from "../evidence/eval-reason-text.ts";
import { figureEvidence } from "../evidence/result-evidence.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { figureTexts, type FigureScale } from "../scalars/figure.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import { quantityIn, quantityNumber, quantityText, type Quantity } from "../scalars/quantity.ts";
import { numberLabel } from "../scalars/labels.ts";
import type { Since } from "./since.ts";
export type KillVerdict = "tripped" | "cleared" | "pending" | "overdue";

export interface KillStanding {
  readonly criterion: KillCriterion;
  readonly verdict: KillVerdict;
  /** What the evidence says, or what is missing, in a few words. */
  readonly because: string;
  /** Ids of the entries it rests on. */
  readonly entries: readonly string[];
  /**
   * When it was tripped at the end of a day, by the entries and terms of that day, and what was spent after it;
   * undefined where it never was. The standing adds it, which knows the whole log.
   */
  readonly since?: Since | undefined;
}

/** What kill criteria are judged on besides the evals. */
export interface BuiltInFigures {
  /** Each figure in the unit a condition may state it in; undefined where it cannot be told. */
  figure(metric: BuiltInMetric, unit: string): BuiltInFigure | "never" | undefined;
}

interface BuiltInFigure {
  readonly amount: Decimal;
  /** Rounded, where the amount has more digits than can be read. */
  readonly shown?: Decimal;
  readonly entries: readonly string[];
  /** ` (1,200.00 billed, 49.43 estimated)`: what it is made of, to follow it; "" where that says nothing. */
  readonly parts: string;
}

export function killStanding(
  criterion: KillCriterion,
  evals: readonly EvalStanding[],
  figures: BuiltInFigures,
  answers: ReadonlyMap<string, { readonly answer: "yes" | "no"; readonly entry: Entry }>,
  today: CivilDate,
  closed: boolean,
): KillStanding {
  const due = closed || (criterion.by !== undefined && today >= criterion.by);
  const open = (because: string, entries: readonly string[] = []): KillStanding => ({
    criterion,
    verdict: due ? "overdue" : "pending",
    because,
    entries,
  });
  if (criterion.when !== undefined) {
    const { when } = criterion;
    if (isBuiltInMetric(when.metric)) return builtInStanding(criterion, when, when.metric, figures, due, open);
    const subject = evals.find((standing) => standing.eval.id === when.metric);
    return subject === undefined ? open(`${when.metric} is no eval`) : evalKillStanding(criterion, when, subject, open);
  }
  const answered = answers.get(criterion.id);
  if (answered === undefined) return open("nobody has answered");
  const verdict = answered.answer === "yes" ? "tripped" : "cleared";
  return { criterion, verdict, because: `answered ${answered.answer}`, entries: [answered.entry.id] };
}

type Open = (because: string, entries?: readonly string[]) => KillStanding;

/** Judged by the same bounds as the eval's target, so that a lucky or unlucky first run ends nothing. */
function evalKillStanding(criterion: KillCriterion, when: Condition, subject: EvalStanding, open: Open): KillStanding {
  if (subject.judged === undefined) return open("not measured yet");
  const entries = [subject.judged.entry.id];
  const evidence = figureEvidence(subject.eval, subject.judged.result, subject.confidenceElsewhere);
  if (evidence.kind !== "interval") return open(evalReasonText(evidence.why), entries);
  const threshold = killThreshold(when.quantity, evidence.scale);
  if (threshold === undefined)
    return open(`${quantityText(when.quantity)} does not compare with what was measured`, entries);
  const texts = figureTexts(
    [evidence.interval.estimate, evidence.interval.low, evidence.interval.high],
    threshold,
    evidence.scale,
    1,
  );
  const measured = `measured ${texts[0]}, plausibly ${texts[1]} to ${texts[2]}`;
  const state = compareBounds(evidence.interval, when.comparator, threshold);
  if (state === "open") return open(`${measured}: not settled`, entries);
  return { criterion, verdict: state === "holds" ? "tripped" : "cleared", because: measured, entries };
}

/** The threshold on the scale of the figure; undefined where the two do not compare. */
function killThreshold(quantity: Quantity, scale: FigureScale): number | undefined {
  if (scale.kind !== "unit") return quantity.unit === "%" ? quantityNumber(quantity) : undefined;
  const converted = quantityIn(quantity, scale.unit);
  return converted && decimalNumber(converted.amount);
}

/** Figures that only grow: once over a threshold they stay over it, and the day need not be waited for. */
const GROWING: readonly string[] = ["spend.total", "spend.share", "hours.total", "effort.total"];

function builtInStanding(
  criterion: KillCriterion,
  when: Condition,
  metric: BuiltInMetric,
  figures: BuiltInFigures,
  due: boolean,
  open: Open,
): KillStanding {
  const figure = figures.figure(metric, when.quantity.unit);
  if (figure === undefined) return open(`${metric} cannot be told in ${when.quantity.unit || "a bare number"}`);
  const never = figure === "never";
  // A payback that never comes is longer than any number of months.
  const difference = never ? Infinity : compareDecimals(figure.amount, when.quantity.amount);
  const state = holds(difference, when.comparator);
  const entries = never ? [] : figure.entries.slice(-3);
  const shown = never
    ? "it never pays back"
    : (
        `${metric} is ${numberLabel(figure.shown ?? figure.amount)}` +
        `${when.quantity.unit === "%" ? "%" : ` ${when.quantity.unit}`}`
      ).trimEnd() + figure.parts;
  const stays = GROWING.includes(metric) && when.comparator.startsWith(">");
  if (state && (due || stays)) return { criterion, verdict: "tripped", because: shown, entries };
  if (!state && due) return { criterion, verdict: "cleared", because: shown, entries };
  return open(`${shown}, judged on its day`, entries);
}

/** `wrong-rate > 18%`, with the signs a sponsor reads. */
export function conditionLabel(condition: Condition): string {
  return `${condition.metric} ${comparatorSign(condition.comparator)} ${quantityText(condition.quantity)}`;
}
