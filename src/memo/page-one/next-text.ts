import { CAUSES_OF_DEATH } from "../../domain/records/risk.ts";
import { causeOf } from "../../domain/standing/risk-standing.ts";
import { nextActions, type ActCode, type NextAction } from "../../domain/next/next-actions.ts";
import { endOfUse } from "../../domain/follow-up/follow-up-standing.ts";
import { isFinal, lostSupport } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { actWords } from "../../wording/acts.ts";
import { settleEvalText } from "../../wording/evidence/settle-eval.ts";
import { shortDate } from "./short-date.ts";
import { sentenceOf } from "./words.ts";

/** What happens now, for a reader who types no commands: by the decision, else by the recommendation. */
export function nextText(standing: Standing): string {
  const decision = standing.decision.current?.decision;
  const decided = decision !== undefined && isFinal(decision);
  if (endOfUse(standing) !== undefined) return "Nothing is built on it any more: it is no longer used.";
  // The first step is to look at the decision again, and nothing is built on it before that.
  if (lostSupport(standing) !== undefined) return waitingText(standing);
  const way =
    isLastDay(standing) && !decided
      ? "Extend the timebox, or decide with what is still open as conditions."
      : wayText(decided ? decision.outcome : standing.recommendation.outcome, decided);
  return [way, waitingText(standing)].filter((text) => text !== "").join(" ");
}

/** Then there is no time left to keep going. */
function isLastDay({ recommendation, timebox, asOf }: Standing): boolean {
  return recommendation.outcome === "keep-going" && timebox !== undefined && timebox.end === asOf.date;
}

function wayText(outcome: string, decided: boolean): string {
  const told = decided ? "" : "If the recommendation is followed: ";
  switch (outcome) {
    case "go":
      return `${told}A proof of value, with real users and data in a sandbox.`;
    case "conditional":
      return `${told}Meet the conditions, then run a proof of value with real users and data in a sandbox.`;
    case "no-go":
      return `${told}Stop. Tear the sandbox down, revoke its keys, delete the copies of data, and keep this memo.`;
    case "cannot-judge":
      return "Fix the records first: what cannot be read cannot be judged.";
    case "decide-now":
      return "Decide now: stop, raise the limit with a reason, or close what is open and continue.";
    case "not-started":
      return "Agree the terms; then the clock starts.";
    default:
      return "Keep going until what is open is closed, and no longer than the timebox.";
  }
}

/** Told elsewhere on the page. */
const TOLD: readonly ActCode[] = ["render-memo", "meet-condition", "confirm-conditions", "stop", "go-on", "decide"];

const MOST_STEPS = 3;

/** `Ana Ruiz: measure the error rate, by 4 Dec.` */
function waitingText(standing: Standing): string {
  if (standing.phase === "draft") return "";
  const steps = nextActions(standing)
    .filter(({ code }) => !TOLD.includes(code))
    .slice(0, MOST_STEPS)
    .map((action) => {
      const text = stepText(action, standing);
      const what = `${action.who === undefined ? "" : `${action.who.name}: `}${text}`;
      if (action.by === undefined) return sentenceOf(what);
      const by = `by ${shortDate(action.by)}${action.late ? " (overdue)" : ""}`;
      return sentenceOf(text.endsWith("?") ? `${what} (${by})` : `${what}, ${by}`);
    });
  return steps.join(" ");
}

/** With the names that people gave, if the words of an act contain an id. */
function stepText(action: NextAction, { evals, kill, risks }: Standing): string {
  const metric = (id: string) => quoted(evals.find((item) => item.eval.id === id)?.eval.metric ?? id);
  const criterion = (id: string) => kill.find((item) => item.criterion.id === id)?.criterion;
  const nameOf = (found: ReturnType<typeof criterion>) =>
    found &&
    criterionName(
      found,
      evals.map((item) => item.eval),
    );
  switch (action.code) {
    case "measure-eval":
      return `Measure ${metric(action.data.id)}${action.data.early ? " in full" : ""}`;
    case "settle-eval":
      return settleEvalText(metric(action.data.id), action.data.why, action.data.kill);
    case "fix-result":
      return `Fix the result of ${metric(action.data.id)}`;
    case "answer-kill-criterion":
      return `Answer ${quoted(criterion(action.data.id)?.ask ?? action.data.id)}`;
    case "settle-kill-criterion":
      return `Settle the kill criterion ${quoted(nameOf(criterion(action.data.id)) ?? action.data.id)}`;
    case "rate-risk":
      return `Rate the risk ${quoted(riskName(action.data.id, risks))}`;
    case "respond-to-risk":
    case "cover-risk":
      return `Respond to the risk ${quoted(riskName(action.data.id, risks))}`;
    case "check-assumption":
      return `Find out whether this holds: ${action.data.statement ?? action.data.id}`;
    default:
      return actWords(action).text;
  }
}

function riskName(id: string, risks: Standing["risks"]): string {
  const risk = risks.find((one) => one.risk.id === id)?.risk;
  const cause = risk && causeOf(risk);
  return cause === undefined ? (risk?.question ?? id) : CAUSES_OF_DEATH[cause].title;
}

function quoted(text: string): string {
  return `"${text.replace(/\.$/, "")}"`;
}
