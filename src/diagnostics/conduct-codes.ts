import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of how the PoC is run: risks, value, frozen terms, the log, the decision. */
export const CONDUCT_CODES = {
  "risk-unassessed": {
    severity: "warning",
    kind: "due",
    title: "A risk of the register has not been assessed",
    explanation: `The register names the risk and nobody has said how high it is. Security and privacy that turn up late are one of the seven causes of death: they stall what everybody thought was finished. Asking costs a meeting; a level of \`low\` with a reason is a good answer.

It is said from the third working day on.`,
    mend: "Ask whoever knows, then `poc log --risk ID=low` with a note, or set `level` in risks.yaml.",
  },
  "risk-high-unowned": {
    severity: "warning",
    kind: "due",
    title: "A high risk has no owner or no mitigation",
    explanation: `A risk is called high, and either nobody watches it or nothing is done about it. Documenting risks is one of the five exit criteria of a PoC, and a high risk without either is a worry, not a document.`,
    mend: "Add `owner` and `mitigation` to the risk in risks.yaml.",
  },
  "risk-raised": {
    severity: "warning",
    kind: "due",
    title: "The records themselves raise a risk, and nobody has answered",
    explanation: `Some of the seven causes of death show in what is written down, whatever the register says of them: no owner, no sponsor or no budget in the charter; a PoC that stands on another stack than production; a business case that lacks inputs or a threshold, or of which every input is only asserted; no known cost of a task, or no cost of models, when two thirds of the timebox are gone; and by then nobody who has attested how it is watched in operation.

Such a risk counts as high from then on. A level in risks.yaml does not lower it, nor one that was logged before it showed: what the records show is the later word. A person's level with a note, logged since, stands; the memo shows both.

Said here are only those that no other check says: missing owners and budgets, other stacks and missing inputs have codes of their own.`,
    mend: 'Do what the hint says; or give the risk an owner and a mitigation in risks.yaml; or, where it is no risk, say why: `poc log --risk "cost-surprise=low: one call a day"`.',
  },
  "risk-cause-missing": {
    severity: "warning",
    kind: "due",
    title: "The register leaves out a cause of which PoCs die",
    explanation: `Seven causes stall PoCs between the demo and the product: the wrong stack, no owner, no value signal, ignored risk, invisible operations, surprising costs, and customers who do what nobody expected. Stack, owner, value and cost show in the records. Security and privacy, operations, and what real users will do show nowhere but in the register.

None of them has to be high. Each has to have been asked.`,
    mend: "Add a risk with `cause: risk-ignored`, `ops-invisible` or `customer-chaos` to risks.yaml. `poc init` writes all seven with their questions.",
  },
  "value-incomplete": {
    severity: "warning",
    kind: "due",
    title: "The business case cannot be computed",
    explanation: `Inputs of the two calculators are missing, or in a currency without a rate, so neither the annual impact nor the payback can be told. Demos impress, and spreadsheets fund. The first gate asks for one page with the impact in figures before any code is written.

Guesses are welcome if they are marked as such: every input carries a grade (measured, estimated, asserted) and may be a range.`,
    mend: "Add the inputs to value.yaml: users, tasks a day, minutes saved, hourly rate, working days a year, and what it costs to build.",
  },
  "value-source-missing": {
    severity: "warning",
    kind: "due",
    title: "An input of the business case is graded, and nothing stands behind the grade",
    explanation: `An input is called measured without an entry of the log or a source, or estimated without a reason. The word alone makes no figure better known, so it counts as asserted until something is named: in the share of the value that rests on assertion, and in the exit criteria.

A measurement names the entries of the log it was made in, or where else it can be looked up. An estimate says why it is what it is.`,
    mend: "Add `entries: [ID, …]`, `source: …` or `reason: …` beside the grade in value.yaml, or call the input asserted.",
  },
  "value-entry-withdrawn": {
    severity: "warning",
    kind: "due",
    title: "An input of the business case rests on an entry that does not count",
    explanation: `The entry that an input names as its measurement was withdrawn by a correction, or is dated after the day that is judged. What does not count in the log proves nothing in the business case either: without another entry or a source the input counts as asserted.`,
    mend: "Name the entry that took its place, or another source.",
  },
  "minutes-above-task": {
    severity: "error",
    kind: "records",
    title: "More time is saved on a task than it takes",
    explanation: `The minutes saved on a task are more than \`task_minutes\`, the time that the task takes today. Nothing saves more than all of it. The business case is not judged until the two agree; the high ends of ranges are held against each other too, because a simulation draws them.`,
    mend: "Correct `minutes_saved` or `task_minutes` in value.yaml. Both are for one task, not for a day.",
  },
  "minutes-above-day": {
    severity: "error",
    kind: "records",
    title: "One person saves more time a day than the day has",
    explanation: `Tasks a day times minutes saved come to more than 24 hours for one person. Most of the time one of the two figures is for the whole team, or for a month. The business case is not judged until it is possible; the high ends of ranges count too, because a simulation draws them.`,
    mend: "Correct `tasks_per_day` or `minutes_saved` in value.yaml. Both are for one person.",
  },
  "payback-threshold-missing": {
    severity: "warning",
    kind: "due",
    title: "No threshold says when the idea is not worth it",
    explanation: `The business case has figures, but nothing says from where on they are not good enough. A threshold set afterwards is always met. Twelve months of payback is a usual one.`,
    mend: "Add `thresholds: {payback: 12 months}` to value.yaml, or the least annual impact.",
  },
  "payback-threshold-missed": {
    severity: "error",
    kind: "breach",
    title: "The business case misses its threshold",
    explanation: `By its own figures the idea pays back too slowly, or is worth too little a year. The threshold was set up front so that this is no matter of opinion now: ideas that miss it are dropped, however good the demo.

The comparison is exact: a payback of exactly twelve months meets a threshold of twelve.`,
    mend: "`poc memo`, then `poc decide no-go`. If an input is wrong, correct it with its source; `poc value` shows which of them would turn the answer.",
  },
  "terms-drift": {
    severity: "error",
    kind: "breach",
    title: "Frozen terms were edited without an amendment",
    explanation: `A target, a kill criterion, the timebox, a cap or a threshold stands otherwise in the files than it was agreed at the start. Verdicts go by what was agreed, so the edit moves no goalpost; it only shows, here and in the memo, with both values.

Terms may change for good reasons. Then the reason and the person who approved it are part of the record.`,
    mend: 'Put the agreed value back, or record the change: `poc amend --reason "…" --approver "…"`.',
  },
  "terms-amended-late": {
    severity: "note",
    kind: "breach",
    title: "Terms were changed after results had been seen",
    explanation: `An amendment changed a term when results for it were already in the log. It is allowed and in force. Readers of the memo should know nevertheless, because a target that moves after the result is no target any more.`,
    mend: "Nothing has to be done. A fresh result, measured after the change, would take the doubt away.",
  },
  "dataset-changed": {
    severity: "warning",
    kind: "breach",
    title: "A result came from another data set than the others, or than was agreed",
    explanation: `The result names the hash of its data, and it is not the one that was agreed, nor that of the first result of the eval. Easier cases make a better figure without a better system. Two figures on different cases cannot be set side by side either.

The result counts. The memo says what it was measured on.`,
    mend: "Measure again on the agreed cases. If the data had to change, `poc amend` its hash in evals.yaml, with the reason.",
  },
  "cases-added": {
    severity: "warning",
    kind: "breach",
    title: "Cases were added after a result had been seen",
    explanation: `A later run of the same arm has more cases than were agreed, or than its first run had where nothing was agreed. Going on until the figure looks good is the surest way to a figure that looks good: chance alone crosses every line in the end.

The bounds pay for every look, so the verdict still holds. The memo names the cases that were added.`,
    mend: "Agree on the number of cases before the start (`min_n`; `poc plan` says how many). To run more, say why in the log.",
  },
  "result-withdrawn": {
    severity: "note",
    kind: "breach",
    title: "A result was withdrawn that was worse than the one judged",
    explanation: `A correction took back a result, and what is judged now looks better than what was withdrawn. Slips of the keyboard are withdrawn every day and for good reason. So are runs that somebody would rather not have had. A reader of the memo cannot tell one from the other, except by the reason that was given.`,
    mend: "Nothing has to be done where the reason tells the slip. Where it was a run like any other, `poc undo` the correction: every run counts.",
  },
  "log-silent": {
    severity: "warning",
    kind: "due",
    title: "The log has been silent for two working days",
    explanation: `Two whole working days of the timebox passed without an entry. What is not written down on the day is remembered differently at the end, and hours and tokens that nobody logged are the hidden cost of a PoC. A line a day is enough, and "nothing worked" is a line.`,
    mend: '`poc log --date yesterday "…"` for what can still be remembered.',
  },
  "start-repeated": {
    severity: "error",
    kind: "breach",
    title: "The clock was started twice",
    explanation: `A second entry freezes terms again. The first one counts: a second start would be a way to move every goalpost at once and call it a beginning. It usually comes from two branches that both ran \`poc start\`.`,
    mend: "Take the file of the later start out of the log, with a word in the commit. To change terms, `poc amend`.",
  },
  "undo-refused": {
    severity: "error",
    kind: "breach",
    title: "A correction tries to undo what is final",
    explanation: `A correction withdraws a fact that was logged wrongly. The start, an amendment, a decision and the passage of a gate are no facts but acts of people: if they could be taken back by one more line, nothing would be agreed and nothing decided. The correction is kept, and it has no effect. \`poc undo\` refuses it, so the entry was probably written by hand.`,
    mend: "Change terms with `poc amend`, and a decision with `poc decide --supersede`. `poc undo` of the correction takes it out of sight.",
  },
  "entry-in-future": {
    severity: "error",
    kind: "breach",
    title: "An entry is dated in the future",
    explanation: `The entry is of a moment that has not come, by more than the few minutes by which clocks differ. It does not count until then. A slip of the keyboard in a date, or a clock that is set wrong.`,
    mend: "Correct `at` in the entry, or the clock of the machine that wrote it.",
  },
  "entry-outside-timebox": {
    severity: "warning",
    kind: "breach",
    title: "Work lies outside the timebox",
    explanation: `Results, money or hours are logged before the first day or after the last. They count, since what was spent was spent, but the memo claims a fixed time, and this was not within it. Notes, answers and decisions may come at any time.`,
    mend: "Correct the date if it is a slip. If more time was agreed, `poc amend --extend DAYS`; else stop and decide.",
  },
  "entry-after-decision": {
    severity: "warning",
    kind: "breach",
    title: "Work went on after the decision",
    explanation: `Results, money or hours are logged after somebody decided. After a no-go this is work nobody agreed to; after a go it belongs to the next gate, with its own budget and its own question.`,
    mend: "Log it where it belongs. If it changes the picture, a new decision supersedes the old one: `poc decide --supersede`.",
  },
  "secret-in-log": {
    severity: "warning",
    kind: "breach",
    title: "An entry seems to hold a key or a password",
    explanation: `A text of an entry has the shape of a well-known token: a cloud or model provider's key, a repository token, a private key. The log lies in git, and what git has seen is copied wherever the repository goes. The value is never shown.

Ad-hoc credentials are a bad sign in a PoC as such: standard identity and a vault are cheaper to have from the beginning.`,
    mend: "Revoke the secret first. Then edit it out of the entry; its history has to be rewritten by git's means, if at all.",
  },
  "decision-missing": {
    severity: "error",
    kind: "due",
    title: "The timebox is over and nobody has decided",
    explanation: `The last day has passed without a decision. The decision is what the PoC was for; a demo is not one, and neither is "let us see". A PoC that nobody ends goes on in people's calendars.

If not everything was settled in time, that is an answer: not proven.`,
    mend: "`poc memo`, then `poc decide go`, `no-go` or `conditional`. `poc decide extend` buys time once.",
  },
  "decision-against-recommendation": {
    severity: "note",
    kind: "breach",
    title: "The decision goes against the recommendation",
    explanation: `The tool recommends by fixed rules, and a person decides. Here the person decided otherwise and said why. Both stand in the memo. That is how it is meant to be.`,
    mend: "Nothing has to be done.",
  },
  "decision-reason-missing": {
    severity: "error",
    kind: "breach",
    title: "A decision goes against the recommendation without a reason",
    explanation: `A person may decide otherwise than the rules recommend, but has to say why: the reason is what the next reader of the memo will look for. \`poc decide\` asks for it, so this entry was probably written by hand.`,
    mend: '`poc decide --supersede --override "…"` with the reason.',
  },
  "decision-condition-vague": {
    severity: "warning",
    kind: "due",
    title: "A condition of the decision has no owner or no day",
    explanation: `A conditional go is only as good as its conditions. One that nobody has to meet, or not by any day, is a go without condition.`,
    mend: 'Decide again with both: `poc decide conditional --supersede --condition "… @Name by 2026-12-18"`.',
  },
  "decision-condition-overdue": {
    severity: "error",
    kind: "due",
    title: "A condition of the decision is overdue",
    explanation: `The decision was a go if certain things happened by certain days. The day of one of them has passed, and the decision still hangs on it.`,
    mend: "Decide again: `poc decide go --supersede` where the condition is met, `no-go` where it is not.",
  },
} as const satisfies Record<string, CatalogueEntry>;
