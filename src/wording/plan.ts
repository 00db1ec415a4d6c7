import type { ProcedureCost } from "../domain/planning/procedure-cost.ts";
import type { CasesToSettle } from "../domain/planning/cases-to-settle.ts";
import type { Count } from "../domain/scalars/count.ts";
import type { Undecidable } from "../domain/planning/decidability.ts";
import type { EvalStanding } from "../domain/evidence/eval-standing.ts";
import type { EvalReason } from "../domain/evidence/eval-reason.ts";
import { baselineText, type Eval } from "../domain/records/eval.ts";
import { figureText } from "../domain/scalars/figure.ts";
import { LEAST_CHANCE, WANTED_CHANCE, type EvalPlan } from "../domain/planning/plan.ts";
import type { Lever } from "../domain/planning/plan-levers.ts";
import { askedChange } from "../domain/evidence/asked-change.ts";
import { MEASURES } from "../domain/evidence/measures/measures.ts";
import type { TargetTest } from "../domain/evidence/target-test.ts";
import { limitFigure, plannedTest } from "../domain/planning/planned-test.ts";
import { evalReasonClause, planReasonClause } from "./eval-reasons.ts";
import { MEASURE_WORDS } from "./measure-words.ts";
import { changeLabel, neededLabel } from "./evals.ts";
import { numberLabel, quantityLabel } from "../domain/scalars/labels.ts";

/** Plans in words for people who are not statisticians. `poc plan`, `poc start` and the check say the same. */

/** `83%`; never a round 0% or 100% for what is neither sure nor out of the question. */
export function chanceLabel(chance: number): string {
  if (chance > 0 && chance < 0.01) return "under 1%";
  if (chance < 1 && chance > 0.99) return "over 99%";
  // 79.6% is not yet the 80% that was asked for.
  return `${chance < WANTED_CHANCE ? Math.floor(chance * 100) : Math.round(chance * 100)}%`;
}

/** `400 cases`, `200 runs`, `30 values`: what is counted, or averaged. */
export function casesLabel(item: Eval, n: number): string {
  return `${numberLabel(n)} ${nounOf(item, n)}`;
}

function nounOf({ measure }: Eval, n?: number): string {
  return MEASURE_WORDS[measure].noun + (n === 1 ? "" : "s");
}

function baselineLabel({ x, n }: Count): string {
  return `${numberLabel(x)} of ${numberLabel(n)}`;
}

/** `about 260`: two digits, for an estimate says no more. */
export function aboutLabel(n: number): string {
  const step = 10 ** Math.max(0, String(n).length - 2);
  return `about ${numberLabel(Math.round(n / step) * step)}`;
}

/** What is assumed: `60% fewer`, `8%`, `97.5% of runs within 2 s`, `1.4 s`; "" where nothing is. */
export function assumedLabel({ eval: item, assumed }: EvalPlan): string {
  const test = plannedTest(item);
  if (assumed === undefined || test.kind === "none" || item.target === undefined) return "";
  if (assumed.basis === "as-today") return "as good as today";
  if (test.kind === "average")
    return item.expected !== undefined && assumed.basis === "expected"
      ? changeLabel(item, item.expected.form, quantityLabel(item.expected.quantity))
      : figureText(assumed.figure, { kind: "unit", unit: test.unit }, 2);
  if (MEASURES[item.measure].countsWithinLimit)
    return `${percentText(assumed.figure)} of runs within ${quantityLabel(item.target.quantity)}`;
  if (assumed.basis === "expected" && item.expected !== undefined)
    return changeLabel(item, item.expected.form, quantityLabel(item.expected.quantity));
  return ofTarget(item, test, assumed.figure);
}

/** `if 60% fewer is true`, `if it is as good as today`. */
export function truthClause(plan: EvalPlan): string {
  const assumed = assumedLabel(plan);
  return plan.assumed?.basis === "as-today" ? `if it is ${assumed}` : `if ${assumed} is true`;
}

