import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalWording } from "../../wording/evals.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { killClause } from "../../wording/kill-reasons.ts";

/**
 * The question of the charter answered in one sentence, by what was measured and nothing else. It neither guesses at a
 * yes nor a no, which not every question can be answered with.
 */
export function answerText(standing: Standing): string {
  const tripped = standing.kill.find((item) => item.verdict === "tripped");
  if (tripped !== undefined)
    return `Stopped: ${tripped.criterion.statement ?? tripped.criterion.id} (${killClause(tripped.because)}).`;
  const primary = standing.evals.filter((item) => item.eval.primary);
  if (primary.length === 0) return "Not answered: no primary eval says what would answer it.";
  const invalid = primary.filter((item) => item.verdict === "invalid");
  if (invalid.length > 0) return `It cannot be told: the results of ${names(invalid)} contradict themselves.`;
  const missed = primary.filter((item) => item.verdict === "not met");
  if (missed.length > 0) return `What was needed was not reached. ${missed.map(figures).join(" ")}`;
  const unmeasured = primary.filter((item) => item.verdict === "unmeasured");
  if (unmeasured.length > 0)
    return `Not answered yet: ${names(unmeasured)} ${unmeasured.length === 1 ? "was" : "were"} not measured.`;
  const unsettled = primary.filter((item) => item.verdict === "unsettled");
  if (unsettled.length > 0) return `Not settled${leaningText(unsettled)}. ${unsettled.map(figures).join(" ")}`;
  return `What was needed was shown. ${primary.map(figures).join(" ")}`;
}

function names(standings: readonly EvalStanding[]): string {
  return listLabel(standings.map((item) => item.eval.metric ?? item.eval.id));
}

function leaningText(standings: readonly EvalStanding[]): string {
  const leanings = new Set(standings.map((item) => item.leaning));
  const [leaning] = leanings;
  return leanings.size === 1 && leaning !== undefined ? `, leaning ${leaning}` : "";
}

/** `Wrong answers: 46.3% fewer (22 of 200, against 41 of 200 before), where at least 40% fewer was needed.` */
function figures(standing: EvalStanding): string {
  const { metric, counts, result, needed } = evalWording(standing);
  const measured = result === "" ? counts : `${result} (${counts})`;
  const figure = measured === "" ? "no figure" : measured;
  return `${metric}: ${figure}${needed === "" ? "" : `, where ${needed} was needed`}.`;
}
