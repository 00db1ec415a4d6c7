import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Dispute, DisputedAct, OnceSubject } from "../../domain/history/disputes.ts";
import { disputeClause, disputedActs, settleHint } from "../../wording/disputes.ts";
import type { Check } from "../check.ts";

/**
 * Things that may exist only once: a start, a decision, a passage of a gate, an answer that holds, a text of a term, an
 * answer to a forecast.
 */
export const disputes: Check = {
  name: "disputes",
  codes: [
    "start-repeated",
    "decisions-disputed",
    "gate-passed-twice",
    "answers-disputed",
    "amendments-disputed",
    "follow-ups-disputed",
  ],
  run: (standing) => standing.disputes.map(disputeOf),
};

const CODES = {
  start: "start-repeated",
  decision: "decisions-disputed",
  gate: "gate-passed-twice",
  answer: "answers-disputed",
  term: "amendments-disputed",
  "follow-up": "follow-ups-disputed",
} as const satisfies Readonly<Record<OnceSubject["kind"], string>>;

function disputeOf(dispute: Dispute): Diagnostic {
  const { subject, acts } = dispute;
  const [last, ...before] = acts.toReversed();
  return {
    code: CODES[subject.kind],
    message:
      `${disputeClause(subject, acts.length)}: ${disputedActs(dispute)}; ` +
      (subject.kind === "follow-up"
        ? "neither counts until one is withdrawn"
        : "nothing is recommended until one is chosen"),
    place: last === undefined ? valueAt("log") : placeOf(subject, last),
    related: before.map((act) => ({ place: placeOf(subject, act), label: "the other one" })),
    hint: settleHint(dispute),
  };
}

function placeOf(subject: OnceSubject, { entry }: DisputedAct): Place {
  switch (subject.kind) {
    case "start":
      return valueAt(entry.file, "start");
    case "decision":
      return valueAt(entry.file, "decision", "outcome");
    case "gate":
      return valueAt(entry.file, "gate", "gate");
    case "follow-up":
      return valueAt(entry.file, "followup", "due");
    case "answer":
      return valueAt(entry.file, "answers", subject.criterion);
    case "term":
      return entry.amend === undefined
        ? valueAt(entry.file, "start", "terms", subject.term)
        : valueAt(entry.file, "amend", "changes", subject.term);
  }
}
