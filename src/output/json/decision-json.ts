import type { DecisionOutcome } from "../../domain/records/entry.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { LoggedDecision } from "../../domain/standing/decision.ts";
import type { RecommendationOutcome } from "../../domain/standing/outcome.ts";
import type { Alarm, Recommendation, RecommendationReason, RuleName } from "../../domain/standing/recommendation.ts";
import { alarmClause, recommendationClause } from "../../wording/recommendation.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import type { DateText } from "./json-texts.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";

export interface RecommendationJson {
  readonly outcome: RecommendationOutcome;
  /** Stable name of the rule that decided. */
  readonly rule: RuleName;
  readonly rule_text: string;
  readonly reasons: readonly ReasonJson<RecommendationReason>[];
  /** Limits that are passed, whatever is recommended. */
  readonly alarms: readonly ReasonJson<Alarm>[];
  /** Exit criteria that rest on somebody's word. */
  readonly on_word_of: readonly WordJson[];
  readonly entries: readonly string[];
}

/** An exit criterion that only a person's word can close. */
export interface WordJson {
  readonly item: string;
  readonly by: string;
  /** The person who typed it in the name of `by`. */
  readonly recorded_by: string | null;
  readonly entry: string;
}

export interface DecisionJson {
  readonly entry: string;
  readonly date: DateText;
  readonly outcome: DecisionOutcome;
  readonly by: string;
  /** The person who typed it in the name of `by`. */
  readonly recorded_by: string | null;
  readonly why: string;
  readonly conditions: readonly DecisionConditionJson[];
  /** Conditions of the decision before that are met, word for word. */
  readonly met: readonly string[];
  /** The recommendation at that moment. */
  readonly recommended: string;
  readonly rule: string;
  /** Why the recommendation was not followed. */
  readonly override: string | null;
  /** What is requested. */
  readonly ask: string | null;
  /** What would end what comes next. */
  readonly ends: string | null;
  readonly learned: string | null;
  readonly alternatives: string | null;
  /** Of a no-go: what would have to change for another try. */
  readonly retry_if: string | null;
}

export interface DecisionConditionJson {
  readonly what: string;
  readonly owner: string | null;
  readonly by: DateText | null;
}

export function decisionJson({ entry, decision }: LoggedDecision): DecisionJson {
  return {
    entry: entry.id,
    date: entry.date,
    outcome: decision.outcome,
    by: personText(decision.by),
    recorded_by: entry.recordedBy === undefined ? null : personText(entry.recordedBy),
    why: decision.why,
    conditions: decision.conditions.map((condition) => ({
      what: condition.what,
      owner: condition.owner === undefined ? null : personText(condition.owner),
      by: condition.by ?? null,
    })),
    met: decision.met ?? [],
    recommended: decision.recommended,
    rule: decision.rule,
    override: decision.override ?? null,
    ask: decision.ask ?? null,
    ends: decision.ends ?? null,
    learned: decision.learned ?? null,
    alternatives: decision.alternatives ?? null,
    retry_if: decision.retryIf ?? null,
  };
}

export function recommendationJson(recommendation: Recommendation): RecommendationJson {
  const { outcome, rule, reasons, alarms, onWordOf, entries } = recommendation;
  return {
    outcome,
    rule,
    rule_text: ruleSentence(rule),
    reasons: reasons.map((reason) => reasonJson(reason, recommendationClause(reason))),
    alarms: alarms.map((alarm) => reasonJson(alarm, alarmClause(alarm))),
    on_word_of: onWordOf.map(({ item, by, recordedBy, entry }) => ({
      item,
      by: personText(by),
      recorded_by: recordedBy === undefined ? null : personText(recordedBy),
      entry,
    })),
    entries,
  };
}
