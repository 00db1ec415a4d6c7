import type { Eval } from "../../domain/records/eval.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { comparatorSign } from "../../domain/scalars/comparator.ts";
import { isBuiltInMetric, type BuiltInMetric, type Condition } from "../../domain/scalars/condition.ts";
import { quantityLabel } from "../../domain/scalars/labels.ts";

type Named = Pick<Eval, "id" | "metric">;

const SUBJECTS: Readonly<Record<BuiltInMetric, string>> = {
  "spend.total": "spend",
  "spend.share": "share of the cap spent",
  "hours.total": "hours of work",
  "effort.total": "cost of staff time",
  "payback.months": "payback in months",
  "impact.annual": "annual net impact",
};

/** A condition by the names that people gave: `Wrong answers > 18%`, `share of the cap spent > 100%`. */
export function conditionWords(condition: Condition, evals: readonly Named[]): string {
  const metric = evals.find(({ id }) => id === condition.metric)?.metric;
  const subject = metric ?? (isBuiltInMetric(condition.metric) ? SUBJECTS[condition.metric] : condition.metric);
  return `${subject} ${comparatorSign(condition.comparator)} ${quantityLabel(condition.quantity)}`;
}

/** What a kill criterion is called where no id may stand: its statement, else its condition, else its question. */
export function criterionName(criterion: KillCriterion, evals: readonly Named[]): string {
  const { statement, when, ask, id } = criterion;
  return bare(statement ?? (when === undefined ? (ask ?? id) : conditionWords(when, evals)));
}

/** Without the full stop that a person may have typed. */
function bare(text: string): string {
  return text.replace(/\.$/, "");
}
