import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { RecommendationReason } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { recommendationClause } from "../recommendation.ts";

/** `today No-go is recommended, because Wrong answers was not measured`: of a go that has lost its support. */
export function lostSupportClause(standing: Pick<Standing, "recommendation" | "evals">): string {
  const { outcome, reasons } = standing.recommendation;
  const [reason] = reasons;
  const why = reason === undefined ? "" : `, because ${recommendationClause(named(reason, standing))}`;
  return `today ${outcomeLabel(outcome)} is recommended${why}`;
}

/** By what was measured, and not by its id. */
function named(reason: RecommendationReason, { evals }: Pick<Standing, "evals">): RecommendationReason {
  const metric = (id: string) => evals.find((item) => item.eval.id === id)?.eval.metric ?? id;
  switch (reason.code) {
    case "target-missed":
    case "eval-open":
    case "guard-open":
      return { ...reason, eval: metric(reason.eval) };
    default:
      return reason;
  }
}
