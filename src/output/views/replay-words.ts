import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { KillStanding, KillVerdict } from "../../domain/standing/kill-standing.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { killVerdictLabel } from "../../wording/evals.ts";

/** What became of an eval on a day: `wrong-rate met its target`, `latency is not settled, leaning met, so far`. */
export function evalChangeClause({ eval: { id }, verdict, leaning, interim }: EvalStanding): string {
  const soFar = interim && verdict !== "invalid" ? ", so far" : "";
  switch (verdict) {
    case "met":
      return `${id} met its target${soFar}`;
    case "not met":
      return `${id} missed its target${soFar}`;
    case "unsettled":
      return `${id} is not settled${leaning === undefined ? "" : `, leaning ${leaning}`}${soFar}`;
    case "unmeasured":
      return `${id} is not measured`;
    case "invalid":
      return `${id} cannot be judged`;
  }
}

const BECAME: Readonly<Record<KillVerdict, string>> = {
  tripped: "was TRIPPED",
  cleared: "was cleared",
  pending: "is pending",
  overdue: "is OVERDUE",
};

/** `no-residency was cleared`. */
export function killChangeClause({ criterion: { id }, verdict }: KillStanding): string {
  return `${id} ${BECAME[verdict]}`;
}

/** `2 kill criteria were never tripped: no-residency (cleared) and out-of-money (pending).` "" where there are none. */
export function neverTrippedSentence(never: readonly KillStanding[]): string {
  if (never.length === 0) return "";
  const were = never.length === 1 ? "was" : "were";
  const each = never.map(({ criterion, verdict }) => `${criterion.id} (${killVerdictLabel(verdict).toLowerCase()})`);
  return `${countLabel(never.length, "kill criterion", "kill criteria")} ${were} never tripped: ${listLabel(each)}.`;
}

/** `wrong-rate has not met its target: it is unsettled.` */
export function notMetSentence({ eval: { id }, verdict }: EvalStanding): string {
  return `Eval ${id} has not met its target: it is ${verdict === "not met" ? "missed" : verdict}.`;
}
