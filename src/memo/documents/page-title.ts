import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { ChecklistView } from "./checklist-view.ts";
import type { DecisionView } from "./decision-view.ts";
import type { GateDocument } from "./gate-document.ts";

/** `Decision memo: Go · Retrieval for the safety assistant · Fri 20 Nov 2026`: what a window or a file is called. */
export function pageTitle(view: DecisionView | GateDocument | ChecklistView, standing: Standing): string {
  const { title } = view;
  return [`${nameOf(view)}: ${verdictOf(view, standing)}`, title, longDateLabel(standing.asOf.date)].join(" · ");
}

function nameOf(view: DecisionView | GateDocument | ChecklistView): string {
  return "heading" in view ? view.heading : "name" in view ? view.name : "Decision memo";
}

function verdictOf(view: DecisionView | GateDocument | ChecklistView, standing: Standing): string {
  if ("heading" in view) return `${view.done} closed`;
  if ("gate" in view) return view.gate.passed ? "passed" : "not passed";
  const { current } = standing.decision;
  return current !== undefined && isFinal(current.decision)
    ? outcomeLabel(current.decision.outcome)
    : `${outcomeLabel(standing.recommendation.outcome)}, not decided`;
}
