import { DEFINITION_FILES } from "../domain/records/records.ts";
import type { RiskReason } from "../domain/standing/raised-risks.ts";
import type { RiskStanding } from "../domain/standing/risk-standing.ts";
import { commitmentClause, NO_THRESHOLD, stackClause, valueGapClause } from "./charter.ts";
import { noUnitCostClause } from "./unit-cost.ts";

/** These are raised in the last third of the timebox. */
const LATE = "two thirds of the timebox are over, and";

/** What the records say of a cause of death, as a clause: `poc.yaml names no sponsor`. */
export function riskClause(because: RiskReason): string {
  switch (because.code) {
    case "stack-differs":
      return stackClause(because.foreign);
    case "commitment-incomplete":
      return commitmentClause(because.missing);
    case "data-access-ad-hoc":
      return `${DEFINITION_FILES.charter} says that data is pulled ad hoc, with somebody's own credentials`;
    case "operations-unplanned":
      return `${DEFINITION_FILES.charter} says that nobody has planned operations, cost and support`;
    case "value-incomplete":
      return valueGapClause(because);
    case "no-threshold":
      return NO_THRESHOLD;
    case "every-input-asserted":
      return "no input of the business case has a source";
    case "operations-unattested":
      return `${LATE} ${because.item} is not attested`;
    case "task-cost-unknown":
      return `${LATE} the cost of a task is not known: ${noUnitCostClause(because.why)}`;
    case "model-cost-unknown":
      return `${LATE} neither ${DEFINITION_FILES.value} nor the log says what the models cost a year`;
  }
}

/** `cost-surprise: two thirds of the timebox are over, and …`; "" where the records say nothing. */
export function raisedLabel({ risk, raised }: RiskStanding): string {
  return raised === undefined ? "" : `${risk.id}: ${riskClause(raised.because)}`;
}
