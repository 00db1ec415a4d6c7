import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { ItemReason } from "../../domain/standing/item-reason.ts";
import { commitmentClause } from "../charter.ts";
import { itemClause, openEvalClause } from "../item-reasons.ts";

/** How evals and kill criteria are called, by their ids. */
export interface Names {
  readonly metric: (id: string) => string;
  readonly criterion: (id: string) => string;
}

/**
 * What is missing for an exit criterion, as a clause for a reader who knows no ids and no files: `2 risks are not
 * rated`. What it counts is listed in the appendix.
 */
export function openCriterionClause(because: ItemReason, { metric, criterion }: Names): string {
  switch (because.code) {
    case "value-incomplete":
      return "the business case is incomplete";
    case "value-contradictory":
      return "the business case contradicts itself";
    case "no-threshold":
      return "no threshold says what the idea must be worth";
    case "threshold-missed":
      return "the business case misses its threshold";
    case "inputs-asserted":
      return (
        `${countLabel(because.inputs.length, "input")} of the business case ` +
        `${has(because.inputs.length)} no source`
      );
    case "no-primary-eval":
      return "no primary metric is agreed";
    case "not-settled":
      return listLabel([
        ...because.evals.map((one) => openEvalClause({ ...one, eval: metric(one.eval) })),
        ...because.criteria.map((one) => `the kill criterion ${criterion(one.criterion)} is not cleared`),
      ]);
    case "risks-undocumented":
      return risksClause(because);
    case "commitment-incomplete":
      return commitmentClause(because.missing);
    case "commitment-unattested":
      return "owner and sponsor have not confirmed their commitment yet";
    default:
      return itemClause(because);
  }
}

function risksClause({
  registerEmpty,
  unassessed,
  unwatched,
  raised,
}: Extract<ItemReason, { code: "risks-undocumented" }>): string {
  const high = unwatched.length + raised.length;
  return listLabel([
    ...(registerEmpty ? ["no risk is recorded"] : []),
    ...(unassessed.length > 0
      ? [`${countLabel(unassessed.length, "risk")} ${unassessed.length === 1 ? "is" : "are"} not rated`]
      : []),
    ...(high > 0 ? [`${countLabel(high, "high risk")} ${has(high)} no owner or no mitigation`] : []),
  ]);
}

function has(count: number): string {
  return count === 1 ? "has" : "have";
}
