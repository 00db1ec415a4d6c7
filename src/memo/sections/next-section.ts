import { nextSteps } from "../../domain/next/next-steps.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";
import { openText } from "../text/one-line.ts";

/** What happens now: by the person's decision where there is one, else by the recommendation. */
export interface NextSection {
  /** `go`, `stop`, `continue` or `repair`. */
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
  const asked = decided ? "" : "If it is followed: ";
  if (outcome === "go" || outcome === "conditional") {
    const budget = standing.definitions.charter?.mvpBudget;
    const stands =
      budget === undefined
        ? openText("no MVP budget stands behind it")
        : `The MVP budget behind it is ${moneyLabel(budget)}.`;
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
      text: "Mend the records first: what cannot be read cannot be judged. poc check names every place.",
    };
  return { way: "continue", text: "Keep going until what is open is closed, and no longer than the timebox." };
}

function stepsOf(standing: Standing): NextSection["steps"] {
  const { asOf, decision } = standing;
  const next = nextSteps(standing);
  const conditions =
    decision.current !== undefined && isFinal(decision.current.decision)
      ? decision.current.decision.conditions.length
      : 0;
  // Conditions and the way itself are told beside the decision already.
  const steps =
    decision.current !== undefined && isFinal(decision.current.decision) ? next.slice(conditions + 1) : next;
  return steps.map((step) => ({
    what: step.what,
    by: step.by === undefined ? "" : `${longDateLabel(step.by)}${step.by < asOf.date ? " (overdue)" : ""}`,
    command: step.command ?? "",
  }));
}
