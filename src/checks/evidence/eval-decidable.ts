import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { baselineText, type Eval } from "../../domain/records/eval.ts";
import { spreadOf } from "../../domain/planning/assumed-truth.ts";
import { evalPlan, LEAST_CHANCE, type EvalPlan } from "../../domain/planning/plan.ts";
import { casesLabel, chanceLabel, sizeClause, truthClause, undecidableSentence } from "../../wording/plan.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termSubject } from "../../domain/records/terms.ts";
import { neededLabel } from "../../wording/evals.ts";
import type { Check } from "../check.ts";

const FILE = DEFINITION_FILES.evals;

/** The evidence must be able to meet a target and to miss it; otherwise measuring it decides nothing. */
export const evalDecidable: Check = {
  name: "eval-decidable",
  codes: ["eval-undecidable", "eval-underpowered", "eval-met-by-baseline"],
  run(standing) {
    return openEvals(standing).flatMap((item) => {
      if (item.target === undefined || (item.target.form !== "value" && item.baseline === undefined)) return [];
      const plan = evalPlan(item, standing.definitions.charter?.confidence ?? 0.95, spreadOf(standing.evals, item));
      const found = undecidable(plan) ?? underpowered(plan) ?? metByBaseline(plan);
      return found === undefined ? [] : [found];
    });
  },
};

/**
 * The evals whose terms can still be agreed, or were agreed anew: what was asked before the start need not be asked
 * again at every entry.
 */
function openEvals({ phase, definitions, amendments }: Standing): readonly Eval[] {
  if (phase === "draft") return definitions.evals;
  if (phase === "decided" || phase === "over") return [];
  const terms = amendments.flatMap(({ amendment }) => amendment.changes.map(({ term }) => term));
  if (terms.includes("confidence")) return definitions.evals;
  const amended = new Set(
    terms.map(termSubject).flatMap((subject) => (subject?.family === "evals" ? [subject.id] : [])),
  );
  return definitions.evals.filter(({ id }) => amended.has(id));
}

function undecidable({ eval: item, undecidable: found }: EvalPlan): Diagnostic | undefined {
  if (found === undefined) return undefined;
  return {
    code: "eval-undecidable",
    message: `${item.id}: ${undecidableSentence(item, found)}`,
    place: valueAt(FILE, item.id, found.kind === "too-few" ? "min_n" : "target"),
    hint:
      found.kind === "never-met" && found.why?.code === "tuned-on-cases"
        ? "measure fresh cases, and write tuned_on_these_items: no"
        : found.kind === "never-met"
          ? "set a target that a very good result would meet"
          : found.kind === "never-missed"
            ? "set a target that a bad result would miss"
            : `raise min_n${found.least === undefined ? "" : ` to ${found.least} or more`}; perfect results are ` +
              `rare, so plan for many more: poc plan --eval ${item.id}`,
  };
}

function underpowered(plan: EvalPlan): Diagnostic | undefined {
  const { eval: item, n, chance, assumed } = plan;
  if (n === undefined || chance === undefined || chance >= LEAST_CHANCE) return undefined;
  const subject = item.primary ? "this PoC" : "this eval";
  const truth =
    truthClause(plan) +
    `${assumed?.basis === "half-allowed" ? " (assuming half the failures that the target allows)" : ""}`;
  return {
    code: "eval-underpowered",
    message:
      `${item.id}: ${subject} will probably end inconclusive: the chance of meeting the target with ` +
      `${casesLabel(item, n)} is ${chanceLabel(chance)} ${truth}, expected ${LEAST_CHANCE * 100}% or better; ` +
      sizeClause(plan),
    place: valueAt(FILE, item.id, "min_n"),
    related:
      item.expected === undefined
        ? []
        : [{ place: valueAt(FILE, item.id, "expected"), label: "what the team expects" }],
    hint:
      `${item.expected === undefined ? "say what you expect, and see" : "see"} what would help: poc plan --eval ` +
      `${item.id}`,
  };
}

/**
 * A guard may well be met already. But if the deciding eval meets its target before the work begins, it proves nothing.
 */
function metByBaseline({ eval: item, metByBaseline: met }: EvalPlan): Diagnostic | undefined {
  const { target, baseline } = item;
  if (!item.primary || !met || target === undefined || baseline === undefined) return undefined;
  const needed = neededLabel(item, target);
  return {
    code: "eval-met-by-baseline",
    message:
      target.form === "value"
        ? `${item.id}: the baseline of ${baselineText(baseline)} already meets ${needed}`
        : `${item.id}: no change at all would already show ${needed}`,
    place: valueAt(FILE, item.id, "target"),
    related: [{ place: valueAt(FILE, item.id, "baseline"), label: "the baseline" }],
    hint: "ask for more than the baseline, or make the eval a guard: primary: false",
  };
}
