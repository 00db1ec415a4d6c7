import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { casesToSettle } from "../../domain/planning/cases-to-settle.ts";
import { settleClause } from "../../wording/plan.ts";
import { evalWording } from "../../wording/evals.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { relatedResult } from "./result-place.ts";
import type { Standing } from "../../domain/standing/standing.ts";

const FILE = DEFINITION_FILES.evals;

/** Targets are judged on the last day, for a better run may come until then; what is missing is due the day after. */
export const evalEvidence: Check = {
  name: "eval-evidence",
  codes: ["eval-not-met", "eval-secondary-not-met", "eval-unmeasured", "eval-unsettled", "guard-on-another-arm"],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    const due = evidenceDue(standing);
    return standing.evals.flatMap((item): readonly Diagnostic[] => {
      // Without a target there is nothing to meet, and another check says so.
      if (item.eval.target === undefined) return [];
      if (item.verdict === "not met" && !item.interim) return [notMet(item)];
      if (item.why?.code === "measured-on-other-arm") return [onAnotherArm(item, item.why.arm)];
      if (!due) return [];
      if (item.verdict === "unmeasured") return [unmeasured(item)];
      return item.verdict === "unsettled" ? [unsettled(item)] : [];
    });
  },
};

/** Said at once: the arm may be gone when the timebox ends. */
function onAnotherArm(item: EvalStanding, arm: string): Diagnostic {
  const { id } = item.eval;
  return {
    code: "guard-on-another-arm",
    message: `${id}: ${evalWording(item).why}`,
    place: valueAt(FILE, id),
    related: relatedResult(item.results.at(-1)),
    hint: `poc log --eval ${id}=… --arm ${arm}`,
  };
}

function notMet(item: EvalStanding): Diagnostic {
  const { counts, range, level, needed } = evalWording(item);
  const plausible = range === "" ? "" : `, plausibly ${range} (${level})`;
  return {
    code: item.eval.primary ? "eval-not-met" : "eval-secondary-not-met",
    message: `${item.eval.id}: found ${counts}${plausible}, expected ${needed}`,
    place: valueAt(FILE, item.eval.id, "target"),
    related: relatedResult(item.judged),
    hint: item.eval.primary
      ? "a primary target that is missed is a no-go: poc memo, then poc decide no-go"
      : "say in the memo what missing it means for the MVP",
  };
}

function unmeasured(item: EvalStanding): Diagnostic {
  return {
    code: "eval-unmeasured",
    message:
      `${item.eval.id} is due and nothing was logged for it, expected a result against ` +
      `${evalWording(item).needed}`,
    place: valueAt(FILE, item.eval.id, "id"),
    hint: `poc log --eval ${item.eval.id}=… if it was measured in time; otherwise it is not proven`,
  };
}

function unsettled(item: EvalStanding): Diagnostic {
  return {
    code: "eval-unsettled",
    // Worked out when it is read: how many cases would settle it takes longer than all other checks together, and
    // `poc log` only asks whether the problem is new.
    get message() {
      const { counts, range, level, needed, why } = evalWording(item);
      const plausible = range === "" ? "" : `, plausibly ${range} (${level})`;
      const more = settleClause(item, casesToSettle(item));
      return (
        `${item.eval.id} is due and not settled: ${counts}${plausible}, expected ${needed}` +
        `${why === "" ? "" : `; ${why}`}${more === "" ? "" : `; ${more}`}`
      );
    },
    place: valueAt(FILE, item.eval.id, "target"),
    related: relatedResult(item.judged),
    hint:
      item.why?.code === "nothing-left"
        ? "a target that is not settled in time was not proven: decide on that; more runs hardly change it"
        : "a target that is not settled in time was not proven: decide on that, or extend once to measure more cases",
  };
}

/** Whether every figure should be there by now: the last day has passed, or somebody decided to go on. */
function evidenceDue(standing: Standing): boolean {
  return (
    standing.phase === "over" ||
    (standing.phase === "decided" && standing.decision.current?.decision.outcome !== "no-go")
  );
}
