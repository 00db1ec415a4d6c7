import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { isGuard } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { evalWording } from "../../wording/evals.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { isMetByMove } from "../../wording/moved-terms.ts";
import { killClause } from "../../wording/kill-reasons.ts";

/** The question of the charter answered by what was measured. */
export interface Answer {
  /**
   * `Yes`, `Yes, but`, `No`, `Not shown`, `Not shown so far`, `Cannot be judged`; `Stopped` in place of a yes. To a
   * question that no yes answers, such as buy or build: `Target met`, `Target met, but`, `Target missed`.
   */
  readonly word: string;
  /** The figures of all primary evals, and of the guards that do not show what they should. */
  readonly rest: string;
  /** What stopped the work, which comes after the answer, or before a yes, which it overrules; "" where nothing did. */
  readonly stopped: string;
}

export function answerOf(standing: Standing): Answer {
  const stopped = standing.kill
    .filter((item) => item.verdict === "tripped")
    .map(({ criterion, because }) => stopText(criterionName(criterion, measuredIn(standing)), killClause(because)))
    .join(" ");
  const { kind, rest } = measured(standing);
  const answer = { word: wordOf(kind, standing), rest };
  return stopped !== "" && (kind === "yes" || kind === "but")
    ? { word: STOPPED, rest: `${allMet(standing)} all the same. ${answer.rest}`, stopped }
    : { ...answer, stopped };
}

function measuredIn({ evals }: Standing) {
  return evals.map((item) => item.eval);
}

function allMet({ evals }: Standing): string {
  return evals.filter((item) => item.eval.primary).length === 1 ? "The target was met" : "The targets were met";
}

/** Brackets within brackets are not read. */
function stopText(name: string, why: string): string {
  return why.includes("(") ? `Stopped: ${name}. ${upperFirst(why)}.` : `Stopped: ${name} (${why}).`;
}

/** No memo that recommends a stop begins with a yes. */
const STOPPED = "Stopped";

/** All of it in one line. */
export function answerText(standing: Standing): string {
  const { word, rest, stopped } = answerOf(standing);
  if (word === STOPPED) return `${stopped} ${rest}`;
  return [`${word}: ${rest}`, stopped].filter((text) => text !== "").join(" ");
}

type AnswerKind = "yes" | "but" | "no" | "open" | "open so far" | "unjudged";

function wordOf(kind: AnswerKind, { definitions: { charter }, evals }: Standing): string {
  const primary = evals.filter((item) => item.eval.primary);
  const targets = (all: readonly EvalStanding[]) => (all.length > 1 ? "Targets" : "Target");
  const isChoice = asksForChoice(charter?.question ?? "");
  switch (kind) {
    case "yes":
      return isChoice ? `${targets(primary)} met` : "Yes";
    case "but":
      return isChoice ? `${targets(primary)} met, but` : "Yes, but";
    case "no":
      return isChoice ? `${targets(primary.filter(({ verdict }) => verdict === "not met"))} missed` : "No";
    case "open":
      return "Not shown";
    case "open so far":
      return "Not shown so far";
    case "unjudged":
      return "Cannot be judged";
  }
}

/** Whether a question offers a choice, or asks for more than a yes or a no. */
function asksForChoice(question: string): boolean {
  return (
    /\b(?:or|versus|vs)\b/i.test(question) || /^\W*(?:what|which|who|whom|whose|how|why|where|when)\b/i.test(question)
  );
}

