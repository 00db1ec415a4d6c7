import { parseCondition } from "../../domain/scalars/condition.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { fields, mapped, optional, required, type Field, once } from "./field.ts";
import { date, id, parsedText, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

export const killCriterionSchema = once((): Field<KillCriterion> =>
  mapped(
    fields({
      id: required(id(), "Id", "Short name by which the log refers to it.", "no-better-than-search"),
      statement: optional(
        text(),
        "Statement",
        "The state that ends the work, in words.",
        "Retrieval is no better than the search box we have",
      ),
      when: optional(
        condition(),
        "When",
        "The state as figures: the id of an eval or a built-in metric, a comparator, a number with its unit.",
        "wrong-rate > 18%",
        "spend.total > 1900 EUR",
      ),
      ask: optional(
        text(),
        "Ask",
        "The state as a question that a person answers in the log; yes ends the work.",
        "Has the vendor refused EU residency?",
      ),
      by: optional(date(), "By", "The day from which it is judged.", "2026-12-02"),
    }),
    (written): KillCriterion => withoutUndefined(written),
  ),
);

function condition() {
  return parsedText({ type: "string" }, "a condition such as wrong-rate > 18%", parseCondition);
}
