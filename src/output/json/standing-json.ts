import { evalReasonClause } from "../../wording/eval-reasons.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import { casesToSettle, type CasesToSettle } from "../../domain/planning/cases-to-settle.ts";
import { baselineText } from "../../domain/records/eval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { FigureScale } from "../../domain/scalars/figure.ts";
import { conditionText } from "../../domain/scalars/condition.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import { settleClause } from "../../wording/plan.ts";
import type { RiskStanding } from "../../domain/standing/risk-standing.ts";
import { targetText } from "../../domain/scalars/target.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalSentence } from "../../wording/evals.ts";
import type { LoggedDecision } from "../../domain/standing/decision.ts";
import { pathText } from "../../diagnostics/place.ts";
import { resultJson, termChangeJson } from "./entry-json.ts";
import { gateLogJson } from "./gate-json.ts";
import { actionJson } from "./next-json.ts";
import { sinceJson } from "./since-json.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { pointValueJson } from "./point-value-json.ts";
import { effortJson, loadedJson, spendJson } from "./spend-json.ts";
import { unitJson } from "./unit-json.ts";
import { sinceSentence } from "../../wording/since.ts";
import { riskClause } from "../../wording/risk-causes.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { reasonJson } from "./reason-json.ts";
import type { Since } from "../../domain/standing/since.ts";
import { recommendationClause, ruleSentence } from "../../wording/recommendation.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { itemClause } from "../../wording/item-reasons.ts";

/** Estimate and bounds. */
type Interval = NonNullable<EvalStanding["figure"]>;

/**
 * The standing as plain JSON, the `data` of `poc status --format json`.
 *
 * Money is text, `12.40 EUR`; decimals are text, `38.5`; dates are `2026-11-25`, moments ISO 8601 with their offset.
 * Intervals and shares are numbers (shares and changes as fractions: 0.11 is 11%), `null` where there is no number or
 * no bound. `entries` holds the ids of the entries that a figure rests on. What does not apply is `null`, never absent.
 */
export function standingJson(standing: Standing): JsonObject {
  const { timebox } = standing;
  return {
    phase: standing.phase,
    charter: charterJson(standing),
    timebox:
      timebox === undefined
        ? null
        : {
            phase: timebox.phase,
            day: timebox.day,
            of: timebox.of,
            left: timebox.left,
            start: timebox.start,
            end: timebox.end,
            first_working_days: standing.firstWorkingDays ?? null,
          },
    spend: spendJson(standing.spend),
    effort: effortJson(standing.effort, standing.definitions.charter?.showHoursBy === "person"),
    fully_loaded: loadedJson(standing.loaded),
    evals: standing.evals.map((item) => evalJson(item, standing.definitions.charter?.confidence ?? 0.95)),
    kill_criteria: standing.kill.map(({ criterion, verdict, because, entries }) => ({
      id: criterion.id,
      statement: criterion.statement ?? null,
      when: criterion.when === undefined ? null : conditionText(criterion.when),
      ask: criterion.ask ?? null,
      by: criterion.by ?? null,
      verdict,
      because: reasonJson(because, killClause(because)),
      entries,
      since: killSinceJson(killTrippedSince(standing.history, criterion.id), criterion.id),
    })),
    assumptions: standing.assumptions.map(({ assumption, state, basis, contradicted, entries }) => ({
      id: assumption.id,
      statement: assumption.statement ?? null,
      tested_by: assumption.testedBy,
      state,
      basis,
      contradicted,
      entries,
    })),
    risks: standing.risks.map(({ risk, level, stated, raised, note, evidence, entries, inRegister }) => ({
      id: risk.id,
      cause: risk.cause ?? null,
      question: risk.question ?? null,
      level,
      stated_level: stated,
      raised: raisedJson(raised),
      owner: risk.owner === undefined ? null : personText(risk.owner),
      mitigation: risk.mitigation ?? null,
      note: note ?? null,
      evidence: evidence ?? null,
      in_register: inRegister,
      entries,
    })),
    value: pointValueJson(standing.value),
    unit_economics: unitJson(standing.unit),
    exit_criteria: checklistJson(standing.exitCriteria),
    recommendation: {
      outcome: standing.recommendation.outcome,
      rule: standing.recommendation.rule,
      rule_text: ruleSentence(standing.recommendation.rule),
      reasons: standing.recommendation.reasons.map((reason) => reasonJson(reason, recommendationClause(reason))),
      entries: standing.recommendation.entries,
    },
    decision: standing.decision.current === undefined ? null : decisionJson(standing.decision.current),
    superseded_decisions: standing.decision.superseded.map(decisionJson),
    gates: gateLogJson(standing.gates),
    started:
      standing.started === undefined
        ? null
        : { entry: standing.started.id, date: standing.started.date, by: personText(standing.started.by) },
    terms: standing.terms === undefined ? null : Object.fromEntries(standing.terms),
    amendments: standing.amendments.map(({ entry, amendment, extends: longer }) => ({
      entry: entry.id,
      date: entry.date,
      reason: amendment.reason,
      approver: personText(amendment.approver),
      extends_timebox: longer,
      changes: amendment.changes.map(termChangeJson),
    })),
    drift: standing.drift.map((item) => ({
      term: item.term,
      file: item.place.file,
      path: pathText(item.place.path),
      frozen: item.frozen ?? null,
      current: item.current ?? null,
    })),
    placeholders: standing.placeholders.map(({ place, text }) => ({
      file: place.file,
      path: pathText(place.path),
      text,
    })),
    unreadable: standing.unreadable.map(({ file, path }) => ({ file, path: pathText(path) })),
    log: {
      entries: standing.log.counted.length,
      withdrawn: [...standing.log.withdrawn.keys()],
      later: standing.log.later.length,
    },
    next: nextActions(standing).map(actionJson),
  };
}

