import type { Ask } from "../../domain/next/next-action.ts";
import { agreementActions, type AgreementActs } from "../../domain/next/agreement-actions.ts";
import { dateLabel, daysBetween } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { DecisionOutcome } from "../../domain/records/entry.ts";
import { goesAgainst, isFinal, lostSupport, type LoggedDecision } from "../../domain/standing/decision.ts";
import { endOfUse } from "../../domain/follow-up/follow-up-standing.ts";
import { peopleFindings } from "../../domain/standing/conduct-of-people.ts";
import { outcomeLabel, parseRecommendation } from "../../domain/standing/outcome.ts";
import type { RecommendationReason } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { actWords } from "../../wording/acts.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { notSponsor } from "../../wording/people.ts";
import { alarmClause } from "../../wording/recommendation.ts";
import { lostSupportClause } from "../../wording/outcome/lost-support.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import { reasonClause } from "./reason-sentence.ts";
import { shortDate } from "./short-date.ts";
import { sentenceOf } from "./words.ts";
import { namedAs } from "../../wording/people.ts";

/** What was decided, or who is asked to decide what, before anything else. */
export interface DecisionBox {
  /** `Go`, `No-go`, `Keep going`, `Not started`. */
  readonly label: string;
  /** By whom, when, as or against the recommendation; before a decision, who is asked and until when. */
  readonly text: string;
  /** Why it was decided so, in the words of the person; "" before a decision. */
  readonly reason: string;
  /** Why the decision does not follow the recommendation, in the words of the person; "" where it does. */
  readonly override: string;
  /** What the recommendation rests on beside the answer, and limits that were exceeded; of a draft, what is missing. */
  readonly grounds: readonly string[];
  /** The decision, or what the recommendation rests on. */
  readonly entries: readonly string[];
}

export function decisionBox(standing: Standing): DecisionBox {
  const { current } = standing.decision;
  if (current !== undefined && isFinal(current.decision)) return decided(current, standing);
  return standing.phase === "draft" ? notStarted(standing) : undecided(standing);
}

const WAYS: Readonly<Record<DecisionOutcome, string>> = {
  go: ": on to a proof of value",
  conditional: ": on to a proof of value, once the conditions are met",
  "no-go": ": the work stops",
  extend: "",
};

function decided({ decision, entry }: LoggedDecision, standing: Standing): DecisionBox {
  const recommended = parseRecommendation(decision.recommended);
  const against = goesAgainst(decision.outcome, recommended ?? standing.recommendation.outcome);
  const label = recommended === undefined ? decision.recommended : outcomeLabel(recommended);
  const lost = lostSupport(standing);
  const beside = against
    ? `, against the recommendation, which was ${label}`
    : recommended === decision.outcome
      ? `, as recommended${lost === undefined ? "" : " then"}`
      : `, where ${label} was recommended`;
  const other = peopleFindings(standing).find(({ kind }) => kind === "decided-by-other");
  const who = other?.kind === "decided-by-other" ? `, who is ${notSponsor(other)},` : "";
  const ended = endOfUse(standing);
  const since =
    ended === undefined
      ? lost && ` The records no longer support it: ${lostSupportClause(standing)}.`
      : ` No longer used since ${shortDate(ended.entry.date)}, says ` +
        `${namedAs(ended.entry.by, ended.entry)} (${ended.entry.id}).`;
  return {
    label: outcomeLabel(decision.outcome),
    text:
      `was decided by ${namedAs(decision.by, entry)}${who} on ${shortDate(entry.date)}${beside}` +
      `${since === undefined ? WAYS[decision.outcome] : ""}.${since ?? ""}`,
    reason: decision.why === decision.override ? "" : decision.why,
    override: decision.override ?? (against ? "no reason was given" : ""),
    grounds: standing.recommendation.alarms
      .filter(({ code }) => code.endsWith("-passed"))
      .map((alarm) => sentenceOf(upperFirst(alarmClause(alarm)))),
    entries: [entry.id],
  };
}

