import type { Assumption } from "../../domain/records/assumption.ts";
import { fields, mapped, oneOrMore, optional, required, type Field, once } from "./field.ts";
import { id, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

export const assumptionSchema = once((): Field<Assumption> =>
  mapped(
    fields({
      id: required(id(), "Id", "Short name by which the log refers to it.", "corpus-is-clean"),
      statement: optional(
        text(),
        "Statement",
        "What must be true for the idea to work.",
        "The policy corpus holds one current version of each policy",
      ),
      tested_by: optional(
        oneOrMore(id),
        "Tested by",
        "Ids of the evals that test it. If there are none, a person answers in the log.",
        "wrong-rate",
        ["wrong-rate", "latency"],
      ),
    }),
    (written): Assumption =>
      withoutUndefined({ id: written.id, statement: written.statement, testedBy: written.tested_by ?? [] }),
  ),
);
