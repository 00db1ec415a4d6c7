import type { Account } from "../../domain/evidence/account/account.ts";
import type { SpendingCode } from "../../domain/evidence/account/spending.ts";
import { spendingClause } from "../../wording/evidence/account.ts";
import type { EvalReason } from "../../domain/evidence/eval-reason.ts";
import type { EvalStanding, EvalVerdict } from "../../domain/evidence/eval-standing.ts";
import { casesToSettle, type CasesToSettle } from "../../domain/planning/cases-to-settle.ts";
import { labelledQuality } from "../../domain/evidence/judges/result-labels.ts";
import type { ResultLabels } from "../../domain/records/evals/result.ts";
import { labelledCases } from "../../domain/evidence/judges/empty-labels.ts";
import { baselineText, rangeText, type Measure } from "../../domain/records/eval.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { FigureScale } from "../../domain/scalars/figure.ts";
import { targetText } from "../../domain/scalars/target.ts";
import { evalReasonClause } from "../../wording/eval-reasons.ts";
import { evalSentence } from "../../wording/evals.ts";
import { settleClause } from "../../wording/plan.ts";
import { resultJson, type ResultJson } from "./result-json.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";

/** An eval: what was measured, how sure it is, and what that says of the target. */
export interface EvalJson {
  readonly id: string;
  readonly metric: string | null;
  readonly measure: Measure;
  readonly better: "lower" | "higher";
  /** Whether it decides the recommendation. */
  readonly primary: boolean;
  readonly baseline: string | null;
  readonly target: string | null;
  /** `1 to 5`: what a single value of a mean can be. */
  readonly range: string | null;
  readonly min_n: number | null;
  /** `5%`: where more of the cases broke, the result settles nothing. */
  readonly max_errors: string | null;
  readonly verdict: EvalVerdict;
  /** Whether it is an early look, before the planned number of cases or before the last day. */
  readonly interim: boolean;
  /** Where nothing is settled: the side that the estimate is on. */
  readonly leaning: "met" | "not met" | null;
  readonly sentence: string;
  /** Why there is no verdict, or no better one. */
  readonly why: ReasonJson<EvalReason> | null;
  readonly n: number | null;
  /** Number of groups of cases that belong together. */
  readonly groups: number | null;
  /** Whether each group counts as one case: most came out all one way, or a few hold most of the cases. */
  readonly by_group: boolean;
  /** One-sided confidence of the bounds, after the price of early looks and of several variants. */
  readonly confidence: number | null;
  readonly figure: IntervalJson | null;
  /** The figure on the scale of the target: the change against the baseline where the target asks for one. */
  readonly change: IntervalJson | null;
  /** The figure as its judge counted it, where `figure` is corrected for the judge by labels of people. */
  readonly raw: IntervalJson | null;
  /** Who or what judged, and how that was checked. */
  readonly judge: JudgeJson | null;
  /** The target on the scale of `change`, else of `figure`. */
  readonly threshold: number | null;
  readonly to_settle: ToSettleJson | null;
  readonly account: AccountJson;
  /** Variants that were measured, where there are several. */
  readonly arms: readonly string[];
  /** Whether the judged result was measured after its variant had been picked. */
  readonly confirmed: boolean;
  /** The eval that picked the variant, where that is another one. */
  readonly arm_picked_by: string | null;
  readonly judged: JudgedResultJson | null;
  /** Number of results so far. */
  readonly results: number;
  /** Results of today's system, on an arm that was declared as the baseline; they are not judged. */
  readonly today: readonly JudgedResultJson[];
  readonly entries: readonly string[];
  /** Null where the terms of the eval were not moved. */
  readonly on_first_terms: EvalOnFirstTermsJson | null;
}

/** Who or what says how a case came out. */
export interface JudgeJson {
  readonly who: string;
  readonly model: string | null;
  /** Version of its prompt. */
  readonly prompt: string | null;
  /** Whether it could not see which variant it judged; null where nobody says. */
  readonly blinded: boolean | null;
  /** Labels of people that its figures are corrected by. */
  readonly validation: JudgeValidationJson | null;
}

