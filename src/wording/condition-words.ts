import { comparatorSign } from "../domain/scalars/comparator.ts";
import { isBuiltInMetric, type BuiltInMetric, type Condition } from "../domain/scalars/condition.ts";
import { quantityText } from "../domain/scalars/quantity.ts";

const SUBJECTS: Readonly<Record<BuiltInMetric, string>> = {
  "spend.total": "spend",
  "spend.share": "share of the cap spent",
  "hours.total": "hours of work",
  "effort.total": "cost of staff time",
  "payback.months": "payback in months",
  "impact.annual": "annual net impact",
};

/** A condition by the names that people gave: `Wrong answers > 18%`, `share of the cap spent > 100%`. */
export function conditionWords(condition: Condition, metric: string | undefined): string {
  const subject = metric ?? (isBuiltInMetric(condition.metric) ? SUBJECTS[condition.metric] : condition.metric);
  return `${subject} ${comparatorSign(condition.comparator)} ${quantityText(condition.quantity)}`;
}
