import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Of the evidence: evals, results, assumptions, kill criteria. */
export const EVIDENCE_CODES = {
  "eval-missing": {
    severity: "error",
    kind: "due",
    title: "Nothing is measured",
    explanation: `No eval is defined, so no result could count for or against the idea. A good PoC has a single uncertainty with a measurable success, such as 40% fewer hallucinations on safety-critical intents. Everything else is a demo, and a demo proves that something can work once.`,
    mend: "Describe in evals.yaml what is counted or measured, which direction is good, what it is today and what is the least that is acceptable.",
  },
  "eval-primary-missing": {
    severity: "error",
    kind: "due",
    title: "No eval decides",
    explanation: `Evals are defined, but none of them is primary. Where every figure is merely interesting, the one that came out well gets chosen afterwards.`,
    mend: "Set `primary: true` on the eval that answers the question of the charter. The others guard against side effects.",
  },
  "eval-target-missing": {
    severity: "error",
    kind: "due",
    title: "An eval has no target",
    explanation: `Without a target a result is neither a success nor a failure. The target is the least that is acceptable, not what the team hopes for; what it hopes for goes into \`expected\`, and the sample size follows from the gap between the two.`,
    mend: 'Add `target: "reduction >= 40%"`, `"value <= 12%"` or `"difference >= 5pp"` in evals.yaml.',
  },
  "eval-undecidable": {
    severity: "error",
    kind: "breach",
    title: "A target cannot come out both ways",
    explanation: `Some targets can never be met: a rate that has to be exactly 100%, or so few cases that not even a perfect result would show it. Others can never be missed. Measuring against either decides nothing, and the days go by before anybody notices.

What is checked are the extremes: the best and the worst result that could be logged, judged by the very rules that will judge the real one. A result is met when even the unfavourable end of its plausible range meets the target, which takes more cases than most people expect: 29 of 29 are needed to show 90%.`,
    mend: "Change the target or `min_n` as the message says. Before the start that is a plain edit.",
  },
  "eval-underpowered": {
    severity: "warning",
    kind: "due",
    title: "Too few cases to tell target from baseline",
    explanation: `Even if the team is right about what it expects, the agreed number of cases will probably not show it: the plausible range will be too wide, and the PoC will end unsettled. This is the most common way in which an honest PoC decides nothing.

The warning comes where the chance of \`met\` is below 50%. What is taken as true is what \`expected\` says; where it says nothing, that half as many cases go wrong as the target allows.`,
    mend: "Raise `min_n`, run baseline and candidate on the same cases, lower the target, or choose cases on which the baseline is known to fail, and say so. `poc plan` says how many cases each of these takes.",
  },
  "eval-met-by-baseline": {
    severity: "warning",
    kind: "breach",
    title: "The baseline already meets the target of a primary eval",
    explanation: `What is there today meets the target that is meant to prove the idea. Reaching it would show no value. As a guard that nothing gets worse such a target is sensible, but then it is not what decides.`,
    mend: "Ask for more than there is, or set `primary: false` and let another eval decide.",
  },
  "eval-unmeasured": {
    severity: "error",
    kind: "due",
    title: "An eval that is due was not measured",
    explanation: `The timebox is over, or somebody decided to go on, and nothing was logged for this eval. What was not measured is not a pass.`,
    mend: "If it was measured in time, log it with its date. Else it is not proven, and the decision should say so.",
  },
  "eval-unsettled": {
    severity: "error",
    kind: "due",
    title: "The evidence of an eval that is due does not settle it",
    explanation: `There is a result, but the target lies inside its plausible range, or it rests on fewer cases than were agreed: the truth may lie on either side. Which way it leans is shown, and leaning is not meeting. When the time is over, what is unsettled was not proven.`,
    mend: "Decide on that, or extend the timebox once to measure more cases.",
  },
  "eval-not-met": {
    severity: "error",
    kind: "breach",
    title: "A primary eval misses its target",
    explanation: `Even the favourable end of the plausible range misses the target, so this is no bad luck. The eval decides, and it was agreed beforehand what missing it means: no-go.

Stopping here is the PoC doing its work. What it cost is what an MVP that could not have worked did not cost.`,
    mend: "`poc memo`, then `poc decide no-go`. If the result itself is wrong, `poc undo` its entry and log the right one.",
  },
  "eval-secondary-not-met": {
    severity: "warning",
    kind: "breach",
    title: "An eval that does not decide misses its target",
    explanation: `A figure that guards the idea, such as its cost or its latency, is certain to miss its target. It ends nothing by itself, but unit economics and waiting times that were waved through in the PoC come back in production.`,
    mend: "Say in the memo what it means for the MVP, as a risk or as a condition of the decision.",
  },
  "result-unit-mismatch": {
    severity: "error",
    kind: "records",
    title: "A result is in another unit than its target",
    explanation: `The judged result does not compare with the target: seconds against percent, say. Times convert into each other (ms, s, min, h); nothing else does. Until it is put right nothing is recommended.`,
    mend: "`poc undo` the entry and log the result in the unit of the target, or correct the target with `poc amend`.",
  },
  "result-contradicts": {
    severity: "error",
    kind: "records",
    title: "A result contradicts its eval",
    explanation: `The judged result cannot be one of this eval: a count where a mean was agreed, or a mean without its spread. Until it is put right nothing is recommended.`,
    mend: "`poc undo` the entry and log the result as the measure of the eval asks: counts as 22/200, means with their `sd` and `n`.",
  },
  "assumption-untested": {
    severity: "warning",
    kind: "due",
    title: "No eval tests an assumption and nobody answered it",
    explanation: `The idea needs this to be true, and nothing will show whether it is. The map from hypotheses to metrics has a hole here. Untested assumptions are where PoCs succeed and products fail.

It is said in the second half of the timebox, so that half of it is left for what follows from the answer.`,
    mend: "Name the eval that tests it under `tested_by`, or have a person answer it: `poc log --assume ID=holds`.",
  },
  "assumption-failed": {
    severity: "warning",
    kind: "breach",
    title: "An assumption does not hold",
    explanation: `Something that must be true for the idea to work was found not to be, by an eval that missed its target or by a person's word. It ends nothing by itself; a kill criterion would. But the memo should not praise a house whose foundation gave way.`,
    mend: "Ask whether the idea works without it. If not, decide no-go; if so, say in the memo how.",
  },
  "assumption-contradicted": {
    severity: "warning",
    kind: "breach",
    title: "A person and the evals say different things of an assumption",
    explanation: `Somebody answered the assumption one way in the log, and the evals that test it came out the other way. The evals count. The difference is worth a talk: either the eval does not test what it is meant to, or somebody would rather not know.`,
    mend: "Log the answer that the evals give, or mend the eval and measure again.",
  },
  "kill-criterion-missing": {
    severity: "error",
    kind: "due",
    title: "Nothing would end the work",
    explanation: `No kill criterion is defined. Every project has reasons to go on; only some have agreed, while nobody was invested yet, on what would make them stop. Without that the pet project wins: passion outlasts evidence.`,
    mend: "Put one state at least into kill-criteria.yaml: a condition on a figure (`when`) or a question that a person answers (`ask`), and a day (`by`).",
  },
  "kill-criterion-undated": {
    severity: "error",
    kind: "due",
    title: "A kill criterion has no day",
    explanation: `A state without a date is never due: it can always turn out tomorrow. A kill criterion is both, so that on one agreed morning somebody has to look.`,
    mend: "Add `by:` with a day within the timebox, early enough that stopping still saves something.",
  },
  "kill-criterion-undecidable": {
    severity: "error",
    kind: "breach",
    title: "A kill criterion cannot come out both ways",
    explanation: `No result could trip this criterion, or none could rule it out: its unit is another than that of the metric, its sign points at good results, or the agreed number of cases is too small for even a perfect result to clear it. A go needs every criterion cleared, so one that cannot be cleared is a no-go in disguise.`,
    mend: "Correct the unit or the sign, move the figure, or raise `min_n` of the eval.",
  },
  "kill-criterion-against-target": {
    severity: "error",
    kind: "breach",
    title: "A result may meet its target and end the work at once",
    explanation: `The kill line lies on the good side of the target, so there are results that are a success by the one and the end by the other. Whoever has to decide then has two agreed answers.`,
    mend: "Move the kill line to the bad side of the target. Between the two lies what is neither good enough nor hopeless.",
  },
  "kill-criterion-tripped": {
    severity: "error",
    kind: "breach",
    title: "A kill criterion is tripped",
    explanation: `The evidence shows the state that was agreed to end the work, or a person answered that it is there. Figures are judged by the same plausible range as targets, so a single unlucky run trips nothing.

Kill criteria are kept for exactly this day. To go on regardless is possible, but it is a decision against the recommendation, with a name and a reason in the memo.`,
    mend: "`poc memo`, then `poc decide no-go`. If the fact is wrong, correct it: `poc undo`, or answer again.",
  },
  "kill-criterion-overdue": {
    severity: "error",
    kind: "due",
    title: "The day of a kill criterion came and its question is open",
    explanation: `The agreed day has come, and the evidence neither shows the state nor rules it out. A go needs every kill criterion cleared; an open one is no clearance. Criteria that nobody looks at on their day are how work goes on by default.`,
    mend: "Answer it (`poc log --answer ID=yes` or `=no`), or measure until the figure is settled.",
  },
  "kill-criterion-outside-timebox": {
    severity: "warning",
    kind: "breach",
    title: "A kill criterion is judged outside the timebox",
    explanation: `Its day lies after the last day, when there is nothing left to stop, or before the first, when there is nothing to judge by.`,
    mend: "Move `by:` into the timebox; after the start with `poc amend`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