/** A judge held against people. Shares and kappa with one-sided bounds at the confidence of the charter. */
export interface JudgeValidationJson {
  readonly entry: string;
  readonly labelled: number;
  /** Whether the labelled cases are among those of the judged result. */
  readonly same_cases: boolean;
  readonly sensitivity: IntervalJson | null;
  readonly specificity: IntervalJson | null;
  /** Sensitivity + specificity − 1; nothing is settled while its lower bound is at or below 0. */
  readonly informedness: IntervalJson | null;
  /** Agreement beyond chance. It describes, and corrects nothing. */
  readonly kappa: IntervalJson | null;
}

/** The verdict on the terms agreed at the start. */
export interface EvalOnFirstTermsJson {
  readonly target: string | null;
  readonly verdict: EvalVerdict;
  readonly interim: boolean;
}

/** The result that is judged. */
export interface JudgedResultJson extends ResultJson {
  readonly entry: string;
}

/** Estimate and bounds; null where there is no bound. */
export interface IntervalJson {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** `share`, `points`, `change` (all as fractions) or the unit of the figure. */
  readonly scale: string | null;
}

/** How many more cases would settle a verdict. */
export interface ToSettleJson {
  /** The verdict that the results lean to. */
  readonly as: CasesToSettle["as"];
  /** If every further case goes well for it. */
  readonly cases_at_best: number | null;
  /** For an 80% chance, if the rate holds. */
  readonly cases_for_80_percent: number | null;
  readonly sentence: string;
}

/** Estimate and bounds. */
type Interval = NonNullable<EvalStanding["figure"]>;

/** @param first the same eval on the terms agreed at the start, where they were moved */
export function evalJson(standing: EvalStanding, first: EvalStanding | undefined): EvalJson {
  const { eval: item } = standing;
  return {
    id: item.id,
    metric: item.metric ?? null,
    measure: item.measure,
    better: item.better,
    primary: item.primary,
    baseline: item.baseline === undefined ? null : baselineText(item.baseline),
    target: item.target === undefined ? null : targetText(item.target),
    range: item.range === undefined ? null : rangeText(item.range),
    min_n: item.minN ?? null,
    max_errors: item.maxErrors === undefined ? null : `${shortDecimalText(item.maxErrors)}%`,
    verdict: standing.verdict,
    interim: standing.interim,
    leaning: standing.leaning ?? null,
    sentence: evalSentence(standing),
    why: standing.why === undefined ? null : reasonJson(standing.why, evalReasonClause(standing.why)),
    n: standing.n ?? null,
    groups: standing.groups ?? null,
    by_group: standing.byGroup,
    confidence: number(standing.confidence),
    figure: intervalJson(standing.figure, standing.figureScale),
    change: intervalJson(standing.change, standing.changeScale),
    raw: intervalJson(standing.raw, standing.figureScale),
    judge: judgeJson(standing, 1 - standing.account.promised),
    threshold: number(standing.threshold),
    to_settle: toSettleJson(standing, casesToSettle(standing)),
    account: accountJson(standing.account),
    arms: standing.arms,
    confirmed: standing.confirmed,
    arm_picked_by: standing.armPickedBy ?? null,
    judged:
      standing.judged === undefined ? null : { entry: standing.judged.entry.id, ...resultJson(standing.judged.result) },
    results: standing.results.length,
    today: standing.today.map(({ entry, result }) => ({ entry: entry.id, ...resultJson(result) })),
    entries: [...new Set(standing.results.map(({ entry }) => entry.id))],
    on_first_terms: first === undefined ? null : onFirstTermsJson(first),
  };
}

