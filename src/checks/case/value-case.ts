import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";
import { listLabel, moneyLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { contradictionClause, faultClause, neverClause } from "../../wording/value-clauses.ts";

const FILE = DEFINITION_FILES.value;

/** What the idea is worth in figures, and the point below which it is not worth doing. */
export const valueCase: Check = {
  name: "value-case",
  codes: [
    "value-incomplete",
    "minutes-above-task",
    "minutes-above-day",
    "payback-threshold-missing",
    "payback-threshold-missed",
    "value-contradicted-by-log",
  ],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    const found = [
      ...incomplete(standing),
      ...contradictions(standing),
      ...thresholdMissing(standing),
      ...thresholdsMissed(standing),
      ...contradicted(standing),
    ];
    return found.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};

function incomplete({ value }: Standing): readonly Diagnostic[] {
  const lacking = value.missing.filter(
    (name) =>
      name !== "thresholds.impact" &&
      !value.unread.includes(name) &&
      !value.inputs.some((input) => input.name === name),
  );
  const [first] = lacking;
  if (first === undefined) return [];
  return [
    {
      code: "value-incomplete",
      message: `impact and payback need ${listLabel(lacking)}`,
      place: valueAt(FILE, first),
      hint:
        `add ${first}: to value.yaml; a range with a grade is enough: {low: …, likely: …, high: …, grade: estimated, ` +
        `reason: …}`,
    },
  ];
}

function contradictions({ value }: Standing): readonly Diagnostic[] {
  return value.faults.map((fault) => {
    const related =
      fault.kind === "minutes-above-task"
        ? ([["task_minutes", "how long the task takes"]] as const)
        : ([["tasks_per_day", "how often it is done"]] as const);
    return {
      code: fault.kind,
      message:
        `${faultClause(fault)}, expected ` +
        `${fault.kind === "minutes-above-task" ? "no more than the task takes" : "1440 minutes at most"}`,
      place: valueAt(FILE, "minutes_saved"),
      related: related.map(([name, label]) => ({ place: valueAt(FILE, name), label })),
      hint:
        "minutes_saved is for one task and tasks_per_day for one person: correct the one that is for " +
        "the whole team",
    };
  });
}

function thresholdMissing({ value }: Standing): readonly Diagnostic[] {
  if (value.paybackThreshold !== undefined || value.impactThreshold !== undefined) return [];
  return [
    {
      code: "payback-threshold-missing",
      message: "no threshold says when the idea is not worth it, expected the longest payback or the least impact",
      place: valueAt(FILE, "thresholds"),
      hint: "add thresholds: {payback: 12 months} to value.yaml",
    },
  ];
}

function thresholdsMissed({ value }: Standing): readonly Diagnostic[] {
  const hint =
    "an idea that misses the agreed threshold is a no-go: poc memo, then poc decide no-go; poc value shows what " +
    "would change the answer";
  return value.missed.map((threshold) => ({
    code: "payback-threshold-missed" as const,
    message:
      threshold === "impact"
        ? `the annual net impact is ${moneyLabel(value.impact!)}, expected ${moneyLabel(value.impactThreshold!)} at ` +
          `least`
        : `${slowness(value)}, expected ${monthsLabel(value.paybackThreshold!)} at most`,
    place: valueAt(FILE, "thresholds", threshold),
    hint,
  }));
}

function slowness(value: ValueStanding): string {
  return value.payback === "never" ? neverClause(value.impact) : `the case pays back in ${monthsLabel(value.payback!)}`;
}

/** A stated cost that would give another verdict if it were what the log shows. */
function contradicted({ value }: Standing): readonly Diagnostic[] {
  return value.contradictions.map((contradiction) => ({
    code: "value-contradicted-by-log" as const,
    message: contradictionClause(contradiction),
    place: valueAt(FILE, contradiction.costs[0]!.name),
    hint:
      "add a source that says why production differs from the log, or remove the line: then the log's figure " +
      "counts",
  }));
}
