import {
  DECISION_OUTCOMES,
  type Amendment,
  type Attestation,
  type Correction,
  type Decision,
  type Start,
  type TermChange,
} from "../../domain/records/entry.ts";
import { fields, list, mapOf, mapped, optional, required, type Field } from "./field.ts";
import { anyText, choice, date, person, text, whole } from "./leaves.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Names of terms, entries and checklist items: no prose. */
const LONGEST_NAME = 200;

export function attestation(): Field<Attestation> {
  return mapped(
    fields({
      item: required(text("a checklist item", LONGEST_NAME), "Item", "Checklist and item.", "exit.sponsor-committed"),
      evidence: required(
        text(),
        "Evidence",
        "Where it can be seen: a link, a path, a document.",
        "https://example.com/minutes/12",
      ),
      note: optional(text(), "Note", "Anything else.", "Confirmed in the steering meeting"),
    }),
    ({ item, evidence, note }): Attestation => withoutUndefined({ item, evidence, note }),
  );
}

function term(): Field<string> {
  return text("the name of a term", LONGEST_NAME);
}

export function start(): Field<Start> {
  const shape = {
    terms: required(mapOf(term(), anyText()), "Terms", "The terms as they were agreed, by name.", {
      spend_cap: "2000.00 EUR",
    }),
  };
  return mapped(fields(shape), (written): Start => ({ terms: written.terms }));
}

export function amendment(): Field<Amendment> {
  const change = fields({
    from: optional(anyText(), "From", "What the term said; absent where it is new.", "value <= 12%"),
    to: optional(anyText(), "To", "What it says now; absent where it was removed.", "value <= 15%"),
    results_seen: required(
      whole(0, 1_000_000),
      "Results seen",
      "How many results for the criterion had been logged by then.",
      0,
    ),
  });
  return mapped(
    fields({
      reason: required(text(), "Reason", "Why the terms change.", "The vendor moved the date"),
      approver: required(person(), "Approver", "Who agreed to it.", "Marta Weiss <marta@example.com>"),
      changes: required(mapOf(term(), change), "Changes", "The terms that change, by name.", {
        spend_cap: { from: "2000.00 EUR", to: "2500.00 EUR", results_seen: 2 },
      }),
    }),
    ({ reason, approver, changes }): Amendment => ({
      reason,
      approver,
      changes: [...changes].map(([name, { from, to, results_seen: resultsSeen }]): TermChange =>
        withoutUndefined({ term: name, from, to, resultsSeen }),
      ),
    }),
  );
}

export function correction(): Field<Correction> {
  return mapped(
    fields({
      entry: required(
        text("the id of an entry", LONGEST_NAME),
        "Entry",
        "Id of the entry that no longer counts.",
        "k7f3q2m",
      ),
      reason: optional(text(), "Reason", "Why.", "Logged twice"),
    }),
    ({ entry, reason }): Correction => withoutUndefined({ entry, reason }),
  );
}

export function decision(): Field<Decision> {
  const condition = fields({
    what: required(text(), "What", "What must be done.", "Sign the data processing agreement"),
    owner: optional(person(), "Owner", "Who does it.", "Ana Ruiz <ana@example.com>"),
    by: optional(date(), "By", "Until when.", "2026-12-18"),
  });
  return mapped(
    fields({
      outcome: required(choice(DECISION_OUTCOMES), "Outcome", "What was decided.", ...DECISION_OUTCOMES),
      by: required(person(), "By", "Who decided.", "Marta Weiss <marta@example.com>"),
      why: required(text(), "Why", "The reason, in a sentence.", "Wrong answers fell by half at a tenth of the cap"),
      conditions: optional(list(condition), "Conditions", "What the decision hangs on.", [
        { what: "Sign the data processing agreement", by: "2026-12-18" },
      ]),
      recommended: required(text(), "Recommended", "What the tool recommended at that moment.", "go"),
      rule: required(text(), "Rule", "The rule that decided the recommendation.", "everything-met"),
      override: optional(text(), "Override", "Why the recommendation was not followed.", "The pilot customer left"),
    }),
    ({ outcome, by, why, conditions, recommended, rule, override }): Decision => {
      const owed = (conditions ?? []).map((one) => withoutUndefined(one));
      return withoutUndefined({ outcome, by, why, conditions: owed, recommended, rule, override });
    },
  );
}
