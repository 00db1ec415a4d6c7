import type { Standing } from "../../domain/standing/standing.ts";

/** Whether every figure should be there by now: the last day has passed, or somebody decided to go on. */
export function evidenceDue(standing: Standing): boolean {
  return (
    standing.phase === "over" ||
    (standing.phase === "decided" && standing.decision.current?.decision.outcome !== "no-go")
  );
}
