import { evalReasonText } from "../evidence/eval-reason-text.ts";
import { dateLabel, type CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import { isFinal } from "../standing/decision.ts";
import type { Standing } from "../standing/standing.ts";
import type { Evidenced } from "../standing/evidenced.ts";

/** One thing that has to happen, and by when. */
export interface NextStep {
  readonly what: string;
  readonly by?: CivilDate;
  /** The command that does it, where one does. */
  readonly command?: string;
}

const PROOF_OF_VALUE = 2;

/** What is due next, by date; what has no date comes last, what is late first. */
export function nextSteps(standing: Standing): readonly NextStep[] {
  const { recommendation } = standing;
  const unreadable =
    standing.unreadable.length === 0
      ? []
      : [{ what: "mend the records that cannot be read", by: standing.asOf.date, command: "poc check" }];
  if (standing.phase === "draft") return unreadable.length > 0 ? unreadable : draftSteps(standing);
  if (standing.phase === "decided") return decidedSteps(standing);
  const steps: NextStep[] = [...unreadable];
  const end = standing.timebox?.end;
  for (const drift of standing.drift.slice(0, 1))
    steps.push({ what: `record or undo the change of ${drift.term}`, by: standing.asOf.date, command: "poc amend" });
  for (const item of standing.kill) {
    if (item.verdict !== "pending" && item.verdict !== "overdue") continue;
    const { id, ask, when, by } = item.criterion;
    // A figure of the PoC itself is judged on its day without anybody doing anything.
    if (item.verdict === "pending" && when !== undefined && isBuiltInMetric(when.metric)) continue;
    const command = ask === undefined ? undefined : `poc log --answer ${id}=yes|no`;
    steps.push({
      what: ask === undefined ? `settle kill criterion ${id}` : `answer kill criterion ${id}`,
      ...(by === undefined ? {} : { by }),
      ...(command === undefined ? {} : { command }),
    });
  }
  for (const item of standing.evals) {
    if (item.verdict === "unmeasured")
      steps.push({
        what: `measure ${item.eval.id}`,
        ...(end === undefined ? {} : { by: end }),
        command: `poc log --eval ${item.eval.id}=…`,
      });
    if (item.verdict === "unsettled" && !item.interim)
      steps.push({
        what: `settle ${item.eval.id}: ${item.why === undefined ? "more cases" : evalReasonText(item.why)}`,
        ...(end === undefined ? {} : { by: end }),
      });
  }
  if (recommendation.outcome === "no-go" || standing.phase === "over" || recommendation.outcome === "go") {
    // A no-go in the middle saves the rest of the timebox only if it is decided now.
    const by = recommendation.outcome === "no-go" ? standing.asOf.date : end;
    steps.push({
      what: `decide: the recommendation is ${recommendation.outcome}`,
      ...(by === undefined ? {} : { by }),
      command: "poc memo, then poc decide",
    });
  } else if (end !== undefined) {
    steps.push({ what: "decide, and write the memo", by: end, command: "poc memo, then poc decide" });
  }
  return steps.sort((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : (a.by ?? "9999") > (b.by ?? "9999") ? 1 : 0));
}

function draftSteps(standing: Evidenced): readonly NextStep[] {
  const open = standing.placeholders.length;
  const fill =
    open === 0
      ? []
      : [{ what: `fill in ${open} ${open === 1 ? "placeholder" : "placeholders"}`, command: "poc check" }];
  const start = standing.timebox === undefined ? {} : { by: standing.timebox.start };
  return [...fill, { what: "freeze the terms and start the clock", command: "poc start", ...start }];
}

function decidedSteps(standing: Evidenced): readonly NextStep[] {
  const decision = standing.decision.current?.decision;
  if (decision === undefined || !isFinal(decision)) return [];
  const conditions = decision.conditions.map((condition) => ({
    what: condition.what + (condition.owner === undefined ? "" : ` (${condition.owner.name})`),
    ...(condition.by === undefined ? {} : { by: condition.by }),
  }));
  return [
    ...conditions,
    decision.outcome === "no-go"
      ? { what: "stop: tear the sandbox down, revoke its keys, delete copies of data" }
      : goingOn(standing),
  ];
}

/** Of the gates behind the proof of value only their own files know what they ask. */
function goingOn({ gates }: Evidenced): NextStep {
  const last = gates.passages.at(-1)?.passage;
  if (last === undefined || last.number < PROOF_OF_VALUE)
    return { what: "take it to a proof of value, with real users and a budget" };
  return { what: `go on from gate ${last.number}, ${last.title}, which is passed`, command: "poc gate" };
}

/** `by Fri 27 Nov`, or nothing. */
export function stepLabel(step: NextStep): string {
  return step.by === undefined ? step.what : `${step.what}, by ${dateLabel(step.by)}`;
}
