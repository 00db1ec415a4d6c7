import { higherCosts } from "../../domain/business-case/logged-case.ts";
import { swingsOf } from "../../domain/business-case/value-outlook.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { termLabel, termTextLabel } from "../../domain/records/terms.ts";
import { countLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import { causeOf, isOpenRisk } from "../../domain/standing/risk-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { roughMoneyLabel, swingEnds } from "../../wording/business-case.ts";
import { evalWording } from "../../wording/evals.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { inputLabel } from "../../wording/input-words.ts";
import { costLabel } from "../../wording/value-clauses.ts";
import type { ConductNote } from "../sections/conduct-note.ts";
import { openGuards } from "./answer.ts";
import { clipped, sentenceOf } from "./words.ts";

/** What a reader must hear who would like the answer, whichever it is. */
export interface Against {
  /** `What speaks against it`; of a stop, `What speaks against stopping`. */
  readonly title: string;
  /** By weight. */
  readonly notes: readonly ConductNote[];
  /** Said where there is nothing: `Nothing in the records.` */
  readonly none: string;
}

export function againstSection(standing: Standing, mostWords: number): Against {
  const stopping = isStopping(standing);
  const notes = stopping ? againstStopping(standing) : againstGoingOn(standing, mostWords);
  return {
    title: stopping ? "What speaks against stopping" : "What speaks against it",
    notes,
    none: notes.length > 0 ? "" : standing.phase === "draft" ? "Nothing is known yet." : "Nothing in the records.",
  };
}

/** Whether the decision, else the recommendation, is to stop. */
export function isStopping({ decision: { current }, recommendation }: Standing): boolean {
  return current !== undefined && isFinal(current.decision)
    ? current.decision.outcome === "no-go"
    : recommendation.outcome === "no-go";
}

function againstStopping({ evals, value }: Standing): readonly ConductNote[] {
  const told = ({ verdict, leaning }: EvalStanding) =>
    verdict === "met" || (verdict === "unsettled" && leaning === "met");
  const shown = evals.filter(told).map((item) => {
    const { metric, result, counts } = evalWording(item);
    const what = item.verdict === "met" ? "met its target" : "is not settled, and looks likely to be met";
    return note(`${metric} ${what} (${result === "" ? counts : result}).`, item);
  });
  const worth =
    value.meetsThresholds === true
      ? [{ text: "The business case still meets its agreed threshold.", entries: [] }]
      : [];
  return [...shown, ...worth];
}

function againstGoingOn(standing: Standing, most: number): readonly ConductNote[] {
  return [
    ...failedAssumptions(standing, most),
    ...missingCosts(standing),
    ...movedTargets(standing),
    ...unsettledGuards(standing),
    ...untestedUsers(standing, most),
    ...swingingInputs(standing),
    ...onWordOf(standing),
    ...untestedAssumptions(standing),
  ];
}

function failedAssumptions({ assumptions }: Standing, most: number): readonly ConductNote[] {
  return assumptions
    .filter(({ state }) => state === "fails")
    .map(({ assumption: { statement, id }, entries }) => ({
      text: `An assumption failed: ${sentenceOf(clipped(statement ?? id, most))}`,
      entries,
    }));
}

/** Costs that the log puts far higher than the case. */
function missingCosts({ value }: Standing): readonly ConductNote[] {
  return higherCosts(value).map(({ name, stated, projected, payback }) => {
    const then = payback === "never" ? "it never pays back" : `payback is ${monthsLabel(payback)}`;
    const counted = stated.minor === 0n ? "none" : roughMoneyLabel(stated);
    return {
      text:
        `The log puts the cost ${costLabel(name)} at ${roughMoneyLabel(projected)} a year; the case counts ` +
        `${counted}. With it, ${then}.`,
      entries: [],
    };
  });
}

/** Targets that were changed when results had been seen. */
function movedTargets({ amendments, evals }: Standing): readonly ConductNote[] {
  return amendments.flatMap(({ entry, amendment }) =>
    amendment.changes.flatMap((change): readonly ConductNote[] => {
      if (change.resultsSeen === 0 || !/\.(target|when|by|payback|impact)$/.test(change.term)) return [];
      const item = evals.find(({ eval: { id } }) => change.term === `evals.${id}.target`);
      const what = item === undefined ? `The ${termLabel(change.term)}` : `The target of "${evalWording(item).metric}"`;
      const [from, to] = [change.from ?? "nothing", change.to ?? "nothing"].map(termTextLabel);
      return [
        {
          text: `${what} moved from ${from} to ${to} after ${countLabel(change.resultsSeen, "result")}.`,
          entries: [entry.id],
        },
      ];
    }),
  );
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

function onWordOf({ recommendation: { outcome, onWordOf: words } }: Standing): readonly ConductNote[] {
  if (outcome !== "go" && outcome !== "conditional") return [];
  return words.map(({ asks, by, entry }) => ({
    text: `Only on the word of ${by.name}: ${sentenceOf(asks)}`,
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
