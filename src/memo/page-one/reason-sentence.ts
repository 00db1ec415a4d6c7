import type { RecommendationReason } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { openCriterionClause, type Names } from "../../wording/outcome/open-criterion.ts";
import { recommendationClause } from "../../wording/recommendation.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { clipped } from "./words.ts";

/** So many words of a name are enough to know it again. */
const NAME_WORDS = 10;

/**
 * A ground of the recommendation, as a clause that calls everything by its name and nothing by its id; "" of what says
 * no more than the recommendation itself.
 */
export function reasonClause(reason: RecommendationReason, standing: Pick<Standing, "kill" | "evals">): string {
  const names = namesOf(standing);
  switch (reason.code) {
    case "targets-met":
    case "kill-cleared":
    case "exit-closed":
    case "not-started":
      return "";
    case "kill-open":
      return `the kill criterion ${names.criterion(reason.criterion)} is not cleared (${killClause(reason.because)})`;
    case "kill-tripped":
      return `the kill criterion ${names.criterion(reason.criterion)} is tripped`;
    case "exit-open":
      return openCriterionClause(reason.because, names);
    case "target-missed":
    case "eval-open":
    case "guard-open":
    case "result-invalid":
      return recommendationClause({ ...reason, eval: names.metric(reason.eval) });
    default:
      return recommendationClause(reason);
  }
}

function namesOf({ evals, kill }: Pick<Standing, "kill" | "evals">): Names {
  const measured = evals.map((item) => item.eval);
  return {
    metric: (id) => quoted(measured.find((item) => item.id === id)?.metric ?? id),
    criterion: (id) => {
      const found = kill.find(({ criterion }) => criterion.id === id);
      return quoted(found === undefined ? id : criterionName(found.criterion, measured));
    },
  };
}

function quoted(name: string): string {
  return `"${clipped(name.replace(/\.$/, ""), NAME_WORDS)}"`;
}
