import { higherCosts, type HigherCost } from "../../domain/business-case/logged-case.ts";
import { swingsOf } from "../../domain/business-case/value-outlook.ts";
import { brokenCases, couldReverse } from "../../domain/evidence/broken-cases.ts";
import { baselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { uncountedNews } from "../../domain/evidence/uncounted-news.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { evalDeviations } from "../../domain/evidence/eval-deviations.ts";
import { peopleOf } from "../../domain/records/people.ts";
import { correctedSlips } from "../../domain/standing/slips.ts";
import { termMoves, type TermMove } from "../../domain/history/term-moves.ts";
import { countLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { takenBackTrips, type TakenBack } from "../../domain/standing/taken-back.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import { causeOf, isOpenRisk } from "../../domain/standing/risk-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { roughMoneyLabel, swingEnds } from "../../wording/business-case.ts";
import { deviationSentence } from "../../wording/eval-deviations.ts";
import { evalWording } from "../../wording/evals.ts";
import { contradictedClause } from "../../wording/evidence/contradicted-assumption.ts";
import {
  baselineContradictionClause,
  brokenCasesClause,
  uncountedNewsClause,
} from "../../wording/evidence/figure-doubts.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { inputLabel } from "../../wording/input-words.ts";
import { takenBackClause } from "../../wording/outcome/taken-back.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { moveEnd, moveSentence } from "../../wording/terms/term-moves.ts";
import { quoted, type ConductNote, type NoteAbout } from "../sections/conduct-note.ts";
import { moveKey } from "../sections/term-notes.ts";
import { againstWeight, type AgainstCode } from "./against-weights.ts";
import { openGuards } from "./answer.ts";
import { turnedInputs } from "./turned-inputs.ts";
import { clipped, sentenceOf } from "./words.ts";
import { namedAs } from "../../wording/recorded-by.ts";

/** What a reader must hear who would like the answer, whichever it is. */
export interface Against {
  /** `What speaks against it`; of a stop, `What speaks against stopping`. */
  readonly title: string;
  /** By weight. */
  readonly notes: readonly ConductNote[];
  /** Said where there is nothing: `Nothing in the records.`; beside high risks, that those do. */
  readonly none: string;
}

/** Something that speaks against the answer; of a stop, against stopping. */
export type AgainstNote = ConductNote & NoteAbout & { readonly code?: AgainstCode };

export function againstSection(
  standing: Standing,
  mostWords: number,
): Omit<Against, "notes"> & { readonly notes: readonly AgainstNote[] } {
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
    return note(`${metric} ${what} (${result === "" ? counts : result}).`, item);
  });
  const worth =
    value.meetsThresholds === true
      ? [{ text: "The business case still meets its agreed threshold.", entries: [] }]
      : [];
  return [...shown, ...doubtedBaselines(standing), ...worth];
}

type Weighed = AgainstNote & { readonly code: AgainstCode };

function againstGoingOn(standing: Standing, most: number): readonly AgainstNote[] {
  if (standing.phase === "draft") return [];
  const trips = takenBackTrips(standing);
  const notes: readonly Weighed[] = [
    ...takenBack(trips, standing, most),
    ...failedAssumptions(standing, most),
    ...withdrawnResults(standing, trips),
    ...uncountedFigures(standing),
    ...casesThatBroke(standing),
    ...doubtedBaselines(standing),
    ...missingCosts(standing),
    ...turnedInputs(standing).map((one) => ({ code: "inputs-turned" as const, ...one })),
    ...movedTerms(standing),
    ...unsettledGuards(standing),
    ...onWordOf(standing),
    ...untestedUsers(standing, most),
    ...swingingInputs(standing),
    ...untestedAssumptions(standing),
  ];
  return [...notes].sort((a, b) => againstWeight(b.code) - againstWeight(a.code));
}

/** What would have ended the work, and was taken back before the day was over. */
function takenBack(trips: readonly TakenBack[], { definitions }: Standing, most: number): readonly Weighed[] {
  return trips.map((item) => {
    const name = criterionName(item.criterion, definitions.evals);
    const said = quoted(clipped(name, most), item.criterion.id);
    return {
      code: "kill-taken-back",
      text: `Kill criterion ${said} ${takenBackClause(item, (text) => clipped(text, most))}.`,
      entries: [...new Set([...item.entries, item.by.id])],
    };
  });
}

function failedAssumptions({ assumptions }: Standing, most: number): readonly Weighed[] {
  return assumptions
    .filter(({ state }) => state === "fails")
    .map((item) => {
      const { statement, id } = item.assumption;
      return {
        code: "assumption-failed",
        text: `An assumption failed: ${sentenceOf(clipped(statement ?? id, most))}${againstEvals(item)}`,
        entries: item.entries,
      };
    });
}

/** Evals may say that what a person found to fail holds. Who found it is all that a reader can ask then. */
function againstEvals(item: AssumptionStanding): string {
  return item.contradicted && item.basis === "person" ? ` ${upperFirst(contradictedClause(item))}.` : "";
}

