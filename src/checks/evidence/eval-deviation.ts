import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { evalDeviations, type EvalDeviation } from "../../domain/evidence/eval-deviations.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { deviationSentence, otherCasesClause } from "../../wording/eval-deviations.ts";
import type { Check } from "../check.ts";
import { relatedResult, resultPlace } from "./result-place.ts";

/** The measurement is the one that was agreed, and all of it. What is merely good to know is only in the memo. */
export const evalDeviation: Check = {
  name: "eval-deviation",
  codes: ["dataset-changed", "other-cases", "cases-added", "result-withdrawn"],
  run(standing) {
    return standing.evals.flatMap((item) => evalDeviations(item, standing.log).flatMap(diagnosed));
  },
};

function diagnosed(deviation: EvalDeviation): readonly Diagnostic[] {
  const message = deviationSentence(deviation).replace(/\.$/, "");
  const { id } = deviation.standing.eval;
  switch (deviation.kind) {
    case "dataset-changed": {
      const { first, results } = deviation;
      const agreed =
        first === undefined
          ? [{ place: valueAt(DEFINITION_FILES.evals, id, "dataset"), label: "the data set that was agreed" }]
          : relatedResult(first);
      return results.map((one) => ({
        code: "dataset-changed",
        message,
        place: resultPlace(one, "dataset"),
        related: agreed,
        hint: "measure on the agreed cases, or say in the memo why these are just as good",
      }));
    }
    case "other-cases": {
      const { than, results } = deviation.other;
      const related = than.kind === "baseline" ? [] : relatedResult(than.run);
      const [where, hint] =
        than.kind === "run-before"
          ? [
              "the run before",
              "a fresh sample is fine if the cases were drawn in the same way; otherwise run the arm on the same cases",
            ]
          : [
              "today's system",
              "run the arm on the cases of the baseline: a comparison case by case needs far fewer cases",
            ];
      return results.map((one) => ({
        code: "other-cases",
        message: `${id}: ${otherCasesClause(deviation.other)}`,
        place: resultPlace(one, "cases", "digest"),
        related: related.map((place) => ({ ...place, label: `${where}: ${place.label}` })),
        hint,
      }));
    }
    case "cases-added":
      return [
        {
          code: "cases-added",
          message,
          place: resultPlace(deviation.later),
          related: relatedResult(deviation.first),
          hint: "say in the log why; next time agree on the number of cases before the first look",
        },
      ];
    case "result-withdrawn": {
      // Leaving out a better result flatters nobody.
      if (deviation.than !== "worse") return [];
      const { correction, withdrawn } = deviation;
      return [
        {
          code: "result-withdrawn",
          message,
          place: valueAt(correction.file, "undo", "entry"),
          related: relatedResult(withdrawn),
          hint: `if it was a result like any other, withdraw the correction: poc undo ${correction.id}`,
        },
      ];
    }
    default:
      return [];
  }
}
