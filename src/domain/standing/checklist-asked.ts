import { isFinal } from "./decision.ts";
import type { Evidenced } from "./evidenced.ts";
import type { AskedWhen } from "../records/checklist-items.ts";
/** Whoever has passed this gate has something in production that takes the place of the PoC. */
const MVP_GATE = "mvp-slice";

/** Whether the time of a list has come. `begun`: somebody has answered an item of it already. */
export function isAsked(when: AskedWhen, standing: Evidenced, begun: boolean): boolean {
  const current = standing.decision.current?.decision;
  const outcome = current !== undefined && isFinal(current) ? current.outcome : undefined;
  const going = outcome === "go" || outcome === "conditional";
  switch (when) {
    case "always":
      return true;
    case "after-go":
      return going;
    case "after-go-for-customers":
      return (
        going &&
        standing.risks.some(
          ({ risk, level }) => risk.cause === "customer-chaos" && level !== "low" && level !== "closed",
        )
      );
    case "after-stop":
      return (
        outcome === "no-go" ||
        standing.gates.passages.some(({ passage }) => passage.gate === MVP_GATE) ||
        (going && begun)
      );
  }
}
