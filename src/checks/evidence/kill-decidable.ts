import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { isBuiltInMetric, type BuiltInMetric, type Condition } from "../../domain/scalars/condition.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { askedChange } from "../../domain/evidence/asked-change.ts";
import { baselineFigure } from "../../domain/evidence/baseline-figure.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { killStanding, conditionLabel } from "../../domain/standing/kill-standing.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { possibleResults } from "../../domain/planning/possible-results.ts";
import { quantityIn, quantityNumber, type Quantity } from "../../domain/scalars/quantity.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Target } from "../../domain/scalars/target.ts";
import { neededLabel } from "../../wording/evals.ts";
import type { Check } from "../check.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

const FILE = DEFINITION_FILES.killCriteria;

/** A kill criterion must be one that can be tripped, can be cleared, and lets a met target live. */
export const killDecidable: Check = {
  name: "kill-decidable",
  codes: ["kill-criterion-undecidable", "kill-criterion-against-target"],
  run(standing) {
    if (standing.phase === "decided" || standing.phase === "over") return [];
    return standing.definitions.killCriteria.flatMap((criterion) => {
      const { when } = criterion;
      if (when === undefined) return [];
      const found = isBuiltInMetric(when.metric)
        ? builtInUndecidable(criterion, when, when.metric, standing)
        : ofEval(criterion, when, standing);
      return found === undefined ? [] : [found];
    });
  },
};

function undecidable({ id }: KillCriterion, message: string, hint: string): Diagnostic {
  return { code: "kill-criterion-undecidable", message: `${id}: ${message}`, place: valueAt(FILE, id, "when"), hint };
}

function builtInUndecidable(
  criterion: KillCriterion,
  when: Condition,
  metric: BuiltInMetric,
  standing: Standing,
): Diagnostic | undefined {
  const { unit } = when.quantity;
  const { currency } = standing.spend;
  // Rates lead from foreign currencies into this one, not out of it.
  const money = unit === currency;
  const expected: { readonly [M in BuiltInMetric]: readonly [fits: boolean, unit: string] } = {
    "spend.total": [money, currency],
    "spend.share": [unit === "%", "%"],
    "hours.total": [unit === "h", "h"],
    "effort.total": [money, currency],
    "payback.months": [unit === "" || unit.startsWith("month"), "months"],
    "impact.annual": [money, currency],
  };
  const [fits, right] = expected[metric];
  return fits
    ? undefined
    : undecidable(
        criterion,
        `${metric} is in ${right}, and ${conditionLabel(when)} is in ${unit === "" ? "no unit" : unit}`,
        `write the figure in ${right}`,
      );
}

function ofEval(criterion: KillCriterion, when: Condition, standing: Standing): Diagnostic | undefined {
  const item = standing.definitions.evals.find((candidate) => candidate.id === when.metric);
  if (item === undefined) return undefined;
  const { countsWithinLimit, enough } = MEASURES[item.measure];
  // The share of runs within the limit is judged, and more of them is better.
  const better = countsWithinLimit ? "higher" : item.better;
  if (countsWithinLimit && when.quantity.unit !== "%") {
    return undecidable(
      criterion,
      `${item.id} is judged by the share of runs within its limit, and ${conditionLabel(when)} does not name a share`,
      `write ${item.id} < 80%, or another share`,
    );
  }
  if (when.comparator.startsWith("<") === (better === "lower")) {
    return undecidable(
      criterion,
      `${better} is better for ${item.id}, and ${conditionLabel(when)} ends the work for a good result`,
      "reverse the sign: bad results should end the work",
    );
  }
  const confidence = standing.definitions.charter?.confidence ?? 0.95;
  const verdicts = (n: number) =>
    possibleResults(item, n, confidence).map(
      (outcome) =>
        killStanding(criterion, {
          evals: [outcome],
          figures: { figure: () => undefined, unread: () => [] },
          answers: new Map(),
          today: standing.asOf.date,
          closed: true,
        }).verdict,
    );
  const ever = verdicts(enough);
  if (!ever.includes("tripped"))
    return undecidable(
      criterion,
      `no result of ${item.id} ever reaches ${conditionLabel(when)}`,
      "name a state that a bad result would show, in the unit of the eval",
    );
  if (!ever.includes("cleared"))
    return undecidable(
      criterion,
      `no result of ${item.id} ever rules ${conditionLabel(when)} out`,
      "name a state that a good result would rule out",
    );
  if (item.minN !== undefined && !verdicts(item.minN).includes("cleared")) {
    return undecidable(
      criterion,
      `with ${countLabel(item.minN, "case")} not even a perfect result rules ${conditionLabel(when)} out, so a ` +
        `go would be impossible`,
      "raise min_n of the eval, or choose a figure further from the target",
    );
  }
  return againstTarget(criterion, when, item);
}

/** Whether a result may meet the target and trip the criterion at once. */
function againstTarget({ id }: KillCriterion, when: Condition, item: Eval): Diagnostic | undefined {
  const target = item.target && targetValue(item, item.target, when.quantity);
  if (target === undefined || item.target === undefined || MEASURES[item.measure].countsWithinLimit) return undefined;
  const kill = quantityNumber(when.quantity);
  if (item.better === "lower" ? kill >= target : kill <= target) return undefined;
  return {
    code: "kill-criterion-against-target",
    message:
      `${id}: ${conditionLabel(when)} ends the work although ${item.id} may meet its target there (` +
      `${neededLabel(item, item.target)}); expected a state on the bad side of the target`,
    place: valueAt(FILE, id, "when"),
    related: [{ place: valueAt(DEFINITION_FILES.evals, item.id, "target"), label: "the target" }],
    hint: "move the state or the target, so that no result does both",
  };
}

/** The figure at which the target is just met, as a number in the unit of the kill criterion. */
function targetValue(item: Eval, target: Target, unit: Quantity): number | undefined {
  const { form, quantity } = askedChange(item, target);
  if (form === "value") {
    const converted = quantityIn(quantity, unit.unit);
    return converted && quantityNumber(converted);
  }
  const baseline =
    item.baseline &&
    baselineFigure(
      item.baseline,
      MEASURES[item.measure].writtenIn === "share" ? { kind: "share" } : { kind: "unit", unit: unit.unit },
    );
  if (baseline === undefined) return undefined;
  const change = quantityNumber(quantity);
  if (form === "reduction") return baseline * (1 - change);
  if (form === "gain") return baseline * (1 + change);
  return item.better === "lower" ? baseline - change : baseline + change;
}
