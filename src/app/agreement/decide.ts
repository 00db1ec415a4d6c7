import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { dueDates } from "../../domain/follow-up/due-dates.ts";
import type { Forecast } from "../../domain/records/forecast/forecast.ts";
import { isFillIn } from "../../domain/scalars/readings/fill-in.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { goesAgainst, isFinal, type DecisionStanding, conditionStandings } from "../../domain/standing/decision.ts";
import {
  DECISION_OUTCOMES,
  type Decision,
  type DecisionCondition,
  type DecisionOutcome,
} from "../../domain/records/entry.ts";
import { parsePerson, type Person } from "../../domain/scalars/person.ts";
import { wordsLabel } from "../../domain/scalars/word.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { extendTimebox } from "./amend-poc.ts";
import { confirmAct, type ActLine } from "./confirm-act.ts";
import {
  decisionWords,
  MOST_QUESTIONS,
  unsaidWords,
  wordLines,
  wordProblems,
  type DecisionWords,
} from "./decision-words.ts";
import { requireDecider, requireOtherApprover } from "./policy-rules.ts";
import { askedAuthor } from "../poc/author.ts";
import { neededReason, reasonProblems } from "./reasons.ts";
import { requireReadable } from "./require-readable.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { asOf, judge } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context, Prompter } from "../ports/ports.ts";
import { recordEntry, type LogResult } from "../log/record-entry.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface DecideRequest {
  readonly directory: string | undefined;
  readonly outcome: DecisionOutcome | undefined;
  readonly why: string | undefined;
  /** Who decided; by default the person at the keyboard. */
  readonly by: string | undefined;
  /** `security review passed @Marta Weiss by 2026-12-18` */
  readonly conditions: readonly string[];
  /** The first words of conditions of the decision before that are met. */
  readonly met: readonly string[];
  /** Why the recommendation is not followed. */
  readonly override: string | undefined;
  /** Replaces an earlier decision. */
  readonly supersede: boolean;
  /** For `extend`: working days to add. */
  readonly days: number | undefined;
  /** What is asked for, what would end it, what was learned, what else could be done. */
  readonly words: DecisionWords;
  readonly allowSecret: boolean;
}

export interface DecideResult extends LogResult {
  readonly decision: Decision;
  readonly against: boolean;
}

/**
 * Records a person's decision beside the recommendation of this moment. It is final: a later one supersedes it.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function decide(context: Context, request: DecideRequest): Promise<DecideResult> {
  const unsaid = wordProblems(request.words);
  if (unsaid.length > 0) throw new UsageFault(unsaid);
  const poc = await openPoc(context, request.directory, "fresh");
  const { standing } = judge(poc, asOf(poc.records, context.clock, undefined));
  const prompts =
    context.terminal.inIsTerminal && context.terminal.errIsTerminal
      ? await maybePrompter(context, request, standing)
      : undefined;
  requireReadable(standing, "the basis of the decision is unclear");
  const outcome = await outcomeOf(request.outcome, prompts);
  requireDecidable(standing, outcome, request.supersede);
  const author = await askedAuthor(context, request.by, poc.records);
  const { by } = author;
  requireDecider(context, standing, by, outcome);
  await requireListsClosed(context, poc, standing, outcome);
  if (outcome === "extend") requireOtherApprover(context, standing, "extension", { approver: by, author });
  const conditions = request.conditions.map((text) => parseCondition(text, standing.asOf.date));
  if (outcome === "conditional" && conditions.length === 0) {
    throw new UsageFault(
      "a conditional decision needs conditions",
      'add --condition "security review passed @Marta Weiss by 2026-12-18"',
    );
  }
  const met = metConditions(request.met, standing.decision);
  const days = outcome === "extend" ? extensionDays(request.days) : undefined;
  const against = goesAgainst(outcome, standing.recommendation.outcome);
  const { why, override, questions } = await reasonsFor(request, against, standing, prompts);
  const { charter } = poc.records.definitions;
  const words = await decisionWords(outcome, request.words, charter, prompts, MOST_QUESTIONS - questions);
  const decision: Decision = {
    outcome,
    by,
    why: why.trim(),
    conditions,
    ...(met.length === 0 ? {} : { met }),
    recommended: standing.recommendation.outcome,
    rule: standing.recommendation.rule,
    ...optional("override", override?.trim()),
    ...words,
    ...optional("forecast", await promisedBy(outcome, standing)),
  };
  const { current, rivals } = standing.decision;
  const replaced = [...(current === undefined ? [] : [current]), ...rivals];
  const recording = {
    ...author,
    supersedes: replaced.map(({ entry }) => entry.id),
    allowSecret: request.allowSecret,
  };
  if (prompts !== undefined)
    await confirmAct(
      context,
      decisionLines(decision, standing, days),
      "Record this decision? Only a later one can replace it.",
    );
  const recorded =
    days !== undefined
      ? await extendTimebox(context, poc, standing, days, decision, recording)
      : recordEntry(context, poc, { decision }, recording);
  return { ...recorded, decision, against };
}

/**
 * The reasons that were typed, or that a person gives on a terminal; and how many questions were asked so far.
 *
 * @throws UsageFault where one is missing or explains nothing
 */