function measured(standing: Standing): { readonly kind: AnswerKind; readonly rest: string } {
  if (standing.phase === "draft")
    return {
      kind: "open",
      rest: standing.evals.some(({ results }) => results.length > 0)
        ? "the terms are not frozen yet, so no result counts."
        : "the work has not started.",
    };
  const primary = standing.evals.filter((item) => item.eval.primary);
  if (primary.length === 0) return { kind: "open", rest: "no primary metric says what would answer it." };
  const invalid = standing.evals.filter((item) => item.verdict === "invalid");
  if (invalid.length > 0) return { kind: "unjudged", rest: `the results for ${names(invalid)} are inconsistent.` };
  const missed = primary.filter((item) => item.verdict === "not met");
  if (missed.some((item) => !item.interim)) return { kind: "no", rest: figures(missed) };
  if (missed.length > 0) return { kind: "open so far", rest: figures(missed) };
  const unmeasured = primary.filter((item) => item.verdict === "unmeasured");
  if (unmeasured.length > 0)
    return {
      kind: "open",
      rest: `${names(unmeasured)} ${unmeasured.length === 1 ? "was" : "were"} not measured.`,
    };
  const unsettled = primary.filter((item) => item.verdict === "unsettled");
  if (unsettled.length > 0)
    return { kind: "open", rest: `${figures(unsettled)}${leaningText(unsettled)}${unboundedText(unsettled)}` };
  const guards = openGuards(standing);
  return guards.length === 0
    ? { kind: "yes", rest: [figures(primary), othersText(standing)].filter((text) => text !== "").join(" ") }
    : { kind: "but", rest: `${figures(primary)} ${guards.map(butText).join(" ")}` };
}

/** Guards that are missed for sure, and, when time is up, those that are not settled. The answer says so. */
export function openGuards({ evals, phase }: Standing): readonly EvalStanding[] {
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

/** `2 other targets are met too, 1 of them on moved terms.` */
function othersText({ evals, first }: Standing): string {
  const met = evals.filter((item) => !item.eval.primary && item.verdict === "met");
  if (met.length === 0) return "";
  const moved = met.filter((item) =>
    isMetByMove(
      item,
      first.evals.find((then) => then.eval.id === item.eval.id),
    ),
  ).length;
  const which = met.length === 1 ? "" : `${moved} of them `;
  const beside = moved === 0 ? "" : `, ${which}on moved terms`;
  return `${countLabel(met.length, "other target is", "other targets are")} met too${beside}.`;
}

function names(standings: readonly EvalStanding[]): string {
  return listLabel(standings.map((item) => item.eval.metric ?? item.eval.id));
}

function leaningText(standings: readonly EvalStanding[]): string {
  if (standings.every(({ why }) => why?.code === "nothing-left"))
    return " A further run would meet it only beyond any doubt.";
  const leanings = new Set(standings.map((item) => item.leaning));
  const [leaning] = leanings;
  if (leanings.size !== 1 || leaning === undefined) return "";
  return leaning === "met" ? " It looks likely to be met." : " It looks likely to be missed.";
}

/** Why there is no range, if there is none: without it, a figure alone looks like a verdict. */
function unboundedText(standings: readonly EvalStanding[]): string {
  const whys = standings.map(evalWording).flatMap(({ range, why }) => (range === "" && why !== "" ? [why] : []));
  // The remedy comes after the first semicolon, and is among the next steps.
  return [...new Set(whys)].map((why) => ` ${upperFirst(why.split("; ")[0] ?? why)}.`).join("");
}

function figures(standings: readonly EvalStanding[]): string {
  return standings.map(figure).join(" ");
}

/** `wrong answers: 46% fewer (plausibly 20% to 65%; at least 40% was needed), 22 of 200 against 41 of 200 before.` */
function figure(standing: EvalStanding): string {
  const { metric, counts, result, range, needed } = evalWording(standing);
  const shown = result === "" ? (counts === "" ? "no figure" : counts) : result;
  const plausible = range === "" ? "" : `plausibly ${range}`;
  const allows = standing.eval.target?.form === "not-worse";
  const beside = [plausible, needed === "" ? "" : `${needed} was ${allows ? "allowed" : "needed"}`]
    .filter((text) => text !== "")
    .join("; ");
  // What is between the two counts needs a comma on both sides.
  const broke = standing.judged?.result.errors !== undefined;
  const counted = result === "" ? "" : `, ${broke ? counts : counts.replace(", against", " against")}`;
  return `${metric}: ${shown}${beside === "" ? "" : ` (${beside})`}${counted}.`;
}
