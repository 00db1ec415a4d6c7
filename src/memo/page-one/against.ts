import { higherCosts, type HigherCost } from "../../domain/business-case/logged-case.ts";
import { swingsOf } from "../../domain/business-case/value-outlook.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { costTerm } from "../../domain/records/terms/cost-terms.ts";
import { isMoneyMetric } from "../../domain/standing/first-terms.ts";
import { peopleOf } from "../../domain/records/people.ts";
import { termMoves, type TermMove } from "../../domain/history/term-moves.ts";
import { countLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { decidingRates } from "../../domain/standing/rates/deciding-rates.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { takenBackTrips } from "../../domain/standing/taken-back.ts";
import { causeOf, isOpenRisk } from "../../domain/standing/risk-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { roughMoneyLabel, swingEnds } from "../../wording/business-case.ts";
import { evalWording } from "../../wording/evals.ts";
import { lowerFirst, upperFirst } from "../../wording/first-letter.ts";
import { inputLabel } from "../../wording/input-words.ts";
import { benefitDoubt } from "../../wording/value-clauses.ts";
import { moveEnd, moveSentence } from "../../wording/terms/term-moves.ts";
import type { ConductNote } from "../sections/conduct-note.ts";
import { moveKey } from "../sections/term-notes.ts";
import { otherAdvice } from "./advice-note.ts";
import {
  casesThatBroke,
  doubtedBaselines,
  evalNote,
  failedAssumptions,
  takenBack,
  turnedAssumptions,
  uncountedFigures,
  unsettledGuards,
  withdrawnResults,
} from "./against-evidence.ts";
import { againstWeight, type AgainstNote, type WeighedNote } from "./against-weights.ts";
import { turnedInputs } from "./turned-inputs.ts";
import { clipped, sentenceOf } from "./words.ts";
import { namedAs } from "../../wording/people.ts";

/** What a reader must hear who would like the answer, whichever it is. */
export interface Against {
  /** `What speaks against it`; of a stop, `What speaks against stopping`. */
  readonly title: string;
  /** By weight, of each kind one before the second of any. */
  readonly notes: readonly ConductNote[];
  /** `2 more in the appendix.`, where page one has no room for all; else "". */
  readonly more: string;
  /** Said where there is nothing: `Nothing in the records.`; beside high risks, that those do. */
  readonly none: string;
}

export function againstSection(
  standing: Standing,
  mostWords: number,
): Omit<Against, "notes" | "more"> & { readonly notes: readonly AgainstNote[] } {
  const stopping = isStopping(standing);
  const notes = stopping ? againstStopping(standing) : againstGoingOn(standing, mostWords);
  return {
    title: stopping ? "What speaks against stopping" : "What speaks against it",
    notes,
    none: notes.length > 0 ? "" : noneText(standing, stopping),
  };
}

/** Risks that are high stand in a list of their own, and speak against going on all the same. */
function noneText({ phase, risks }: Standing, stopping: boolean): string {
  if (phase === "draft") return "Nothing is known yet.";
  const high = !stopping && risks.some((one) => isOpenRisk(one) && one.level === "high");
  return high ? "Nothing in the records beside the open risks below." : "Nothing in the records.";
}

/** Whether the decision, else the recommendation, is to stop. */
export function isStopping({ decision: { current }, recommendation }: Standing): boolean {
  return current !== undefined && isFinal(current.decision)
    ? current.decision.outcome === "no-go"
    : recommendation.outcome === "no-go";
}

function againstStopping(standing: Standing): readonly ConductNote[] {
  const { evals, value } = standing;
  const told = ({ verdict, leaning }: EvalStanding) =>
    verdict === "met" || (verdict === "unsettled" && leaning === "met");
  const shown = evals.filter(told).map((item) => {
    const { metric, result, counts } = evalWording(item);
    const what =
      item.verdict === "met"
        ? "met its target"
        : item.why?.code === "nothing-left"
          ? "is not settled, and looks better than its target, which a further run would show only beyond any doubt"
          : "is not settled, and looks likely to be met";
    return evalNote(`${metric} ${what} (${result === "" ? counts : result}).`, item);
  });
  const worth =
    value.meetsThresholds === true
      ? [{ text: "The business case still meets its agreed threshold.", entries: [] }]
      : [];
  return [...otherAdvice(standing), ...shown, ...doubtedBaselines(standing), ...worth];
}

function againstGoingOn(standing: Standing, most: number): readonly AgainstNote[] {
  if (standing.phase === "draft") return [];
  const trips = takenBackTrips(standing);
  const notes: readonly WeighedNote[] = [
    ...otherAdvice(standing),
    ...takenBack(trips, standing, most),
    ...failedAssumptions(standing, most),
    ...turnedAssumptions(standing, most),
    ...withdrawnResults(standing, trips),
    ...uncountedFigures(standing),
    ...casesThatBroke(standing),
    ...doubtedBaselines(standing),
    ...missingCosts(standing),
    ...unmeasuredBenefit(standing),
    ...implausibleRates(standing),
    ...turnedInputs(standing).map((one) => ({ code: "inputs-turned" as const, ...one })),
    ...movedTerms(standing),
    ...unsettledGuards(standing),
    ...onWordOf(standing),
    ...untestedUsers(standing, most),
    ...swingingInputs(standing),
    ...untestedAssumptions(standing),
  ];
  return inTurn([...notes].sort((a, b) => againstWeight(b.code) - againstWeight(a.code)));
}

/** One of each kind comes before the second of any, so that many of one kind do not hide the others. */
function inTurn(notes: readonly WeighedNote[]): readonly WeighedNote[] {
  const first = new Set(new Map(notes.toReversed().map((one) => [one.code, one])).values());
  return [...notes.filter((one) => first.has(one)), ...notes.filter((one) => !first.has(one))];
}

/** A benefit that nobody measured, or of which a factor has no source. */
function unmeasuredBenefit({ value }: Standing): readonly WeighedNote[] {
  const benefit = benefitDoubt(value);
  return benefit === undefined ? [] : [{ ...benefit, entries: [] }];
}

/** Money at a rate that cannot be right, where a limit, a kill criterion or the case would be judged otherwise. */
function implausibleRates(standing: Standing): readonly WeighedNote[] {
  return decidingRates(standing).map(({ currency, into, rate, about }) => ({
    code: "rate-implausible",
    text:
      `One ${currency} is counted as ${shortDecimalText(rate)} ${into}, and about ${Number(about.toPrecision(2))} ` +
      `${into} is usual; at that rate, a limit or a verdict would be another.`,
    entries: [],
  }));
}

/** Costs that the log puts far higher than the case. */
function missingCosts({ value }: Standing): readonly WeighedNote[] {
  return higherCosts(value).map(({ name, stated, projected, payback }) => {
    const then = payback === "never" ? "it never pays back" : `payback is ${monthsLabel(payback)}`;
    const assumed = stated.minor === 0n ? "none" : roughMoneyLabel(stated);
    return {
      code: "costs-higher",
      text:
        `By the log, ${COSTS[name]} ${roughMoneyLabel(projected)} a year; the business case assumes ${assumed}. ` +
        `At the logged cost, ${then}.`,
      entries: [],
    };
  });
}

const COSTS: Readonly<Record<HigherCost["name"], string>> = {
  model_cost: "models cost",
  review_cost: "human review costs",
};

/** Terms that decide and were made easier, or may have been, when results had been seen. */
function movedTerms(standing: Standing): readonly WeighedNote[] {
  return termMoves(standing)
    .filter((move) => move.resultsSeen > 0 && move.way !== "tightened" && isDeciding(move, standing))
    .map((move) => ({
      code: move.kind === "removed" ? "whole-removed" : move.way === "relaxed" ? "term-relaxed" : "term-changed",
      text: moveSentence(move, standing),
      entries: [move.entry.id],
      about: moveKey(move),
      end: moveEnd(move),
    }));
}

/**
 * What was removed or added as a whole always decides; caps are exceeded or not, which is told elsewhere. Rates decide
 * where a kill criterion is about money.
 */
function isDeciding({ kind, change: { term } }: TermMove, { kill }: Standing): boolean {
  if (costTerm(term) !== undefined)
    return kill.some(({ criterion: { when } }) => when !== undefined && isMoneyMetric(when.metric));
  return kind !== "changed" || DECIDING.has(term.slice(term.lastIndexOf(".") + 1));
}

const DECIDING: ReadonlySet<string> = new Set([
  "target",
  "baseline",
  "min_n",
  "extended_n",
  "range",
  "arms",
  "tuned_on_these_items",
  "when",
  "ask",
  "by",
  "payback",
  "impact",
  "confidence",
  "primary",
  "guard",
  "measure",
  "better",
  "percentile",
  "k",
  "max_errors",
  "dataset",
  "question",
]);

/** Real users are what proofs of concept leave out most often. */
function untestedUsers({ risks }: Standing, most: number): readonly WeighedNote[] {
  return risks
    .filter((one) => causeOf(one.risk) === "customer-chaos" && isOpenRisk(one) && one.level !== "medium")
    .map(({ note: said, risk, entries }) => ({
      code: "users-untested",
      text: `Not shown with real users: ${sentenceOf(clipped(said ?? risk.question ?? risk.id, most))}`,
      entries: entries.slice(-1),
    }));
}

/** Inputs of the case that alone turn its answer. */
function swingingInputs({ value }: Standing): readonly WeighedNote[] {
  return swingsOf(value)
    .filter(({ crosses }) => crosses)
    .slice(0, 1)
    .map(({ name, atLow, atHigh }) => ({
      code: "input-swings",
      text:
        `${upperFirst(inputLabel(name))} alone can change the answer: payback ` +
        `${swingEnds(atLow.payback, atHigh.payback)} over its range.`,
      entries: [],
    }));
}

/**
 * Only once a go is in sight: until then more is open than whether one person can be believed. What the sponsor said is
 * not news to the sponsor, for whom the page is written.
 */
function onWordOf(standing: Standing): readonly WeighedNote[] {
  const { decision, recommendation, definitions, log } = standing;
  const { current } = decision;
  const decided = current !== undefined && isFinal(current.decision) ? current.decision.outcome : undefined;
  const ways = [decided, recommendation.outcome];
  if (!ways.includes("go") && !ways.includes("conditional")) return [];
  const { charter } = definitions;
  const people = peopleOf(charter, log.counted);
  return recommendation.onWordOf
    .filter(
      ({ by, recordedBy = by }) =>
        charter?.sponsor === undefined || ![by, recordedBy].every((one) => people.same(one, charter.sponsor!)),
    )
    .map(({ asks, by, entry, ...word }) => ({
      code: "word-of-one",
      text: `Only ${namedAs(by, word)} says so: ${sentenceOf(lowerFirst(asks))}`,
      entries: [entry],
    }));
}

function untestedAssumptions({ assumptions, phase }: Standing): readonly WeighedNote[] {
  const open = assumptions.filter(({ state }) => state === "open");
  if (open.length === 0 || phase === "draft") return [];
  return [
    {
      code: "assumptions-untested",
      text: `${countLabel(open.length, "assumption was", "assumptions were")} not tested.`,
      entries: [],
    },
  ];
}