async function reasonsFor(
  request: DecideRequest,
  against: boolean,
  standing: Standing,
  prompts: Prompter | undefined,
): Promise<{ readonly why: string; readonly override: string | undefined; readonly questions: number }> {
  const why =
    request.why ??
    (await prompts?.ask({
      message: "Why?",
      example: "the reranker halves wrong answers at half the price",
      refuse: neededReason,
    }));
  const override =
    request.override ??
    (against
      ? await prompts?.ask({
          message:
            `The recommendation is ${outcomeLabel(standing.recommendation.outcome)}. ` +
            `${ruleSentence(standing.recommendation.rule)} Why do you decide otherwise?`,
          example: "the value is measured in the pilot, which costs less than more runs",
          refuse: neededReason,
        })
      : undefined);
  const untyped = [request.outcome, request.why, against ? request.override : ""].filter((one) => one === undefined);
  const reason = requiredReason(why, against ? override : (request.override ?? ""), standing);
  return { why: reason, override, questions: untyped.length };
}

/** The decision as it would be recorded, for the person who has to confirm it. */
function decisionLines(decision: Decision, { recommendation }: Standing, days: number | undefined): readonly ActLine[] {
  const { outcome, by, why, override, conditions, met = [] } = decision;
  const longer = days === undefined ? "" : ` by ${countLabel(days, "working day")}`;
  return [
    ["Decision", `${outcomeLabel(outcome)}${longer}, by ${by.name}`],
    ["Why", why],
    ["Recommended", outcomeLabel(recommendation.outcome)],
    ...(override === undefined ? [] : [["Otherwise for", override] as const]),
    ...conditions.map(({ what, owner, by: day }): ActLine => [
      "Condition",
      [what, owner === undefined ? "" : `@${owner.name}`, day === undefined ? "" : `by ${dateLabel(day)}`]
        .filter((part) => part !== "")
        .join(" "),
    ]),
    ...met.map((what): ActLine => ["Met", what]),
    ...wordLines(decision),
  ];
}

/** What a go promises by the records of this moment; undefined where they give no figure. */
async function promisedBy(outcome: DecisionOutcome, standing: Standing): Promise<Forecast | undefined> {
  if (outcome !== "go" && outcome !== "conditional") return undefined;
  const { forecastOf } = await import("../../domain/follow-up/forecast-of.ts");
  const lines = forecastOf(standing);
  return lines.length === 0 ? undefined : { due: dueDates(standing.asOf.date), lines };
}

/** Loads the prompter only where something is left to ask. */
async function maybePrompter(
  context: Context,
  request: DecideRequest,
  standing: Standing,
): Promise<Prompter | undefined> {
  const { outcome, why, override } = request;
  const settled =
    outcome !== undefined &&
    why !== undefined &&
    (override !== undefined || !goesAgainst(outcome, standing.recommendation.outcome)) &&
    unsaidWords(outcome, request.words, standing.written.charter).length === 0;
  return settled ? undefined : context.prompter();
}

async function outcomeOf(typed: DecisionOutcome | undefined, prompts: Prompter | undefined): Promise<DecisionOutcome> {
  if (typed !== undefined) return typed;
  const chosen = await prompts?.choose(
    "What is the decision?",
    DECISION_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
  );
  if (chosen !== undefined) return chosen;
  throw new UsageFault("a decision needs an outcome", `name ${wordsLabel(DECISION_OUTCOMES)}`);
}

const OUTCOME_LABELS: Readonly<Record<DecisionOutcome, string>> = {
  go: "go: continue to a proof of value",
  "no-go": "no-go: stop and tear down",
  conditional: "conditional: go, once named conditions are met",
  extend: "extend: more time, once",
};

