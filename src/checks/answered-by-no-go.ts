import type { Standing } from "../domain/standing/standing.ts";

/** Whether a person decided to stop: then what speaks against going on has been answered, and nothing more is due. */
export function answeredByNoGo(standing: Standing): boolean {
  return standing.phase === "decided" && standing.decision.current?.decision.outcome === "no-go";
}
