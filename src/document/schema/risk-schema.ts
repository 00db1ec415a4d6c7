import { CAUSES_OF_DEATH, RISK_LEVELS, type CauseOfDeath, type Risk } from "../../domain/records/risk.ts";
import { fields, mapped, optional, required, type Field, once } from "./field.ts";
import { choice, id, person, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const CAUSES = Object.keys(CAUSES_OF_DEATH) as CauseOfDeath[];

export const riskSchema = once((): Field<Risk> =>
  mapped(
    fields({
      id: required(id(), "Id", "Short name by which the log refers to it.", "wrong-stack"),
      cause: optional(choice(CAUSES), "Cause", "Which of the seven causes of death it is, if it is one.", ...CAUSES),
      question: optional(
        text(),
        "Question",
        "The question that the risk raises.",
        "Can and will we run this in production?",
      ),
      level: optional(
        choice(RISK_LEVELS),
        "Level",
        "How high it is now; `unknown` until it has been assessed.",
        ...RISK_LEVELS,
      ),
      owner: optional(person(), "Owner", "The person who watches it.", "Ana Ruiz <ana@example.com>"),
      mitigation: optional(
        text(),
        "Mitigation",
        "What is done about it.",
        "Traces are scrubbed before they are stored",
      ),
      evidence: optional(text(), "Evidence", "A link or path that shows it.", "https://example.com/review/17"),
    }),
    (written): Risk => withoutUndefined({ ...written, level: written.level ?? "unknown" }),
  ),
);