function requireDecidable(standing: Standing, outcome: DecisionOutcome, supersede: boolean): void {
  const { current, rivals } = standing.decision;
  if (rivals.length > 0 && !supersede) {
    const each = rivals.map(({ decision: { by, outcome: taken }, entry }) => `${by.name}: ${taken} (${entry.id})`);
    throw new RuleFault(
      `there are ${rivals.length} decisions, of which none replaces another: ${listLabel(each)}`,
      "one decision can replace them all: add --supersede",
    );
  }
  if (current !== undefined && isFinal(current.decision) && !supersede) {
    throw new RuleFault(
      `${current.decision.by.name} decided ${current.decision.outcome} on ${current.entry.date}, and a decision is ` +
        `final`,
      "a later one can supersede it: add --supersede",
    );
  }
  if (standing.started === undefined && outcome !== "no-go") {
    throw new RuleFault("the terms were never frozen, so there is nothing to base a decision on", "poc start");
  }
}

/** A go needs the checklists that the organisation requires. */
async function requireListsClosed(
  context: Context,
  { folder }: OpenPoc,
  standing: Standing,
  outcome: DecisionOutcome,
): Promise<void> {
  const required = standing.definitions.organisation?.policy.requiredChecklists ?? [];
  if (required.length === 0 || (outcome !== "go" && outcome !== "conditional")) return;
  const { openListClause, openRequiredLists } = await import("../checklists/required-checklists.ts");
  const [first, ...others] = await openRequiredLists(context, folder, standing);
  if (first === undefined) return;
  const more = others.length === 0 ? "" : `; ${listLabel(others.map(openListClause))}`;
  throw new RuleFault(`${openListClause(first)}${more}`, `poc checklist ${first.name}`);
}

/** @throws UsageFault with every reason that is missing or explains nothing */
function requiredReason(why: string | undefined, override: string | undefined, standing: Standing): string {
  const problems = [
    ...(why?.trim()
      ? []
      : [
          {
            message: "a decision needs a reason",
            hint: 'add --why "the reranker halves wrong answers at half the price"',
          },
        ]),
    ...(override === undefined || (override !== "" && override.trim() === "")
      ? [
          {
            message:
              `the recommendation is ${outcomeLabel(standing.recommendation.outcome)}; ` +
              `say why you decide otherwise`,
            hint: 'add --override "…"',
          },
        ]
      : []),
    ...reasonProblems([
      ["--why", why],
      ["--override", override],
    ]),
  ];
  if (problems.length > 0 || why === undefined) throw new UsageFault(problems);
  return why;
}

/** Those that the decision before waited for, as it wrote them. */
function metConditions(typed: readonly string[], decision: DecisionStanding): readonly string[] {
  const open = conditionStandings(decision).filter(({ state }) => state === "open");
  const known = open.map(({ condition: { what } }) => what);
  return typed.map((text) => {
    const begun = known.filter((what) => what.toLowerCase().startsWith(text.trim().toLowerCase()));
    const [only, ...others] = text.trim() === "" ? [] : begun;
    if (only !== undefined && others.length === 0) return only;
    if (known.length === 0) throw new UsageFault("--met: the decision before has no conditions", "leave --met out");
    throw new UsageFault(
      `--met: found "${text}", expected the first words of ${begun.length > 1 ? "one condition" : "a condition"}`,
      `write ${wordsLabel(known.map((what) => `--met "${what}"`))}`,
    );
  });
}

function extensionDays(days: number | undefined): number {
  if (days === undefined) throw new UsageFault("an extension needs a length", "add --days 5");
  return days;
}

/** Reads `security review passed @Marta Weiss by 2026-12-18`; owner and date may be left out. */
function parseCondition(text: string, today: CivilDate): DecisionCondition {
  const dated = /^(.*) by (.{2,20})$/s.exec(text.trim());
  const date = dated === null ? undefined : parseDay(dated[2]!, today, "future");
  const rest = date?.ok ? dated![1]! : text.trim();
  // "by" may also introduce a person or a means, so only a text that is meant as a day is refused.
  const aboutDay = date?.ok === false && (/\d/.test(dated![2]!) || (date.problem.readings ?? []).length > 1);
  if (date?.ok === false && aboutDay)
    throw new UsageFault(`--condition: found "${dated![2]!}", expected ${date.problem.expected}`, date.problem.hint);
  const at = rest.lastIndexOf(" @");
  const person = at < 0 ? undefined : parsePerson(rest.slice(at + 2));
  const owner: Person | undefined = person?.ok ? person.value : undefined;
  const what = (owner === undefined ? rest : rest.slice(0, at)).trim();
  if (what === "" || isFillIn(what))
    throw new UsageFault(
      `--condition: found ${what === "" ? "no text" : `"${what}"`}, expected what has to be done`,
      'write --condition "security review passed @Marta Weiss by 2026-12-18"',
    );
  return { what, ...optional("owner", owner), ...optional("by", date?.ok ? date.value : undefined) };
}
