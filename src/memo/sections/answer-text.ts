import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalWording } from "../../wording/evals.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { killClause } from "../../wording/kill-reasons.ts";

/**
 * The question of the charter answered by what was measured: "Yes", "Yes, but", "No", "Not shown" or "Cannot be
 * judged", with the figures of all primary evals and of the guards that do not show what they should. What stopped the
 * work comes after the answer, never in its place.
 */
export function answerText(standing: Standing): string {
  const stopped = standing.kill
    .filter((item) => item.verdict === "tripped")
    .map(({ criterion: { statement, id }, because }) => `Stopped: ${statement ?? id} (${killClause(because)}).`);
  return [answerOf(standing), ...stopped].join(" ");
}

function answerOf(standing: Standing): string {
  if (standing.phase === "draft") return "Not shown: the work has not started.";
  const primary = standing.evals.filter((item) => item.eval.primary);
  if (primary.length === 0) return "Not shown: no primary metric says what would answer it.";
  const invalid = standing.evals.filter((item) => item.verdict === "invalid");
  if (invalid.length > 0) return `Cannot be judged: the results for ${names(invalid)} are inconsistent.`;
  const missed = primary.filter((item) => item.verdict === "not met");
  if (missed.some((item) => !item.interim)) return `No: ${figures(missed)}`;
  if (missed.length > 0) return `Not shown so far: ${figures(missed)}`;
  const unmeasured = primary.filter((item) => item.verdict === "unmeasured");
  if (unmeasured.length > 0)
    return `Not shown: ${names(unmeasured)} ${unmeasured.length === 1 ? "was" : "were"} not measured.`;
  const unsettled = primary.filter((item) => item.verdict === "unsettled");
  if (unsettled.length > 0) return `Not shown${leaningText(unsettled)}: ${figures(unsettled)}`;
  const guards = openGuards(standing);
  return guards.length === 0
    ? `Yes: ${figures(primary)}`
    : `Yes, but: ${figures(primary)} ${guards.map(butText).join(" ")}`;
}

/** Guards that are missed for sure, and, when time is up, those that are not settled. */
function openGuards({ evals, phase }: Standing): readonly EvalStanding[] {
  const timeIsUp = phase === "over" || phase === "decided";
  return evals.filter((item) => isGuard(item.eval) && (timeIsUp ? item.verdict !== "met" : item.verdict === "not met"));
}

function butText(standing: EvalStanding): string {
  const { metric } = evalWording(standing);
  switch (standing.verdict) {
    case "not met":
      return `A guard was missed: ${figure(standing)}`;
    case "unmeasured":
      return `${metric}, a guard, was not measured${standing.results.length > 0 ? " on the chosen arm" : ""}.`;
    default:
      return `A guard is not settled: ${figure(standing)}`;
  }
}

function names(standings: readonly EvalStanding[]): string {
  return listLabel(standings.map((item) => item.eval.metric ?? item.eval.id));
}

function leaningText(standings: readonly EvalStanding[]): string {
  const leanings = new Set(standings.map((item) => item.leaning));
  const [leaning] = leanings;
  if (leanings.size !== 1 || leaning === undefined) return "";
  return leaning === "met" ? ", though it looks likely to be met" : ", and it looks likely to be missed";
}

function figures(standings: readonly EvalStanding[]): string {
  return standings.map(figure).join(" ");
}

/** `wrong answers: 46% fewer (22 of 200, against 41 of 200 before); at least 40% fewer was needed.` */
function figure(standing: EvalStanding): string {
  const { metric, counts, result, needed } = evalWording(standing);
  const measured = result === "" ? counts : `${result} (${counts})`;
  const shown = measured === "" ? "no figure" : measured;
  return `${metric}: ${shown}${needed === "" ? "" : `; ${needed} was needed`}.`;
}
