import { valueAt } from "../../diagnostics/place.ts";
import { isUnvalidated } from "../../domain/evidence/judges/unvalidated.ts";
import { judgeText } from "../../domain/records/evals/judge.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { relatedResult } from "./result-place.ts";

/** A judging program has to be compared with people before its verdicts are believed. */
export const judgeLabelsCheck: Check = {
  name: "judge-labels",
  codes: ["judge-not-validated"],
  run: (standing) =>
    standing.phase === "draft" || answeredByNoGo(standing)
      ? []
      : standing.evals
          .filter((item) => item.judged !== undefined && isUnvalidated(item))
          .map(({ eval: { id, judge }, judged }) => ({
            code: "judge-not-validated",
            message:
              `${id}: ${judge === undefined ? "a program" : judgeText(judge)} judges it, and nobody compared its ` +
              "judgement with people's",
            place: valueAt(DEFINITION_FILES.evals, id, "judge"),
            related: relatedResult(judged),
            hint: `label a sample: poc cases ${id} --sample 60, then poc log --labels ${id}=@FILE`,
          })),
};
