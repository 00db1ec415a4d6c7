import type { Evidenced } from "./checklist.ts";
import { isFinal } from "./decision.ts";

/** From when on a list is asked, by the name that its file says it with. Before that its items are nobody's work. */
export const ASKED_WHEN = ["always", "after-go", "after-go-for-customers", "after-stop"] as const;
export type AskedWhen = (typeof ASKED_WHEN)[number];

/** When it will be asked, as the end of "it is asked …". */
export const ASKED_LABELS: Readonly<Record<AskedWhen, string>> = {
  always: "always",
  "after-go": "after a go",
  "after-go-for-customers": "after a go, while a risk of customer chaos is open",
  "after-stop": "after a no-go, or once an MVP has taken the place of the PoC",
};

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