/** Worse results than the judged one that were taken back; the first of each eval, the rest is in the appendix. */
function withdrawnResults(standing: Standing, trips: readonly TakenBack[]): readonly Weighed[] {
  const slips = new Set(correctedSlips(standing).map(({ entry }) => entry));
  const told = new Set(trips.map(({ by }) => by));
  return standing.evals.flatMap((item): readonly Weighed[] => {
    const worse = evalDeviations(item, standing.log).flatMap((one) =>
      one.kind === "result-withdrawn" &&
      one.than === "worse" &&
      !slips.has(one.withdrawn.entry) &&
      !told.has(one.correction)
        ? [one]
        : [],
    );
    return worse.slice(0, 1).map((one) => ({
      code: "result-withdrawn",
      text: deviationSentence(one, quoted(item.eval.metric, item.eval.id)),
      entries: [one.withdrawn.entry.id, one.correction.id],
    }));
  });
}

/** Newer figures that the verdict leaves out, because nobody logged their count. */
function uncountedFigures({ evals, kill }: Standing): readonly Weighed[] {
  return evals.flatMap((item): readonly Weighed[] => {
    const news = uncountedNews(item, kill);
    if (news === undefined) return [];
    return [
      {
        code: "figures-uncounted",
        text: `${evalWording(item).metric}: ${uncountedNewsClause(news)}.`,
        entries: [news.logged.entry.id],
      },
    ];
  });
}

/** Cases that are in no figure, and could change a verdict if they had come out badly. */
function casesThatBroke({ evals, kill }: Standing): readonly Weighed[] {
  return evals.flatMap((item): readonly Weighed[] => {
    const broken = brokenCases(item, kill);
    if (broken === undefined || !couldReverse(broken)) return [];
    return [{ code: "cases-broke", ...note(`${evalWording(item).metric}: ${brokenCasesClause(broken)}.`, item) }];
  });
}

/** Baselines that decide a verdict, and that today's system contradicts or nobody labelled. */
function doubtedBaselines({ evals }: Standing): readonly Weighed[] {
  return evals.flatMap((item): readonly Weighed[] => {
    const { metric, why } = evalWording(item);
    if (item.why?.code === "baseline-unlabelled")
      return [{ code: "baseline-doubted", ...note(`${metric}: ${why}.`, item) }];
    const found = baselineContradiction(item);
    if (found === undefined) return [];
    return [
      {
        code: "baseline-doubted",
        text: `${metric}: ${baselineContradictionClause(found)}.`,
        entries: [found.today.entry.id],
      },
    ];
  });
}

/** Costs that the log puts far higher than the case. */
function missingCosts({ value }: Standing): readonly Weighed[] {
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
function movedTerms(standing: Standing): readonly Weighed[] {
  return termMoves(standing)
    .filter((move) => move.resultsSeen > 0 && move.way !== "tightened" && isDeciding(move))
    .map((move) => ({
      code: move.kind === "removed" ? "whole-removed" : move.way === "relaxed" ? "term-relaxed" : "term-changed",
      text: moveSentence(move, standing),
      entries: [move.entry.id],
      about: moveKey(move),
      end: moveEnd(move),
    }));
}

/** What was removed or added as a whole always decides; caps are exceeded or not, which is told elsewhere. */
function isDeciding({ kind, change: { term } }: TermMove): boolean {
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

/** Those that the answer does not tell, because there is time left. */
function unsettledGuards(standing: Standing): readonly Weighed[] {
  const told = new Set(openGuards(standing));
  return standing.evals
    .filter((item) => isGuard(item.eval) && !told.has(item) && item.verdict !== "met")
    .map((item) => {
      const { metric, result, counts } = evalWording(item);
      const shown = result === "" ? counts : result;
      const text =
        item.verdict === "unmeasured"
          ? `${metric}, a guard, is not measured yet.`
          : `${metric}, a guard, is not settled${shown === "" ? "" : ` (${shown})`}.`;
      return { code: "guard-open", ...note(text, item) };
    });
}

/** Real users are what proofs of concept leave out most often. */
function untestedUsers({ risks }: Standing, most: number): readonly Weighed[] {
  return risks
    .filter((one) => causeOf(one.risk) === "customer-chaos" && isOpenRisk(one) && one.level !== "medium")
    .map(({ note: said, risk, entries }) => ({
      code: "users-untested",
      text: `Not shown with real users: ${sentenceOf(clipped(said ?? risk.question ?? risk.id, most))}`,
      entries: entries.slice(-1),
    }));
}

/** Inputs of the case that alone turn its answer. */
function swingingInputs({ value }: Standing): readonly Weighed[] {
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
 * Not before a go is in sight: until then more is open than whose word it is. What the sponsor said is no news to the
 * sponsor, for whom the page is written.
 */
function onWordOf(standing: Standing): readonly Weighed[] {
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
      text: `Known only from ${namedAs(by, word)}: ${sentenceOf(asks)}`,
      entries: [entry],
    }));
}

function untestedAssumptions({ assumptions, phase }: Standing): readonly Weighed[] {
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

function note(text: string, { judged }: EvalStanding): ConductNote {
  return { text, entries: judged === undefined ? [] : [judged.entry.id] };
}