/** A figure as a change from the baseline, where the target is one. */
function ofTarget(item: Eval, test: TargetTest, figure: number): string {
  if (test.kind === "difference")
    return changeLabel(
      item,
      "difference",
      `${percentText(Math.abs(figure - test.baseline.x / test.baseline.n)).replace("%", "")} pp`,
    );
  if (test.kind !== "ratio" || item.target === undefined) return percentText(figure);
  return changeLabel(
    item,
    askedChange(item, item.target).form,
    percentText(Math.abs(1 - figure / (test.baseline.x / test.baseline.n))),
  );
}

/** The candidate's own rate, where what is assumed is a change from a baseline: `8.2%`; "" elsewhere. */
export function assumedRateLabel({ eval: item, assumed }: EvalPlan): string {
  if (assumed === undefined || MEASURES[item.measure].writtenIn === "unit" || item.target === undefined) return "";
  const form = assumed.basis === "expected" ? item.expected?.form : item.target.form;
  return form === undefined || form === "value" || item.baseline === undefined ? "" : percentText(assumed.figure);
}

function percentText(share: number): string {
  return figureText(share, { kind: "share" }, 1).replace(".0%", "%");
}

/** What the planned cases can show: `83% chance of meeting the target with 400 cases if 60% fewer is true`. */
export function planSentence(plan: EvalPlan): string {
  const { eval: item, chance, n, why } = plan;
  if (plan.undecidable !== undefined) return undecidableSentence(item, plan.undecidable);
  if (why !== undefined) return `no chance can be stated: ${planReasonClause(why)}`;
  const truth = truthClause(plan);
  if (n === undefined || chance === undefined)
    return `no number of ${nounOf(item)} is agreed; ${sizeClause(plan)} ${truth}`;
  const verdict = `${chanceLabel(chance)} chance of meeting the target with ${casesLabel(item, n)} ${truth}`;
  if (chance >= WANTED_CHANCE) return verdict;
  return `${verdict}${chance < LEAST_CHANCE ? `, so it will probably end inconclusive` : ""}; ${sizeClause(plan)}`;
}

/** `496 cases give an 80% chance`; why none do, where none do. */
export function sizeClause(plan: EvalPlan): string {
  const { eval: item, size } = plan;
  if (typeof size === "number") return `${casesLabel(item, size)} give an 80% chance`;
  return `no number of ${nounOf(item)} gives an 80% chance, because ${noSizeReason(plan)}`;
}

function noSizeReason({ eval: item, assumed }: EvalPlan): string {
  const test = plannedTest(item);
  if (test.kind === "none" || assumed === undefined) return "too little is known";
  const limit = limitFigure(test);
  const reaches = test.side === "at-most" ? assumed.figure < limit : assumed.figure > limit;
  if (!reaches)
    return `what is ${assumed.basis === "measured" ? "measured" : "expected"} is not better than the target`;
  if (test.kind === "ratio" || test.kind === "difference")
    return `the baseline, ${baselineLabel(test.baseline)}, is too uncertain itself`;
  return "what is expected is too close to the target";
}

function noneMeets(why: EvalReason | undefined): string {
  return why === undefined ? "its plausible range always reaches beyond the target" : evalReasonClause(why);
}

export function undecidableSentence(item: Eval, found: Undecidable): string {
  const needed = item.target === undefined ? "the target" : neededLabel(item, item.target);
  if (found.kind === "never-met") return `${needed} can never be met: however good the result, ${noneMeets(found.why)}`;
  if (found.kind === "never-missed") return `${needed} can never be missed: no result falls short of it`;
  const least = found.least === undefined ? "more cases" : `at least ${found.least}`;
  return `with ${casesLabel(item, found.n)} not even a perfect result would show ${needed}, expected ${least}`;
}

/** What would help, with what it takes. */
export function leverSentence(lever: Lever, { eval: item, confidence }: EvalPlan): string {
  switch (lever.kind) {
    case "same-cases":
      return (
        `the same cases for baseline and candidate: ${aboutLabel(lever.cases)}, if ${Math.round(lever.overlap * 100)}` +
        `% of the candidate's failures are failures of the baseline too`
      );
    case "baseline-too":
      return `counting the baseline again on as many cases: ${aboutLabel(lever.perSide)} cases on each side`;
    case "lower-target":
      return (
        `an easier target: ${neededLabel(item, lever.target)} has a chance of ${chanceLabel(lever.chance)} with ` +
        `${casesLabel(item, lever.n)}`
      );
    case "confidence":
      return (
        `${Math.round(lever.confidence * 100)}% confidence: ${casesLabel(item, lever.cases)}; "met" is then wrong up ` +
        `to 1 time in ${oddsOf(lever.confidence)}, not ${oddsOf(confidence)}`
      );
    case "hard-cases":
      return (
        `cases that the baseline is known to find hard: ${aboutLabel(lever.perSide)} on each side where it fails on ` +
        `half; the memo then covers such cases only`
      );
  }
}

