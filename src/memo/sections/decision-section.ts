import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { DECISION_WORDS, type DecisionWord } from "../../domain/records/entry.ts";
import { outcomesOf } from "../../domain/follow-up/compare-actual.ts";
import { followUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { figureLabel, forecastLabel, outcomeClause, rangeLabel } from "../../wording/follow-up/forecast-words.ts";
import {
  goesAgainst,
  isFinal,
  type LoggedDecision,
  conditionStandings,
  type ConditionStanding,
  type ConditionState,
} from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { outcomeLabel, parseRecommendation } from "../../domain/standing/outcome.ts";
import { openText } from "../text/one-line.ts";
import { alarmClause, recommendationClause, wordSentence } from "../../wording/recommendation.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import { namedAs } from "../../wording/people.ts";

/** What the rules recommend. */
export interface RecommendationSection {
  /** `go`, `conditional`, `no-go`, `keep-going`, `decide-now`, `cannot-judge` or `not-started`. */
  readonly outcome: string;
  /** `Go`, `No-go`, `Keep going`, `Cannot judge`. */
  readonly label: string;
  /** Name of the rule that decided: `kill-criterion-tripped`. */
  readonly rule: string;
  /** What the rule says. */
  readonly ruleText: string;
  /** What made the rule apply. */
  readonly reasons: readonly string[];
  /** Limits that are exceeded, whatever is recommended: `the spend cap is exceeded by 500.00 EUR`. */
  readonly alarms: readonly string[];
  /** Exit criteria that only a word closed, each as a sentence that says whose. */
  readonly words: readonly string[];
  readonly entries: readonly string[];
}

/** What has to be done before a go counts. */
export interface ConditionRow {
  readonly what: string;
  readonly owner: string;
  readonly by: string;
  /** `Open`; `Met`, `Not confirmed` or `Dropped` where a later decision settled it. */
  readonly state: string;
  /** The decision that set it, or the one that settled it. */
  readonly entries: readonly string[];
}

/** A figure that a go promised. */
export interface PromisedRow {
  /** `wrong-rate`, `cost of a task`, `value of a year`, `payback`. */
  readonly what: string;
  readonly promised: string;
  /** `8.3% to 14.2%`; `–` where the records gave none. */
  readonly range: string;
  /** `12% (1.1×), worse than promised`, or when somebody is asked. */
  readonly came: string;
  /** The answers. */
  readonly entries: readonly string[];
}

/** A line of the sign-off block; "" is left to be written by hand. */
export interface SignerRow {
  readonly role: string;
  readonly name: string;
  readonly decision: string;
  readonly date: string;
}

/** What a person decided, or who is asked to. */
export interface DecisionSection {
  /** Whether a decision was made. */
  readonly taken: boolean;
  /** `go`, `no-go`, `conditional` or `extend`; "" before the decision. */
  readonly outcome: string;
  /** `Conditional go`, or `Not decided yet`. */
  readonly label: string;
  /** The name of who decided. */
  readonly by: string;
  readonly date: string;
  /** In their words, of several lines perhaps: `{{block why}}`. */
  readonly why: string;
  /** Whether it went against what was recommended when it was taken. */
  readonly against: boolean;
  /** What was recommended then: `No-go`. */
  readonly recommended: string;
  readonly rule: string;
  /** Why the recommendation was not followed; "" where it was. */
  readonly override: string;
  /** Whether the recommendation has changed since. */
  readonly outdated: boolean;
  /** What has to be done before, of a conditional go; those of one that was superseded stay, with their state. */
  readonly conditions: readonly ConditionRow[];
  /** What the decision says beside its reason: what is requested, what would end it, what was learned. */
  readonly said: readonly { readonly label: string; readonly text: string; readonly entries: readonly string[] }[];
  /** What a go promised, and what came true of it; empty where nothing was stored. */
  readonly promised: readonly PromisedRow[];
  /** Who signs, with what is known already. */
  readonly signers: readonly SignerRow[];
  /** Who is asked to decide, in a sentence. */
  readonly asked: string;
  /** Earlier decisions that this one replaced, oldest first. */
  readonly superseded: readonly {
    readonly label: string;
    readonly by: string;
    readonly date: string;
    readonly why: string;
    readonly entries: readonly string[];
  }[];
  readonly entries: readonly string[];
}

export function recommendationSection({ recommendation }: Standing): RecommendationSection {
  const { outcome, rule, reasons, alarms, onWordOf, entries } = recommendation;
  return {
    outcome,
    label: outcomeLabel(outcome),
    rule,
    ruleText: ruleSentence(rule),
    reasons: reasons.map(recommendationClause),
    alarms: alarms.map(alarmClause),
    words: outcome === "go" || outcome === "conditional" ? onWordOf.map(wordSentence) : [],
    entries,
  };
}

export function decisionSection(standing: Standing): DecisionSection {
  const { current, superseded } = standing.decision;
  const { charter } = standing.definitions;
  const person = charter?.sponsor ?? charter?.owner;
  const asked =
    person === undefined
      ? `${openText("no owner or sponsor is named, so no one is asked to decide")}.`
      : `${person.name} is asked to decide.`;
  const past = superseded.map((logged) => ({ ...told(logged), entries: [logged.entry.id] }));
  if (current === undefined) {
    return {
      taken: false,
      outcome: "",
      label: "Not decided yet",
      by: "",
      date: "",
      why: "",
      against: false,
      recommended: "",
      rule: "",
      override: "",
      outdated: false,
      conditions: [],
      said: [],
      promised: [],
      signers: signersOf(standing),
      asked,
      superseded: past,
      entries: [],
    };
  }
  const { decision, entry } = current;
  const recommended = parseRecommendation(decision.recommended);
  return {
    taken: true,
    outcome: decision.outcome,
    ...told(current),
    against: goesAgainst(decision.outcome, recommended ?? standing.recommendation.outcome),
    recommended: recommended === undefined ? decision.recommended : outcomeLabel(recommended),
    rule: decision.rule,
    override: decision.override ?? "",
    outdated: recommended !== undefined && recommended !== standing.recommendation.outcome,
    signers: signersOf(standing),
    conditions: conditionStandings(standing.decision).map(conditionRow),
    said: DECISION_WORDS.flatMap((word) => {
      const text = decision[word];
      return text === undefined ? [] : [{ label: LABELS[word], text, entries: [entry.id] }];
    }),
    promised: promisedRows(standing),
    asked,
    superseded: past,
    entries: [entry.id],
  };
}

function promisedRows(standing: Standing): readonly PromisedRow[] {
  const promised = followUpStanding(standing);
  if (promised?.stored !== true) return [];
  const answers = promised.due.flatMap((due) => due.answers);
  const stopped = answers.find(({ followUp }) => followUp.notInUse !== undefined);
  const [next] = promised.pending;
  return promised.lines.map((line) => {
    const range = rangeLabel(line);
    const came = answers.flatMap(({ entry, followUp }) =>
      outcomesOf([line], followUp).map((outcome) => ({ text: outcomeClause(outcome), entry: entry.id })),
    );
    const open =
      stopped !== undefined ? "no longer in use" : next === undefined ? "not said" : `due ${longDateLabel(next)}`;
    return {
      what: forecastLabel(line),
      promised: figureLabel(line.figure),
      range: range === "" ? "–" : range,
      came: came.at(-1)?.text ?? open,
      entries: came.length === 0 ? [] : [came.at(-1)!.entry],
    };
  });
}

function told({ decision, entry }: LoggedDecision) {
  return {
    label: outcomeLabel(decision.outcome),
    by: namedAs(decision.by, entry),
    date: longDateLabel(entry.date),
    why: decision.why,
  };
}

const STATES: Readonly<Record<ConditionState, string>> = {
  open: "Open",
  met: "Met",
  "not-confirmed": "Not confirmed",
  dropped: "Dropped",
};

function conditionRow({ condition: { what, owner, by }, state, entry }: ConditionStanding): ConditionRow {
  return {
    what,
    owner: owner?.name ?? openText("no owner"),
    by: by === undefined ? openText("no date") : longDateLabel(by),
    state: STATES[state],
    entries: [entry.id],
  };
}

const LABELS: Readonly<Record<DecisionWord, string>> = {
  ask: "Requested",
  ends: "Ends if",
  learned: "Learned",
  alternatives: "Alternatives",
  retryIf: "Again if",
};

/** Nobody signs for another: what somebody else typed says so beside the name. */
function signedText({ decision: { outcome }, entry: { recordedBy } }: LoggedDecision): string {
  const label = outcomeLabel(outcome);
  return recordedBy === undefined ? label : `${label} (recorded by ${recordedBy.name})`;
}

function signersOf({ definitions: { charter }, decision: { current } }: Standing): readonly SignerRow[] {
  const final = current !== undefined && isFinal(current.decision) ? current : undefined;
  const named = [
    { role: "Sponsor", name: charter?.sponsor?.name ?? "" },
    { role: "Owner", name: charter?.owner?.name ?? "" },
  ];
  const decider = final?.decision.by.name;
  const all =
    decider === undefined || named.some(({ name }) => name === decider)
      ? named
      : [{ role: "Decided by", name: decider }, ...named];
  return all.map(({ role, name }) => ({
    role,
    name,
    decision: final !== undefined && name === decider ? signedText(final) : "",
    date: final !== undefined && name === decider ? longDateLabel(final.entry.date) : "",
  }));
}
