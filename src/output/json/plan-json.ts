import type { PlannedEval, PlanResult } from "../../app/agreement/plan-evals.ts";
import { countText } from "../../domain/scalars/count.ts";
import { baselineText } from "../../domain/records/eval.ts";
import type { Lever } from "../../domain/planning/plan-levers.ts";
import { assumedLabel, leverSentence, planSentence } from "../../wording/plan.ts";
import { expectationText, targetText } from "../../domain/scalars/target.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { toSettleJson } from "./standing-json.ts";

/**
 * The `data` of `poc plan --format json`. Chances and shares are fractions; `assumed.figure` is a share, or a mean in
 * the unit of its target. `cases_for_80_percent` is `null` where no number of cases would do, and then `why` or the
 * sentence says why.
 */
export function planJson({ plans, imagined }: Pick<PlanResult, "plans" | "imagined">): JsonObject {
  return { what_if: imagined, evals: plans.map(evalJson) };
}

function evalJson({ plan, levers, standing, needed }: PlannedEval): JsonObject {
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
    why: plan.why ?? null,
    sentence: planSentence(plan),
    would_help: levers.map((lever): JsonValue => ({ ...leverJson(lever), sentence: leverSentence(lever, plan) })),
    verdict: standing?.verdict ?? null,
    to_settle: standing === undefined ? null : toSettleJson(standing, needed),
  };
}

function leverJson(lever: Lever): JsonObject {
  switch (lever.kind) {
    case "same-cases":
      return { kind: lever.kind, cases: lever.cases, overlap: lever.overlap };
    case "baseline-too":
      return { kind: lever.kind, cases_per_side: lever.perSide };
    case "lower-target":
      return { kind: lever.kind, target: targetText(lever.target), cases: lever.n, chance_of_met: lever.chance };
    case "confidence":
      return { kind: lever.kind, confidence: lever.confidence, cases: lever.cases };
    case "hard-cases":
      return { kind: lever.kind, baseline_rate: lever.baselineRate, cases_per_side: lever.perSide };
  }
}
