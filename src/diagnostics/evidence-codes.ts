import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Evidence: evals, their results, the assumptions they test, and kill criteria. */
export const EVIDENCE_CODES = {
  "result-model-missing": {
    severity: "note",
    kind: "due",
    title: "A result does not name its model",
    explanation: `Other entries name the model that was measured or paid for, and this result does not. A model is a
dependency like any other. When the vendor replaces it, a result without a model name cannot be repeated, and nobody can
say whether the new model is better.`,
    fix: "Name the model with its version in each result: `poc log --eval ID=… --model gpt-4.1-2025-04-14`.",
  },
  "result-model-floating": {
    severity: "warning",
    kind: "due",
    title: "A model is named by an alias that the vendor moves",
    explanation: `Names such as \`gpt-latest\`, and \`gpt-4o\` or \`claude-sonnet\` without a date, stand for whatever
the vendor serves that day. The figure was measured on one model, and the MVP may run on another although nobody changed
a line.`,
    fix: `Name the version that answered; the API reports it with each answer. Correct the entry with \`poc undo\` and
log it again, or use the full name from the next run on.`,
  },
  "arm-models-mixed": {
    severity: "warning",
    kind: "due",
    title: "Three or more models under one arm",
    explanation: `An arm is one variant, and its latest result represents it. With several models under one name, a
comparison between arms says nothing about any of them, because the latest model hides the earlier ones.`,
    fix: "Give each model an arm of its own: `poc log --eval ID=… --arm gpt-4.1 --model gpt-4.1-2025-04-14`.",
  },
  "eval-missing": {
    severity: "error",
    kind: "due",
    title: "Nothing is measured",
    explanation: `No eval is defined, so no result could count for or against the idea. A good PoC has a single
uncertainty with a measurable success, such as 40% fewer hallucinations on safety-critical intents. Everything else is
a demo, and a demo proves that something can work once.`,
    fix: `Describe in evals.yaml what is counted or measured, which direction is good, what it is today and what is
the least you would accept.`,
  },
  "eval-primary-missing": {
    severity: "error",
    kind: "due",
    title: "No eval decides",
    explanation: `Evals are defined, but none of them is primary. If every figure is merely interesting, the one that
came out well gets chosen afterwards.`,
    fix: `Set \`primary: true\` on the eval that answers the question of the charter. The others guard against side
effects.`,
  },
  "eval-target-missing": {
    severity: "error",
    kind: "due",
    title: "An eval has no target",
    explanation: `Without a target a result is neither a success nor a failure. The target is the least you would
accept, not what the team hopes for. That goes into \`expected\`, and the sample size follows from the gap between the
two.`,
    fix: 'Add `target: "reduction >= 40%"`, `"value <= 12%"` or `"difference >= 5pp"` in evals.yaml.',
  },
  "eval-size-missing": {
    severity: "error",
    kind: "due",
    title: "An eval that decides does not say on how many cases",
    explanation: `The size of the deciding run is agreed before the start. A team that may add cases, or run again,
until the result looks good meets the target by chance in one of four PoCs. Ten runs of a system that is exactly on its
target meet it by mistake 27% of the time, where 5% was promised. With an agreed size, all looks and reruns together
stay within the promised chance (\`poc status --account\`).

The suggested number gives an 80% chance of meeting the target if the team's expectation is true. A total, or a figure
without a range, needs no such number. If a PoC was started without it, the size of the first run counts.`,
    fix: "Add `min_n:` with the number that the message names. `poc plan` shows what a number of cases can prove.",
  },
  "extension-too-small": {
    severity: "error",
    kind: "due",
    title: "An extension has no more cases than the planned run",
    explanation: `\`extended_n\` is the number of cases to which the sample may grow once, if \`min_n\` cases do not
settle it. A fifth of the chance of a false verdict is set aside for that, so the number has to be more than
\`min_n\`.`,
    fix: "Set `extended_n` to more than `min_n`, or leave it out.",
  },
  "margin-reason-missing": {
    severity: "error",
    kind: "due",
    title: "A loss is allowed, and nothing says why",
    explanation: `A target such as \`not worse than 3pp\` lets something get worse in return for a lower cost, more
speed or less complexity. No calculation can say how much loss is acceptable: it depends on the people who bear it. A
margin without a reason is easily changed when the results are in. So the reason is frozen with the margin, and the memo
shows both.

A second eval, logged in the same entry, measures what makes up for the loss: \`reduction >= 50%\` of the cost beside
\`not worse than 3pp\` of the quality. Both have to be met. That needs no correction: if each is wrong at most 1 time in
20, both together are wrong at most 1 time in 20 (intersection-union).`,
    fix: "Add `why:` to the eval: what the loss means in practice, and what makes up for it.",
  },
  "eval-undecidable": {
    severity: "error",
    kind: "breach",
    title: "A target can only be met, or only be missed",
    explanation: `Some targets can never be met: a rate that has to be exactly 100%, or so few cases that not even a
perfect result would show it. Others can never be missed. Measuring against either decides nothing, and nobody notices
for days.

The check tries the best and the worst result that could be logged, with the same rules as for real results. A target is
met when even the unfavourable end of the plausible range meets it. That takes more cases than most people expect: to
show 90%, you need 29 of 29.`,
    fix: "Change the target or `min_n` as the message says. Before the start that is a plain edit.",
  },
  "eval-underpowered": {
    severity: "warning",
    kind: "due",
    title: "Too few cases to settle the target",
    explanation: `Even if the team's expectation is right, the agreed number of cases will probably not show it: the
plausible range will be too wide, and the PoC will end without an answer. This is the most common reason why an honest
PoC decides nothing.

The warning appears when the chance of meeting the target is below 50%. It assumes that \`expected\` is true; without an
\`expected\`, it assumes half the failures that the target allows.`,
    fix: `Raise \`min_n\`, run baseline and candidate on the same cases, choose an easier target, or choose cases on
which the baseline is known to fail, and say so. \`poc plan\` says how many cases each of these takes.`,
  },
  "eval-met-by-baseline": {
    severity: "warning",
    kind: "breach",
    title: "The baseline already meets the target of a primary eval",
    explanation: `Today's system already meets the target that is meant to prove the idea, so meeting it would show no
value. Such a target makes sense as a guard against getting worse, but then it does not decide.`,
    fix: "Ask for more than there is today, or set `primary: false` and let another eval decide.",
  },
  "eval-unmeasured": {
    severity: "error",
    kind: "due",
    title: "An eval that is due was not measured",
    explanation: `The timebox is over, or somebody decided to go on, and nothing was logged for this eval. What was
not measured is not a pass.`,
    fix: `If it was measured in time, log it with its date. Otherwise it is not proven, and the decision should say
so.`,
  },
  "eval-unsettled": {
    severity: "error",
    kind: "due",
    title: "The evidence for an eval that is due is not enough",
    explanation: `There is a result, but the target lies inside its plausible range, or it has fewer cases than were
agreed: the truth could be on either side. The message shows which way it leans, and leaning is not meeting. When the
time is over, a target that is not settled was not proven.`,
    fix: "Decide on that, or extend the timebox once to measure more cases.",
  },
  "eval-not-met": {
    severity: "error",
    kind: "breach",
    title: "A primary eval missed its target",
    explanation: `Even the favourable end of the plausible range misses the target, so this is not bad luck. The eval
decides, and everybody agreed beforehand what a miss means: no-go.

Stopping here is the PoC doing its work. Its cost has saved the cost of an MVP that could not have worked.`,
    fix: `\`poc memo\`, then \`poc decide no-go\`. If the result itself is wrong, \`poc undo\` its entry and log the
right one.`,
  },
  "guard-on-another-arm": {
    severity: "warning",
    kind: "due",
    title: "A guard was measured on an arm that was not picked",
    explanation: `The primary eval picked an arm, and this eval has results on other arms only. The quality, price or
latency of another variant says nothing about the one that would be built, so the guard counts as unmeasured. The
message gives the figure of the other arm.`,
    fix: "Measure it on the picked arm: `poc log --eval ID=… --arm NAME`.",
  },
  "eval-secondary-not-met": {
    severity: "warning",
    kind: "breach",
    title: "An eval that does not decide missed its target",
    explanation: `A figure that guards the idea, such as its cost or its latency, clearly misses its target. It ends
nothing by itself, but costs and waiting times that are ignored in a PoC come back in production.`,
    fix: "Say in the memo what it means for the MVP, as a risk or as a condition of the decision.",
  },
  "result-unit-mismatch": {
    severity: "error",
    kind: "records",
    title: "A result is in another unit than its target",
    explanation: `The result cannot be compared with the target: seconds with percent, for example. Times convert into
each other (ms, s, min, h); nothing else does. Until this is corrected the tool recommends nothing.`,
    fix: "`poc undo` the entry and log the result in the unit of the target, or correct the target with `poc amend`.",
  },
  "result-contradicts": {
    severity: "error",
    kind: "records",
    title: "A result contradicts its eval",
    explanation: `The result cannot belong to this eval: a count although a mean was agreed, or a mean without its
spread. Until this is corrected the tool recommends nothing.`,
    fix: `\`poc undo\` the entry and log the result as the measure of the eval requires: counts as 22/200, means with
their \`sd\` and \`n\`.`,
  },
  "dataset-changed": {
    severity: "warning",
    kind: "breach",
    title: "A result comes from another data set",
    explanation: `The result names the hash of its data, and it differs from the agreed one, or from that of the first
result of the eval. Easier cases give a better figure without a better system. Two figures on different cases cannot
be compared either.

The result counts. The memo says what it was measured on.`,
    fix: `Measure again on the agreed cases. If the data had to change, \`poc amend\` its hash in evals.yaml, with the
reason.`,
  },
  "other-cases": {
    severity: "note",
    kind: "breach",
    title: "A result was run on another set of cases",
    explanation: `The ids of its cases differ from those of the baseline or, without a baseline, of the run before.
Results on the same cases are compared case by case, which needs far fewer cases. Other results are compared as
separate samples, even if the two sets have cases in common. Easier cases give a better figure without a better
system.

A run with more cases than the one before may contain the earlier cases, and is not reported.`,
    fix: `Run the arm on the cases of the baseline, and \`poc import\` it. A fresh sample is fine if the cases were
drawn in the same way: say so in the log.`,
  },
  "cases-added": {
    severity: "warning",
    kind: "breach",
    title: "Cases were added after a result had been seen",
    explanation: `A later run of the same arm has more cases than were agreed or, if nothing was agreed, than its
first run had. If you keep adding cases until the figure looks good, chance alone will make it look good in the end.

The plausible range allows for every look, so the verdict is still valid. The memo names the cases that were added.`,
    fix: `Agree on the number of cases before the start (\`min_n\`; \`poc plan\` says how many). To run more, say why
in the log.`,
  },
  "result-withdrawn": {
    severity: "note",
    kind: "breach",
    title: "A withdrawn result was worse than the one judged now",
    explanation: `A correction withdrew a result, and the result judged now looks better than the withdrawn one. People
withdraw typing errors every day, for good reason. They also withdraw runs that they do not like. Only the stated reason
lets a reader of the memo tell the two apart.`,
    fix: `No action is needed if the reason explains the slip. If it was a run like any other, \`poc undo\` the
correction: every run counts.`,
  },
  "assumption-untested": {
    severity: "warning",
    kind: "due",
    title: "An assumption is neither tested nor answered",
    explanation: `The idea needs this to be true, and nothing will show whether it is. Because of untested assumptions,
PoCs succeed and the products then fail.

The warning appears in the second half of the timebox, while there is still time to act on the answer. It also appears
if a statement was reworded after a person had answered it, because that answer is about the old words.`,
    fix: "Name the eval that tests it under `tested_by`, or have a person answer it: `poc log --assume ID=holds`.",
  },
  "assumption-failed": {
    severity: "warning",
    kind: "breach",
    title: "An assumption does not hold",
    explanation: `The idea works only if this is true. An eval that missed its target, or a person, says that it is not.
A failed assumption does not end the PoC by itself; only a kill criterion does. But the memo has to say so.`,
    fix: "Ask whether the idea works without it. If not, decide no-go; if so, say in the memo how.",
  },
  "assumption-contradicted": {
    severity: "warning",
    kind: "breach",
    title: "A person and the evals disagree on an assumption",
    explanation: `A person answered the assumption one way in the log, and the evals that test it came out the other
way. The worse of the two counts: evals that were missed go before a person who says that it holds, and what a person
found to fail counts as failed until a person finds that it holds, whatever evals show. The difference is worth a
conversation: the eval may not test what it should, or somebody would rather not know.`,
    fix: `Find out which of the two is right. If a person found it to fail, look again and log what you find; if it does
fail, ask whether the idea works without it. If an eval was missed, see whether it tests what it should, and measure
again.`,
  },
  "kill-criterion-missing": {
    severity: "error",
    kind: "due",
    title: "Nothing would end the work",
    explanation: `No kill criterion is defined. Every project has reasons to go on; only some have agreed, while
nobody was invested yet, on what would make them stop. Without that the pet project wins: enthusiasm replaces
evidence.`,
    fix: `Put at least one state into kill-criteria.yaml: a condition on a figure (\`when\`) or a question that a
person answers (\`ask\`), and a day (\`by\`).`,
  },
  "kill-criterion-undated": {
    severity: "error",
    kind: "due",
    title: "A kill criterion has no day",
    explanation: `A state without a date is never due: it can always be ruled out tomorrow. With a date, somebody has to
look on the agreed day.`,
    fix: "Add `by:` with a day within the timebox, early enough that stopping still saves something.",
  },
  "kill-criterion-undecidable": {
    severity: "error",
    kind: "breach",
    title: "A kill criterion can only be tripped, or only be cleared",
    explanation: `No result could trip this criterion, or none could clear it. Its unit differs from that of the metric,
its sign points at good results, or the agreed number of cases is so small that even a perfect result would not clear
it. A go needs every criterion cleared, so a criterion that cannot be cleared is a no-go in disguise.`,
    fix: "Correct the unit or the sign, move the figure, or raise `min_n` of the eval.",
  },
  "kill-criterion-against-target": {
    severity: "error",
    kind: "breach",
    title: "A result could meet its target and trip a kill criterion",
    explanation: `The kill line is on the good side of the target, so some results are a success by the target and the
end by the criterion. The person who decides then has two agreed answers.`,
    fix: `Move the kill line to the bad side of the target. Results between the two are neither good enough nor
hopeless.`,
  },
  "kill-criterion-out-of-reach": {
    severity: "warning",
    kind: "breach",
    title: "A kill criterion is too far away to end the work",
    explanation: `Something else ends the work long before the criterion could: the cap that its figure has to pass
first, more hours than a crowd could work in the timebox, or a result far worse than today's. Such a criterion is always
cleared. It looks as if the team had agreed when to stop, and it had not.`,
    fix: `Choose a state that could come about within the caps and that should end the work, such as half of the cap
without a result, or a result no better than today's. After the start, \`poc amend\` it.`,
  },
  "kill-criterion-tripped": {
    severity: "error",
    kind: "breach",
    title: "A kill criterion was tripped",
    explanation: `The evidence shows the state that was agreed to end the work, or a person answered that it is there.
Figures are judged by the same plausible range as targets, so a single unlucky run trips nothing.

A criterion about payback or annual impact is judged by the business case of the files, and by the figures that it had
at the start as well: it may be edited at any time, but an edit alone clears nothing.

Kill criteria are kept for exactly this day. You may go on regardless, but that is a decision against the
recommendation, with a name and a reason in the memo.`,
    fix: `\`poc memo\`, then \`poc decide no-go\`. What was tripped at the end of a day stays tripped, whatever is
logged or withdrawn later, until somebody clears it with a reason and an approver: \`poc amend --clear ID\`. A fact
that is wrong can be corrected on its day (\`poc undo\`, or answer again); the memo then names it.`,
  },
  "kill-criterion-taken-back": {
    severity: "warning",
    kind: "breach",
    title: "A kill criterion was tripped, and that was taken back on the same day",
    explanation: `By what was known at that moment, the criterion was tripped. On the same day an entry took back what
tripped it: a correction, a refund, another answer, a new import, or an amount in the place of a metered one. So it is
not tripped now, and nobody had to clear it. That is right for a typing error. It is also how a tripped criterion could
be made to vanish, so check and memo name who took it back and why.

What was tripped at the end of a day stays tripped, whatever day a later entry is dated to, and also where a bill shows
that an estimate was too high: \`poc amend --clear ID\`. An estimate that a bill replaces on the same day tripped
nothing that has to be named.`,
    fix: `No action is needed if it was a mistake; a reason says so (\`poc undo ID --reason "…"\`). If it was true, log
it again.`,
  },
  "kill-criterion-overdue": {
    severity: "error",
    kind: "due",
    title: "A kill criterion is overdue",
    explanation: `The agreed day has come, and the evidence neither trips the criterion nor clears it. A go needs every
kill criterion cleared; an open one is not cleared. If nobody looks at criteria on their day, the work goes on by
default.`,
    fix: "Answer it (`poc log --answer ID=yes` or `=no`), or measure until the figure is settled.",
  },
  "kill-criterion-day-passed": {
    severity: "warning",
    kind: "due",
    title: "The day of a kill criterion has passed before the start",
    explanation: `A kill criterion is judged from its day on. If that day has passed when the terms are frozen, the
criterion is overdue from the first minute, and nobody has had a chance to clear it.`,
    fix: "Agree with the sponsor on a day within the timebox, write it into kill-criteria.yaml, then `poc start`.",
  },
  "results-in-one-entry": {
    severity: "error",
    kind: "breach",
    title: "One entry has two results of one eval and arm",
    explanation: `The results in one entry were seen at the same time, so the better of two runs could be picked. For a
system that is exactly on its target, one of three runs meets it by mistake in 9 of 100 entries, one of ten runs in 27.
\`poc log\` and \`poc import\` refuse such an entry, so the file was edited by hand. Each run counts against the account
of the eval.`,
    fix: "Undo the entry, then log each run in an entry of its own, or name the arm of each result.",
  },
  "results-twice": {
    severity: "warning",
    kind: "breach",
    title: "One file of results was logged twice",
    explanation: `Two results of one eval and arm were taken from the same file. Usually two people logged the run, each
on a branch of their own. The figures agree, so no verdict changes. But the second is not a fresh run, although it looks
like a rerun that confirms the first.`,
    fix: "Withdraw one of them: `poc undo ID`.",
  },
  "result-without-count": {
    severity: "warning",
    kind: "breach",
    title: "A newer figure without a count is bad news",
    explanation: `A rate without its count, or a mean without its spread, has no plausible range, so it never replaces a
count. This one was logged after the count that is judged, and it misses the target or crosses a kill line. The verdict
may rest on a run that is out of date.

The verdict stays, and the memo lists the figure among the arguments against a go.`,
    fix: "Log the count behind the figure: `poc log --eval ID=x/n`.",
  },
  "eval-way-missing": {
    severity: "warning",
    kind: "due",
    title: "An eval does not say how it will be measured",
    explanation: `From the second working day on, an eval without a result should say how it will get one: a command, a
file that another program writes, or a person and a day. Otherwise the team finds out on the last day that nobody knows
how to measure it, and a target that was not measured is a no-go.

\`measured_by\` is not a term. Another way to count the same cases changes nothing that was agreed. Other cases, another
judge or another target do, and those are frozen.`,
    fix: "Add `measured_by: npm run eval`, `results/*.json` or `Ana Ruiz on 2026-12-02` to the eval, or `run:`.",
  },
  "judge-not-validated": {
    severity: "warning",
    kind: "due",
    title: "A program judges, and nobody compared it with people",
    explanation: `A judge that calls nearly everything right makes a bad system look good, and more cases make it worse.
Take a judge that finds 98% of the right answers and only 30% of the wrong ones. It passes a true 85% as 90% three times
in four at 300 cases, and nine times in ten at 500.

\`poc cases EVAL --sample 60\` draws a blind sheet from a file of cases, half of them passed by the judge and half
failed. A person labels the sheet without seeing the judge's verdicts, and \`poc log --labels EVAL=@FILE\` reads the
labels. From then on the figure is corrected for the judge, and its range allows for the judge's errors. Until then the
verdict depends on the judge alone, and the memo is less sure of it.`,
    fix: "Label 50 to 100 cases: `poc cases EVAL --sample 60`, then `poc log --labels EVAL=@FILE`.",
  },
  "labels-changed": {
    severity: "warning",
    kind: "due",
    title: "A sheet was logged again with other labels",
    explanation: `The same cases were labelled before, and some labels are different now. The labels say how often the
judge errs, so other labels can turn the verdict. Where one sheet was logged with different labels, the worse ones
decide, whatever the order in which they were logged, until a person withdraws the wrong ones and says why. Page one of
the memo names both, with the reason. Labels that only fill empty cells are no change.

An entry has the counts of a sheet and not each label, so the number of changes is the least one that explains the
counts.`,
    fix: 'Withdraw the labels that were wrong, with the reason: `poc undo ID --reason "The column had slipped"`.',
  },
  "eval-way-late": {
    severity: "warning",
    kind: "due",
    title: "The day on which an eval was to be measured has passed",
    explanation: `The eval names a person who measures it and a day. That day has passed, and nothing was logged.`,
    fix: "Measure it and log the result, or write a later day.",
  },
  "errors-could-reverse": {
    severity: "warning",
    kind: "breach",
    title: "Cases that broke could change a verdict",
    explanation: `Cases that broke before they could be scored are neither good nor bad, and are in no figure. If all
broken cases of this result had come out badly, its target would not be met, or a kill criterion would be tripped or no
longer be ruled out. The hard cases are often the ones that break.

The verdict stays as long as no more than 20% of the cases broke, or than \`max_errors\` allows. The memo is less sure
of it, and says so where it says what speaks against the answer.`,
    fix: "Run the cases that broke again, and log the whole run.",
  },
  "errors-many": {
    severity: "warning",
    kind: "breach",
    title: "Many cases broke",
    explanation: `Cases that broke before they could be scored are in no figure. If one in ten or more broke, the figure
says little about the agreed cases, even if the worst outcome would change no verdict.

If more than 20% of the cases broke, the result settles nothing: the target is neither met nor missed, and no kill
criterion is ruled out. A kill criterion can still be tripped. An eval can set another limit, such as
\`max_errors: 5%\`, which is frozen at the start.`,
    fix: "Run the cases that broke again, and log the whole run.",
  },
  "baseline-contradicted": {
    severity: "warning",
    kind: "breach",
    title: "Today's system, as measured, differs from the agreed baseline",
    explanation: `The arm declared as the baseline was measured. Its plausible range does not contain the agreed figure,
or the target would not be met against it, or two of its runs differ by more than chance. If the agreed figure is out of
date, a candidate can look better than today's system without being better.

A run that differs by more than chance counts: the target has to be met against it as well as against the agreed
baseline, or it is not settled. A later run that agrees changes nothing about that. A run within chance of the agreed
figure makes the memo less sure, and no more.`,
    fix: `Find out which of the two is true. If the agreed one was wrong, \`poc amend\` the baseline, with the reason;
or compare on the same cases, with paired counts.`,
  },
  "answers-disputed": {
    severity: "error",
    kind: "breach",
    title: "A question was answered yes and no, on two branches",
    explanation: `A later answer names the answer that it replaces. These two answers to the question of a kill
criterion contradict each other, and neither names the other. Which one has the later time is chance.`,
    fix: 'Find out what is true, and answer once more: `poc log "…" --answer ID=yes` or `=no`.',
  },
  "kill-criterion-outside-timebox": {
    severity: "warning",
    kind: "breach",
    title: "A kill criterion is judged outside the timebox",
    explanation: `Its day is after the last day, when there is nothing left to stop, or before the first, when there
is nothing to judge.`,
    fix: "Move `by:` into the timebox; after the start with `poc amend`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
