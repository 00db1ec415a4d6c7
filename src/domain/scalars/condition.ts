import type { Comparator } from "./comparator.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "./quantity.ts";

/** Figures of the PoC itself that a condition may name beside the evals. */
export const BUILT_IN_METRICS = {
  "spend.total": "money spent so far, in the currency of the cap",
  "spend.share": "money spent so far, in percent of the cap",
  "hours.total": "hours of people so far, meetings included",
  "effort.total": "hours at their rates, in the currency of the cap",
  "payback.months": "payback of the business case in months",
  "impact.annual": "annual net impact of the business case",
} as const;

export type BuiltInMetric = keyof typeof BUILT_IN_METRICS;

export function isBuiltInMetric(metric: string): metric is BuiltInMetric {
  return Object.hasOwn(BUILT_IN_METRICS, metric);
}

/** A state of the evidence: `wrong-rate > 18%`, `spend.total > 1900 EUR`. */
export interface Condition {
  /** An eval's id or a built-in metric. */
  readonly metric: string;
  readonly comparator: Comparator;
  readonly quantity: Quantity;
}

export function parseCondition(text: string): Parsed<Condition> {
  const expected = "a condition such as wrong-rate > 18%";
  const match = /^([a-z0-9][a-z0-9._-]*) *(<=|>=|<|>) *(\S.*)$/.exec(text.trim());
  if (!match) return problem("invalid-condition", expected);
  const quantity = parseQuantity(match[3]!);
  if (!quantity.ok) {
    return problem("invalid-condition", expected, {
      ...(quantity.problem.hint === undefined ? {} : { hint: quantity.problem.hint }),
      found: `${match[3]!} is not a number with a unit`,
    });
  }
  return ok({ metric: match[1]!, comparator: match[2] as Comparator, quantity: quantity.value });
}

/** Canonical text; `parseCondition` reads it back. */
export function conditionText(condition: Condition): string {
  return `${condition.metric} ${condition.comparator} ${quantityText(condition.quantity)}`;
}
