import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of the charter: who, what, how long, for how much, on what. */
export const CHARTER_CODES = {
  "poc-not-started": {
    severity: "warning",
    kind: "due",
    title: "The terms are not frozen yet",
    explanation: `Targets, kill criteria, timebox and caps are still plain text that anybody may edit. Nothing that is measured now proves anything, because the target can still be drawn around the place where the arrow landed.

Success and the reasons to stop are agreed before the first line of code, while nobody has a result to defend. \`poc start\` writes them into the log; from then on every change shows.`,
    mend: "Complete the definitions until `poc check` has nothing but this left, then `poc start`. Work that was logged before stays in the log with its date.",
  },
  "placeholder-left": {
    severity: "warning",
    kind: "due",
    title: "A field was left for later",
    explanation: `A placeholder such as TBD, TODO, ? or an empty value stands where an answer belongs. It counts as absent: nothing is ever judged as if it had been filled in.

A gap that survives the kickoff is usually the question that somebody did not want to ask. It is cheaper to hear the answer now than at the end.`,
    mend: "Write the answer, or remove the line where the PoC does not need it. In what is going to be frozen a placeholder holds up `poc start`.",
  },
  "charter-incomplete": {
    severity: "error",
    kind: "due",
    title: "The charter lacks what a PoC cannot be judged without",
    explanation: `A PoC answers one question about one or two unknowns within a fixed time. Without the question there is nothing to decide, without an unknown there is nothing to find out, and without a start, a number of working days and a time zone there is no day on which it ends.

Where the pattern is known and the value obvious, no PoC is needed: that is an MVP, and it should be built as one.`,
    mend: "Add `question`, `unknowns` or the missing part of `timebox` to poc.yaml.",
  },
  "owner-missing": {
    severity: "error",
    kind: "breach",
    title: "Nobody owns the PoC",
    explanation: `No person answers for this PoC. When it succeeds there is nobody to take it on, and that is one of the seven ways in which PoCs die: the demo is applauded, and no one adopts it.

An owner is a person with a name, not a team. It is the one who is asked on the last day.`,
    mend: "Put `owner: Name <address>` into poc.yaml. If nobody wants to be that name, do not start.",
  },
  "sponsor-missing": {
    severity: "error",
    kind: "breach",
    title: "Nobody sponsors the PoC",
    explanation: `The product of a PoC is a decision, and no person is named who will take it or who could pay for what follows. A PoC without a sponsor is a hobby with a budget: whatever it shows, nothing happens.

The sponsor reads one page at the end. Somebody who has not agreed to read it will not be convinced by it either.`,
    mend: "Put `sponsor: Name <address>` into poc.yaml, after having asked that person.",
  },
  "mvp-budget-missing": {
    severity: "warning",
    kind: "due",
    title: "No budget stands behind the PoC",
    explanation: `Nothing is set aside for the MVP that would follow a success. Money is better put into MVPs than into science projects: a PoC is worth its cost only if a funded path leads on from it.

A rough figure is enough. That someone had to name it is what counts.`,
    mend: "Ask the sponsor what a success would be worth trying, and add `budget: 120000 EUR` under `mvp:` in poc.yaml.",
  },
  "too-many-unknowns": {
    severity: "error",
    kind: "breach",
    title: "The PoC takes on more than two unknowns",
    explanation: `A PoC is a scale model: it shows shape and fit, and nobody lives in it. With three or more unknowns it turns into a small product, built end to end on a stack that will be thrown away, and when it fails nobody can tell which of the unknowns was to blame.

One unknown with a measurable answer is best. Two are the most that two or three weeks can retire.`,
    mend: "Keep the one or two unknowns whose answer decides. The others become assumptions, risks, or PoCs of their own.",
  },
  "motivation-alone": {
    severity: "warning",
    kind: "breach",
    title: "Pressure alone drives the PoC, with no value and no owner behind it",
    explanation: `The charter says honestly why this was started: pressure from above, the wish to be seen, or the fear of being last. None of these is a bad reason to begin. They become dangerous when the PoC gathers momentum with nothing else under it: no value in figures, no person who owns it.

Such a PoC cannot be stopped by evidence, because evidence is not why it exists.`,
    mend: "Name an owner in poc.yaml and complete value.yaml. If neither can be had, showing somebody an existing product is cheaper.",
  },
  "timebox-too-long": {
    severity: "error",
    kind: "breach",
    title: "The timebox is longer than three weeks",
    explanation: `A PoC takes two to three weeks: up to fifteen working days. What needs longer is more than one or two unknowns, or it is a project that calls itself a PoC to avoid the questions a project is asked.

A longer timebox is accepted where an amendment says why and who agreed to it.`,
    mend: "Shrink the question until fifteen working days answer it. If more was truly agreed after the start, record it with `poc amend`.",
  },
  "timebox-over": {
    severity: "error",
    kind: "breach",
    title: "The timebox is over, and an extension was decided but never agreed",
    explanation: `Somebody decided to extend the PoC, but the frozen terms still end where they ended: no amendment added a day. The work goes on outside of any timebox.

"Just one more experiment" is how two weeks become half a year. An extension is fine once, if it has a length, a reason and a person who approved it.`,
    mend: "`poc amend --extend DAYS` with reason and approver, or a decision: `poc memo`, then `poc decide`.",
  },
  "timebox-extended-again": {
    severity: "warning",
    kind: "breach",
    title: "The timebox was extended more than once",
    explanation: `One extension happens to good teams. A second one is the beginning of the saga in which a two-week PoC is still running after six months, each step of it reasonable.

What two extensions did not settle will hardly be settled by a third. "Not proven" is an honest answer, and an affordable one.`,
    mend: "Decide on what has been shown: `poc memo`, then `poc decide`. What remains open may become a PoC with a question of its own.",
  },
  "stack-differs": {
    severity: "warning",
    kind: "breach",
    title: "The PoC stands on another stack than production",
    explanation: `Something the PoC is built on is not among what production runs. The wrong stack is the first of the seven causes of death: a result on a platform that you cannot or will not run in production has to be earned a second time, and the rewrite five weeks before launch is where the time goes.

The names are compared as they are written, so \`python 3.12\` and \`python 3.11\` differ, and they may.`,
    mend: "Move the PoC onto the production stack, or have whoever runs production take the part on, and add it to `mvp.production_stack`.",
  },
  "stack-missing": {
    severity: "warning",
    kind: "due",
    title: "The charter does not say on what the PoC or production runs",
    explanation: `Whether the PoC is built on what production can run is not written down, so nobody has asked yet. It is asked in the last week otherwise, when the answer is expensive.`,
    mend: "List the parts of both: `poc_stack` and `mvp.production_stack` in poc.yaml. Runtime, platform and model endpoint are the ones that matter.",
  },
  "spend-cap-missing": {
    severity: "error",
    kind: "due",
    title: "No limit is set on what the PoC may spend",
    explanation: `A PoC is capped in time and in money. Without a cap there is no moment at which spending needs a second thought, and token bills come after the month in which they were run up.`,
    mend: "Add `spend_cap: 2000 EUR` to poc.yaml. Anything the sponsor would not mind losing is a good figure.",
  },
  "spend-cap-breached": {
    severity: "error",
    kind: "breach",
    title: "More was spent than the cap allows",
    explanation: `The sum of all spend, each line reckoned at its stated rate, is above the cap. The entry that took it over is named. Exactly the cap is not over; a refund counts as negative spend.

Recording the money was right: a log that hides overspending is worth nothing. Cost surprises kill PoCs because they foretell the cost of the product.`,
    mend: "Stop spending and decide on what is there, or have the sponsor raise the cap: `poc amend`. If a line is wrong, `poc undo` it and log it again.",
  },
  "spend-projected-over": {
    severity: "warning",
    kind: "breach",
    title: "At this rate the cap will not last",
    explanation: `If the mean spend of the working days so far holds, the cap is passed before the timebox ends, on the day that is named. It is reckoned from the third working day on; fewer days foretell nothing.

This is a forecast and not a fault. It is said early because the run that decides usually comes last, and has to be paid for too.`,
    mend: "Run fewer or cheaper cases, decide earlier, or ask for more before it is spent.",
  },
  "spend-cap-near": {
    severity: "warning",
    kind: "breach",
    title: "Spending has come near the cap",
    explanation: `Nine tenths of the cap or more are spent while the PoC is still running.`,
    mend: "Keep what is left for the run that decides.",
  },
  "hours-cap-breached": {
    severity: "error",
    kind: "breach",
    title: "More hours went in than the charter allows",
    explanation: `Hours of people, meetings included (length times the number of people), are above the cap that the charter sets. Untracked hours and endless meetings are the cost that shows on no invoice and drains a team all the same: attention is the scarcer currency.`,
    mend: "Decide on what is there, or have the cap raised with `poc amend`. Meetings are the first place to look.",
  },
  "exchange-rate-missing": {
    severity: "error",
    kind: "records",
    title: "Money is stated in a currency without a rate",
    explanation: `An amount is in another currency than the cap, and neither the line nor costs.yaml states a rate. Two currencies without a rate have no sum; rather than guess one, nothing about the money is judged.`,
    mend: "Add the currency under `exchange:` in costs.yaml with its rate, date and source.",
  },
} as const satisfies Record<string, CatalogueEntry>;
