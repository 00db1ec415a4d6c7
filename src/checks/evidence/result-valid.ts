import { valueAt } from "../../diagnostics/place.ts";
import { figureEvidence, targetEvidence } from "../../domain/evidence/result-evidence.ts";
import { isUnitContradiction, type EvalReason } from "../../domain/evidence/eval-reason.ts";
import { evalReasonClause } from "../../wording/eval-reasons.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { resultPlace } from "./result-place.ts";
import type { LoggedResult } from "../../domain/evidence/judged-result.ts";

/** A result that is not of its eval cannot be judged, and neither can the PoC that rests on it. */
export const resultValid: Check = {
  name: "result-valid",
  codes: ["result-unit-mismatch", "result-contradicts"],
  run(standing) {
    return standing.evals.flatMap((item) =>
      latestOfArms([...item.results, ...item.today]).flatMap((logged) => {
        const fault = faultOf(item, logged);
        if (fault === undefined) return [];
        const { entry, result } = logged;
        const code = isUnitContradiction(fault) ? "result-unit-mismatch" : "result-contradicts";
        return [
          {
            code,
            message: `${item.eval.id}: ${evalReasonClause(fault)}`,
            place:
              code === "result-unit-mismatch" && result.value !== undefined
                ? resultPlace(logged, "value")
                : resultPlace(logged),
            related: [
              {
                place: valueAt(DEFINITION_FILES.evals, item.eval.id, "target"),
                label: `the target of ${item.eval.id}, a ${item.eval.measure}`,
              },
            ],
            hint: `poc undo ${entry.id}, then log it again as the eval asks`,
          },
        ];
      }),
    );
  },
};

/** A wrong result followed by a right one on the same arm is history; one on an arm of its own still counts. */
function latestOfArms(results: readonly LoggedResult[]): readonly LoggedResult[] {
  return [...new Map(results.map((logged) => [logged.result.arm, logged])).values()];
}

function faultOf(item: EvalStanding, logged: LoggedResult): EvalReason | undefined {
  const { target } = item.eval;
  const evidence =
    target === undefined
      ? figureEvidence(item.eval, logged.result, item.confidence)
      : targetEvidence(item.eval, target, logged.result, item.confidence);
  if (evidence.kind === "contradiction") return evidence.why;
  // The units of target and result are each valid, but cannot be compared.
  return logged === item.judged && item.verdict === "invalid" ? item.why : undefined;
}
