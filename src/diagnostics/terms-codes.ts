import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Terms: whether they are frozen, and whether they still are what was agreed. */
export const TERMS_CODES = {
  "poc-not-started": {
    severity: "warning",
    kind: "due",
    title: "The terms are not frozen yet",
    explanation: `Targets, kill criteria, timebox and caps are still plain text that anybody may edit. Nothing that is
measured now proves anything, because the target can still be drawn around the place where the arrow landed.

Success and the reasons to stop are agreed before the first line of code, while nobody has a result to defend. \`poc
start\` writes them into the log; from then on every change shows.`,
    fix: `Complete the definitions until \`poc check\` reports only this, then \`poc start\`. Earlier work stays in
the log with its date.`,
  },
  "start-repeated": {
    severity: "error",
    kind: "breach",
    title: "The clock was started twice",
    explanation: `A second entry freezes terms again. The first one counts: a second start would be a way to move
every goalpost at once and call it a beginning. Usually two branches both ran \`poc start\`.`,
    fix: "Remove the file of the later start from the log, and say so in the commit. To change terms, `poc amend`.",
  },
  "terms-drift": {
    severity: "error",
    kind: "breach",
    title: "Frozen terms were edited without an amendment",
    explanation: `A target, a kill criterion, the timebox, a cap or a threshold differs in the files from what was
agreed at the start. Verdicts use the agreed terms, so the edit moves no goalpost; it only shows, here and in the
memo, with both values.

Terms may change for good reasons. Then the reason and the person who approved the change belong in the record.`,
    fix: 'Put the agreed value back, or record the change: `poc amend --reason "…" --approver "…"`.',
  },
  "terms-amended-late": {
    severity: "note",
    kind: "breach",
    title: "Terms were changed after results had been seen",
    explanation: `An amendment changed a term when results for it were already in the log. That is allowed, and the
new term is in force. Readers of the memo should know nevertheless, because a target that moves after the result is no
longer a target.`,
    fix: "No action is needed. A fresh result, measured after the change, would remove the doubt.",
  },
  "amended-after-breach": {
    severity: "warning",
    kind: "breach",
    title: "A term was changed when it had been breached already",
    explanation: `A cap was raised when more than the cap had been spent, the timebox was extended when it was over, a
target was changed when it had been missed, or a kill criterion when it was tripped. The new term is in force, but what
it met does not go away: an amendment records it, and so do the memo and this check.

Otherwise every breach could be undone by the people who caused it, one approval later.`,
    fix: "No action is needed. The person who decides should know, and reads it on the first page of the memo.",
  },
} as const satisfies Record<string, CatalogueEntry>;