function oddsOf(confidence: number): number {
  return Math.round(1 / (1 - confidence));
}

/**
 * What would settle an unsettled eval: `about 260 more cases would settle it if the rate holds (about 410 more for an
 * 80% chance)`; "" for one that is settled, or has no bounds to narrow. Memo, check and JSON say it in these words.
 *
 * @param needed of that eval: `casesToSettle`
 */
export function settleClause(standing: EvalStanding, needed: CasesToSettle | undefined): string {
  const { eval: item } = standing;
  if (needed === undefined) return "";
  const { atBest, forChance, nothingLeft } = needed;
  if (nothingLeft)
    return (
      "decide on what there is, with the reason (poc decide); a new PoC can agree on more cases, or reserve an " +
      "extension: extended_n"
    );
  if (atBest === null) return neverSettled(standing);
  const held = `the ${MEASURE_WORDS[item.measure].figure} holds`;
  if (atBest === 0) return `no more ${nounOf(item)} are needed if ${held}: it is judged on the last day`;
  const would = needed.as === "met" ? "would settle it" : "would show that it is missed";
  const chance = forChance === null || forChance === atBest ? "" : ` (${aboutLabel(forChance)} more for an 80% chance)`;
  // The choice among arms is paid for until a run of the chosen one, which had been chosen before, confirms it.
  if (standing.arms.length > 0 && !standing.confirmed)
    return (
      `a fresh run of the chosen arm on ${aboutLabel((standing.n ?? 0) + atBest)} ${nounOf(item)} ` +
      `${would} if ${held}`
    );
  const more =
    standing.n !== undefined && standing.n + atBest === item.minN ? `the ${numberLabel(atBest)}` : aboutLabel(atBest);
  return (
    `${more} more ${nounOf(item, atBest)}${more.startsWith("the") ? " that were agreed" : ""} ${would} if ${held}` +
    `${chance}`
  );
}

function neverSettled({ eval: item, judged }: EvalStanding): string {
  const test = plannedTest(item);
  const separate = (test.kind === "ratio" || test.kind === "difference") && judged?.result.count !== undefined;
  const { baseline, target } = item;
  if (baseline?.kind === "fixed" && baseline.spread !== undefined && target?.form !== "value")
    return (
      `more cases alone would not settle it: the baseline, ${baselineText(baseline)}, is too uncertain itself; ` +
      `measure the baseline on more cases as well`
    );
  if (!separate) return `it is so close to the target that no number of ${nounOf(item)} would settle it`;
  return (
    `more cases alone would not settle it: the baseline, ${baselineLabel(test.baseline)}, is too uncertain itself; ` +
    `count the baseline on more cases as well`
  );
}

/** What early looks cost, and save: `10 looks at a growing sample: 86%, after 169 cases on average`. */
export function looksClause({ eval: item }: EvalPlan, { looks }: ProcedureCost): string {
  if (looks === undefined) return "";
  const mean = casesLabel(item, Math.round(looks.meanSize));
  return `${looks.looks} looks at one growing sample: ${chanceLabel(looks.chance)}, after ${mean} on average`;
}

/** What it costs to choose: `2 arms of which one is that good: 66% by its first run, 94% with one that confirms it`. */
export function armsClause({ arms }: ProcedureCost): string {
  return arms
    .map(({ arms: count, chance, confirmed }, k) => {
      const [first, both] = [chanceLabel(chance), chanceLabel(confirmed)];
      return k === 0
        ? `if one of ${count} arms is that good: ${first} after its first run, ${both} with a confirming run`
        : `one of ${count}: ${first}, ${both}`;
    })
    .join("; ");
}
