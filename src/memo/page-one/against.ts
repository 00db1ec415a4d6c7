import { higherCosts, type HigherCost } from "../../domain/business-case/logged-case.ts";
import { swingsOf } from "../../domain/business-case/value-outlook.ts";
import { brokenCases, couldReverse } from "../../domain/evidence/broken-cases.ts";
import { baselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { uncountedNews } from "../../domain/evidence/uncounted-news.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { TermChange } from "../../domain/records/entry.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import { termLabel, termTextLabel } from "../../domain/records/terms.ts";
import { countLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import { causeOf, isOpenRisk } from "../../domain/standing/risk-standing.ts";
import { lateChanges } from "../../domain/standing/first-terms.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { roughMoneyLabel, swingEnds } from "../../wording/business-case.ts";
import { evalWording, neededLabel } from "../../wording/evals.ts";
import {
  baselineContradictionClause,
  brokenCasesClause,
  uncountedNewsClause,
} from "../../wording/evidence/figure-doubts.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { changedWords } from "../../wording/moved-terms.ts";
import { inputLabel } from "../../wording/input-words.ts";
import type { ConductNote } from "../sections/conduct-note.ts";
import { openGuards } from "./answer.ts";
import { clipped, sentenceOf } from "./words.ts";

/** What a reader must hear who would like the answer, whichever it is. */
export interface Against {
  /** `What speaks against it`; of a stop, `What speaks against stopping`. */
  readonly title: string;
  /** By weight. */
  readonly notes: readonly ConductNote[];
  /** Said where there is nothing: `Nothing in the records.`; beside high risks, that those do. */
  readonly none: string;
}

export function againstSection(standing: Standing, mostWords: number): Against {
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

function againstGoingOn(standing: Standing, most: number): readonly ConductNote[] {
  if (standing.phase === "draft") return [];
  return [
    ...failedAssumptions(standing, most),
    ...uncountedFigures(standing),
    ...casesThatBroke(standing),
    ...doubtedBaselines(standing),
    ...missingCosts(standing),
    ...movedTargets(standing),
    ...unsettledGuards(standing),
    ...onWordOf(standing),
    ...untestedUsers(standing, most),
    ...swingingInputs(standing),
    ...untestedAssumptions(standing),
  ];
}

function failedAssumptions({ assumptions }: Standing, most: number): readonly ConductNote[] {
  return assumptions
    .filter(({ state }) => state === "fails")
    .map(({ assumption: { statement, id }, entries }) => ({
      text: `${FAILED}${sentenceOf(clipped(statement ?? id, most))}`,
      entries,
    }));
}

const FAILED = "An assumption failed: ";

export function isFailedAssumption(text: string): boolean {
  return text.startsWith(FAILED);
}

/** Newer figures that the verdict leaves out, because nobody logged their count. */
function uncountedFigures({ evals, kill }: Standing): readonly ConductNote[] {
  return evals.flatMap((item) => {
    const news = uncountedNews(item, kill);
    if (news === undefined) return [];
    return [{ text: `${evalWording(item).metric}: ${uncountedNewsClause(news)}.`, entries: [news.logged.entry.id] }];
  });
}

/** Cases that are in no figure, and could change a verdict if they had come out badly. */
function casesThatBroke({ evals, kill }: Standing): readonly ConductNote[] {
  return evals.flatMap((item) => {
    const broken = brokenCases(item, kill);
    if (broken === undefined || !couldReverse(broken)) return [];
    return [note(`${evalWording(item).metric}: ${brokenCasesClause(broken)}.`, item)];
  });
}

/** Baselines that decide a verdict, and that today's system contradicts or nobody labelled. */
function doubtedBaselines({ evals }: Standing): readonly ConductNote[] {
  return evals.flatMap((item) => {
    const { metric, why } = evalWording(item);
    if (item.why?.code === "baseline-unlabelled") return [note(`${metric}: ${why}.`, item)];
    const found = baselineContradiction(item);
    if (found === undefined) return [];
    return [{ text: `${metric}: ${baselineContradictionClause(found)}.`, entries: [found.today.entry.id] }];
  });
}

/** Costs that the log puts far higher than the case. */
function missingCosts({ value }: Standing): readonly ConductNote[] {
  return higherCosts(value).map(({ name, stated, projected, payback }) => {
    const then = payback === "never" ? "it never pays back" : `payback is ${monthsLabel(payback)}`;
    const assumed = stated.minor === 0n ? "none" : roughMoneyLabel(stated);
    return {
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

/** Terms that decide and were changed when results had been seen. */
function movedTargets(standing: Standing): readonly ConductNote[] {
  return lateChanges(standing.amendments).map(({ entry, change }) => ({
    text: `${upperFirst(movedClause(change, standing))} after ${countLabel(change.resultsSeen, "result")}.`,
    entries: [entry.id],
  }));
}

/** `the target of "Wrong answers" moved from at least 50% fewer to at least 30% fewer`. */
function movedClause({ term, from, to }: TermChange, { evals, kill }: Standing): string {
  const item = evals.find(({ eval: { id } }) => term === `evals.${id}.target`);
  if (item !== undefined) {
    const [before, after] = [targetText(item, from), targetText(item, to)];
    return `the target of "${evalWording(item).metric}" moved from ${before} to ${after}`;
  }
  const measured = evals.find(({ eval: { id } }) => term.startsWith(`evals.${id}.`))?.eval;
  const criterion = kill.find(({ criterion: { id } }) => term.startsWith(`kill-criteria.${id}.`))?.criterion;
  const subject = measured?.metric ?? measured?.id ?? criterion?.statement ?? criterion?.id;
  const name = subject === undefined ? termLabel(term) : termLabel(term, `"${subject}"`);
  if (from === undefined || to === undefined) return `the ${name} was ${changedWords({ from, to })}`;
  // The statement says what is compared; its id says nothing to a reader.
  const [before, after] = [from, to].map((text) => termTextLabel(text).replace(/^[a-z0-9.-]+ (?=[<>≤≥])/, ""));
  return `the ${name} moved from ${before} to ${after}`;
}

function targetText({ eval: item }: EvalStanding, text: string | undefined): string {
  const target = text === undefined ? undefined : parseTarget(text);
  return target?.ok === true ? neededLabel(item, target.value) : termTextLabel(text ?? "no target");
}

/** Those that the answer does not tell, because there is time left. */
function unsettledGuards(standing: Standing): readonly ConductNote[] {
  const told = new Set(openGuards(standing));
  return standing.evals
    .filter((item) => isGuard(item.eval) && !told.has(item) && item.verdict !== "met")
    .map((item) => {
      const { metric, result, counts } = evalWording(item);
      const shown = result === "" ? counts : result;
      return note(
        item.verdict === "unmeasured"
          ? `${metric}, a guard, is not measured yet.`
          : `${metric}, a guard, is not settled${shown === "" ? "" : ` (${shown})`}.`,
        item,
      );
    });
}

/** Real users are what proofs of concept leave out most often. */
function untestedUsers({ risks }: Standing, most: number): readonly ConductNote[] {
  return risks
    .filter((one) => causeOf(one.risk) === "customer-chaos" && isOpenRisk(one) && one.level !== "medium")
    .map(({ note: said, risk, entries }) => ({
      text: `Not shown with real users: ${sentenceOf(clipped(said ?? risk.question ?? risk.id, most))}`,
      entries: entries.slice(-1),
    }));
}

/** Inputs of the case that alone turn its answer. */
function swingingInputs({ value }: Standing): readonly ConductNote[] {
  return swingsOf(value)
    .filter(({ crosses }) => crosses)
    .slice(0, 1)
    .map(({ name, atLow, atHigh }) => ({
      text:
        `${upperFirst(inputLabel(name))} alone can change the answer: payback ` +
        `${swingEnds(atLow.payback, atHigh.payback)} over its range.`,
      entries: [],
    }));
}

/** Not before a go is in sight: until then more is open than whose word it is. */
function onWordOf({ decision: { current }, recommendation }: Standing): readonly ConductNote[] {
  const decided = current !== undefined && isFinal(current.decision) ? current.decision.outcome : undefined;
  const ways = [decided, recommendation.outcome];
  if (!ways.includes("go") && !ways.includes("conditional")) return [];
  return recommendation.onWordOf.map(({ asks, by, entry }) => ({
    text: `Known only from ${by.name}: ${sentenceOf(asks)}`,
    entries: [entry],
  }));
}

function untestedAssumptions({ assumptions, phase }: Standing): readonly ConductNote[] {
  const open = assumptions.filter(({ state }) => state === "open");
  if (open.length === 0 || phase === "draft") return [];
  return [{ text: `${countLabel(open.length, "assumption was", "assumptions were")} not tested.`, entries: [] }];
}

function note(text: string, { judged }: EvalStanding): ConductNote {
  return { text, entries: judged === undefined ? [] : [judged.entry.id] };
}
