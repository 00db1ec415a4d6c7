import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Terms: whether they are frozen, and whether they still are what was agreed. */
export const TERMS_CODES = {
  "poc-not-started": {
    severity: "warning",
    kind: "due",
    title: "The terms are not frozen yet",
    explanation: `Targets, kill criteria, timebox and caps are still plain text that anybody may edit. Results measured
now prove nothing, because the target can still be moved to where the result landed.

Success and the reasons to stop are agreed before the first line of code, while nobody has a result to defend. \`poc
start\` writes them into the log; from then on every change shows.`,
    fix: `Complete the definitions until \`poc check\` reports only this, then \`poc start\`. Earlier work stays in
the log with its date.`,
  },
  "start-repeated": {
    severity: "error",
    kind: "breach",
    title: "The clock was started twice",
    explanation: `Two entries freeze the terms. Usually two branches both ran \`poc start\`. The first one is used for
the verdicts, because a second start would be a way to move every goalpost at once. Nothing is recommended until a
person has looked at both and withdrawn the later one.`,
    fix: `Withdraw the later start with a reason: \`poc undo ID --reason "…"\`. It stays in the log, and the memo says
so. If its terms are the right ones, record them: \`poc amend\`.`,
  },
  "act-withdrawn": {
    severity: "warning",
    kind: "breach",
    title: "A start or a passage of a gate was withdrawn",
    explanation: `There were two starts, or one gate was passed twice, and a person withdrew the later one. That is the
right way to settle it. The warning stays so that everybody can see it, and it names the terms that differed in the
withdrawn start.`,
    fix: "No action is needed. The person who decides should know, and reads it in the memo.",
  },
  "act-dated-back": {
    severity: "warning",
    kind: "breach",
    title: "An act is dated before an entry that its author knew",
    explanation: `An act (a start, an amendment, a decision, an answer), or a back-dated result, names the newest entry
in the log when it was written. Here that entry has a later time than the act itself: the act was back-dated, a clock
was set back, or somebody edited a time in one of the files. Results count as seen up to the later of the two moments,
and a result counts as seen at the later one.`,
    fix: "No action is needed for a start that was back-dated on purpose. Otherwise look at both files in git.",
  },
  "amendments-disputed": {
    severity: "error",
    kind: "breach",
    title: "A term was changed from a text that was not agreed",
    explanation: `An amendment states the old text of a term, and that is not the text agreed until then. Usually two
branches amended the same term independently, or somebody edited an entry. The later text is in force, but nothing is
recommended until both sides agree on one text.`,
    fix: `Agree on one text and record it, even if it is the one in force: \`poc amend --set TERM="…" --reason "…"
--approver "…"\`.`,
  },
  "amendment-repeated": {
    severity: "note",
    kind: "breach",
    title: "Two branches amended the same term",
    explanation: `An amendment states the old text of a term, but an earlier amendment had already changed that text.
Both ended with the same text, or a later amendment settled it, so it is clear what is agreed.`,
    fix: "No action is needed.",
  },
  "amendment-understates": {
    severity: "error",
    kind: "breach",
    title: "More results had been seen than an amendment says",
    explanation: `An amendment records how many results for its criterion had been logged. The log now has more
results with an earlier time. They were logged on another branch, withdrawn at that moment, unreadable, or back-dated;
or the entry was edited. A target that moves after the result is no longer a target, so the larger number is shown
everywhere.`,
    fix: "No action can change it. A fresh result, measured after the change, would remove the doubt.",
  },
  "term-unreadable": {
    severity: "error",
    kind: "records",
    title: "A frozen term cannot be read",
    explanation: `The start or an amendment contains a text that is not a valid value of the term: somebody edited or
wrote the entry by hand. The term would count as absent, and an absent target is never missed. So nothing is judged
until the term can be read.`,
    fix: "Put the entry back as it was: `git log -p` shows what it said.",
  },
  "terms-drift": {
    severity: "error",
    kind: "breach",
    title: "Frozen terms were edited without an amendment",
    explanation: `A target, a kill criterion, the timebox, a cap, a threshold, an hourly rate or an exchange rate
differs in the files from what was agreed at the start. Verdicts use the agreed terms, so the edit moves no goalpost.
It shows here and in the memo, with both values.

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
    title: "A term was changed after it had been breached",
    explanation: `A cap was raised after it had been exceeded, the timebox was extended after it had ended, a target
was changed after a miss, or a kill criterion after it had been tripped. The new term is in force, but the breach does
not disappear: the amendment, the memo and this check record it.

Otherwise every breach could be undone by the people who caused it, one approval later.`,
    fix: "No action is needed. The person who decides should know, and reads it on the first page of the memo.",
  },
} as const satisfies Record<string, CatalogueEntry>;
