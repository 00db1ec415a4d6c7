import { isFinal } from "../standing/decision.ts";
import { daysBetween } from "../scalars/calendar.ts";
import type { Standing } from "../standing/standing.ts";
import type { PocState } from "./list-words.ts";

/** So long without a line and without a decision, and nobody is coming back. */
export const DEAD_AFTER_DAYS = 30;

/** Where a PoC stands in a portfolio. */
export function pocState(standing: Standing): PocState {
  const { phase, decision, recommendation, timebox, definitions } = standing;
  if (definitions.charter === undefined) return "unreadable";
  const outcome = decision.current?.decision.outcome;
  if (phase === "decided" && outcome !== undefined && outcome !== "extend") return outcome;
  if (phase === "draft") return "draft";
  // People have decided, and have to agree on one decision.
  if (decision.rivals.length > 0) return "decision-due";
  if (isDead(standing)) return "dead";
  const stops = recommendation.outcome === "no-go" || recommendation.outcome === "decide-now";
  if (phase === "over" || stops || timebox?.end === standing.asOf.date) return "decision-due";
  return outcome === "extend" ? "extended" : "running";
}

function isDead({ phase, asOf, log, timebox }: Standing): boolean {
  if (phase !== "over" || timebox === undefined) return false;
  const last = log.counted.at(-1)?.date ?? timebox.end;
  return daysBetween(last > timebox.end ? last : timebox.end, asOf.date) >= DEAD_AFTER_DAYS;
}

/** Days since the last day of the timebox, from that day on, while nobody has decided. */
export function overdueDays({ phase, started, decision, timebox, asOf }: Standing): number | undefined {
  if (started === undefined || timebox === undefined || phase === "decided") return undefined;
  if (decision.current !== undefined && isFinal(decision.current.decision)) return undefined;
  if (decision.rivals.length > 0) return undefined;
  const days = daysBetween(timebox.end, asOf.date);
  return days < 0 ? undefined : days;
}
