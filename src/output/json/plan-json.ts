import type { PlannedEval, PlanResult } from "../../app/agreement/plan-evals.ts";
import { countText } from "../../domain/scalars/count.ts";
import { baselineText, type Measure } from "../../domain/records/eval.ts";
import type { Lever } from "../../domain/planning/plan-levers.ts";
import { planReasonClause } from "../../wording/eval-reasons.ts";
import { assumedLabel, leverSentence, planSentence } from "../../wording/plan.ts";
import { expectationText, targetText } from "../../domain/scalars/target.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";
import { toSettleJson, type ToSettleJson } from "./eval-json.ts";
import type { EvalVerdict } from "../../domain/evidence/eval-standing.ts";
import type { AssumedTruth } from "../../domain/planning/assumed-truth.ts";
import type { PlanReason } from "../../domain/planning/plan.ts";
import type { Undecidable } from "../../domain/planning/decidability.ts";

/** How many cases the evals need. Chances and shares are fractions. */
export interface PlanJson {
  /** Whether a flag changed something that the files say. */
  readonly what_if: boolean;
  readonly evals: readonly PlannedEvalJson[];
}

export interface PlannedEvalJson {
  readonly id: string;
  readonly metric: string | null;
  readonly measure: Measure;
  readonly primary: boolean;
  readonly confidence: number;
  readonly target: string | null;
  readonly baseline: string | null;
  readonly expected: string | null;
  readonly planned_cases: number | null;
  /** Why no result of the planned cases could decide. */
  readonly undecidable: Undecidable["kind"] | null;
  /** Whether the baseline already meets the target. */
  readonly met_by_baseline: boolean;
  readonly assumed: AssumedJson | null;
  readonly chance_of_met: number | null;
  /** The worst count of the planned cases that still meets the target. */
  readonly least_good_count: string | null;
  /** The fewest cases that can meet the target, if none goes wrong. */
  readonly fewest_cases: number | null;
  /** Null where no number of cases is enough; then `why` or the sentence says why. */
  readonly cases_for_80_percent: number | null;
  readonly why: ReasonJson<PlanReason> | null;
  readonly sentence: string;
  /** Ten looks at one growing sample; null where it is not a plain count, or no chance can be told. */
  readonly with_looks: LooksCostJson | null;
  /** Several arms of which one is as good as assumed. */
  readonly with_arms: readonly ArmsCostJson[];
  readonly would_help: readonly LeverJson[];
  /** Null where the eval has no standing yet. */
  readonly verdict: EvalVerdict | null;
  readonly to_settle: ToSettleJson | null;
}

/** What early looks cost, and save. */
export interface LooksCostJson {
  readonly looks: number;
  readonly chance_of_met: number;
  /** After how many cases it is met, or the sample is complete, on average. */
  readonly mean_cases: number;
}

/** What it costs to choose among arms. */
export interface ArmsCostJson {
  readonly arms: number;
  /** By the first run of the good one. */
  readonly chance_of_met: number;
  /** By that run, or by one that confirms it. */
  readonly chance_with_confirming_run: number;
}

/** What the plan assumes to be true of the candidate. */
export interface AssumedJson {
  /** A share, or a mean in the unit of the target. */
  readonly figure: number;
  readonly basis: AssumedTruth["basis"];
  readonly text: string;
}

/** What would raise the chance, each with the cases that an 80% chance then needs. */
export type LeverJson = SameCasesJson | BaselineTooJson | LowerTargetJson | LowerConfidenceJson | HardCasesJson;

interface LeverSentenceJson {
  readonly sentence: string;
}

/** Run baseline and candidate on the same cases. */
export interface SameCasesJson extends LeverSentenceJson {
  readonly kind: "same-cases";
  readonly cases: number;
  /** Fraction of the candidate's failures that are assumed to be failures of the baseline too. */
  readonly overlap: number;
}

/** Count the baseline anew on as many cases as the candidate. */
export interface BaselineTooJson extends LeverSentenceJson {
  readonly kind: "baseline-too";
  readonly cases_per_side: number;
}

/** An easier target that the planned cases can show. */
export interface LowerTargetJson extends LeverSentenceJson {
  readonly kind: "lower-target";
  readonly target: string;
  readonly cases: number;
  readonly chance_of_met: number;
}

/** Verdicts that may be wrong more often. */
export interface LowerConfidenceJson extends LeverSentenceJson {
  readonly kind: "confidence";
  readonly confidence: number;
  readonly cases: number;
}

/** Cases chosen so that the baseline fails on `baseline_rate` of them. */
export interface HardCasesJson extends LeverSentenceJson {
  readonly kind: "hard-cases";
  readonly baseline_rate: number;
  readonly cases_per_side: number;
}

export function planJson({ plans, imagined }: Pick<PlanResult, "plans" | "imagined">): PlanJson {
  return { what_if: imagined, evals: plans.map(evalJson) };
}

function evalJson({ plan, levers, cost, standing, needed }: PlannedEval): PlannedEvalJson {
  const { eval: item, assumed } = plan;
  return {
    id: item.id,
    metric: item.metric ?? null,
    measure: item.measure,
    primary: item.primary,
    confidence: plan.confidence,
    target: item.target === undefined ? null : targetText(item.target),
    baseline: item.baseline === undefined ? null : baselineText(item.baseline),
    expected: item.expected === undefined ? null : expectationText(item.expected),
    planned_cases: plan.n ?? null,
    undecidable: plan.undecidable?.kind ?? null,
    met_by_baseline: plan.metByBaseline,
    assumed: assumed === undefined ? null : { figure: assumed.figure, basis: assumed.basis, text: assumedLabel(plan) },
    chance_of_met: plan.chance ?? null,
    least_good_count: plan.leastGood === undefined ? null : countText(plan.leastGood),
    fewest_cases: plan.fewest ?? null,
    cases_for_80_percent: plan.size ?? null,
    why: plan.why === undefined ? null : reasonJson(plan.why, planReasonClause(plan.why)),
    sentence: planSentence(plan),
    with_looks:
      cost?.looks === undefined
        ? null
        : { looks: cost.looks.looks, chance_of_met: cost.looks.chance, mean_cases: cost.looks.meanSize },
    with_arms: (cost?.arms ?? []).map(({ arms, chance, confirmed }) => ({
      arms,
      chance_of_met: chance,
      chance_with_confirming_run: confirmed,
    })),
    would_help: levers.map((lever) => leverJson(lever, leverSentence(lever, plan))),
    verdict: standing?.verdict ?? null,
    to_settle: standing === undefined ? null : toSettleJson(standing, needed),
  };
}

function leverJson(lever: Lever, sentence: string): LeverJson {
  switch (lever.kind) {
    case "same-cases":
      return { kind: lever.kind, cases: lever.cases, overlap: lever.overlap, sentence };
    case "baseline-too":
      return { kind: lever.kind, cases_per_side: lever.perSide, sentence };
    case "lower-target":
      return {
        kind: lever.kind,
        target: targetText(lever.target),
        cases: lever.n,
        chance_of_met: lever.chance,
        sentence,
      };
    case "confidence":
      return { kind: lever.kind, confidence: lever.confidence, cases: lever.cases, sentence };
    case "hard-cases":
      return { kind: lever.kind, baseline_rate: lever.baselineRate, cases_per_side: lever.perSide, sentence };
  }
}
