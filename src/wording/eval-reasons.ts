import type { PlanReason } from "../domain/planning/plan.ts";

/** Why no chance can be stated, as a clause without a full stop. */
export function planReasonText(reason: PlanReason): string {
  switch (reason.code) {
    case "target-missing":
      return "it has no target";
    case "baseline-missing":
      return "it has no baseline to compare with";
    case "baseline-zero":
      return "the baseline is zero, so no relative change can be stated";
    case "units-differ":
      return "target and baseline are in units that do not compare";
    case "share-impossible":
      return "the target is no share from 0% to 100%";
    case "cases-do-not-count":
      return "a total is compared as it stands, however many cases are behind it";
    case "spread-unknown":
      return "the spread of the values is not known yet";
    case "expected-unknown":
      return "no expected figure is given";
  }
}
