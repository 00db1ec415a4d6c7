import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";

/** Of an assumption on which a person and the evals differ: `Ann found this on Wed 25 Nov; the evals say it holds`. */
export function contradictedClause({ said, assumption: { id }, state, basis }: AssumptionStanding): string {
  const answer = said?.assumptions.get(id);
  if (said === undefined || answer === undefined) return "";
  const shown = basis === "evals" ? state : answer === "fails" ? "holds" : "fails";
  const verb = answer === "fails" ? "found this" : "says that it holds";
  return `${said.by.name} ${verb} (${dateLabel(said.date)}); the evals say that it ${shown}`;
}
