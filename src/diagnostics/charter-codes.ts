import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The charter: the question, the people, the time, and what the PoC is built on. */
export const CHARTER_CODES = {
  "placeholder-left": {
    severity: "warning",
    kind: "due",
    title: "A field was left for later",
    explanation: `A placeholder such as TBD, TODO, ? or an empty value stands where an answer belongs. It counts as
missing: nothing is ever judged as if it had been filled in.

A gap that survives the kickoff is usually the question that nobody wanted to ask. The answer is cheaper now than at
the end.`,
    fix: `Write the answer, or remove the line if the PoC does not need it. \`poc start\` refuses placeholders in what
it freezes.`,
  },
  "charter-incomplete": {
    severity: "error",
    kind: "due",
    title: "The charter lacks something without which a PoC cannot be judged",
    explanation: `A PoC answers one question about one or two unknowns within a fixed time. Without the question there
is nothing to decide, and without an unknown there is nothing to find out. Without a start, a number of working days
and a time zone, no day is the last one.

If the pattern is known and the value obvious, you do not need a PoC: that is an MVP, and it should be built as one.`,
    fix: "Add `question`, `unknowns` or the missing part of `timebox` to poc.yaml.",
  },
  "owner-missing": {
    severity: "error",
    kind: "breach",
    title: "The PoC has no owner",
    explanation: `No person answers for this PoC. If it succeeds, nobody is there to take it on, and that is one of
the seven ways in which PoCs die: the demo is applauded, and no one adopts it.

The owner is a named person, not a team: the one who has to answer on the last day.`,
    fix: "Put `owner: Name <address>` into poc.yaml. If nobody is willing to be named, do not start.",
  },
  "sponsor-missing": {
    severity: "error",
    kind: "breach",
    title: "The PoC has no sponsor",
    explanation: `The product of a PoC is a decision, and no person is named who will take it or who could pay for
what follows. A PoC without a sponsor is a hobby with a budget: whatever it shows, nothing happens.

The sponsor reads one page at the end. A person who has not agreed to read it will not be convinced by it either.`,
    fix: "Ask that person, then put `sponsor: Name <address>` into poc.yaml.",
  },
  "mvp-budget-missing": {
    severity: "warning",
    kind: "due",
    title: "No budget is set aside for the MVP",
    explanation: `Nothing is set aside for the MVP that would follow a success. Money is better spent on MVPs than on
science projects: a PoC is worth its cost only if a funded path leads on from it.

A rough figure is enough. What counts is that somebody had to name it.`,
    fix: `Ask the sponsor how much they would invest if it works, and add \`budget: 120000 EUR\` under \`mvp:\` in
poc.yaml.`,
  },
  "too-many-unknowns": {
    severity: "error",
    kind: "breach",
    title: "The PoC has more than two unknowns",
    explanation: `A PoC is a scale model: it shows shape and fit, and nobody lives in it. With three or more unknowns it
turns into a small product, built on a stack that will be thrown away. If it fails, nobody can tell which of the
unknowns was to blame.

One unknown with a measurable answer is best. Two are the most that two or three weeks can settle.`,
    fix: `Keep the one or two unknowns whose answer decides. The others become assumptions, risks, or PoCs of their
own.`,
  },
  "unknown-unanswerable": {
    severity: "warning",
    kind: "due",
    title: "Nothing in the PoC answers one of its unknowns",
    explanation: `An unknown is a promise to find something out. If it names no eval, kill criterion or assumption that
answers it, it is forgotten by the second week and missing from the memo.

What answers it is frozen with the question, so the answer cannot be chosen after the results are in.`,
    fix: `Write the unknown as \`{question: Does it …?, answered_by: wrong-rate}\` in poc.yaml, with the ids of evals,
kill criteria or assumptions. \`poc start\` asks for it.`,
  },
  "motivation-alone": {
    severity: "warning",
    kind: "breach",
    title: "Only pressure drives the PoC: it has no owner and no value in figures",
    explanation: `The charter says honestly why this was started: pressure from above, the wish to be seen, or the fear
of being last. None of these is a bad reason to begin. They become dangerous when the PoC has nothing else behind it: no
value in figures and no owner.

Such a PoC cannot be stopped by evidence, because evidence is not why it exists.`,
    fix: `Name an owner in poc.yaml and complete value.yaml. If you can get neither, a demo of an existing product is
cheaper.`,
  },
  "timebox-too-long": {
    severity: "error",
    kind: "breach",
    title: "The timebox is longer than three weeks",
    explanation: `A PoC takes two to three weeks: up to fifteen working days. Work that needs longer has more than one
or two unknowns, or it is a project that calls itself a PoC to avoid the questions a project is asked.

Extensions count, approved or not. The amendment says why there was more time, but the error stays, in the check and on
the first page of the memo.`,
    fix: `Before the start, shrink the question until fifteen working days can answer it. After it, decide on what has
been shown: \`poc memo\`, then \`poc decide\`.`,
  },
  "timebox-days-lost": {
    severity: "warning",
    kind: "due",
    title: "Days of the timebox have passed before the start",
    explanation: `The timebox has begun, or is over, and nothing has been agreed yet. Started now, the PoC would have
fewer days than everybody reads in the charter, and days before any agreement would count as days of work.

\`poc start\` refuses until the first day is moved; a start some hours late on the first day is fine.`,
    fix: "`poc start --from DAY` moves the first day in poc.yaml and freezes the terms. Tell the sponsor.",
  },
  "timebox-over": {
    severity: "error",
    kind: "breach",
    title: "The timebox is over, and an extension was decided but never agreed",
    explanation: `Somebody decided to extend the PoC, but the frozen terms still end on the old day: no amendment added
any time. The work continues outside the timebox.

"Just one more experiment" is how two weeks become six months. One extension is fine if it has a length, a reason and an
approver.`,
    fix: "`poc amend --extend DAYS` with reason and approver, or a decision: `poc memo`, then `poc decide`.",
  },
  "timebox-extended-again": {
    severity: "warning",
    kind: "breach",
    title: "The timebox was extended more than once",
    explanation: `One extension happens to good teams. A second one is how a two-week PoC is still running after six
months, although each step seemed reasonable.

A third extension will hardly settle what two did not. "Not proven" is an honest answer, and a cheap one.`,
    fix: `Decide on what has been shown: \`poc memo\`, then \`poc decide\`. What remains open may become a PoC with a
question of its own.`,
  },
  "stack-differs": {
    severity: "warning",
    kind: "breach",
    title: "The PoC runs on another stack than production",
    explanation: `The PoC is built on something that production does not run. The wrong stack is the first of the
seven causes of death. A result on a platform that you cannot or will not run in production has to be shown a second
time, and the rewrite delays the launch.

The names are compared as they are written, so \`python 3.12\` and \`python 3.11\` are different, because they may
behave differently.`,
    fix: `Move the PoC onto the production stack. Or get the people who run production to accept the part, and add it to
\`mvp.production_stack\`.`,
  },
  "stack-missing": {
    severity: "warning",
    kind: "due",
    title: "The charter does not say what the PoC or production runs on",
    explanation: `The charter does not show whether production can run what the PoC is built on. If nobody asks now, the
question comes up in the last week, when the answer is expensive.`,
    fix: `List the parts of both: \`poc_stack\` and \`mvp.production_stack\` in poc.yaml. Runtime, platform and model
endpoint are the ones that matter.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