function judgeJson({ eval: { judge }, judged }: EvalStanding, confidence: number): JudgeJson | null {
  if (judge === undefined) return null;
  const { who, model, prompt, blinded } = judge;
  const labels = judged?.result.labels;
  return {
    who,
    model: model ?? null,
    prompt: prompt ?? null,
    blinded: blinded ?? null,
    validation: labels === undefined ? null : validationJson(labels, confidence),
  };
}

function validationJson({ labelling, entry, sameCases }: ResultLabels, confidence: number): JudgeValidationJson {
  const { sensitivity, specificity, informedness, kappa } = labelledQuality(labelling, confidence);
  const share: FigureScale = { kind: "share" };
  const bare: FigureScale = { kind: "unit", unit: "" };
  return {
    entry,
    labelled: labelledCases(labelling),
    same_cases: sameCases,
    sensitivity: intervalJson(sensitivity, share),
    specificity: intervalJson(specificity, share),
    informedness: intervalJson(informedness, bare),
    kappa: intervalJson(kappa, bare),
  };
}

function onFirstTermsJson({ eval: { target }, verdict, interim }: EvalStanding): EvalOnFirstTermsJson {
  return { target: target === undefined ? null : targetText(target), verdict, interim };
}

/** Also in `poc plan`; null where no number of cases is enough. */
export function toSettleJson(standing: EvalStanding, needed: CasesToSettle | undefined): ToSettleJson | null {
  if (needed === undefined) return null;
  return {
    as: needed.as,
    cases_at_best: needed.atBest,
    cases_for_80_percent: needed.forChance,
    sentence: settleClause(standing, needed),
  };
}

function intervalJson(interval: Interval | undefined, scale: FigureScale | undefined): IntervalJson | null {
  if (interval === undefined) return null;
  return {
    estimate: number(interval.estimate),
    low: number(interval.low),
    high: number(interval.high),
    scale: scale === undefined ? null : scale.kind === "unit" ? scale.unit : scale.kind,
  };
}

/** JSON knows neither NaN nor infinity: what has no bound is null. */
function number(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

/** The chance of a false "met" that was promised for an eval, what was spent of it, and what is left. From 0 to 1. */
export interface AccountJson {
  /** One-sided: 0.05 where the charter says nothing else. */
  readonly promised: number;
  /** Whether it is calculated exactly ("at most"), or about right. */
  readonly exact: boolean;
  readonly left: number;
  /** The cases of the deciding run; null where nothing was looked at and none were agreed. */
  readonly size: number | null;
  /** Whether nobody agreed on a size before the start, so that the first run set it. */
  readonly size_by_first_run: boolean;
  /** Oldest first. */
  readonly spendings: readonly SpendingJson[];
}

/** A look, a run or a change, and what it took. */
export interface SpendingJson {
  readonly code: SpendingCode;
  readonly sentence: string;
  readonly entry: string;
  /** The correction that withdrew the run; it had been seen, and counts. */
  readonly withdrawn_by: string | null;
  readonly arm: string;
  readonly cases: number;
  readonly size: number | null;
  /** One-sided level of the bounds of the run; null where nothing was looked at. */
  readonly level: number | null;
  /** Below zero where a change left more to come than the plan had. */
  readonly spent: number;
  readonly left: number;
}

function accountJson({ promised, exact, left, size, sizeByFirstRun, spendings }: Account): AccountJson {
  return {
    promised: chance(promised),
    exact,
    left: chance(left),
    size: size ?? null,
    size_by_first_run: sizeByFirstRun,
    spendings: spendings.map((spending) => ({
      code: spending.code,
      sentence: spendingClause(spending),
      entry: spending.entry.id,
      withdrawn_by: spending.run?.withdrawn?.id ?? null,
      arm: spending.arm,
      cases: spending.cases,
      size: spending.size ?? null,
      level: spending.level === undefined ? null : chance(spending.level),
      spent: chance(spending.spent),
      left: chance(spending.left),
    })),
  };
}

/** The crumbs of binary fractions are no figures. */
function chance(share: number): number {
  return Number(share.toFixed(12));
}
