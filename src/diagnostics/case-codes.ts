import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The case for the idea: its risks and its business value. */
export const CASE_CODES = {
  "risk-unassessed": {
    severity: "warning",
    kind: "due",
    title: "A risk of the register has not been assessed",
    explanation: `The register names the risk and nobody has said how high it is. Security and privacy that turn up
late are one of the seven causes of death: they stall what everybody thought was finished. Asking costs a meeting; a
level of \`low\` with a reason is a good answer.

The warning starts on the third working day.`,
    fix: "Ask somebody who knows, then `poc log --risk ID=low` with a note, or set `level` in risks.yaml.",
  },
  "risk-high-unowned": {
    severity: "warning",
    kind: "due",
    title: "A high risk has no owner or no mitigation",
    explanation: `The risk is rated high, and either nobody watches it or nothing is done about it. Documenting risks
is one of the five exit criteria of a PoC, and a high risk without either is a worry, not a document.`,
    fix: "Add `owner` and `mitigation` to the risk in risks.yaml.",
  },
  "risk-raised": {
    severity: "warning",
    kind: "due",
    title: "The records themselves raise a risk, and it has no answer",
    explanation: `Some of the seven causes of death show in the records, whatever the register says of them: no owner,
no sponsor or no budget in the charter; a PoC that runs on another stack than production; a business case that lacks
inputs or a threshold, or that has no source for any of its inputs. After two thirds of the timebox, three more count:
no known cost of a task, no cost of models, and no attested plan for monitoring in operation.

Such a risk then counts as high. A level in risks.yaml does not lower it, and neither does a level that was logged
before the risk showed. A level that a person logs afterwards, with a note, counts; the memo shows both.

This code reports only the risks that no other check reports: missing owners and budgets, other stacks and missing
inputs have codes of their own.`,
    fix: `Do what the hint says; or give the risk an owner and a mitigation in risks.yaml; or, if it is not a risk,
say why: \`poc log --risk "cost-surprise=low: one call a day"\`.`,
  },
  "risk-cause-missing": {
    severity: "warning",
    kind: "due",
    title: "The register leaves out one of the seven causes of death",
    explanation: `Seven causes stall PoCs between the demo and the product: the wrong stack, no owner, no value
signal, ignored risk, invisible operations, surprising costs, and customers who do what nobody expected. Stack, owner,
value and cost show in the records. Security and privacy, operations, and the behaviour of real users show only in the
register.

None of them has to be high. Somebody has to have asked about each.`,
    fix: `Add a risk with \`cause: risk-ignored\`, \`ops-invisible\` or \`customer-chaos\` to risks.yaml. \`poc init\`
writes all seven with their questions.`,
  },
  "value-incomplete": {
    severity: "warning",
    kind: "due",
    title: "The business case cannot be calculated",
    explanation: `Inputs of the two calculators are missing, or in a currency without a rate: impact and payback need
all of them. A demo impresses people, but figures get the money. The first gate asks for one page with the impact in
figures before any code is written.

Guesses are welcome if they are marked as such: every input carries a grade (measured, estimated, asserted) and may be a
range.`,
    fix: `Add the inputs to value.yaml: users, tasks a day, minutes saved, hourly rate, working days a year, and what
it costs to build.`,
  },
  "value-source-missing": {
    severity: "warning",
    kind: "due",
    title: "An input of the business case has a grade but no source",
    explanation: `An input is called measured without a log entry or a source, or estimated without a reason. The word
alone does not make a figure more reliable. Until the input names its source or reason, it counts as asserted, both in
the share of the value without a source and in the exit criteria.

A measurement names the log entries it was made in, or another place to look it up. An estimate gives its reason.`,
    fix: `Add \`entries: [ID, …]\`, \`source: …\` or \`reason: …\` beside the grade in value.yaml, or call the input
asserted.`,
  },
  "value-entry-withdrawn": {
    severity: "warning",
    kind: "due",
    title: "An input of the business case depends on an entry that does not count",
    explanation: `The entry that an input names as its measurement was withdrawn by a correction, or is dated after
the day that is judged. An entry that does not count in the log proves nothing in the business case either: without
another entry or a source the input counts as asserted.`,
    fix: "Name the entry that took its place, or another source.",
  },
  "minutes-above-task": {
    severity: "error",
    kind: "records",
    title: "A task saves more time than it takes",
    explanation: `The minutes saved per task are more than \`task_minutes\`, the time that the task takes today. A task
cannot save more time than it takes. The business case is not judged until the two agree. The high ends of ranges are
compared too, because the simulation uses them.`,
    fix: "Correct `minutes_saved` or `task_minutes` in value.yaml. Both are for one task, not for a day.",
  },
  "minutes-above-day": {
    severity: "error",
    kind: "records",
    title: "One person saves more time than a day has",
    explanation: `Tasks a day times minutes saved is more than 24 hours for one person. Usually one of the two figures
is for the whole team, or for a month. The business case is not judged until the figures are possible. The high ends of
ranges count too, because the simulation uses them.`,
    fix: "Correct `tasks_per_day` or `minutes_saved` in value.yaml. Both are for one person.",
  },
  "payback-threshold-missing": {
    severity: "warning",
    kind: "due",
    title: "No threshold says when the idea is not worth it",
    explanation: `The business case has figures, but nothing says when they are not good enough. A threshold set
afterwards is always met. Twelve months of payback is a common one.`,
    fix: "Add `thresholds: {payback: 12 months}` to value.yaml, or the least annual impact.",
  },
  "payback-threshold-missed": {
    severity: "error",
    kind: "breach",
    title: "The business case misses its threshold",
    explanation: `By its own figures the idea pays back too slowly, or is worth too little a year. The threshold was
agreed up front so that it is not a matter of opinion now. An idea that misses it is dropped, however good the demo was.

The comparison is exact: a payback of exactly twelve months meets a threshold of twelve.`,
    fix: `\`poc memo\`, then \`poc decide no-go\`. If an input is wrong, correct it with its source; \`poc value\`
shows which input is enough on its own to change the answer.`,
  },
  "value-contradicted-by-log": {
    severity: "warning",
    kind: "breach",
    title: "The log's own costs would change the answer of the business case",
    explanation: `value.yaml states what models, or people who review answers, cost in a year. The log has measured the
same: the cost of a task, or the review time of an answer, times the tasks of a year. With the figure from the log, the
business case would get a different verdict.

One of the two figures is wrong, and the decision depends on which. Review by people is the cost that most business
cases leave out.`,
    fix: `Correct \`model_cost\` or \`review_cost\` in value.yaml, or give it a \`source\` that says why production
differs. If you remove the line, the figure from the log counts. The memo names both figures on its first page.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