function notStarted(standing: Standing): DecisionBox {
  const missing = agreementActions({ standing, lists: undefined, gates: undefined }).filter(
    ({ code }) => code !== "freeze-terms",
  );
  return {
    label: "Not started",
    text:
      missing.length === 0
        ? "although nothing is missing: the terms can be agreed."
        : `because ${countLabel(missing.length, "thing is", "things are")} missing.`,
    reason: "",
    override: "",
    grounds: missing.map((action) => sentenceOf(missingText(action))),
    entries: [],
  };
}

/** A problem with a term is shown instead of the work that it causes. */
function missingText(action: Ask<AgreementActs>): string {
  const { text } = actWords(action);
  return action.code === "fix-terms" ? `${text}: ${action.data.first}` : text;
}

function undecided(standing: Standing): DecisionBox {
  const { recommendation } = standing;
  return {
    label: outcomeLabel(recommendation.outcome),
    text:
      recommendation.outcome === "keep-going"
        ? keepGoingText(standing)
        : `${recommendation.outcome === "cannot-judge" ? UNJUDGED : RECOMMENDED} ${askedText(standing)}`,
    reason: "",
    override: "",
    grounds: [
      ruleSentence(recommendation.rule),
      ...recommendation.alarms
        .filter(({ code }) => code !== "kill-tripped" && code !== "decision-overdue")
        .map((alarm) => sentenceOf(upperFirst(alarmClause(alarm)))),
      ...reasonSentences(standing),
    ],
    entries: recommendation.entries,
  };
}

const RECOMMENDED = "is recommended.";
const UNJUDGED = "is all that the records allow.";

/** Keep going is nothing that a person decides: on the last day the page says what is. */
function keepGoingText(standing: Standing): string {
  const { timebox, asOf } = standing;
  if (timebox === undefined || timebox.end !== asOf.date) return `${RECOMMENDED} ${askedText(standing)}`;
  const person = decider(standing);
  const asked =
    person === undefined
      ? NOBODY_ASKED
      : `${person.name}, you are asked to extend it, or to decide: go, conditional go or no-go.`;
  return `is recommended, but the timebox ends today. ${asked}`;
}

const NOBODY_ASKED = "OPEN: no owner or sponsor is named, so nobody is asked to decide.";

function decider({ definitions: { charter } }: Standing) {
  return charter?.sponsor ?? charter?.owner;
}

/** `Marta Weiss, you are asked to decide by Fri 13 Nov.` */
function askedText(standing: Standing): string {
  const { timebox, asOf, recommendation } = standing;
  const person = decider(standing);
  if (person === undefined) return NOBODY_ASKED;
  const early = recommendation.outcome === "no-go" || recommendation.outcome === "decide-now";
  if (timebox === undefined) return `${person.name}, you are asked to decide.`;
  if (timebox.end < asOf.date) {
    const days = countLabel(daysBetween(timebox.end, asOf.date), "day");
    return `${person.name}, you were asked to decide by ${dateLabel(timebox.end)}: ${days} ago.`;
  }
  return `${person.name}, you are asked to decide ${early ? "now" : `by ${dateLabel(timebox.end)}`}.`;
}

/** The answer tells what was measured; this tells the rest, by names and not by ids. */
function reasonSentences(standing: Standing): readonly string[] {
  return standing.recommendation.reasons
    .map((reason) => (IN_ANSWER.has(reason.code) ? "" : reasonSentence(reason, standing)))
    .filter((text) => text !== "");
}

const IN_ANSWER: ReadonlySet<RecommendationReason["code"]> = new Set([
  "target-missed",
  "eval-open",
  "guard-open",
  "kill-tripped",
  "nothing-measured",
]);

function reasonSentence(reason: RecommendationReason, standing: Standing): string {
  const clause = reasonClause(reason, standing);
  return sentenceOf(reason.code === "exit-open" ? `Still open: ${clause}` : upperFirst(clause));
}