function killSinceJson(since: Since | undefined, id: string): JsonValue {
  return since === undefined ? null : sinceJson(since, sinceSentence(id, since));
}

function raisedJson(raised: RiskStanding["raised"]): JsonValue {
  if (raised === undefined) return null;
  const { because, entries, answer } = raised;
  return {
    because: reasonJson(because, riskClause(because)),
    entries,
    answer:
      answer === undefined
        ? null
        : { level: answer.level, by: personText(answer.by), date: answer.date, note: answer.note, entry: answer.entry },
  };
}

function charterJson({ definitions: { charter } }: Standing): JsonValue {
  if (charter === undefined) return null;
  return {
    title: charter.title,
    question: charter.question ?? null,
    unknowns: charter.unknowns,
    kind: charter.kind ?? null,
    owner: charter.owner === undefined ? null : personText(charter.owner),
    sponsor: charter.sponsor === undefined ? null : personText(charter.sponsor),
    mvp_budget: money(charter.mvpBudget),
    confidence: charter.confidence,
  };
}

function evalJson(standing: EvalStanding, confidence: number): JsonObject {
  const { eval: item } = standing;
  return {
    id: item.id,
    metric: item.metric ?? null,
    measure: item.measure,
    better: item.better,
    primary: item.primary,
    baseline: item.baseline === undefined ? null : baselineText(item.baseline),
    target: item.target === undefined ? null : targetText(item.target),
    min_n: item.minN ?? null,
    verdict: standing.verdict,
    interim: standing.interim,
    leaning: standing.leaning ?? null,
    sentence: evalSentence(standing),
    why: standing.why === undefined ? null : reasonJson(standing.why, evalReasonClause(standing.why)),
    n: standing.n ?? null,
    groups: standing.groups ?? null,
    confidence: number(standing.confidence),
    figure: intervalJson(standing.figure, standing.figureScale),
    change: intervalJson(standing.change, standing.changeScale),
    threshold: number(standing.threshold),
    to_settle: toSettleJson(standing, casesToSettle(standing, confidence)),
    arms: standing.arms,
    confirmed: standing.confirmed,
    arm_picked_by: standing.armPickedBy ?? null,
    judged:
      standing.judged === undefined ? null : { entry: standing.judged.entry.id, ...resultJson(standing.judged.result) },
    results: standing.results.length,
    entries: [...new Set(standing.results.map(({ entry }) => entry.id))],
  };
}

/** How many more cases would settle a verdict. */
export interface ToSettleJson {
  /** The verdict that the results lean to. */
  readonly as: CasesToSettle["as"];
  /** If every further case goes well for it. */
  readonly cases_at_best: number | null;
  /** For an 80% chance, if the rate holds. */
  readonly cases_for_80_percent: number | null;
  readonly sentence: string;
}

/** Also in `poc plan`; null where no number of cases is enough. */
export function toSettleJson(standing: EvalStanding, needed: CasesToSettle | undefined): ToSettleJson | null {
  if (needed === undefined) return null;
  return {
    as: needed.as,
    cases_at_best: needed.atBest,
    cases_for_80_percent: needed.forChance,
    sentence: settleClause(standing, needed),
  };
}

/** `scale`: `share`, `points`, `change` (all as fractions) or the unit of the figure. */
function intervalJson(interval: Interval | undefined, scale: FigureScale | undefined): JsonValue {
  if (interval === undefined) return null;
  return {
    estimate: number(interval.estimate),
    low: number(interval.low),
    high: number(interval.high),
    scale: scale === undefined ? null : scale.kind === "unit" ? scale.unit : scale.kind,
  };
}

/** A checklist item by item. */
function checklistJson({ checklist, items }: ChecklistStanding): JsonObject {
  return {
    title: checklist.title,
    items: items.map(({ item, id, state, basis, because, entries }) => ({
      id,
      text: item.text,
      state,
      basis,
      because: reasonJson(because, itemClause(because)),
      closed_by: item.closedBy,
      entries,
    })),
  };
}

function decisionJson({ entry, decision }: LoggedDecision): JsonObject {
  return {
    entry: entry.id,
    date: entry.date,
    outcome: decision.outcome,
    by: personText(decision.by),
    why: decision.why,
    conditions: decision.conditions.map((condition) => ({
      what: condition.what,
      owner: condition.owner === undefined ? null : personText(condition.owner),
      by: condition.by ?? null,
    })),
    recommended: decision.recommended,
    rule: decision.rule,
    override: decision.override ?? null,
  };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}

/** JSON knows neither NaN nor infinity: what has no bound is null. */
function number(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
