import { nextActions, type ActCode } from "../../domain/next/next-actions.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";
import { actWords } from "../../wording/acts.ts";
import { openText } from "../text/one-line.ts";

/** What happens now: by the person's decision where there is one, else by the recommendation. */
export interface NextSection {
  /** `go`, `stop`, `continue`, `decide`, `start` or `repair`. */
  readonly way: string;
  readonly text: string;
  /** What has to happen, the most pressing first. */
  readonly steps: readonly { readonly what: string; readonly by: string; readonly command: string }[];
}

export function nextSection(standing: Standing): NextSection {
  const decision = standing.decision.current?.decision;
  const outcome = decision !== undefined && isFinal(decision) ? decision.outcome : standing.recommendation.outcome;
  const decided = decision !== undefined && isFinal(decision);
  return { ...wayOf(outcome, standing, decided), steps: stepsOf(standing) };
}

function wayOf(outcome: string, standing: Standing, decided: boolean): Pick<NextSection, "way" | "text"> {
  const asked = decided ? "" : "If the recommendation is followed: ";
  if (outcome === "go" || outcome === "conditional") {
    const budget = standing.definitions.charter?.mvpBudget;
    const stands =
      budget === undefined ? openText("no MVP budget is named") : `The MVP budget is ${moneyLabel(budget)}.`;
    const first = outcome === "conditional" ? "Meet the conditions, then take it" : "Take it";
    return {
      way: "go",
      text: `${asked}${first} to a proof of value, with real users and data in a sandbox. ${stands}`,
    };
  }
  if (outcome === "no-go") {
    return {
      way: "stop",
      text: `${asked}Stop. Tear the sandbox down, revoke its keys, delete the copies of data, and keep this memo.`,
    };
  }
  if (outcome === "cannot-judge")
    return {
      way: "repair",
      text: "Fix the records first: what cannot be read cannot be judged.",
    };
  if (outcome === "decide-now")
    return {
      way: "decide",
      text:
        "Decide now: a limit was exceeded. Stop, raise the limit with a reason, or close what is open and " +
        "continue.",
    };
  if (outcome === "not-started")
    return { way: "start", text: "Nothing is agreed yet. Agree the terms; then the clock starts." };
  return { way: "continue", text: "Keep going until what is open is closed, and no longer than the timebox." };
}

/** The reader has the memo already, and conditions and the way on are shown beside the decision. */
const TOLD_ELSEWHERE: readonly ActCode[] = ["render-memo", "meet-condition", "stop", "go-on"];

const MOST_STEPS = 24;

function stepsOf(standing: Standing): NextSection["steps"] {
  return nextActions(standing)
    .filter(({ code }) => !TOLD_ELSEWHERE.includes(code))
    .slice(0, MOST_STEPS)
    .map((action) => {
      const { text, command } = actWords(action);
      const by = action.by === undefined ? "" : `${longDateLabel(action.by)}${action.late ? " (overdue)" : ""}`;
      return { what: text, by, command: command ?? "" };
    });
}
