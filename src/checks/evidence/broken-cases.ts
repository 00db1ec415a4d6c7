import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { brokenCases, couldReverse } from "../../domain/evidence/broken-cases.ts";
import { brokenCasesClause } from "../../wording/evidence/figure-doubts.ts";
import type { Check } from "../check.ts";
import { resultPlace } from "./result-place.ts";

/** Cases that broke are in no figure; what they hide is said where it could matter. */
export const brokenCasesCheck: Check = {
  name: "broken-cases",
  codes: ["errors-could-reverse", "errors-many"],
  run: ({ evals, kill }) =>
    evals.flatMap((standing): readonly Diagnostic[] => {
      const broken = brokenCases(standing, kill);
      if (broken === undefined) return [];
      return [
        {
          code: couldReverse(broken) ? "errors-could-reverse" : "errors-many",
          message: `${standing.eval.id}: ${brokenCasesClause(broken)}`,
          place: resultPlace(broken.judged, "errors"),
          hint: "run the cases that broke again, and log the whole run",
        },
      ];
    }),
};
