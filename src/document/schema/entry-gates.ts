import type { GatePassage, PassedCondition, WaivedItem, Waiver } from "../../domain/records/entry.ts";
import { fields, list, mapped, optional, required, type Field } from "./field.ts";
import { choice, date, id, person, text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Names of items, entries and derivations: no prose. */
const LONGEST_NAME = 200;

export function waiver(): Field<Waiver> {
  return mapped(
    fields({
      item: required(
        text("a condition of a gate", LONGEST_NAME),
        "Item",
        "Gate and condition.",
        "feasibility-poc.risks",
      ),
      reason: required(text(), "Reason", "Why the gate may be passed without it.", "The review is booked"),
      approver: required(person(), "Approver", "The person responsible for it.", "Marta Weiss <marta@example.com>"),
      until: required(date(), "Until", "The last day on which it counts.", "2026-12-31"),
      evidence: optional(
        text("the name of a derivation", LONGEST_NAME),
        "Evidence",
        "The part of the records that would close the condition.",
        "risks-documented",
      ),
      document: optional(
        text("the kind of a document", LONGEST_NAME),
        "Document",
        "The document that would close it.",
        "decision",
      ),
      open_items: optional(list(waivedItem()), "Open items", "Items of the checklist that were open.", [
        { item: "mvp.guardrails" },
      ]),
    }),
    ({ item, reason, approver, until, evidence, document, open_items: openItems }): Waiver =>
      withoutUndefined({ item, reason, approver, until, evidence, document, openItems }),
  );
}

function waivedItem(): Field<WaivedItem> {
  return mapped(
    fields({
      item: required(text("an item of a checklist", LONGEST_NAME), "Item", "List and item.", "mvp.guardrails"),
      evidence: optional(
        text("the name of a derivation", LONGEST_NAME),
        "Evidence",
        "The part of the records that would close the item.",
        "same-runtime",
      ),
    }),
    (written): WaivedItem => withoutUndefined(written),
  );
}

function condition(): Field<PassedCondition> {
  return mapped(
    fields({
      item: required(id(), "Item", "The condition, by its id within the gate.", "decision"),
      state: required(choice(["met", "waived"]), "State", "Its state.", "met"),
      basis: required(
        choice(["evidence", "person", "none"]),
        "Basis",
        "Whether the records showed it or a person said so.",
        "evidence",
      ),
      because: required(
        text(),
        "Because",
        "What showed it, or what was missing and waived.",
        "Go, by Marta Weiss on Fri 4 Dec 2026",
      ),
      entries: optional(list(text("the id of an entry", LONGEST_NAME)), "Entries", "The entries it rests on.", [
        "k7f3q2m",
      ]),
    }),
    ({ item, state, basis, because, entries }): PassedCondition => ({
      item,
      state,
      basis,
      because,
      entries: entries ?? [],
    }),
  );
}

export function gatePassage(): Field<GatePassage> {
  return mapped(
    fields({
      gate: required(id(), "Gate", "Id of the gate.", "feasibility-poc"),
      number: required(whole(0, 999), "Number", "Its place among the gates.", 1),
      title: required(text(), "Title", "What people call it.", "Feasibility PoC"),
      after: optional(id(), "After", "The gate before it; absent for the first.", "value-hypothesis"),
      outcome: required(choice(["passed"]), "Outcome", "Always passed: otherwise there is no entry.", "passed"),
      approver: required(person(), "Approver", "Who approved.", "Marta Weiss <marta@example.com>"),
      conditions: optional(list(condition()), "Conditions", "Conditions and artifacts with their states.", [
        { item: "decision", state: "met", basis: "evidence", because: "Go, by Marta Weiss on Fri 4 Dec 2026" },
      ]),
      open_questions: optional(list(id()), "Open questions", "Questions of its document that nobody had answered.", [
        "surprise",
      ]),
    }),
    ({ gate, number, title, after, approver, conditions, open_questions: openQuestions }): GatePassage =>
      withoutUndefined({ gate, number, title, after, approver, conditions: conditions ?? [], openQuestions }),
  );
}
