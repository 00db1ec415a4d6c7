import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";

const FILE = DEFINITION_FILES.evals;
/** The first working day belongs to setting things up. */
const FROM_DAY = 2;

/**
 * An eval without a result has to say how it will be measured, while there is still time to find out that it cannot be.
 */
export const evalWay: Check = {
  name: "eval-way",
  codes: ["eval-way-missing", "eval-way-late"],
  run(standing) {
    const { phase, timebox, asOf } = standing;
    if (phase !== "running" || timebox === undefined || timebox.day < FROM_DAY || answeredByNoGo(standing)) return [];
    return standing.evals.flatMap((item): readonly Diagnostic[] => {
      const { measuredBy, run, target } = item.eval;
      if (item.verdict !== "unmeasured" || target === undefined || item.results.length > 0) return [];
      if (measuredBy === undefined) return run === undefined ? [missing(item)] : [];
      return measuredBy.kind === "person" && measuredBy.on < asOf.date
        ? [late(item, `${measuredBy.person.name} was to measure it by ${dateLabel(measuredBy.on)}`)]
        : [];
    });
  },
};

function missing({ eval: { id } }: EvalStanding): Diagnostic {
  return {
    code: "eval-way-missing",
    message: `${id}: nothing was logged for it, and nothing says how it will be measured`,
    place: valueAt(FILE, id),
    hint: "add measured_by: a command, a file such as results/*.json, or a person and a day",
  };
}

function late({ eval: { id } }: EvalStanding, agreed: string): Diagnostic {
  return {
    code: "eval-way-late",
    message: `${id}: ${agreed}, and nothing was logged`,
    place: valueAt(FILE, id, "measured_by"),
    hint: `log the result (poc log --eval ${id}=…), or name another day`,
  };
}
