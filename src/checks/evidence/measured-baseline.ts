import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { baselineContradiction } from "../../domain/evidence/measured-baseline.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { baselineContradictionClause } from "../../wording/evidence/figure-doubts.ts";
import type { Check } from "../check.ts";
import { resultPlace } from "./result-place.ts";

/** Today's system, where it was measured, is what was agreed to compare with. */
export const measuredBaseline: Check = {
  name: "measured-baseline",
  codes: ["baseline-contradicted"],
  run: ({ evals }) =>
    evals.flatMap((standing): readonly Diagnostic[] => {
      const found = baselineContradiction(standing);
      if (found === undefined) return [];
      const { id } = standing.eval;
      return [
        {
          code: "baseline-contradicted",
          message: `${id}: ${baselineContradictionClause(found)}`,
          place: resultPlace(found.today),
          related: [{ place: valueAt(DEFINITION_FILES.evals, id, "baseline"), label: "the agreed baseline" }],
          hint: "find out which of the two is true; with the sponsor: poc amend, with the measured baseline",
        },
      ];
    }),
};
