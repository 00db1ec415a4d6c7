import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { spreadOf } from "../../domain/planning/assumed-truth.ts";
import { evalPlan } from "../../domain/planning/plan.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { sizeClause, truthClause } from "../../wording/plan.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.evals;

/**
 * Every eval that decides says on how many cases. Somebody who may look at any number of cases, and stop where they
 * look good, comes to "met" by chance alone.
 */
export const evalSize: Check = {
  name: "eval-size",
  codes: ["eval-size-missing", "extension-too-small"],
  run(standing) {
    const { phase, definitions } = standing;
    if (phase !== "draft") return [];
    return definitions.evals
      .flatMap((item) => [...missing(item, standing), ...small(item)])
      .filter(({ place }) => couldBeRead(standing, place));
  },
};

function missing(item: Eval, { definitions, evals }: Standing): readonly Diagnostic[] {
  const decides = item.primary || item.guard === "hard";
  if (!decides || item.target === undefined || item.minN !== undefined) return [];
  const plan = evalPlan(item, definitions.charter?.confidence ?? 0.95, spreadOf(evals, item));
  if (plan.why?.code === "cases-do-not-count" || plan.undecidable?.kind === "never-met") return [];
  const { size } = plan;
  const known = typeof size === "number";
  return [
    {
      code: "eval-size-missing",
      message:
        `${item.id} decides, but does not say on how many cases` +
        (known ? `: ${sizeClause(plan)} ${truthClause(plan)}` : ""),
      place: valueAt(FILE, item.id, "min_n"),
      hint: known
        ? `add min_n: ${size}`
        : `write what you expect (expected: …), and see how many cases it takes: poc plan --eval ${item.id}; then ` +
          `add min_n`,
    },
  ];
}

function small({ id, minN, extendedN }: Eval): readonly Diagnostic[] {
  if (extendedN === undefined || minN === undefined || extendedN > minN) return [];
  return [
    {
      code: "extension-too-small",
      message: `${id} may be extended to ${extendedN} cases, and ${minN} are agreed already`,
      place: valueAt(FILE, id, "extended_n"),
      hint: `set extended_n to more than ${minN}, such as ${2 * minN}, or leave it out`,
    },
  ];
}
