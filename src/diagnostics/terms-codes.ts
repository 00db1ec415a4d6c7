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
    explanation: `Two entries freeze the terms. Usually two branches both ran \`poc start\`. The first one is used for
the verdicts, and it stays: a second start would be a way to move every goalpost at once and call it a beginning.
Nothing is recommended until a person has looked at both and withdrawn the later one.`,
    fix: `Withdraw the later start with a reason: \`poc undo ID --reason "…"\`. It stays in the log, and the memo says
so. If its terms are the right ones, record them: \`poc amend\`.`,
  },
  "act-withdrawn": {
    severity: "warning",
    kind: "breach",
    title: "A start or a passage of a gate was withdrawn",
    explanation: `There were two starts, or one gate was passed twice, and a person withdrew the later one. That is
how it is settled, and nobody can do it unseen: this warning stays, and it names the terms that differed in the
withdrawn start.`,
    fix: "No action is needed. The person who decides should know, and reads it in the memo.",
  },
  "act-dated-back": {
    severity: "warning",
    kind: "breach",
    title: "An act is dated before an entry that its author knew",
    explanation: `An act (a start, an amendment, a decision, an answer) names the newest entry that was there when it
was written. Here that entry has a later time than the act itself: the act was dated back, a clock was set back, or a
time was edited in one of the files. What had been seen is counted up to the later of the two moments.`,
    fix: "No action is needed for a start that was dated back on purpose. Otherwise look at both files in git.",
  },
  "amendments-disputed": {
    severity: "error",
    kind: "breach",
    title: "A term was changed from a text that was not agreed",
    explanation: `An amendment says from what it changes a term, and that is not what had been agreed until then.
Usually two branches amended the same term and neither knew of the other; it may also be that somebody edited an entry.
By their times the later text is in force, but nothing is recommended until both sides agree on one text.`,
    fix: `Agree on one text and record it, even if it is the one in force: \`poc amend --set TERM="…" --reason "…"
--approver "…"\`.`,
  },
  "amendment-repeated": {
    severity: "note",
    kind: "breach",
    title: "Two amendments of one term did not know of each other",
    explanation: `An amendment says from what it changes a term, and an earlier amendment had changed it already. Both
came to the same text, or a later amendment settled it, so what is agreed is clear.`,
    fix: "No action is needed.",
  },
  "amendment-understates": {
    severity: "error",
    kind: "breach",
    title: "More results had been seen than an amendment says",
    explanation: `An amendment records how many results for its criterion had been logged. The log as it is now has
more of them with an earlier time. They were logged on another branch, withdrawn at that moment, unreadable, or dated
back; or the entry was edited. A target that moves after the result is no longer a target, so everything that is shown
uses the larger number.`,
    fix: "No action can change it. A fresh result, measured after the change, would remove the doubt.",
  },
  "term-unreadable": {
    severity: "error",
    kind: "records",
    title: "A frozen term cannot be read",
    explanation: `The start or an amendment contains a text that is not a value of the term: the entry was edited by
hand, or written by hand. The term would count as absent, and a target that is absent is never missed. So nothing is
judged until it can be read.`,
    fix: "Put the entry back as it was: `git log -p` shows what it said.",
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
target was changed when it had been missed, or a kill criterion when it was tripped. The new term is in force, but
what it met does not go away: an amendment records it, and so do the memo and this check.

Otherwise every breach could be undone by the people who caused it, one approval later.`,
    fix: "No action is needed. The person who decides should know, and reads it on the first page of the memo.",
  },
} as const satisfies Record<string, CatalogueEntry>;
